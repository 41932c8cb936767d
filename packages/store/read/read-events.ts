import type { Caller } from '../door/caller.ts'
import type { Json } from '../door/changes.ts'
import type { StoreParts } from '../door/store-parts.ts'
import { withCaller } from '../door/with-caller.ts'

export type EventRow = {
  stream: string
  seq: number
  at: string
  actor: string
  /** Name of the account that acted: who may see an event may see whose it is. */
  by: string
  kind: string
  subject: string | null
  body: { readonly [key: string]: Json }
}

export type EventQuery = {
  subject?: string
  /** Events about any of these. */
  subjects?: readonly string[]
  stream?: string
  actor?: string
  /** Keyset: events before this instant, stream and number. */
  before?: { at: string; stream: string; seq: number }
  /** The event that wrote a batch a row came with. */
  seq?: number
  limit?: number
}

const conditionsOf = (query: EventQuery, params: unknown[]): string[] => {
  const equal = (column: string, value: unknown): string[] => {
    if (value === undefined) return []
    params.push(value)
    return [`e.${column} = $${params.length}`]
  }
  const about = (): string[] => {
    if (!query.subjects) return []
    params.push(query.subjects)
    return [`e.subject = any($${params.length})`]
  }
  const before = (): string[] => {
    if (!query.before) return []
    params.push(query.before.at, query.before.stream, query.before.seq)
    const n = params.length
    return [`(e.at, e.stream, e.seq) < ($${n - 2}::timestamptz, $${n - 1}, $${n})`]
  }
  return [
    ...equal('subject', query.subject),
    ...about(),
    ...equal('stream', query.stream),
    ...equal('actor', query.actor),
    ...equal('seq', query.seq),
    ...before(),
  ]
}

/** Accounts lie in the city's own scope, so a county could not name even itself: read as the owner, by id. */
const namesOf = async (parts: StoreParts, city: string, actors: readonly string[]): Promise<Map<string, string>> => {
  const { rows } = await parts.owner.query<{ id: string; name: string }>(
    `select id, name from account where city = $1 and id = any($2)`,
    [city, [...new Set(actors)]],
  )
  return new Map([['system', '系统'], ...rows.map((row): [string, string] => [row.id, row.name])])
}

/** Events in the caller's sight, newest first. Bodies hold no values of figures and no personal data in clear. */
export const readEvents = async (parts: StoreParts, caller: Caller, query: EventQuery): Promise<EventRow[]> => {
  const params: unknown[] = [caller.city]
  const conditions = ['e.city = $1', ...conditionsOf(query, params)]
  const { rows } = await withCaller(parts.app, caller, (client) =>
    client.query<Omit<EventRow, 'body' | 'by'> & { body: string }>(
      `select e.stream, e.seq, e.at, e.actor, e.kind, e.subject, e.body from event e
       where ${conditions.join(' and ')} order by e.at desc, e.stream desc, e.seq desc limit ${Math.min(query.limit ?? 100, 1000)}`,
      params,
    ),
  )
  const names = await namesOf(
    parts,
    caller.city,
    rows.map((row) => row.actor),
  )
  return rows.map((row) => ({ ...row, by: names.get(row.actor) ?? row.actor, body: JSON.parse(row.body) }))
}
