import { type LocalDate, Problem } from '@yundiao/kernel'
import { quoted } from '@yundiao/ledgers'
import type { PoolClient } from 'pg'
import { RECORD_TABLES } from '../schema/record-tables.ts'
import { chainEvents, lockHeads } from './append.ts'
import type { Caller } from './caller.ts'
import type { EventDraft } from './changes.ts'
import {
  type ChangeBack,
  type DemoFigure,
  type DemoRows,
  readChangesBack,
  readDemoFigures,
  readDemoRows,
  streamsOf,
} from './demonstration-rows.ts'
import { currentRow, type PlanContext, readNeeds } from './plan-context.ts'
import { planChange } from './plan-records.ts'
import { readReference } from './reference.ts'
import type { StoreParts } from './store-parts.ts'
import { uuidV7 } from './uuid-v7.ts'
import { headStatement, insertStatements, replaceStatements, runTogether } from './write-rows.ts'

const ROWS_PER_EVENT = 1000

/** `accounts`: the accounts to try it with and the pinned day go too. */
export type RemovalOptions = { accounts?: boolean; note?: string }

/** What went, by table, and which records were set back because they pointed at one that went. */
export type Removal = { rows: { name: string; count: number }[]; figures: number; changedBack: number }

const chunked = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / ROWS_PER_EVENT) }, (_, i) =>
    list.slice(i * ROWS_PER_EVENT, (i + 1) * ROWS_PER_EVENT),
  )

type Frame = { city: string; day: LocalDate; note: string | undefined }

/** Ids of rows out of a reader's sight must not come with an event in it: only those who hold the whole city read these. */
const frameOf = ({ city, day, note }: Frame, only: string | null) => ({
  subject: only,
  scopes: [`r:${city}`],
  body: { day, ...(note ? { note } : {}) },
  rows: [],
})

const eventsOf = ({ stream, kind, ids }: DemoRows, frame: Frame): EventDraft[] =>
  chunked(ids).map((part) => {
    const draft = frameOf(frame, ids.length === 1 ? (ids[0] ?? null) : null)
    return { stream, kind, ...draft, body: { ...draft.body, ids: part } }
  })

const figureEvents = (figures: readonly DemoFigure[], frame: Frame): EventDraft[] =>
  chunked(figures).map((part) => {
    const draft = frameOf(frame, null)
    const body = { ...draft.body, refs: part.map(({ ref }) => ref) }
    return { stream: 'release', kind: 'figure.removed', follows: 'figure', ...draft, body }
  })

const columnsOf = async (client: PoolClient, table: string): Promise<string> => {
  const { rows } = await client.query<{ name: string }>(
    `select column_name::text as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 order by ordinal_position`,
    [table],
  )
  return rows.map(({ name }) => quoted(name)).join(', ')
}

/** Rows go to `_was` as they are and leave the live table: read as known on an earlier day they are still there. */
const moveAway = async (client: PoolClient, { table, ids }: DemoRows, { city, day }: Frame): Promise<void> => {
  const columns = await columnsOf(client, table)
  const which = `where city = $1 and id = any($2::${table.startsWith('l_') ? 'uuid' : 'text'}[])`
  const moved = await client.query(
    `insert into ${table}_was (${columns}, known_to) select ${columns}, greatest(known_from, $3::date) from ${table} ${which}`,
    [city, ids, day],
  )
  const gone = await client.query(`delete from ${table} ${which}`, [city, ids])
  if (moved.rowCount !== ids.length || gone.rowCount !== ids.length)
    throw new Error(`${table}: ${ids.length} rows to remove, ${moved.rowCount} kept, ${gone.rowCount} gone`)
}

const endFigures = async (client: PoolClient, figures: readonly DemoFigure[], { city, day }: Frame): Promise<void> => {
  if (figures.length === 0) return
  await client.query(
    `update figure f set known_to = greatest(f.known_on, $2::date),
       open_to = case when f.opened_on is null then f.open_to else greatest(f.opened_on, $2::date) end
     from json_to_recordset($3) as k(series int, region text, period text, vintage int)
     where f.city = $1 and f.series = k.series and f.region = k.region and f.period = k.period and f.vintage = k.vintage`,
    [city, day, JSON.stringify(figures)],
  )
}

const planBack = async (client: PoolClient, parts: StoreParts, caller: Caller, changes: readonly ChangeBack[]) => {
  const needs = changes.map(({ table, id }) => ({ table: RECORD_TABLES[table].table, ids: [id], lock: true }))
  const locked = await readNeeds(client, caller.city, needs)
  const now = parts.now()
  const context: PlanContext = {
    caller,
    reference: await readReference(client, caller.city, {}),
    locked,
    newId: () => uuidV7(now.getTime()),
    at: now.toISOString(),
    current: currentRow(locked),
  }
  return changes.map((change) => planChange(context, { do: 'change', ...change, note: '所指的演示数据已清除' }))
}

const removeIn = async (
  client: PoolClient,
  parts: StoreParts,
  caller: Caller,
  { accounts = false, note }: RemovalOptions,
): Promise<Removal> => {
  const { city, today: day } = caller
  const frame: Frame = { city, day, note }
  const { definitions } = await readReference(client, city, {})
  const ledgers = [...definitions.values()].map(({ definition }) => definition)
  // Every stream is locked before a row is read: nothing is added to the demonstration meanwhile.
  const heads = await lockHeads(client, city, streamsOf(ledgers))
  const removed = await readDemoRows(client, city, ledgers, { accounts })
  const figures = await readDemoFigures(client, city)
  const back = await planBack(client, parts, caller, await readChangesBack(client, city, removed))
  const drafts = [
    ...back.flatMap(({ events }) => events),
    ...removed.flatMap((rows) => eventsOf(rows, frame)),
    ...figureEvents(figures, frame),
  ]
  if (drafts.length === 0) return { rows: [], figures: 0, changedBack: 0 }
  const chained = chainEvents(city, caller.id, parts.now().toISOString(), parts.alg, heads, drafts)
  await runTogether(
    client,
    back.flatMap(({ replacements }) =>
      replacements.flatMap(({ table, rows }) => replaceStatements(table, rows, city, day)),
    ),
  )
  for (const rows of removed) await moveAway(client, rows, frame)
  await endFigures(client, figures, frame)
  await runTogether(client, [...insertStatements('event', chained.events), headStatement(chained.heads, city)])
  const counts = removed.map(({ name, ids }) => ({ name, count: ids.length }))
  return { rows: counts, figures: figures.length, changedBack: back.length }
}

/**
 * Takes the demonstration out of a city in one transaction: its rows move to `_was`, its figures end, and what is real
 * and pointed at it is set back, each told by an event. Runs as the owner of the tables, for the role of requests has no
 * right to delete (decision 0011). Throws Problem right.missing.
 */
export const removeDemonstration = async (
  parts: StoreParts,
  caller: Caller,
  options: RemovalOptions = {},
): Promise<Removal> => {
  if (caller.role !== 'system') throw new Problem('right.missing', '演示数据只能由系统清除')
  const client = await parts.owner.connect()
  try {
    await client.query('begin')
    const removal = await removeIn(client, parts, caller, options)
    await client.query('commit')
    return removal
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}
