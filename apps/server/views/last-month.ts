import { endOfLastMonth, type LocalDate, Problem } from '@yundiao/kernel'
import { type Cell, columnName, type LedgerRow } from '@yundiao/ledgers'
import type { Caller, LedgerView, Store } from '@yundiao/store'

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

export type LastMonth = {
  on: LocalDate
  rows: Record<string, { state: string; values: Record<string, Cell>; given: string[] }>
}

const MOST_EVENTS = 1000

/** Fields each entry was given since the version it had: changed, or given again with the same value. */
const givenSince = async (
  store: Store,
  caller: Caller,
  view: LedgerView,
  { was, now, names }: { was: readonly LedgerRow[]; now: readonly LedgerRow[]; names: readonly string[] },
): Promise<Map<string, string[]>> => {
  const versions = new Map(was.map((row) => [row.id, row.version]))
  const latest = new Map(now.map((row) => [row.id, row.version]))
  const events = await store.events(caller, {
    subjects: [...versions.keys()],
    stream: `ledger/${view.definition.id}`,
    limit: MOST_EVENTS,
  })
  const given = new Map<string, Set<string>>()
  for (const { subject, body } of events) {
    const version = Number(body.version ?? 1)
    if (subject === null || version <= (versions.get(subject) ?? 0) || version > (latest.get(subject) ?? 0)) continue
    const kept = Array.isArray(body.kept) ? body.kept.map(String) : []
    const columns = given.get(subject) ?? new Set<string>()
    for (const column of [...Object.keys((body.after ?? {}) as object), ...kept]) columns.add(column)
    given.set(subject, columns)
  }
  return new Map([...given].map(([id, columns]) => [id, names.filter((name) => columns.has(columnName(name)))]))
}

/** These entries as they were known at the end of last month, and what was filled in since. */
export const readLastMonth = async (
  store: Store,
  caller: Caller,
  view: LedgerView,
  { now, names, on }: { now: readonly LedgerRow[]; names: readonly string[]; on: LocalDate },
): Promise<LastMonth> => {
  const then = endOfLastMonth(on)
  if (now.length === 0 || names.length === 0) return { on: then, rows: {} }
  const { rows } = await store.entries(caller, view.definition.id, {
    filters: [{ field: 'id', op: 'in', values: now.map((row) => row.id) }],
    columns: names,
    limit: now.length,
    on: then,
  })
  const given = await givenSince(store, caller, view, { was: rows, now, names })
  return {
    on: then,
    rows: Object.fromEntries(rows.map(({ id, state, values }) => [id, { state, values, given: given.get(id) ?? [] }])),
  }
}
