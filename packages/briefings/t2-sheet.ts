import { type CountyColumn, type CountySlot, countyColumns, monthsInHead } from '@yundiao/figures'
import type { LocalDate } from '@yundiao/kernel'
import type { CellFormat, Sheet, SheetCell, SheetColumn, SheetRow } from './sheet.ts'

/** Cells of one indicator in a line; a slot left out is not reported. */
export type T2Cells = Readonly<Partial<Record<CountySlot, SheetCell>>>

/** A line of T2: its cells by indicator, and how many indicators are below the city's. */
export type T2Row = { label: string; cells: Readonly<Record<string, T2Cells>>; below: SheetCell }

/** All sheet T2 needs. `mark` says what a sheet that is not of published figures is of: 演示数. */
export type T2Input = {
  city: { code: string; name: string }
  period: string
  periodWords: string
  asKnownOn: LocalDate
  checkpoint: string | null
  reporter: string
  mark: string | null
  cityRow: T2Row
  counties: readonly T2Row[]
  zones: readonly T2Row[]
  notes: readonly string[]
}

const FORMATS: Readonly<Record<CountySlot, CellFormat>> = {
  level: 'level',
  rankLevel: 'integer',
  growth: 'rate',
  rankGrowth: 'integer',
  move: 'rank-change',
  vsMean: 'difference',
}
const WIDTHS: Readonly<Record<CountySlot, number>> = {
  level: 10,
  rankLevel: 6,
  growth: 7.5,
  rankGrowth: 6,
  move: 6.5,
  vsMean: 8,
}
const CENTRED: readonly CountySlot[] = ['rankLevel', 'rankGrowth', 'move']

const BOUND: readonly CountySlot[] = ['level', 'growth']
/** What a mark behind each figure needs: a number wider than its column prints as #. */
const MARK_WIDTH = 6

const sheetColumn = ({ slot, label, under }: CountyColumn, isMarked: boolean): SheetColumn => ({
  label,
  under,
  width: WIDTHS[slot] + (isMarked && BOUND.includes(slot) ? MARK_WIDTH : 0),
  format: FORMATS[slot],
  ...(CENTRED.includes(slot) ? { align: 'center' } : {}),
})

/**
 * Sheet T2 县市区主要经济指标排位表: the city first, the counties in the city's own order, a blank line, the zones as a block
 * with places of their own, which are added to nothing. A3 landscape, one page wide.
 */
export const t2Sheet = (input: T2Input): Sheet => {
  const columns = countyColumns(input.period, input.periodWords)
  const line = ({ label, cells, below }: T2Row): SheetRow => ({
    cells: [{ text: label }, ...columns.map(({ indicator, slot }) => cells[indicator]?.[slot] ?? null), below],
  })
  const year = input.period.slice(0, 4)
  const months = monthsInHead(input.period, input.periodWords)
  return {
    name: '县市区排位',
    title: `${input.city.name}${year}年${months}县市区主要经济指标排位表${input.mark === null ? '' : `（${input.mark}）`}`,
    reporter: input.reporter,
    unitLine: '亿元、%、百分点、位',
    asKnownOn: input.asKnownOn,
    columns: [
      { label: '县（市、区）', width: 13, format: 'text' },
      ...columns.map((column) => sheetColumn(column, input.mark !== null)),
      { label: '低于全市平均指标数', width: 9, format: 'integer', align: 'center' },
    ],
    total: line(input.cityRow),
    rows: [
      ...input.counties.map(line),
      ...(input.zones.length > 0
        ? [{ cells: [null] }, { section: true, cells: [{ text: '园区' }] }, ...input.zones.map(line)]
        : []),
    ],
    notes: input.notes,
    freezeColumns: 1,
    print: { paper: 'A3', orientation: 'landscape' },
    checkpoint: input.checkpoint,
  }
}
