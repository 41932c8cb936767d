import { domains } from '@yundiao/domains'
import { isProblem, type LocalDate, Problem } from '@yundiao/kernel'
import { columnName, fullLabel, type LedgerDefinition, type LedgerRow, uniqueIndexName } from '@yundiao/ledgers'
import type { Caller, LedgerView, Store } from '@yundiao/store'

const SHIPPED = domains.flatMap((domain) => domain.ledgers.map(({ id }) => id))
const placeOf = (id: string): number => (SHIPPED.includes(id) ? SHIPPED.indexOf(id) : SHIPPED.length)

/** Ledgers the caller may open, in the order of the menu; those a clerk drew up follow. */
export const ledgersInOrder = async (store: Store, caller: Caller): Promise<LedgerView[]> =>
  (await store.ledgers(caller)).sort((a, b) => placeOf(a.definition.id) - placeOf(b.definition.id))

/** The ledger as the caller may open it. Throws Problem not-found for one that is none or out of sight. */
export const openLedger = async (store: Store, caller: Caller, id: string): Promise<LedgerView> => {
  const view = (await store.ledgers(caller)).find(({ definition }) => definition.id === id)
  if (!view) throw new Problem('not-found', `没有台账 ${id}，或当前账号无权查看`, { ledger: id })
  return view
}

/** An entry in the caller's sight on a day, of a ledger they may open. */
export type EntryPlace = { view: LedgerView; row: LedgerRow }

/** Throws Problem not-found for an entry that is none, or out of sight. */
export const openEntry = async (
  store: Store,
  caller: Caller,
  { ledger, entry, on = null }: { ledger: string; entry: string; on?: LocalDate | null },
): Promise<EntryPlace> => {
  const view = await openLedger(store, caller, ledger)
  const row = await store.entry(caller, ledger, entry, on)
  if (row) return { view, row }
  throw new Problem('not-found', `${view.definition.title}里没有这一条，或不在当前账号的可见范围`, { id: entry })
}

/** Whether the caller may write an entry: the ledger is theirs to fill in, and the place is theirs. */
export const mayWriteEntry = (caller: Caller, { view, row }: EntryPlace): boolean =>
  view.mayWrite && caller.regions.includes(row.region)

/** Where a row without a place goes: the city for those who act for it (待归属), else the caller's own region. */
export const homeOf = (caller: Caller): string | null => (caller.regions.includes(caller.city) ? null : caller.region)

/** A database's word for a double, in the words of the ledger. */
export const namedDuplicate = (definition: LedgerDefinition, error: unknown): unknown => {
  if (!isProblem(error) || error.code !== 'duplicate') return error
  const [name, field] =
    Object.entries(definition.fields).find(
      ([each]) => uniqueIndexName(definition, columnName(each)) === error.details.constraint,
    ) ?? []
  if (!name || !field) return error
  return new Problem('duplicate', `“${fullLabel(field)}”与已登记的另一条相同，请查重后再报`, { field: name })
}
