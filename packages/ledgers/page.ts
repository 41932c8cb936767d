import type { LocalDate } from '@yundiao/kernel'
import { columnName, fromColumn } from './columns.ts'
import { type Position, writeCursor } from './cursor.ts'
import type { LedgerDefinition } from './definition.ts'
import type { Values } from './entry.ts'
import { fieldOf } from './fields.ts'
import type { Sort } from './sort.ts'

/** One entry as a list gives it; values canonical, sealed ones still ciphertext. */
export type LedgerRow = {
  id: string
  version: number
  region: string
  unit: string | null
  state: string
  knownFrom: LocalDate
  demo: boolean
  values: Values
}

/** A row as the driver returned it, dates as `YYYY-MM-DD` text. */
export type RawRow = Readonly<Record<string, unknown>>

/** A raw row of a ledger's table → canonical values of the wanted fields. */
export const readRow = (definition: LedgerDefinition, columns: readonly string[], raw: RawRow): LedgerRow => {
  const values: Values = {}
  for (const name of columns) {
    const field = fieldOf(definition, name)
    if (field) values[name] = fromColumn(field, raw[columnName(name)])
  }
  return {
    id: String(raw.id),
    version: Number(raw.version),
    region: String(raw.region),
    unit: typeof raw.unit === 'string' ? raw.unit : null,
    state: String(raw.state),
    knownFrom: String(raw.known_from) as LocalDate,
    demo: raw.demo === true,
    values,
  }
}

const positionOf = (raw: RawRow): Position => {
  const value = raw.sort_key
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return { value: isPlain ? value : null, id: String(raw.id) }
}

/** The page of a list from what its statement returned, and the cursor of the next page (null at the end). */
export const pageOf = (
  definition: LedgerDefinition,
  list: { columns: readonly string[]; sort: Sort; limit: number },
  raws: readonly RawRow[],
): { rows: LedgerRow[]; next: string | null } => {
  const shown = raws.slice(0, list.limit)
  const last = raws.length > list.limit ? shown.at(-1) : undefined
  return {
    rows: shown.map((raw) => readRow(definition, list.columns, raw)),
    next: last ? writeCursor(list.sort, positionOf(last)) : null,
  }
}
