import { type BoardHeads, boardHeads } from '@yundiao/figures'
import type { LocalDate } from '@yundiao/kernel'
import type { CellFormat, Sheet, SheetCell, SheetColumn, SheetRow } from './sheet.ts'

/** The cells of a line of sheet T1, from 年度目标 to 备注. */
export const T1_SLOTS = [
  'targetLevel',
  'targetGrowth',
  'level',
  'growth',
  'share',
  'vsTarget',
  'vsLastYear',
  'vsLastPeriod',
  'vsProvince',
  'vsNation',
  'rankTotal',
  'rankGrowth',
  'rankMove',
  'estimateLevel',
  'estimateGrowth',
  'required',
  'state',
  'leadUnit',
  'leader',
  'remark',
] as const
export type T1Slot = (typeof T1_SLOTS)[number]

/** A line of T1; `indent` 1 or more is an 其中 line: indented, not numbered. A slot left out is not reported. */
export type T1Row = { label: string; indent: number; cells: Readonly<Partial<Record<T1Slot, SheetCell>>> }

/** All sheet T1 needs, read as known on `asKnownOn`. `period` is canonical (`2022Q1`), `periodWords` its name. */
export type T1Input = {
  city: { code: string; name: string }
  period: string
  periodWords: string
  asKnownOn: LocalDate
  checkpoint: string | null
  reporter: string | null
  rows: readonly T1Row[]
  /** Lines beside the fixed ones, under a title of their own. */
  others: readonly T1Row[]
  notes: readonly string[]
}

const column = (width: number, format: CellFormat, label: string, under?: string): SheetColumn => ({
  label,
  width,
  format,
  ...(under === undefined ? {} : { under: [under] }),
})

const centred = (of: SheetColumn): SheetColumn => ({ ...of, align: 'center' })

const AGAINST = '增速比较（百分点）'
const PLACES = '全省位次'

const slotColumns = ({ year, done, estimate, required }: BoardHeads): Readonly<Record<T1Slot, SheetColumn>> => ({
  targetLevel: centred(column(7, 'text', '绝对额', `${year}年目标`)),
  targetGrowth: centred(column(7, 'text', '增速', `${year}年目标`)),
  level: column(10, 'level', '绝对额', done),
  growth: column(7.5, 'rate', '同比增速', done),
  share: column(7.5, 'rate', '占年度目标%', done),
  vsTarget: column(7, 'difference', '较目标', AGAINST),
  vsLastYear: column(7, 'difference', '较上年同期', AGAINST),
  vsLastPeriod: column(7, 'difference', '较上期', AGAINST),
  vsProvince: column(7, 'difference', '较全省', AGAINST),
  vsNation: column(7, 'difference', '较全国', AGAINST),
  rankTotal: centred(column(6, 'integer', '总量', PLACES)),
  rankGrowth: centred(column(6, 'integer', '增速', PLACES)),
  rankMove: centred(column(7.5, 'rank-change', '增速位次升降', PLACES)),
  estimateLevel: column(8, 'level', '绝对额', estimate ?? '预计'),
  estimateGrowth: column(7, 'rate', '增速', estimate ?? '预计'),
  required: column(9, 'rate', `${required}%（测算）`),
  state: centred(column(8, 'text', '进度评价')),
  leadUnit: centred(column(13, 'text', '牵头单位')),
  leader: centred(column(8, 'text', '分管市领导')),
  remark: column(30, 'text', '备注'),
})

const sheetRow = ({ label, indent, cells }: T1Row, number: number | null): SheetRow => ({
  indent,
  cells: [number === null ? null : { number }, { text: label }, ...T1_SLOTS.map((slot) => cells[slot] ?? null)],
})

const numbered = (rows: readonly T1Row[], from: number): SheetRow[] => {
  let last = from
  return rows.map((row) => {
    if (row.indent > 0) return sheetRow(row, null)
    last += 1
    return sheetRow(row, last)
  })
}

const sectionRow = (title: string): SheetRow => ({ section: true, cells: [{ text: title }] })

/**
 * Sheet T1 主要经济指标完成情况表: its columns and merged heads in the office's order, the lines in the order given, the
 * others below. It has no 合计: its lines are of different units. A4 landscape, one page wide.
 */
export const t1Sheet = (input: T1Input): Sheet => {
  const heads = boardHeads(input.period, input.periodWords)
  const columns = slotColumns(heads)
  const own = input.rows.filter((row) => row.indent === 0).length
  return {
    name: '主要经济指标',
    title: `${input.city.name}${heads.year}年${heads.done.replace(/^\d+年/u, '').replace(/完成$/u, '')}主要经济指标完成情况表`,
    reporter: input.reporter ?? '',
    unitLine: '亿元、%、位',
    asKnownOn: input.asKnownOn,
    columns: [
      centred(column(5, 'integer', '序号')),
      column(32, 'text', '指标名称'),
      ...T1_SLOTS.map((slot) => columns[slot]),
    ],
    rows: [
      ...numbered(input.rows, 0),
      ...(input.others.length > 0 ? [sectionRow('其他指标'), ...numbered(input.others, own)] : []),
    ],
    notes: input.notes,
    freezeColumns: 2,
    labelColumn: 1,
    print: { paper: 'A4', orientation: 'landscape' },
    checkpoint: input.checkpoint,
  }
}
