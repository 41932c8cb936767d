import type { LocalDate } from '@yundiao/kernel'
import type { CellFormat, Sheet, SheetCell, SheetColumn, SheetRow } from './sheet.ts'

/** The cells of a line of 对比表, from 绝对额 to 备注. */
export const COMPARISON_SLOTS = [
  'level',
  'rankLevelPublished',
  'rankLevelOurs',
  'growth',
  'rankGrowthPublished',
  'rankGrowthOurs',
  'move',
  'vsMean',
  'vsLastYear',
  'vsBefore',
  'twoYear',
  'single',
  'remark',
] as const
export type ComparisonSlot = (typeof COMPARISON_SLOTS)[number]

/** A line; a slot left out is not reported. */
export type ComparisonLine = { label: string; cells: Readonly<Partial<Record<ComparisonSlot, SheetCell>>> }

/** All the sheet needs: one indicator over places. `left` are slots this indicator and period do not have. */
export type ComparisonSheetInput = {
  title: string
  meanWords: string
  levelUnit: string
  placeHead: string
  asKnownOn: LocalDate
  checkpoint: string | null
  reporter: string
  /** Whether figures carry a mark behind their digits: their columns are then wider. */
  marked: boolean
  /** The mean and what stands beside it, unranked. */
  above: readonly ComparisonLine[]
  groups: readonly { title: string; rows: readonly ComparisonLine[] }[]
  left: readonly ComparisonSlot[]
  notes: readonly string[]
}

const column = (width: number, format: CellFormat, label: string, under?: string): SheetColumn => ({
  label,
  width,
  format,
  ...(under === undefined ? {} : { under: [under] }),
})
const place = (label: string, under: string, width = 8): SheetColumn => ({
  ...column(width, 'integer', label, under),
  align: 'center',
})

/** 位次（测算） on one line of the head. */
const OURS_WIDTH = 13

/** What a mark behind each figure needs: a number wider than its column prints as #. */
const MARK_WIDTH = 6

const columnsOf = ({
  meanWords,
  levelUnit,
  marked,
}: ComparisonSheetInput): Readonly<Record<ComparisonSlot, SheetColumn>> => ({
  level: column(11 + (marked ? MARK_WIDTH : 0), 'level', levelUnit, '绝对额'),
  rankLevelPublished: place('公布位次', '绝对额'),
  rankLevelOurs: place('位次（测算）', '绝对额', OURS_WIDTH),
  growth: column(8 + (marked ? MARK_WIDTH : 0), 'rate', '同比%', '增速'),
  rankGrowthPublished: place('公布位次', '增速'),
  rankGrowthOurs: place('位次（测算）', '增速', OURS_WIDTH),
  move: { ...column(8, 'rank-change', '位次升降', '增速'), align: 'center' },
  vsMean: column(8, 'difference', `较${meanWords}`, '增速比较（百分点，测算）'),
  vsLastYear: column(8, 'difference', '较上年同期', '增速比较（百分点，测算）'),
  vsBefore: column(8, 'difference', '较上期', '增速比较（百分点，测算）'),
  twoYear: column(9, 'rate', '两年平均%（测算）'),
  single: column(11, 'level', `单季${levelUnit}（测算）`),
  remark: column(26, 'text', '备注'),
})

/** One indicator over cities or counties as a sheet: who is compared, places apart by whose they are. One page, A4 landscape. */
export const comparisonSheet = (input: ComparisonSheetInput): Sheet => {
  const slots = COMPARISON_SLOTS.filter((slot) => !input.left.includes(slot))
  const columns = columnsOf(input)
  const line = ({ label, cells }: ComparisonLine): SheetRow => ({
    cells: [{ text: label }, ...slots.map((slot) => cells[slot] ?? null)],
  })
  const [total, ...above] = input.above.map(line)
  return {
    name: '对比表',
    title: input.title,
    reporter: input.reporter,
    unitLine: `${input.levelUnit}、%、百分点、位`,
    asKnownOn: input.asKnownOn,
    columns: [column(14, 'text', input.placeHead), ...slots.map((slot) => columns[slot])],
    ...(total ? { total } : {}),
    rows: [
      ...above,
      ...input.groups.flatMap(({ title, rows }, at): SheetRow[] => [
        ...(at > 0 ? [{ section: true, cells: [{ text: title }] }] : []),
        ...rows.map(line),
      ]),
    ],
    notes: input.notes,
    freezeColumns: 1,
    print: { paper: 'A4', orientation: 'landscape', onePage: true },
    checkpoint: input.checkpoint,
  }
}
