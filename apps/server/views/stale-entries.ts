import { Problem } from '@yundiao/kernel'
import type { LedgerRow } from '@yundiao/ledgers'
import type { Caller, LedgerView, Store } from '@yundiao/store'

/** A row that changed after the writer had read it: whose act that was, and when. */
export type StaleRow = { entry: string; name: string; version: number; by: string | null; at: string | null }

const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

const TOLD = 3

/** Who changed these entries last, as far as the reader may see events. */
export const readStale = async (
  store: Store,
  caller: Caller,
  view: LedgerView,
  rows: readonly { entry: string }[],
  entries: ReadonlyMap<string, LedgerRow>,
): Promise<StaleRow[]> => {
  const subjects = rows.map(({ entry }) => entry)
  const events = await store.events(caller, { subjects, stream: `ledger/${view.definition.id}`, limit: 1000 })
  return rows.map(({ entry }) => {
    const last = events.find(({ subject }) => subject === entry)
    const row = entries.get(entry)
    const name = String(row?.values[view.definition.key] ?? entry)
    return { entry, name, version: row?.version ?? 0, by: last?.by ?? null, at: last?.at ?? null }
  })
}

export const staleProblem = (rows: readonly StaleRow[]): Problem => {
  const told = rows
    .slice(0, TOLD)
    .map(
      ({ name, by, at }) => `“${name}”已由${by ?? '他人'}${at === null ? '' : `于 ${CLOCK.format(new Date(at))}`}更新`,
    )
  const more = rows.length > TOLD ? `；另有 ${rows.length - TOLD} 行` : ''
  return new Problem('version.stale', `全部未报送：${told.join('；')}${more}。您填写的内容仍在，请核对新内容后再报`, {
    rows,
  })
}
