import {
  columnName,
  columnsOf,
  FRAME_COLUMNS,
  fieldColumns,
  isSealed,
  quoted,
  tableName,
  uniqueIndexName,
} from './columns.ts'
import type { Field, FieldKind, LedgerDefinition } from './definition.ts'

/**
 * Row security of ledgers: the caller's city and regions, in the one form that keeps using the indexes (the cast stands
 * outside the sub-select, or text = text[] has no operator). A row without a county carries the city's own code.
 */
const OWN_ROWS =
  `city = (select current_setting('yd.city', true)) ` +
  `and region = any((select string_to_array(current_setting('yd.regions', true), ','))::text[])`

const columnList = (definition: LedgerDefinition): string =>
  [
    ...FRAME_COLUMNS.map(([name, type]) => `${name} ${type}`),
    ...columnsOf(definition).map((column) => `${quoted(column.name)} ${column.type}`),
  ].join(', ')

/**
 * Grams and the region in one list, the region behind a blank, which no gram holds: one index narrows by words and
 * place together, where two would first list every row of a county. `yd_search` of the store asks in the same words.
 */
export const searchIndex = (table: string): string =>
  `create index on ${table} using gin ((grams || (' ' || region))) with (fastupdate = off)`

const liveIndexes = (table: string): string[] => [
  `create index on ${table} (city, known_from desc, id desc)`,
  `create index on ${table} (city, region, known_from desc, id desc)`,
  `create index on ${table} (city, state, known_from desc, id desc)`,
  `create index on ${table} (city, state, region)`,
  searchIndex(table),
]

/**
 * Row security compares the region with a setting the planner cannot look into, and takes it to be ten of them: with the
 * true number of places it would think that few rows are in sight, and sort what it need only walk.
 */
const regionsForPlanner = (table: string): string => `alter table ${table} alter column region set (n_distinct = 10)`

/** Kinds people ask ranges of. Rows without the value, most of them in a wide sheet, cost nothing. */
const RANGED: readonly FieldKind[] = ['day', 'money']

/** The region stands in the index so that a county reads its own rows only. */
const rangeIndex = (definition: LedgerDefinition, name: string, field: Field): string[] =>
  RANGED.includes(field.kind) && !isSealed(field)
    ? [columnName(name)].map(
        (column) =>
          `create index on ${tableName(definition)} (city, ${quoted(column)}, region) where ${quoted(column)} is not null`,
      )
    : []

const liveSecurity = (table: string): string[] => [
  `alter table ${table} enable row level security`,
  `create policy reads on ${table} for select to yd_app using (${OWN_ROWS})`,
  `create policy adds on ${table} for insert to yd_app with check (${OWN_ROWS})`,
  `create policy changes on ${table} for update to yd_app using (${OWN_ROWS}) with check (${OWN_ROWS})`,
  `grant select, insert, update on ${table} to yd_app`,
]

const wasSecurity = (table: string): string[] => [
  `alter table ${table} enable row level security`,
  `create policy reads on ${table} for select to yd_app using (${OWN_ROWS})`,
  `create policy adds on ${table} for insert to yd_app with check (${OWN_ROWS})`,
  `grant select, insert on ${table} to yd_app`,
]

/** Unique when present, within the city; a sealed field is unique by its keyed hash. */
export const uniqueIndex = (definition: LedgerDefinition, name: string, field: Field): string[] =>
  fieldColumns(name, field)
    .slice(-1)
    .map(
      (column) =>
        `create unique index ${uniqueIndexName(definition, column.name)} on ${tableName(definition)} ` +
        `(city, ${quoted(column.name)}) where ${quoted(column.name)} is not null`,
    )

/** The counterpart of uniqueIndex. */
export const dropUniqueIndex = (definition: LedgerDefinition, name: string, field: Field): string[] =>
  fieldColumns(name, field)
    .slice(-1)
    .map((column) => `drop index ${uniqueIndexName(definition, column.name)}`)

/** Columns of one more field, in the table and in its history, with its index. */
export const addField = (definition: LedgerDefinition, name: string, field: Field): string[] => {
  const table = tableName(definition)
  const columns = fieldColumns(name, field).flatMap((column) => [
    `alter table ${table} add column ${quoted(column.name)} ${column.type}`,
    `alter table ${table}_was add column ${quoted(column.name)} ${column.type}`,
  ])
  return [...columns, ...rangeIndex(definition, name, field)]
}

/**
 * SQL that makes the table of a checked definition, its `_was`, indexes, row security and grants; run as the owner.
 * `_was` holds replaced versions: indexed by the day they were replaced, so that reading a recent day touches few.
 */
export const createTables = (definition: LedgerDefinition): string[] => {
  const table = tableName(definition)
  const fields = Object.entries(definition.fields)
  const unique = fields.filter(([, field]) => field.unique)
  return [
    `create table ${table} (${columnList(definition)}, primary key (city, id))`,
    regionsForPlanner(table),
    ...liveIndexes(table),
    ...fields.flatMap(([name, field]) => rangeIndex(definition, name, field)),
    ...unique.flatMap(([name, field]) => uniqueIndex(definition, name, field)),
    ...liveSecurity(table),
    `create table ${table}_was (${columnList(definition)}, known_to date not null, primary key (city, id, version))`,
    `create index on ${table}_was (city, known_to, known_from)`,
    ...wasSecurity(`${table}_was`),
  ]
}
