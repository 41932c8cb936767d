import { Problem } from '@yundiao/kernel'
import type { Pool, PoolClient } from 'pg'
import type { Caller } from './caller.ts'

const PATTERNS = {
  city: /^\d{6}$/,
  regions: /^[a-z0-9-]*(,[a-z0-9-]+)*$/,
  open_regions: /^[a-z0-9-]*(,[a-z0-9-]+)*$/,
  scopes: /^([a-z](:[a-zA-Z0-9_-]+)?)?(,[a-z](:[a-zA-Z0-9_-]+)?)*$/,
  early: /^\d*(,\d+)*$/,
  holds: /^(\*|[a-z]:[a-zA-Z0-9_-]+(,[a-z]:[a-zA-Z0-9_-]+)*)$/,
} as const

type Setting = keyof typeof PATTERNS

const checked = (name: Setting, value: string): string => {
  if (!PATTERNS[name].test(value)) throw new Problem('right.missing', `权限参数 ${name} 写法不合规，已拒绝`)
  return value
}

/** As SET LOCAL, each to the end of the transaction. The only place that sets them. */
const SETTINGS = {
  name: 'settings',
  text: `select set_config('role', 'yd_app', true), set_config('yd.city', $1, true), set_config('yd.regions', $2, true),
    set_config('yd.open_regions', $3, true), set_config('yd.scopes', $4, true), set_config('yd.early', $5, true),
    set_config('yd.holds', $6, true)`,
}

/** The statement that puts a caller's rights on one transaction. */
const settingsOf = (caller: Caller) => ({
  ...SETTINGS,
  values: [
    checked('city', caller.city),
    checked('regions', caller.regions.join(',')),
    checked('open_regions', caller.references.join(',')),
    checked('scopes', caller.scopes.join(',')),
    checked('early', caller.early.join(',')),
    checked('holds', caller.holds.join(',')),
  ],
})

/** Sequence numbers of the streams whose content is cached in process. */
export type CacheHeads = Readonly<Record<string, number>>

/** Where a stream stands: the number and hash of its last event. */
export type Head = { seq: number; hash: Buffer }

const CACHED: readonly string[] = ['blocked', 'definition']

const SELECT_HEADS = 'select stream, seq, hash from stream_head where city = $1 and stream = any($2)'
const READ_HEADS = { name: 'heads', text: SELECT_HEADS }
const LOCK_HEADS = { name: 'heads-locked', text: `${SELECT_HEADS} order by stream for update` }

type HeadRow = Head & { stream: string }

/** What a transaction begins with. `locked` are the heads of the streams it will append to, held until it ends. */
export type Begun = { heads: CacheHeads; locked: Map<string, Head> }

const noRows = async (): Promise<{ rows: HeadRow[] }> => ({ rows: [] })

/** Sent in one go, answered in order: a fault in one leaves the rest refused. */
const begin = async (client: PoolClient, caller: Caller, mode: Mode): Promise<Begun> => {
  const settings = settingsOf(caller)
  const [, , cached, locked] = await Promise.all([
    client.query(mode === 'read' ? 'begin isolation level repeatable read read only' : 'begin'),
    client.query(settings),
    client.query<HeadRow>({ ...READ_HEADS, values: [caller.city, CACHED] }),
    mode === 'read' ? noRows() : client.query<HeadRow>({ ...LOCK_HEADS, values: [caller.city, mode.append] }),
  ])
  return {
    heads: Object.fromEntries(cached.rows.map((row) => [row.stream, row.seq])),
    locked: new Map(locked.rows.map(({ stream, seq, hash }) => [stream, { seq, hash }])),
  }
}

/** `append` names the streams a commit will append to: their heads are locked first of all, in one order for everybody. */
export type Mode = 'read' | { append: readonly string[] }

/**
 * Takes statements that were sent and not yet answered, the last of a transaction: its commit goes out behind them
 * without waiting, so that locked heads are held one round trip less.
 */
export type Last = (sent: Promise<unknown>) => void

const commitBehind = async (client: PoolClient, sent: readonly Promise<unknown>[]): Promise<void> => {
  const [ended] = await Promise.all([client.query('commit'), ...sent])
  if (ended.command !== 'COMMIT') throw new Error(`commit was answered by ${ended.command}`)
}

/**
 * Runs `work` in one transaction under the caller's rights. Row security does the rest: unset settings show no rows.
 * Rolls back on any throw.
 */
export const withCaller = async <T>(
  pool: Pool,
  caller: Caller,
  work: (client: PoolClient, heads: CacheHeads, locked: Map<string, Head>, last: Last) => Promise<T>,
  mode: Mode = 'read',
): Promise<T> => {
  const client = await pool.connect()
  const sent: Promise<unknown>[] = []
  const last: Last = (statements) => {
    statements.catch(() => undefined)
    sent.push(statements)
  }
  let broken: Error | undefined
  try {
    const { heads, locked } = await begin(client, caller, mode)
    const value = await work(client, heads, locked, last)
    await commitBehind(client, sent)
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
