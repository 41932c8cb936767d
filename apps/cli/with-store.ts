import process from 'node:process'
import { loadCity, openStore, readConfig } from '@yundiao/server'
import { type Caller, joinEmbedded, type Store } from '@yundiao/store'
import { say } from './run-command.ts'

// Loaded by the commands that need a database, when they run: the others start in a fraction of the time.
export { exportLedger, importSheet, openLedger } from '@yundiao/server'

/**
 * Runs work on the city's store as the program itself: with the running instance of the home where there is one, else
 * with a database of its own that ends with the work.
 */
export const withStore = async <T>(
  data: string | undefined,
  work: (store: Store, caller: Caller) => Promise<T>,
): Promise<T> => {
  const config = readConfig(data === undefined ? {} : { data }, process.env)
  const open = await openStore(config, say, joinEmbedded)
  try {
    const { store, embedded } = open
    const { day } = await store.businessDay(config.city)
    if (embedded?.kind !== 'attached') await loadCity(store, day)
    return await work(store, await store.wholeCity(config.city, day))
  } finally {
    await open.close()
  }
}
