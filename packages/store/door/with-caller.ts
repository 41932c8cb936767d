import { Problem } from '@yundiao/kernel'
import type { Pool, PoolClient, QueryResult } from 'pg'
import type { Caller } from './caller.ts'

const PATTERNS = {
  city: /^\d{6}$/,
  regions: /^[a-z0-9-]*(,[a-z0-9-]+)*$/,
  open_regions: /^[a-z0-9-]*(,[a-z0-9-]+)*$/,
  scopes: /^([a-z](:[a-zA-Z0-9_-]+)?)?(,[a-z](:[a-zA-Z0-9_-]+)?)*$/,
  early: /^\d*(,\d+)*$/,
} as const

type Setting = keyof typeof PATTERNS

const assignment = (name: Setting, value: string): string => {
  if (!PATTERNS[name].test(value)) throw new Problem('right.missing', `权限参数 ${name} 写法不合规，已拒绝`)
  return `set local yd.${name} = '${value}'`
}

/** The statements that put a caller's rights on one transaction. The only place that sends SET. */
const settingsOf = (caller: Caller): string =>
  [
    'set local role yd_app',
    assignment('city', caller.city),
    assignment('regions', caller.regions.join(',')),
    assignment('open_regions', caller.references.join(',')),
    assignment('scopes', caller.scopes.join(',')),
    assignment('early', caller.early.join(',')),
  ].join('; ')

/** Sequence numbers of the streams whose content is cached in process. */
export type CacheHeads = Readonly<Record<string, number>>

/** Where a stream stands: the number and hash of its last event. */
export type Head = { seq: number; hash: Buffer }

const CACHED: readonly string[] = ['blocked', 'definition', 'figure']

const STREAM = /^[a-z][a-z0-9./-]*$/

const quotedStreams = (streams: readonly string[]): string =>
  streams
    .map((stream) => {
      if (!STREAM.test(stream)) throw new Problem('input.invalid', `没有 ${stream} 这类记录，请核对名称`)
      return `'${stream}'`
    })
    .join(', ')

const selectHeads = (city: string, streams: readonly string[], lock: string): string =>
  `select stream, seq, hash from stream_head where city = '${city}' and stream in (${quotedStreams(streams)})${lock}`

type HeadRow = Head & { stream: string }

/** What a transaction begins with. `locked` are the heads of the streams it will append to, held until it ends. */
export type Begun = { heads: CacheHeads; locked: Map<string, Head> }

const begin = async (client: PoolClient, caller: Caller, mode: Mode): Promise<Begun> => {
  const isWrite = mode !== 'read'
  const opening = isWrite ? 'begin' : 'begin isolation level repeatable read read only'
  const statements = [opening, settingsOf(caller), selectHeads(caller.city, CACHED, '')]
  if (isWrite) statements.push(selectHeads(caller.city, mode.append, ' order by stream for update'))
  const results = (await client.query(statements.join('; '))) as unknown as QueryResult<HeadRow>[]
  const rowsAt = (fromEnd: number): HeadRow[] => results.at(-fromEnd)?.rows ?? []
  const cached = Object.fromEntries(rowsAt(isWrite ? 2 : 1).map((row) => [row.stream, row.seq]))
  const locked = isWrite ? rowsAt(1).map(({ stream, seq, hash }): [string, Head] => [stream, { seq, hash }]) : []
  return { heads: cached, locked: new Map(locked) }
}

/** `append` names the streams a commit will append to: their heads are locked first of all, in one order for everybody. */
export type Mode = 'read' | { append: readonly string[] }

/**
 * Runs `work` in one transaction under the caller's rights. Row security does the rest: unset settings show no rows.
 * Rolls back on any throw.
 */
export const withCaller = async <T>(
  pool: Pool,
  caller: Caller,
  work: (client: PoolClient, heads: CacheHeads, locked: Map<string, Head>) => Promise<T>,
  mode: Mode = 'read',
): Promise<T> => {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const { heads, locked } = await begin(client, caller, mode)
    const value = await work(client, heads, locked)
    await client.query('commit')
    return value
  } catch (error) {
    await client.query('rollback').catch((rollbackError: Error) => {
      broken = rollbackError
    })
    throw error
  } finally {
    client.release(broken)
  }
}
