import { domains } from '@yundiao/domains'
import { isProblem, Problem } from '@yundiao/kernel'
import { columnName, fullLabel, type LedgerDefinition, uniqueIndexName } from '@yundiao/ledgers'
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
