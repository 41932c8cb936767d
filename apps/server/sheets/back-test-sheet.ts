import type { Sheet, SheetCell, SheetRow } from '@yundiao/briefings'
import type { LocalDate } from '@yundiao/kernel'
import { xlsxBytes } from '@yundiao/office'
import type { Caller, Store } from '@yundiao/store'
import { printedAt } from '../acts/keep-paper.ts'
import { type BackTestView, readBackTest } from '../views/back-test.ts'
import { readNames } from '../views/names.ts'
import { reporterOf } from './reporter.ts'

const section = (words: string): SheetRow => ({ cells: [{ text: words }], section: true })
const number = (value: number, digits: number): SheetCell => ({ number: Number(value.toFixed(digits)) })
const percent = (share: number): SheetCell => number(share * 100, 1)
const span = ({ from, to }: { from: number; to: number }): string =>
  `${Math.round(from * 100)}%—${Math.round(to * 100)}%`

const groupRow = (row: BackTestView['total']): SheetRow => ({
  cells: [
    { text: row.label },
    { number: row.forecasts },
    percent(row.coverage80),
    number(row.ratio, 2),
    number(row.brier, 3),
    number(row.naiveBrier, 3),
  ],
})

const rowsOf = (made: BackTestView): SheetRow[] => [
  section('说的把握与成真的比例'),
  ...made.reliability.map(
    (row): SheetRow => ({
      cells: [{ text: span(row) }, { number: row.count }, percent(row.cameTrue), null, null, null],
    }),
  ),
  section('全部预测'),
  ...[...made.sets, made.total].map(groupRow),
  section('按预测期'),
  ...made.byStep.map(groupRow),
  section('按数列'),
  ...made.bySeries.map(groupRow),
  section('按方法'),
  ...made.byMethod.map(groupRow),
]

const SCORED = ['会不会高于上年同期（Brier，越小越好）']

/** The tables of 预测回测 as a sheet. */
export const backTestFile = async (store: Store, caller: Caller): Promise<{ name: string; bytes: Uint8Array }> => {
  const [made, names] = [readBackTest(), await readNames(store, caller)]
  const sheet: Sheet = {
    name: '预测回测',
    title: '预测回测',
    reporter: reporterOf(caller, names),
    unitLine: '次、%',
    asKnownOn: made.madeOn as LocalDate,
    columns: [
      { label: '分组', width: 30, format: 'text' },
      { label: '次数', width: 10, format: 'integer' },
      { label: '成真（80%区间命中）', width: 16, format: 'rate' },
      { label: '误差与照上年同期之比', width: 16, format: 'level' },
      { label: '把握评分', width: 10, format: 'score', under: SCORED },
      { label: '照上年的评分', width: 12, format: 'score', under: SCORED },
    ],
    rows: rowsOf(made),
    notes: [`${made.from}—${made.to}年${made.series}个全国数列，${made.madeOn}测算；检验的是方法，不是本市数据`],
    freezeColumns: 1,
    print: { paper: 'A4', orientation: 'portrait' },
    checkpoint: await store.newestCheckpoint(caller),
  }
  return { name: '预测回测.xlsx', bytes: await xlsxBytes(sheet, { printedAt: printedAt(store) }) }
}
