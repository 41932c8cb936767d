import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Row } from './changes.ts'

export type Statement = { sql: string; params: readonly unknown[] }

/** Rows a statement: large enough to be quick, small enough that one parameter stays a few megabytes. */
const ROWS_PER_STATEMENT = 5000

const chunked = (rows: readonly Row[]): (readonly Row[])[] =>
  Array.from({ length: Math.ceil(rows.length / ROWS_PER_STATEMENT) }, (_, i) =>
    rows.slice(i * ROWS_PER_STATEMENT, (i + 1) * ROWS_PER_STATEMENT),
  )

const columnNames = (rows: readonly Row[]): string[] => Object.keys(rows[0] ?? {})

/** COPY is refused under row security; rows go in as one JSON parameter, typed by the table itself. */
export const insertStatements = (table: string, rows: readonly Row[]): Statement[] =>
  chunked(rows).map((chunk) => {
    const columns = columnNames(chunk).join(', ')
    return {
      sql: `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
      params: [JSON.stringify(chunk)],
    }
  })

/** Copies the versions about to be replaced to `_was`, closed on `today`, and writes the new ones over them. */
export const replaceStatements = (table: string, rows: readonly Row[], city: string, today: string): Statement[] =>
  chunked(rows).flatMap((chunk) => {
    const columns = columnNames(chunk)
    const idType = table.startsWith('l_') ? 'uuid' : 'text'
    const set = columns.filter((name) => name !== 'city' && name !== 'id').map((name) => `${name} = n.${name}`)
    return [
      {
        sql: `insert into ${table}_was (${columns.join(', ')}, known_to) select ${columns.join(', ')}, $1::date from ${table} where city = $2 and id = any($3::${idType}[])`,
        params: [today, city, chunk.map((row) => row.id)],
      },
      {
        sql: `update ${table} t set ${set.join(', ')} from json_populate_recordset(null::${table}, $1) n where t.city = $2 and t.id = n.id and n.city = t.city`,
        params: [JSON.stringify(chunk), city],
      },
    ]
  })

/** Events as rows. A commit of one event, the usual one, goes in as parameters: half the work of the JSON form. */
export const eventStatements = (events: readonly Row[]): Statement[] => {
  const [only] = events
  if (events.length !== 1 || !only) return insertStatements('event', events)
  const columns = Object.keys(only)
  const places = columns.map((_, index) => `$${index + 1}`)
  return [
    {
      sql: `insert into event (${columns.join(', ')}) values (${places.join(', ')})`,
      params: Object.values(only),
    },
  ]
}

export const headStatement = (heads: readonly Row[], city: string): Statement => {
  const [only] = heads
  if (heads.length === 1 && only)
    return {
      sql: 'update stream_head set seq = $1, hash = $2 where city = $3 and stream = $4',
      params: [only.seq, only.hash, city, only.stream],
    }
  return {
    sql: `update stream_head t set seq = n.seq, hash = n.hash from json_populate_recordset(null::stream_head, $1) n
      where t.city = $2 and t.stream = n.stream`,
    params: [JSON.stringify(heads), city],
  }
}

const renumber = (sql: string, offset: number): string =>
  sql.replaceAll(/\$(\d+)/g, (_, number: string) => `$${Number(number) + offset}`)

/** A name under which a connection keeps the plan of a statement: the same tables and columns are written again and again. */
const statementName = (text: string): string => `w${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`

/** Runs statements that touch different rows as one round trip. */
export const runTogether = async (client: PoolClient, statements: readonly Statement[]): Promise<void> => {
  if (statements.length === 0) return
  const params: unknown[] = []
  const parts = statements.map((statement, index) => {
    const sql = renumber(statement.sql, params.length)
    params.push(...statement.params)
    return `s${index} as (${sql})`
  })
  const text = `with ${parts.join(',\n')} select 1`
  await client.query({ name: statementName(text), text, values: params })
}
