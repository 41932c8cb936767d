import type { CellFormat, Sheet, SheetCell, SheetColumn, SheetRow } from '@yundiao/briefings'
import { type LocalDate, Problem } from '@yundiao/kernel'
import {
  alsoShown,
  type Cell,
  ENTRY_HEAD,
  type Field,
  type HeadNode,
  isAdditive,
  isOnSheet,
  type LedgerDefinition,
  type LedgerRow,
  type LedgerSheet,
  toSheet,
  toShown,
  writeMark,
} from '@yundiao/ledgers'
import type { Caller, EntryQuery, LedgerView, Store } from '@yundiao/store'
import { unitsOf } from '../views/ledger.ts'
import type { Names } from '../views/names.ts'

/** Most rows of one export: a list is filtered before it is carried away. */
const MOST_ROWS = 20_000
const PAGE = 200
/** 序号, 县区, 状态 and the entry's name stay at the left. */
const FROZEN = 4
const LEADING = 3

/** Every row of a list in its order, as the caller may see it. */
export const readAll = async (
  store: Store,
  caller: Caller,
  view: LedgerView,
  query: Omit<EntryQuery, 'after' | 'limit' | 'columns'>,
): Promise<LedgerRow[]> => {
  const rows: LedgerRow[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<Store['entries']>> = await store.entries(caller, view.definition.id, {
      ...query,
      columns: view.visible,
      limit: PAGE,
      after,
    })
    rows.push(...page.rows)
    after = page.next
    if (rows.length > MOST_ROWS)
      throw new Problem('input.too-large', `超过 ${MOST_ROWS} 行，请先筛选再导出`, { limit: MOST_ROWS })
  } while (after !== null)
  return rows
}

/** The list as a sheet of the ledger, fields in sight only. A row of the city (待归属) has a blank 县区. */
export const sheetOf = (view: LedgerView, caller: Caller, rows: readonly LedgerRow[], names: Names): LedgerSheet =>
  toSheet(view.definition, rows, {
    clearance: caller.clearance,
    columns: view.visible,
    regionName: (code) => names.place(code)?.name ?? null,
    unitName: names.unit,
  })

type Leaf = { label: string; under: readonly string[] }

const leavesOf = (nodes: readonly HeadNode[], under: readonly string[] = []): Leaf[] =>
  nodes.flatMap((node) =>
    node.children.length > 0 ? leavesOf(node.children, [...under, node.label]) : [{ label: node.label, under }],
  )

const FORMATS: Partial<Record<Field['kind'], CellFormat>> = {
  money: 'level',
  area: 'level',
  ratio: 'rate',
  integer: 'integer',
  day: 'day',
}

const WIDTHS: Partial<Record<Field['kind'], number>> = { 'long-text': 36, text: 18, day: 14 }
const NARROW = 11
const NAME_WIDTH = 30
/** Wide enough that a mark does not wrap and make its row high. */
const MARK_COLUMN: SheetColumn = { label: ENTRY_HEAD, width: 60, format: 'text', hidden: true }

/** One column of the body: a field, or the second unit of one. */
type FieldColumn = { name: string; field: Field; isSecond: boolean }

const fieldsOf = ({ definition, visible }: LedgerView): FieldColumn[] =>
  visible.flatMap((name): FieldColumn[] => {
    const field = definition.fields[name]
    if (!field || !isOnSheet(field)) return []
    const column = { name, field, isSecond: false }
    return field.alsoShownIn === undefined ? [column] : [column, { ...column, isSecond: true }]
  })

const columnsOf = (view: LedgerView, leaves: readonly Leaf[]): SheetColumn[] => {
  const fields = fieldsOf(view)
  return leaves.map(({ label, under }, index) => {
    const { name, field } = fields[index - LEADING] ?? {}
    const width = name === view.definition.key ? NAME_WIDTH : (field && WIDTHS[field.kind]) || NARROW
    const format = field ? (FORMATS[field.kind] ?? 'text') : index === 0 ? 'integer' : 'text'
    return { label, width, format, ...(under.length > 0 ? { under } : {}) }
  })
}

