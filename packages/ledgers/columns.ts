import type { Field, FieldKind, LedgerDefinition } from './definition.ts'
import type { Cell } from './fields.ts'

/** Types a filter can use an index on under row security; `numeric` is not one of them. */
export type SqlType = 'text' | 'int8' | 'float8' | 'date' | 'uuid' | 'boolean'

const SQL_TYPE: Record<FieldKind, SqlType> = {
  text: 'text',
  'long-text': 'text',
  choice: 'text',
  integer: 'int8',
  number: 'float8',
  ratio: 'float8',
  money: 'int8',
  area: 'float8',
  day: 'date',
  boolean: 'boolean',
  link: 'uuid',
  unit: 'text',
  person: 'text',
  phone: 'text',
  geometry: 'text',
}

/** Most 元 an amount may have either way, so that its fen are a whole number JavaScript holds exactly. */
export const MAX_YUAN = Math.floor(Number.MAX_SAFE_INTEGER / 100)

/** Columns every ledger table has before its fields. */
export const FRAME_COLUMNS = [
  ['city', 'text not null'],
  ['id', 'uuid not null'],
  ['version', 'int not null'],
  ['region', 'text not null'],
  ['unit', 'text'],
  ['state', 'text not null'],
  ['known_from', 'date not null'],
  ['grams', 'text[] not null'],
  ['demo', 'boolean not null'],
  ['event_seq', 'int8 not null'],
  ['leaf_no', 'int not null'],
  ['leaf', 'bytea not null'],
] as const

/** Personal and sensitive values lie in the table as ciphertext, so their column is text whatever their kind. */
export const isSealed = (field: Field): boolean => field.sensitivity === 'personal' || field.sensitivity === 'sensitive'

/** `planYear` → `plan_year`. */
export const columnName = (fieldName: string): string =>
  fieldName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** An identifier between double quotes: a field may be called `order` or `user`. Names hold no quote (checkDefinition). */
export const quoted = (name: string): string => `"${name}"`

/** Table of a ledger: `business-environment.issue` → `l_business_environment_issue`. */
export const tableName = (definition: LedgerDefinition): string => `l_${definition.id.replace(/[.-]/g, '_')}`

/** Name of the index that keeps an identifier unique. */
export const uniqueIndexName = (definition: LedgerDefinition, column: string): string =>
  `${tableName(definition)}_${column}_uq`

/** SQL type of a field's value column. */
export const sqlTypeOf = (field: Field): SqlType => (isSealed(field) ? 'text' : SQL_TYPE[field.kind])

/** A column of a field; `role` tells the value from the keyed hash that look-ups of sealed values go by. */
export type Column = { field: string; name: string; type: SqlType; role: 'value' | 'hmac' }

/** Columns of one field: its value, and for a sealed one its keyed hash. */
export const fieldColumns = (name: string, field: Field): Column[] => {
  const value: Column = { field: name, name: columnName(name), type: sqlTypeOf(field), role: 'value' }
  return isSealed(field) ? [value, { ...value, name: `${value.name}_hmac`, role: 'hmac' }] : [value]
}

/** All columns of a definition's fields, in its order. */
export const columnsOf = (definition: LedgerDefinition): Column[] =>
  Object.entries(definition.fields).flatMap(([name, field]) => fieldColumns(name, field))

const fenOf = (yuan: number): number => {
  const fen = Math.round(yuan * 100)
  if (!Number.isSafeInteger(fen)) throw new RangeError('amount outside the range of fen')
  return fen === 0 ? 0 : fen
}

/**
 * Canonical value → what the column holds: 元 become whole fen. A sealed field takes its ciphertext as it is.
 * Throws RangeError for an amount or integer JavaScript cannot hold exactly; parseEntry refuses those before.
 */
export const toColumn = (field: Field, value: Cell): Cell => {
  if (value === null || isSealed(field) || typeof value !== 'number') return value
  if (field.kind === 'money') return fenOf(value)
  if (field.kind === 'integer' && !Number.isSafeInteger(value)) throw new RangeError('integer outside the safe range')
  if (!Number.isFinite(value)) throw new RangeError('number is not finite')
  return value
}

const wholeNumber = (raw: unknown): number => {
  const value = typeof raw === 'number' ? raw : Number(raw)
  if (!Number.isSafeInteger(value)) throw new RangeError('column holds an integer outside the safe range')
  return value
}

/** What the driver returned → canonical value: fen become 元. Takes int8 as number, bigint or digits. */
export const fromColumn = (field: Field, raw: unknown): Cell => {
  if (raw === null || raw === undefined) return null
  if (isSealed(field)) return String(raw)
  if (field.kind === 'money') return wholeNumber(raw) / 100
  if (field.kind === 'integer') return wholeNumber(raw)
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw
  return String(raw)
}
