import type { LocalDate } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'

/**
 * References of figures the caller sees only as an early reader (限定阅知): what the caller would no longer see without
 * being one. The store's own rule of release decides, so that it is said in one place.
 */
export const readLocked = async (
  store: Store,
  caller: Caller,
  periods: readonly string[],
  on: LocalDate,
): Promise<ReadonlySet<string>> => {
  if (caller.earlyIndicators.length === 0) return new Set()
  const query = { on, indicators: caller.earlyIndicators, periods }
  const [seen, open] = await Promise.all([
    store.figures(caller, query),
    store.figures({ ...caller, early: [], earlyIndicators: [] }, query),
  ])
  const opened = new Set(open.map(({ ref }) => ref))
  return new Set(seen.filter(({ ref }) => !opened.has(ref)).map(({ ref }) => ref))
}
