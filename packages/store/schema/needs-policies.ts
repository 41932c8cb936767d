import type { RecordTable } from './record-table.ts'

/** Unset, the setting holds nothing: rows that need anything are not shown. */
const HOLDS = `(select string_to_array(current_setting('yd.holds', true), ','))::text[]`

const policy = (table: string): string =>
  `create policy holds on ${table} as restrictive to yd_app
     using (needs is null or needs <@ ${HOLDS} or '*' = any (${HOLDS}))`

/**
 * Rows that say what their readers must hold are shown to, and written by, nobody else, whatever their scopes: the
 * tables with such a column, their replaced rows, and the events that tell of them.
 */
export const needsDdl = (tables: readonly RecordTable[]): string[] => [
  'alter table event add column needs text[]',
  ...['event', ...tables.flatMap(({ table, fields }) => (fields.needs ? [table, `${table}_was`] : []))].map(policy),
]
