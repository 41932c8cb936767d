import { addDays, localDate } from '@yundiao/kernel'
import type { Field, LedgerDefinition } from './definition.ts'
import { parseEntry, type Values } from './entry.ts'
import { type Cell, fieldOf, fullLabel } from './fields.ts'
import type { HeadMapping, MappedColumn } from './sheet-head.ts'
import { factorOf, fromShown } from './shown-units.ts'
import { numberIn, type ReadValue, readValue, type ValueCode } from './value.ts'

/** A cell not taken: where, what it holds, what is wrong and what to do. */
export type CellReject = { sheet: string; cell: string; value: string; code: ValueCode | 'duplicate'; message: string }

/** One row of a sheet as read; `row` counts from 1, `cells` from column A. */
export type SheetRow = { sheet: string; row: number; cells: readonly Cell[] }

/** A row taken, refused with its cells, or blank. */
export type RowInput =
  | { kind: 'ok'; values: Values; region: string | null; state: string | null; warnings: CellReject[] }
  | { kind: 'rejected'; rejects: CellReject[] }
  | { kind: 'blank' }

/** `3, 0` → `A3`; column 26 is AA. */
export const cellName = (row: number, column: number): string => {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row}`
}

/** Words that stand for “no value” in a cell; 0 is not one of them. */
const NO_VALUE = new Set(['', '-', '—', '——', '–', '/', '\\', '…', '……'])

/** Excel counts days from 30 December 1899 (its 1900 is a leap year by mistake); 1954 to 2119 are taken as days. */
const EXCEL_EPOCH = localDate(1899, 12, 30) ?? '1899-12-30'
const EXCEL_DAYS = [20_000, 80_000] as const

const NUMBER_WITH_UNIT = /^([+-]?[\d,.]+)(\D+)$/

/** A number, or a number with a unit that fits its field; anything else goes on as it is and is refused by its reader. */
const amount = (field: Field, cell: Cell, unit: string | undefined): Cell => {
  const plain = numberIn(cell)
  if (plain !== null) return fromShown(field, plain, unit)
  const match = typeof cell === 'string' ? NUMBER_WITH_UNIT.exec(cell.normalize('NFKC').replace(/\s/g, '')) : null
  const value = match ? numberIn(match[1]) : null
  const own = match?.[2] ?? ''
  return value !== null && factorOf(field, own) !== null ? fromShown(field, value, own) : cell
}

const dayCell = (cell: Cell): Cell => {
  const [least, most] = EXCEL_DAYS
  if (typeof cell === 'number' && cell >= least && cell <= most) return addDays(EXCEL_EPOCH, Math.floor(cell))
  // A cell formatted as a date may arrive with its time.
  return typeof cell === 'string' ? cell.trim().replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '') : cell
}

/** A cell in the sheet's unit → what readValue takes. */
const convert = (field: Field, cell: Cell, unit: string | undefined): Cell => {
  if (typeof cell === 'string' && NO_VALUE.has(cell.trim())) return null
  switch (field.kind) {
    case 'integer':
    case 'number':
    case 'ratio':
    case 'money':
    case 'area':
      return amount(field, cell, unit)
    case 'day':
      return dayCell(cell)
    default:
      return cell
  }
}

/**
 * A text typed or pasted into a sheet's cell, in the unit the field is shown in → canonical, read and refused as the cell
 * of an imported sheet is: `1,234.5`, `3亿元`, `2022.4.26` are taken; `约3亿元` is not. `—` and `/` are not known.
 */
export const readTyped = (field: Field, text: string): ReadValue =>
  readValue(field, convert(field, text, field.shownIn))

type Place = { row: SheetRow; column: number | null }

/** A required field without a column has no cell: the row's first is named. */
const reject = (place: Place, code: CellReject['code'], message: string): CellReject => {
  const cell = cellName(place.row.row, place.column ?? 0)
  const value = place.column === null ? '' : String(place.row.cells[place.column] ?? '')
  return { sheet: place.row.sheet, cell, value, code, message: `${cell} ${message}` }
}

const isBlank = (cell: Cell | undefined): boolean => cell === null || cell === undefined || String(cell).trim() === ''

/** Words of the columns that are not fields; null where the sheet has none. */
const wordsOf = (mapping: HeadMapping, row: SheetRow, kind: 'region' | 'state'): Place & { word: string | null } => {
  const column = mapping.columns.find((mapped) => mapped.target.kind === kind)?.column ?? null
  const cell = column === null ? null : (row.cells[column] ?? null)
  return { row, column, word: cell === null || NO_VALUE.has(String(cell).trim()) ? null : String(cell).trim() }
}

type FieldColumn = { name: string; mapped: MappedColumn }

/** The column each field is read from: that of its second unit only where the row has nothing in the first. */
const fieldColumns = (mapping: HeadMapping, row: SheetRow): FieldColumn[] => {
  const found = new Map<string, MappedColumn>()
  for (const mapped of mapping.columns) {
    if (mapped.target.kind !== 'field' && mapped.target.kind !== 'also') continue
    const { kind, name } = mapped.target
    const held = found.get(name)
    const isHeldBlank = held === undefined || isBlank(row.cells[held.column])
    if (isHeldBlank || (kind === 'field' && !isBlank(row.cells[mapped.column]))) found.set(name, mapped)
  }
  return [...found].map(([name, mapped]) => ({ name, mapped }))
}

/** Both units of one value may be filled in: they are held against each other, and neither is chosen where they differ. */
const DIFFERENT = 0.01

const disagreement = (mapping: HeadMapping, row: SheetRow, field: Field, own: FieldColumn): string | null => {
  const also = mapping.columns.find(({ target }) => target.kind === 'also' && target.name === own.name)
  if (!also || also === own.mapped) return null
  const [value, other] = [own.mapped, also].map(({ column, unit }) => convert(field, row.cells[column] ?? null, unit))
  if (typeof value !== 'number' || typeof other !== 'number') return null
  const isApart = Math.abs(value - other) > DIFFERENT * Math.max(Math.abs(value), Math.abs(other))
  return isApart ? `按${own.mapped.unit}与按${also.unit}填的数对不上，请核对后留一个` : null
}

/** Canonical input by field; a cell that cannot be read is told here, where its place is known. */
const readCells = (definition: LedgerDefinition, mapping: HeadMapping, row: SheetRow) => {
  const input: Record<string, Cell> = {}
  const rejects: CellReject[] = []
  for (const own of fieldColumns(mapping, row)) {
    const { name, mapped } = own
    const field = fieldOf(definition, name)
    if (!field) continue
    const raw = convert(field, row.cells[mapped.column] ?? null, mapped.unit)
    const read = readValue(field, raw)
    const place = { row, column: mapped.column }
    const apart = disagreement(mapping, row, field, own)
    if (read.kind === 'bad') rejects.push(reject(place, read.code, `${fullLabel(field)}：${read.message}`))
    else if (apart !== null) rejects.push(reject(place, 'input.invalid', `${fullLabel(field)}：${apart}`))
    else input[name] = read.value
  }
  return { input, rejects }
}

/**
 * One row of a sheet → an entry's canonical values, by a mapping of mapHead; or the cells that cannot be taken, each
 * with its place. `region` and `state` are the sheet's words, for the caller to resolve. Blank rows are `blank`.
 * Text in a number is refused, not stripped; `—`, `/` and `…` are not known; a number may carry a unit that fits.
 * `change` is for rows that update entries: fields without a column are then left alone.
 */
export const rowToInput = (
  definition: LedgerDefinition,
  mapping: HeadMapping,
  row: SheetRow,
  mode: 'new' | 'change' = 'new',
): RowInput => {
  if (mapping.columns.every((mapped) => isBlank(row.cells[mapped.column]))) return { kind: 'blank' }
  const { input, rejects } = readCells(definition, mapping, row)
  const state = wordsOf(mapping, row, 'state')
  if (state.word !== null && !definition.states.includes(state.word))
    rejects.push(reject(state, 'input.invalid', `状态应为：${definition.states.join('、')}`))
  if (rejects.length > 0) return { kind: 'rejected', rejects }
  const parsed = parseEntry(definition, input, mode)
  const placed = (faults: { field: string; code: ValueCode; message: string }[]): CellReject[] =>
    faults.map(({ field, code, message }) => {
      const mapped = fieldColumns(mapping, row).find(({ name }) => name === field)?.mapped
      return reject({ row, column: mapped?.column ?? null }, code, message)
    })
  if (parsed.kind === 'invalid') return { kind: 'rejected', rejects: placed(parsed.errors) }
  const region = wordsOf(mapping, row, 'region').word
  return { kind: 'ok', values: parsed.values, region, state: state.word, warnings: placed(parsed.warnings) }
}
