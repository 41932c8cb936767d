import { addDays, type LocalDate, Problem } from '@yundiao/kernel'
import type { Cell } from '@yundiao/ledgers'
import type { Caller, LedgerView, Store } from '@yundiao/store'

/** The last day of the month before the one `on` lies in: 与上月比 looks back to it. */
export const endOfLastMonth = (on: LocalDate): LocalDate => addDays(on, -Number(on.slice(8)))

/** `doneThisMonth,problems` → fields of the ledger in sight. Throws Problem for a name that is none. */
export const readFieldNames = (view: LedgerView, text: string): string[] => {
  const names = text.split(',').filter(Boolean)
  const strange = names.find((name) => !view.visible.includes(name))
  if (strange !== undefined)
    throw new Problem('input.invalid', `${view.definition.title}没有“${strange}”这个字段，不能与上月比`, {
      field: strange,
    })
  return names
}

/** Values of these entries as they were known at the end of last month. */
export const readLastMonth = async (
  store: Store,
  caller: Caller,
  view: LedgerView,
  { ids, names, on }: { ids: readonly string[]; names: readonly string[]; on: LocalDate },
): Promise<{ on: LocalDate; values: Record<string, Record<string, Cell>> }> => {
  const then = endOfLastMonth(on)
  if (ids.length === 0 || names.length === 0) return { on: then, values: {} }
  const { rows } = await store.entries(caller, view.definition.id, {
    filters: [{ field: 'id', op: 'in', values: [...ids] }],
    columns: names,
    limit: ids.length,
    on: then,
  })
  return { on: then, values: Object.fromEntries(rows.map((row) => [row.id, row.values])) }
}
