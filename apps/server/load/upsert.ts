import type { LocalDate } from '@yundiao/kernel'
import type { Caller, Change, RecordValues, Store } from '@yundiao/store'

type RecordName = Extract<Change, { do: 'add' }>['table']
export type Wanted = { id: string; values: RecordValues; demo?: boolean; knownFrom?: LocalDate }

const text = (value: unknown): string => JSON.stringify(value ?? null)

const differs = (held: Readonly<Record<string, unknown>>, wanted: RecordValues): boolean =>
  Object.entries(wanted).some(([name, value]) => text(held[name]) !== text(value === '' ? null : value))

/**
 * Brings records of a table to what a pack says: adds those that lack, changes those that differ, leaves the rest and
 * whatever people added. Running it again does nothing.
 */
export const upsert = async (
  store: Store,
  caller: Caller,
  table: RecordName,
  wanted: readonly Wanted[],
): Promise<{ added: number; changed: number }> => {
  const held = new Map((await store.records(caller, table)).map((row) => [row.id, row]))
  const missing = wanted.filter((one) => !held.has(one.id))
  if (missing.length > 0) await store.commit(caller, [{ do: 'add', table, rows: missing }])
  const stale = wanted.flatMap((one): Change[] => {
    const row = held.get(one.id)
    return row && differs(row, one.values)
      ? [{ do: 'change', table, id: one.id, version: row.version, set: one.values }]
      : []
  })
  if (stale.length > 0) await store.commit(caller, stale)
  return { added: missing.length, changed: stale.length }
}
