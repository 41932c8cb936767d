import { dayInWords, type LocalDate } from '@yundiao/kernel'
import type { Sheet, SheetCell, SheetColumn } from './sheet.ts'

/** One item of a unit on 推进情况表: what it was last time, in grey on the screen, and what it is now. */
export type ProgressLine = {
  /** Names the item when the sheet comes back. */
  item: string
  number: string
  title: string
  leadUnit: string | null
  deadline: string | null
  state: string
  /** `percent` is 0–100. */
  last: { asOf: LocalDate; text: string; percent: number | null } | null
  now: { text: string; percent: number | null; problems: string | null; nextSteps: string | null } | null
}

export type ProgressSheetInput = {
  lines: readonly ProgressLine[]
  /** 截至日. */
  asOf: LocalDate
  asKnownOn: LocalDate
  reporter: string
  /** 进展情况 (≤ n 字). */
  longest: number
  checkpoint: string | null
}

/** Head of the hidden column that says which item a row is. */
export const PROGRESS_MARK = '编号（勿改）'

const text = (label: string, width: number, under?: string): SheetColumn => ({
  label,
  width,
  format: 'text',
  ...(under === undefined ? {} : { under: [under] }),
})

const columnsFor = (asOf: LocalDate, longest: number): SheetColumn[] => {
  const now = `本期（截至${dayInWords(asOf)}）`
  return [
    { ...text('序号', 6), format: 'integer' },
    text('编号', 15),
    text('督办事项', 34),
    text('牵头单位', 13),
    text('完成时限', 13),
    text('办理状态', 10),
    text('截至日', 11, '上期'),
    text('上期进展', 34, '上期'),
    { ...text('上期完成%', 9, '上期'), format: 'rate' },
    text(`进展情况（≤${longest}字）`, 44, now),
    { ...text('完成%', 8, now), format: 'rate' },
    text('存在问题及需协调事项', 28, now),
    text('下步措施及时间', 28, now),
    { ...text(PROGRESS_MARK, 40), hidden: true },
  ]
}

const words = (value: string | null): SheetCell => (value === null || value === '' ? null : { text: value })
const percent = (value: number | null | undefined): SheetCell =>
  value === null || value === undefined ? null : { number: value }

const cellsOf = (line: ProgressLine, at: number): SheetCell[] => [
  { number: at + 1 },
  { text: line.number },
  { text: line.title },
  { text: line.leadUnit ?? '待明确' },
  { text: line.deadline ?? '待明确' },
  { text: line.state },
  words(line.last?.asOf ?? null),
  words(line.last?.text ?? null),
  percent(line.last?.percent),
  words(line.now?.text ?? null),
  percent(line.now?.percent),
  words(line.now?.problems ?? null),
  words(line.now?.nextSteps ?? null),
  { text: line.item },
]

/** 《推进情况表》 of one unit, A3 landscape: filled in or blank, it comes back as the same sheet. */
export const progressSheet = ({
  lines,
  asOf,
  asKnownOn,
  reporter,
  longest,
  checkpoint,
}: ProgressSheetInput): Sheet => ({
  name: '推进情况表',
  title: `督办事项推进情况表（截至${dayInWords(asOf)}）`,
  reporter,
  unitLine: '%',
  asKnownOn,
  columns: columnsFor(asOf, longest),
  total: { cells: [{ text: '合计' }, { text: `${lines.length}件` }] },
  rows: lines.map((line, at) => ({ cells: cellsOf(line, at) })),
  notes: ['只填“本期”四栏，其余各栏由系统带出；没有变化的行可以不填。'],
  freezeColumns: 3,
  print: { paper: 'A3', orientation: 'landscape' },
  checkpoint,
})
