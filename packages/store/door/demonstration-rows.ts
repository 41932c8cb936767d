import { DEMONSTRATION, type FigureRef, printFigureRef, type SeriesKey } from '@yundiao/figures'
import { type LedgerDefinition, tableName } from '@yundiao/ledgers'
import type { PoolClient } from 'pg'
import { type RecordTable, snakeCase } from '../schema/record-table.ts'
import { RECORD_TABLES, type RecordName } from '../schema/record-tables.ts'
import { PARTS, POINTERS, type Tie } from '../schema/ties.ts'
import type { Json, RecordValues } from './changes.ts'

/** Rows of one table that belong to the demonstration; `name` is the record's name or the ledger's id. */
export type DemoRows = { name: string; table: string; stream: string; kind: string; ids: readonly string[] }

export type DemoFigure = { series: number; region: string; period: string; vintage: number; ref: FigureRef }

/** What people sign in with and what day it is: part of running a demonstration, not of what it shows. */
const SURROUNDINGS: readonly RecordName[] = ['account', 'setting']

const RECORDS = Object.entries<RecordTable>(RECORD_TABLES) as [RecordName, RecordTable][]

export const streamsOf = (definitions: Iterable<LedgerDefinition>): string[] => [
  ...new Set([
    ...RECORDS.map(([, { stream }]) => stream),
    ...[...definitions].map(({ id }) => `ledger/${id}`),
    'figure',
    'release',
  ]),
]

const idsOf = async (client: PoolClient, sql: string, params: unknown[]): Promise<string[]> => {
  const { rows } = await client.query<{ id: string }>(sql, params)
  return rows.map((row) => row.id)
}

const marked = (client: PoolClient, city: string, table: string): Promise<string[]> =>
  idsOf(client, `select id::text as id from ${table} where city = $1 and demo order by id`, [city])

/** Whether a field names any of some ids: equal to one, or for a list sharing one. */
const names = ({ from, field }: Tie): string => {
  const column = snakeCase(field)
  const fields: RecordTable['fields'] = RECORD_TABLES[from].fields
  return fields[field]?.type === 'texts' ? `${column} && $2::text[]` : `${column} = any($2::text[])`
}

type Found = Map<string, Set<string>>

const targets = (found: Found, { to }: Tie): string[] =>
  to === undefined ? [...found.values()].flatMap((ids) => [...ids]) : [...(found.get(to) ?? [])]

const addParts = async (client: PoolClient, city: string, found: Found): Promise<void> => {
  for (const tie of PARTS) {
    const { table } = RECORD_TABLES[tie.from]
    const ids = await idsOf(client, `select id from ${table} where city = $1 and ${names(tie)}`, [
      city,
      targets(found, tie),
    ])
    const held = found.get(tie.from) ?? new Set()
    found.set(tie.from, new Set([...held, ...ids]))
  }
}

/** The rows marked as demonstration and what hangs on them, by table. The client is the owner's: nothing is left out. */
export const readDemoRows = async (
  client: PoolClient,
  city: string,
  definitions: readonly LedgerDefinition[],
  { accounts }: { accounts: boolean },
): Promise<DemoRows[]> => {
  const found: Found = new Map()
  const records = RECORDS.filter(([name]) => accounts || !SURROUNDINGS.includes(name))
  for (const [name, { table }] of records) found.set(name, new Set(await marked(client, city, table)))
  const ledgers: DemoRows[] = []
  for (const definition of definitions) {
    const table = tableName(definition)
    const ids = await marked(client, city, table)
    ledgers.push({ name: definition.id, table, stream: `ledger/${definition.id}`, kind: 'entry.removed', ids })
  }
  found.set('entry', new Set(ledgers.flatMap(({ ids }) => ids)))
  await addParts(client, city, found)
  const kept = RECORDS.map(([name, { table, stream }]): DemoRows => {
    return { name, table, stream, kind: `${table}.removed`, ids: [...(found.get(name) ?? [])].sort() }
  })
  return [...kept, ...ledgers].filter(({ ids }) => ids.length > 0)
}

export type ChangeBack = { table: RecordName; id: string; version: number; set: RecordValues }

const emptied = (tie: (typeof POINTERS)[number], value: unknown, gone: readonly string[]): RecordValues => {
  if (tie.otherwise) return tie.otherwise
  return { [tie.field]: Array.isArray(value) ? (value.filter((one) => !gone.includes(one)) as Json[]) : null }
}

/** Records that stay and point at one that goes, with what each is set back to. */
export const readChangesBack = async (
  client: PoolClient,
  city: string,
  removed: readonly DemoRows[],
): Promise<ChangeBack[]> => {
  const gone = new Map(removed.map(({ name, ids }) => [name, new Set(ids)]))
  const entries = removed.filter(({ kind }) => kind === 'entry.removed').flatMap(({ ids }) => ids)
  const found: Found = new Map([...gone, ['entry', new Set(entries)]])
  const changes = new Map<string, ChangeBack>()
  for (const tie of POINTERS) {
    const { table } = RECORD_TABLES[tie.from]
    const { rows } = await client.query<{ id: string; version: number; value: unknown }>(
      `select id, version, ${snakeCase(tie.field)} as value from ${table}
       where city = $1 and ${names(tie)} and not id = any($3::text[]) order by id`,
      [city, targets(found, tie), [...(gone.get(tie.from) ?? [])]],
    )
    for (const { id, version, value } of rows) {
      const set = { ...changes.get(`${table} ${id}`)?.set, ...emptied(tie, value, targets(found, tie)) }
      changes.set(`${table} ${id}`, { table: tie.from, id, version, set })
    }
  }
  return [...changes.values()]
}

type FigureRow = SeriesKey & Omit<DemoFigure, 'ref'>

/** Figures of the demonstration that hold now: those of series whose concept says so. */
export const readDemoFigures = async (client: PoolClient, city: string): Promise<DemoFigure[]> => {
  const { rows } = await client.query<FigureRow>(
    `select s.indicator, s.measure, s.accumulation, s.origin, s.concept, s.dims, f.series, f.region, f.period, f.vintage
     from figure f join series s on s.city = f.city and s.id = f.series
     where f.city = $1 and s.concept = $2 and f.known_to = 'infinity' order by f.series, f.region, f.period`,
    [city, DEMONSTRATION],
  )
  return rows.map(({ series, region, period, vintage, ...key }) => ({
    series,
    region,
    period,
    vintage,
    ref: printFigureRef({ city, series: key, region, period, vintage }),
  }))
}
