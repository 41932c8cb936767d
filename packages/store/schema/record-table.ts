import type { Sensitivity } from '@yundiao/kernel'

export type RecordType = 'text' | 'int' | 'number' | 'day' | 'instant' | 'boolean' | 'texts' | 'json'

/** `since` names the migration that added the column; left out for those the table was made with. */
export type RecordField = { type: RecordType; sensitivity?: Sensitivity; required?: true; since?: string }

/**
 * A core table that crosses units (items, meetings, accounts …). Every such table has the same frame: city, id, version,
 * known_from, scopes, demo, the event that wrote the row and its leaf, plus its fields; `<table>_was` keeps replaced rows.
 */
export type RecordTable = {
  table: string
  /** The migration that made the table; left out for the first. */
  since?: string
  /** Stream of the event chain its changes go to. */
  stream: string
  fields: Readonly<Record<string, RecordField>>
  /** Fields whose words are held against the list of blocked names. */
  guarded?: readonly string[]
  /** Fields that are unique in a city when present. */
  unique?: readonly string[]
  /** Fields looked up often. */
  indexed?: readonly string[]
}

const SQL_TYPE: Record<RecordType, string> = {
  text: 'text',
  int: 'int8',
  number: 'float8',
  day: 'date',
  instant: 'timestamptz',
  boolean: 'boolean',
  texts: 'text[]',
  json: 'text',
}

export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Columns every record has before its own fields. */
export const FRAME = [
  ['city', 'text not null'],
  ['id', 'text not null'],
  ['version', 'int not null'],
  ['known_from', 'date not null'],
  ['scopes', 'text[] not null'],
  ['demo', 'boolean not null'],
  ['event_seq', 'int8 not null'],
  ['leaf_no', 'int not null'],
  ['leaf', 'bytea not null'],
] as const

const POLICY = `city = (select current_setting('yd.city', true))
  and scopes && (select string_to_array(current_setting('yd.scopes', true), ','))::text[]`

const columnSql = (name: string, field: RecordField): string => `${snakeCase(name)} ${SQL_TYPE[field.type]}`

/** The columns a table is made with: a field added by a later migration than the table's own is not among them. */
const columnsSql = (table: RecordTable): string =>
  [
    ...FRAME.map(([name, type]) => `${name} ${type}`),
    ...Object.entries(table.fields)
      .filter(([, field]) => field.since === undefined)
      .map(([name, field]) => columnSql(name, field)),
  ].join(', ')

const policies = (name: string, live: boolean): string[] => [
  `alter table ${name} enable row level security`,
  `create policy reads on ${name} for select to yd_app using (${POLICY})`,
  `create policy adds on ${name} for insert to yd_app with check (${POLICY})`,
  ...(live ? [`create policy changes on ${name} for update to yd_app using (${POLICY}) with check (${POLICY})`] : []),
  `grant select, insert${live ? ', update' : ''} on ${name} to yd_app`,
]

/** The DDL of a record table and of its `_was`, with row security and grants. */
const recordDdl = (table: RecordTable): string[] => {
  const { table: name } = table
  return [
    `create table ${name} (${columnsSql(table)}, primary key (city, id))`,
    `create index on ${name} using gin (scopes)`,
    ...(table.unique ?? []).map((field) => `create unique index on ${name} (city, ${snakeCase(field)})`),
    ...(table.indexed ?? []).map((field) => `create index on ${name} (city, ${snakeCase(field)})`),
    ...policies(name, true),
    `create table ${name}_was (${columnsSql(table)}, known_to date not null, primary key (city, id, version))`,
    ...policies(`${name}_was`, false),
  ]
}

/** What a migration adds: the tables that name it, and columns that name it in tables made before. */
export const additionDdl = (tables: readonly RecordTable[], migration: string): string[] =>
  tables.flatMap((table) => {
    if (table.since === migration) return recordDdl(table)
    const added = Object.entries(table.fields).filter(([, field]) => field.since === migration)
    const columns = added.map(([name, field]) => `add column ${columnSql(name, field)}`).join(', ')
    if (added.length === 0) return []
    return [table.table, `${table.table}_was`].map((name) => `alter table ${name} ${columns}`)
  })

/** The tables the first migration makes. */
export const firstDdl = (tables: readonly RecordTable[]): string[] =>
  tables.filter((table) => table.since === undefined).flatMap(recordDdl)
