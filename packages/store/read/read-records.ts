import type { LocalDate } from '@yundiao/kernel'
import type { Caller } from '../door/caller.ts'
import type { Json } from '../door/changes.ts'
import type { StoreParts } from '../door/store-parts.ts'
import { withCaller } from '../door/with-caller.ts'
import { FRAME, type RecordTable, snakeCase } from '../schema/record-table.ts'
import { RECORD_TABLES, type RecordName } from '../schema/record-tables.ts'

type TypeOf = {
  text: string
  int: number
  number: number
  day: LocalDate
  instant: string
  boolean: boolean
  texts: string[]
  json: Json
}
type Fields<N extends RecordName> = (typeof RECORD_TABLES)[N]['fields']
type ValueOf<F> = F extends { type: infer T extends keyof TypeOf; required: true }
  ? TypeOf[T]
  : F extends { type: infer T extends keyof TypeOf }
    ? TypeOf[T] | null
    : never

/** A record as read: its fields by camelCase name, and the frame that matters to readers. */
export type RecordOf<N extends RecordName> = { [K in keyof Fields<N>]: ValueOf<Fields<N>[K]> } & {
  id: string
  version: number
  knownFrom: LocalDate
  demo: boolean
}

export type RecordQuery = {
  /** Equality on fields; null asks for those not known; an array for any of. */
  where?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>
  /** `-seq` for descending. Default: id, which is by time. */
  order?: string
  limit?: number
  /** As known at the end of that day. */
  on?: LocalDate
}

const selectList = (table: RecordTable): string =>
  [
    'id',
    'version',
    'known_from as "knownFrom"',
    'demo',
    ...Object.keys(table.fields).map((name) => `${snakeCase(name)} as "${name}"`),
  ].join(', ')

const source = (table: RecordTable, on: LocalDate | undefined, params: unknown[]): string => {
  if (on === undefined) return table.table
  params.push(on)
  const day = `$${params.length}::date`
  const columns = [...FRAME.map(([name]) => name), ...Object.keys(table.fields).map(snakeCase)].join(', ')
  return `(select ${columns} from ${table.table} where known_from <= ${day}
    union all select ${columns} from ${table.table}_was where known_from <= ${day} and ${day} < known_to) as ${table.table}`
}

const condition = (table: RecordTable, name: string, value: unknown, params: unknown[]): string => {
  if (name !== 'id' && !table.fields[name]) throw new Error(`${table.table} has no field ${name}`)
  const column = snakeCase(name)
  if (value === null) return `${column} is null`
  params.push(value)
  return Array.isArray(value) ? `${column} = any($${params.length})` : `${column} = $${params.length}`
}

const orderBy = (table: RecordTable, order: string | undefined): string => {
  const name = (order ?? 'id').replace(/^-/, '')
  if (name !== 'id' && !table.fields[name]) throw new Error(`${table.table} has no field ${name}`)
  return `${snakeCase(name)}${order?.startsWith('-') ? ' desc nulls last' : ''}, id`
}

const parsed = (table: RecordTable, row: Record<string, unknown>): Record<string, unknown> => {
  for (const [name, field] of Object.entries(table.fields))
    if (field.type === 'json' && typeof row[name] === 'string') row[name] = JSON.parse(row[name])
  return row
}

/** Records of one table that the caller may see. */
export const readRecords = async <N extends RecordName>(
  parts: StoreParts,
  caller: Caller,
  name: N,
  query: RecordQuery = {},
): Promise<RecordOf<N>[]> => {
  const table: RecordTable = RECORD_TABLES[name]
  const params: unknown[] = [caller.city]
  const from = source(table, query.on, params)
  const conditions = Object.entries(query.where ?? {}).map(([field, value]) => condition(table, field, value, params))
  const sql = `select ${selectList(table)} from ${from} where ${['city = $1', ...conditions].join(' and ')}
    order by ${orderBy(table, query.order)} limit ${Math.min(query.limit ?? 10_000, 10_000)}`
  const { rows } = await withCaller(parts.app, caller, (client) => client.query(sql, params))
  return rows.map((row) => parsed(table, row)) as RecordOf<N>[]
}

/** One record by id, or null when there is none in the caller's sight. */
export const readRecord = async <N extends RecordName>(
  parts: StoreParts,
  caller: Caller,
  name: N,
  id: string,
  on?: LocalDate,
): Promise<RecordOf<N> | null> => {
  const [row] = await readRecords(parts, caller, name, { where: { id }, limit: 1, ...(on ? { on } : {}) })
  return row ?? null
}
