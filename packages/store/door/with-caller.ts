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

const headsOf = (results: QueryResult | QueryResult[]): CacheHeads => {
  const last = Array.isArray(results) ? results.at(-1) : results
  return Object.fromEntries((last?.rows ?? []).map((row: { stream: string; seq: number }) => [row.stream, row.seq]))
}

/**
 * Runs `work` in one transaction under the caller's rights. Row security does the rest: unset settings show no rows.
 * Rolls back on any throw.
 */
export const withCaller = async <T>(
  pool: Pool,
  caller: Caller,
  work: (client: PoolClient, heads: CacheHeads) => Promise<T>,
  mode: 'read' | 'write' = 'read',
): Promise<T> => {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const begin = mode === 'read' ? 'begin isolation level repeatable read read only' : 'begin'
    const results = await client.query(
      `${begin}; ${settingsOf(caller)}; select stream, seq from stream_head where city = '${caller.city}' and stream in ('blocked', 'definition', 'figure')`,
    )
    const value = await work(client, headsOf(results as unknown as QueryResult[]))
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
