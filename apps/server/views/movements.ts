import type { LocalDate } from '@yundiao/kernel'
import type { LedgerRow } from '@yundiao/ledgers'
import type { Caller, EventRow, LedgerView, RecordOf, Store } from '@yundiao/store'
import { entryLines, type HistoryLine, upToVersion } from './event-lines.ts'
import type { Names } from './names.ts'

export type LinkRecord = RecordOf<'itemLink'>

/** A linked entry as it stands, and what was done to it since it was linked, newest first. */
export type LinkedEntry = { link: LinkRecord; label: string; row: LedgerRow; changes: HistoryLine[] }

/** What moved under an item last, in one line, the business day the entry took that form, and its ledger. */
export type Movement = { change: string; changedOn: LocalDate; ledger: string }

const MOST_EVENTS = 1000

/** Links in force on a day, the oldest first. */
export const readLinks = async (
  store: Store,
  caller: Caller,
  items: readonly string[],
  on: LocalDate,
): Promise<LinkRecord[]> => {
  if (items.length === 0) return []
  const links = await store.records(caller, 'itemLink', { where: { item: items }, on })
  return links.filter((link) => link.dropped !== true)
}

const PAGE = 200

const readRows = async (store: Store, caller: Caller, view: LedgerView, ids: readonly string[], on: LocalDate) => {
  const rows: LedgerRow[] = []
  for (let from = 0; from < ids.length; from += PAGE) {
    const values = ids.slice(from, from + PAGE)
    const page = await store.entries(caller, view.definition.id, {
      filters: [{ field: 'id', op: 'in', values }],
      columns: view.visible.filter((name) => name === view.definition.key),
      limit: PAGE,
      on,
    })
    rows.push(...page.rows)
  }
  return new Map(rows.map((row) => [row.id, row]))
}

const readEventsOf = async (store: Store, caller: Caller, ledger: string, ids: readonly string[]) => {
  const events = await store.events(caller, { stream: `ledger/${ledger}`, subjects: ids, limit: MOST_EVENTS })
  return Map.groupBy(events, (event) => event.subject ?? '')
}

const changesSince = (events: readonly EventRow[], link: LinkRecord, row: LedgerRow): EventRow[] =>
  upToVersion(events, row.version).filter((event) => Number(event.body.version ?? 1) > (link.entryVersion ?? 0))

/**
 * Entries that items are linked to, with what happened to them since: from the events themselves, so that nobody types
 * it again. What is above the caller's clearance is left out, and a ledger or row out of sight altogether.
 */
export const readLinkedEntries = async (
  store: Store,
  caller: Caller,
  links: readonly LinkRecord[],
  { on, names }: { on: LocalDate; names: Names },
): Promise<LinkedEntry[]> => {
  const byLedger = Map.groupBy(
    links.filter((link) => link.ledger !== null && link.entry !== null),
    (link) => link.ledger ?? '',
  )
  if (byLedger.size === 0) return []
  const found: LinkedEntry[] = []
  for (const view of await store.ledgers(caller)) {
    const own = byLedger.get(view.definition.id)
    if (!own) continue
    const ids = [...new Set(own.map((link) => link.entry ?? ''))]
    const rows = await readRows(store, caller, view, ids, on)
    const events = await readEventsOf(store, caller, view.definition.id, ids)
    for (const link of own) {
      const row = rows.get(link.entry ?? '')
      if (!row) continue
      const since = changesSince(events.get(row.id) ?? [], link, row)
      const changes = entryLines(view.definition, since, { clearance: caller.clearance, names })
      found.push({ link, label: String(row.values[view.definition.key] ?? '待明确'), row, changes })
    }
  }
  return found
}

/** The newest movement of each item. */
export const movementsOf = (entries: readonly LinkedEntry[]): ReadonlyMap<string, Movement> => {
  const newest = new Map<string, Movement & { at: string }>()
  for (const { link, label, row, changes } of entries) {
    const [last] = changes
    if (!last || (newest.get(link.item)?.at ?? '') >= last.at) continue
    const change = `${label}：${last.lines.join('；')}`
    newest.set(link.item, { at: last.at, change, changedOn: row.knownFrom, ledger: link.ledger ?? '' })
  }
  return newest
}
