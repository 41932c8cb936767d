import { tableName } from '@yundiao/ledgers'
import type { Caller } from '../door/caller.ts'
import { definitionOf } from '../door/plan-entries.ts'
import { requireLedgerRight } from '../door/rights.ts'
import type { StoreParts } from '../door/store-parts.ts'
import { withCaller } from '../door/with-caller.ts'
import { type EventRow, readEvents } from './read-events.ts'

/** The event that brought an entry into its ledger, which may have brought others as well; null out of sight. */
export const readEntryOrigin = async (
  parts: StoreParts,
  caller: Caller,
  ledger: string,
  id: string,
): Promise<EventRow | null> => {
  requireLedgerRight(caller, ledger, 'read')
  const seq = await withCaller(parts.app, caller, async (client, heads) => {
    const table = tableName(definitionOf(await parts.reference(caller.city, heads), ledger))
    const half = (name: string): string =>
      `select event_seq from ${name} where city = $1 and id = $2::uuid and version = 1`
    const { rows } = await client.query<{ event_seq: number }>(`${half(table)} union all ${half(`${table}_was`)}`, [
      caller.city,
      id,
    ])
    return rows[0]?.event_seq ?? null
  })
  if (seq === null) return null
  const [event] = await readEvents(parts, caller, { stream: `ledger/${ledger}`, seq })
  return event ?? null
}
