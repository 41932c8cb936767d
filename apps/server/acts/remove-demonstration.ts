import type { LocalDate } from '@yundiao/kernel'
import type { Removal, Store } from '@yundiao/store'
import { noteRemoved } from '../load/load-demonstration.ts'
import { tableWords } from '../views/events.ts'

/** Who asked for it: an account, or the program at the command line. */
export type Asker = { id: string; name: string }

const SYSTEM: Asker = { id: 'system', name: '系统' }

/** A count of the demonstration with the name of its table or ledger in words. */
export type DemoCount = { name: string; label: string; count: number }

/** Names of tables and ledgers in words, in the order asked. */
export const labelled = async (
  store: Store,
  city: string,
  today: LocalDate,
  rows: readonly { name: string; count: number }[],
): Promise<DemoCount[]> => {
  const ledgers = await store.ledgers(await store.wholeCity(city, today))
  const titles = new Map(ledgers.map(({ definition }) => [definition.id, definition.title]))
  return rows.map(({ name, count }) => ({ name, label: titles.get(name) ?? tableWords(name), count }))
}

/**
 * 清除演示数据: one act of the system in the name of whoever asked, remembered so that the next start does not bring the
 * rows back.
 */
export const removeDemonstration = async (
  store: Store,
  { city, today, accounts = false, by = SYSTEM }: { city: string; today: LocalDate; accounts?: boolean; by?: Asker },
): Promise<Omit<Removal, 'rows'> & { rows: DemoCount[] }> => {
  const caller = { ...(await store.wholeCity(city, today)), ...by }
  const { rows, ...removal } = await store.removeDemonstration(caller, { accounts })
  await noteRemoved(store, today)
  return { ...removal, rows: await labelled(store, city, today, rows) }
}