const cellOf = (value: Cell, format: CellFormat): SheetCell => {
  if (value === null) return null
  if (typeof value === 'number') return { number: value }
  return format === 'day' ? { day: String(value) as LocalDate } : { text: String(value) }
}

type Total = FieldColumn & { sum: number | null; lacking: number }

/** Sums of money and area over what is known, in the unit of the sheet; others are not added. */
const totalsOf = (fields: readonly FieldColumn[], rows: readonly LedgerRow[]): Total[] =>
  fields.map((column) => {
    const { name, field, isSecond } = column
    const known = rows.flatMap((row) => {
      const value = row.values[name]
      return isAdditive(field) && typeof value === 'number' ? [value] : []
    })
    const shown = isSecond ? alsoShown : toShown
    const whole = known.reduce((a, b) => a + b, 0)
    return { ...column, sum: known.length === 0 ? null : shown(field, whole), lacking: rows.length - known.length }
  })

const totalRow = (definition: LedgerDefinition, totals: readonly Total[], count: number): SheetRow => ({
  cells: [
    { text: '合计' },
    null,
    null,
    ...totals.map(({ name, sum }): SheetCell => {
      if (name === definition.key) return { text: `共 ${count} 项` }
      return sum === null ? null : { number: sum }
    }),
  ],
})

const notesOf = (totals: readonly Total[], rows: readonly LedgerRow[]): string[] => {
  const lacking = totals.filter(({ sum, lacking, isSecond }) => sum !== null && lacking > 0 && !isSecond)
  const words = lacking.map(({ field, lacking }) => `${[...(field.under ?? []), field.label].join('·')} ${lacking} 项`)
  const demo = rows.filter((row) => row.demo).length
  return [
    ...(words.length > 0 ? [`合计只加已知数，未知的有：${words.join('、')}`] : []),
    ...(demo > 0 ? [`含演示数据 ${demo} 行`] : []),
  ]
}

export type PrintAsk = {
  view: LedgerView
  caller: Caller
  rows: readonly LedgerRow[]
  names: Names
  on: LocalDate
  reporter: string
  /** Hash of the checkpoint in force, whose head is printed as 校验码; null before the first. */
  checkpoint: string | null
}

/**
 * The list as the office prints it: title, unit line, merged head, 合计 first, foot. Can be imported again: a hidden last
 * column says which entry each row is.
 */
export const printedSheet = ({ view, caller, rows, names, on, reporter, checkpoint }: PrintAsk): Sheet => {
  const { definition } = view
  const sheet = sheetOf(view, caller, rows, names)
  const columns = columnsOf(view, leavesOf(sheet.head))
  const totals = totalsOf(fieldsOf(view), rows)
  return {
    name: definition.title,
    title: definition.title,
    reporter,
    unitLine: unitsOf(view),
    asKnownOn: on,
    columns: [...columns, MARK_COLUMN],
    total: totalRow(definition, totals, rows.length),
    rows: sheet.rows.map((row, at) => ({
      cells: [
        ...row.map((value, index) => cellOf(value, columns[index]?.format ?? 'text')),
        ...rows.slice(at, at + 1).map((entry) => ({ text: writeMark(entry) })),
      ],
    })),
    notes: notesOf(totals, rows),
    freezeColumns: FROZEN,
    print: { paper: 'A3', orientation: 'landscape' },
    checkpoint,
  }
}

/** The list as lines for a CSV: one head row whose merged heads are joined, then the rows, in the units of the head. */
export const flatRows = (sheet: LedgerSheet): Cell[][] => [
  leavesOf(sheet.head).map(({ label, under }) => [...under, label].join('')),
  ...sheet.rows,
]
