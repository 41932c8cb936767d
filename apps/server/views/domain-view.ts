import type { AnyView } from '@yundiao/domains'
import { type LocalDate, Problem } from '@yundiao/kernel'
import type { LedgerRow } from '@yundiao/ledgers'
import type { Caller, LedgerView, Store } from '@yundiao/store'
import { openLedger } from './open-ledger.ts'

/** Most rows of one ledger a view is given. */
const MOST_ROWS = 10_000
const PAGE = 200

/** A row as the view's types have it: fields out of sight are there, and not known. */
const viewRow = ({ definition }: LedgerView, { version: _, values, ...frame }: LedgerRow) => ({
  ...frame,
  values: Object.fromEntries(Object.keys(definition.fields).map((name) => [name, values[name] ?? null])),
})

/** Rows and fields of a ledger in the caller's sight, in the shape views read. Throws Problem not-found, input.too-large. */
export const readViewRows = async (store: Store, caller: Caller, id: string, on: LocalDate): Promise<object[]> => {
  const view = await openLedger(store, caller, id)
  const rows: object[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<Store['entries']>> = await store.entries(caller, id, {
      on,
      columns: view.visible,
      limit: PAGE,
      after,
    })
    rows.push(...page.rows.map((row) => viewRow(view, row)))
    after = page.next
    if (rows.length > MOST_ROWS)
      throw new Problem(
        'input.too-large',
        `${view.definition.title}超过 ${MOST_ROWS} 行，这项分析算不了，请由县区分别查看`,
        {
          ledger: id,
          limit: MOST_ROWS,
        },
      )
  } while (after !== null)
  return rows
}

/**
 * What a domain's view answers from the rows and fields in the caller's sight, as known on a day. `input` is the
 * request's, not yet parsed. Throws Problem not-found for a ledger out of sight, input.too-large.
 */
export const answerView = async (
  store: Store,
  caller: Caller,
  view: AnyView,
  { input, on }: { input: unknown; on: LocalDate },
): Promise<unknown> => {
  const data: Record<string, readonly object[]> = {}
  for (const [name, { id }] of Object.entries(view.reads)) data[name] = await readViewRows(store, caller, id, on)
  return view.answer(data, input, on)
}
