import type { LocalDate } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'

/** Streams whose events change what a board shows; a commit to one of them makes every held board stale. */
export const BOARD_STREAMS = ['definition', 'figure', 'release', 'target', 'user'] as const

const KEPT = 200
const MINUTE = 60_000

/**
 * What decides which rows a person sees. Two people share a board only when all of it is equal: the rights themselves
 * are the key, not a name for them.
 */
export const rightsKey = (caller: Caller): string =>
  JSON.stringify([
    caller.city,
    [...caller.regions].sort(),
    [...caller.references].sort(),
    [...caller.scopes].sort(),
    [...caller.early].sort((a, b) => a - b),
    caller.clearance,
  ])

/** The same for readings that rest on ledgers too, whose sight hangs on role, unit and the day. */
export const ledgerRightsKey = (caller: Caller): string =>
  JSON.stringify([
    rightsKey(caller),
    caller.role,
    caller.unit,
    [...caller.ledgers.read].sort(),
    caller.allLedgers,
    caller.today,
  ])

export type BoardQuery = { period: string | undefined; on: LocalDate }

/** For readings that rest on more than figures: their streams, how many are kept, what else of the caller counts. */
type Keeping = { streams?: readonly string[]; kept?: number; rights?: (caller: Caller) => string }

/**
 * Keeps boards by rights, version of the figures, minute and query; those who ask at once for the same share one
 * reading. The minute is in the key because a release time may pass without any commit. `now` is in milliseconds.
 */
export const boardCache = <S extends Pick<Store, 'heads'>, T>(
  read: (store: S, caller: Caller, query: BoardQuery) => Promise<T>,
  now: () => number,
  { streams = BOARD_STREAMS, kept: most = KEPT, rights = rightsKey }: Keeping = {},
) => {
  const byStore = new WeakMap<S, Map<string, Promise<T>>>()
  const keptOf = (store: S): Map<string, Promise<T>> => {
    const kept = byStore.get(store) ?? new Map<string, Promise<T>>()
    byStore.set(store, kept)
    return kept
  }
  const keep = (kept: Map<string, Promise<T>>, key: string, board: Promise<T>): void => {
    kept.set(key, board)
    board.catch(() => kept.delete(key))
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
  }
  return async (store: S, caller: Caller, query: BoardQuery): Promise<T> => {
    const heads = await store.heads(caller, streams)
    const minute = Math.floor(now() / MINUTE)
    const key = JSON.stringify([rights(caller), heads, minute, query.on, query.period ?? null])
    const kept = keptOf(store)
    const held = kept.get(key)
    if (held) return held
    const board = read(store, caller, query)
    keep(kept, key, board)
    return board
  }
}
