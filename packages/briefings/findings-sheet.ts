import { dayInWords, type LocalDate } from '@yundiao/kernel'
import type { Sheet, SheetCell, SheetColumn } from './sheet.ts'

/** One finding as the sheet prints it; null of unit or leader is 待明确. */
export type FindingLine = {
  kind: string
  place: string
  indicator: string
  words: string
  since: string | null
  rarity: string | null
  leadUnit: string | null
  leader: string | null
  marks: readonly string[]
  /** Number of the item it was made into. */
  item: string | null
}

export type FindingsSheetInput = {
  periodWords: string
  lines: readonly FindingLine[]
  reporter: string
  asKnownOn: LocalDate
  notes: readonly string[]
  checkpoint: string | null
}

const column = (label: string, width: number, format: SheetColumn['format'] = 'text'): SheetColumn => ({
  label,
  width,
  format,
})

const COLUMNS: readonly SheetColumn[] = [
  column('序号', 6, 'integer'),
  column('研判要点', 70),
  column('类别', 12),
  column('地区', 12),
  column('指标', 22),
  column('自何时起', 14),
  column('是否少见', 14),
  column('牵头单位', 16),
  column('分管市领导', 12),
  column('标记', 10),
  column('立项编号', 16),
]

const words = (text: string | null): SheetCell => (text === null || text === '' ? null : { text })
const stated = (text: string | null): SheetCell => (text === null ? { gap: '待明确' } : { text })

const cellsOf = (line: FindingLine, at: number): SheetCell[] => [
  { number: at + 1 },
  { text: line.words },
  { text: line.kind },
  { text: line.place },
  { text: line.indicator },
  words(line.since),
  words(line.rarity),
  stated(line.leadUnit),
  stated(line.leader),
  words(line.marks.join('、')),
  words(line.item),
]

/** 研判要点 as a sheet, A4 across: the most weighty first, each in the words of the page. */
export const findingsSheet = (input: FindingsSheetInput): Sheet => ({
  name: '研判要点',
  title: `${input.periodWords}研判要点`,
  reporter: input.reporter,
  unitLine: '条',
  asKnownOn: input.asKnownOn,
  columns: COLUMNS,
  total: { cells: [{ text: '合计' }, { text: `${input.lines.length}条` }] },
  rows: input.lines.map((line, at) => ({ cells: cellsOf(line, at) })),
  notes: [
    `数据截至${dayInWords(input.asKnownOn)}，此后公布或更正的不计入。`,
    ...input.notes.map((note) => `${note}。`),
  ],
  freezeColumns: 2,
  print: { paper: 'A4', orientation: 'landscape' },
  checkpoint: input.checkpoint,
})
