import type { Caller } from '../door/caller.ts'
import type { Json } from '../door/changes.ts'
import type { StoreParts } from '../door/store-parts.ts'
import { withCaller } from '../door/with-caller.ts'

export type EventRow = {
  stream: string
  seq: number
  at: string
  actor: string
  /** Name of the account that acted, where it is in the caller's sight. */
  by: string
  kind: string
  subject: string | null
  body: { readonly [key: string]: Json }
}

export type EventQuery = {
  subject?: string
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
  const before = (): string[] => {
    if (!query.before) return []
    params.push(query.before.at, query.before.stream, query.before.seq)
    const n = params.length
    return [`(e.at, e.stream, e.seq) < ($${n - 2}::timestamptz, $${n - 1}, $${n})`]
  }
  return [
    ...equal('subject', query.subject),
    ...equal('stream', query.stream),
    ...equal('actor', query.actor),
    ...equal('seq', query.seq),
    ...before(),
  ]
}

/** Events in the caller's sight, newest first. Bodies hold no values of figures and no personal data in clear. */
export const readEvents = async (parts: StoreParts, caller: Caller, query: EventQuery): Promise<EventRow[]> => {
  const params: unknown[] = [caller.city]
  const conditions = ['e.city = $1', ...conditionsOf(query, params)]
  const { rows } = await withCaller(parts.app, caller, (client) =>
    client.query<Omit<EventRow, 'body'> & { body: string }>(
      `select e.stream, e.seq, e.at, e.actor, coalesce(a.name, e.actor) as by, e.kind, e.subject, e.body
       from event e left join account a on a.city = e.city and a.id = e.actor
       where ${conditions.join(' and ')} order by e.at desc, e.stream desc, e.seq desc limit ${Math.min(query.limit ?? 100, 1000)}`,
      params,
    ),
  )
  return rows.map((row) => ({ ...row, body: JSON.parse(row.body) }))
}
