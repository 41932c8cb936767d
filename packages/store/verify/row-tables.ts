import type { PoolClient } from 'pg'
import { NOT_CONTENT } from '../door/versioned.ts'
import type { RecordTable } from '../schema/record-table.ts'
import { RECORD_TABLES } from '../schema/record-tables.ts'

/** A table of versioned rows with the columns its leaves cover. */
export type RowTable = { table: string; columns: readonly string[] }

const ledgerTable = (ledger: string): string => `l_${ledger.replace(/[.-]/g, '_')}`

// Ledgers whose definition was taken away are told by the events that defined them.
const LEDGERS = `select id from definition where city = $1
  union select subject from event where city = $1 and stream = 'definition' and kind = 'ledger.defined'`

const COLUMNS = `select table_name::text as table, array_agg(column_name::text order by ordinal_position) as columns
  from information_schema.columns where table_schema = 'public' and table_name = any($1) and column_name <> all($2)
  group by 1 order by 1`

const streamsOfTables = async (client: PoolClient, city: string): Promise<Map<string, string>> => {
  const { rows } = await client.query<{ id: string | null }>(LEDGERS, [city])
  const records = Object.values<RecordTable>(RECORD_TABLES).map(({ table, stream }): [string, string] => [
    table,
    stream,
  ])
  const ledgers = rows.flatMap(({ id }): [string, string][] => (id === null ? [] : [[ledgerTable(id), `ledger/${id}`]]))
  return new Map([...records, ...ledgers])
}

/** Record tables and ledgers of a city by the stream whose events vouch for their rows. */
export const rowTables = async (client: PoolClient, city: string): Promise<Map<string, RowTable[]>> => {
  const streams = await streamsOfTables(client, city)
  const { rows } = await client.query<RowTable>(COLUMNS, [[...streams.keys()], NOT_CONTENT])
  const found = new Map<string, RowTable[]>()
  for (const row of rows) {
    const stream = streams.get(row.table) ?? ''
    found.set(stream, [...(found.get(stream) ?? []), row])
  }
  return found
}
