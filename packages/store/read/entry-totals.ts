import { type ColumnTotal, compileTotalsQuery, totalsOf } from '@yundiao/ledgers'
import type { Caller } from '../door/caller.ts'
import { definitionOf } from '../door/plan-entries.ts'
import { requireLedgerRight } from '../door/rights.ts'
import type { StoreParts } from '../door/store-parts.ts'
import { withCaller } from '../door/with-caller.ts'
import { type EntryQuery, granted, requestOf, run } from './read-entries.ts'

/** 合计 of the money and area columns over a whole filtered list in the caller's sight, by field. */
export const totalEntries = async (
  parts: StoreParts,
  caller: Caller,
  ledger: string,
  query: EntryQuery,
): Promise<Record<string, ColumnTotal>> => {
  requireLedgerRight(caller, ledger, 'read')
  return withCaller(parts.app, caller, async (client, heads) => {
    const definition = definitionOf(await parts.reference(caller.city, heads), ledger)
    const compiled = compileTotalsQuery(definition, requestOf(caller, query))
    if (!compiled) return {}
    const totals = granted(compiled)
    const { rows } = await run(client, totals)
    return totalsOf(definition, totals.columns, rows[0] ?? { n: 0 })
  })
}
