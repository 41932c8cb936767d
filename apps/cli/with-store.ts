import process from 'node:process'
import { type Config, loadCity, type OpenStore, openStore, readConfig } from '@yundiao/server'
import { type Caller, joinEmbedded, type Store } from '@yundiao/store'
import { say } from './run-command.ts'

// Loaded by the commands that need a database, when they run: the others start in a fraction of the time.
export {
  addAdministrator,
  exportLedger,
  importSheet,
  labelled,
  loadDemonstration,
  makeBriefing,
  openLedger,
  removeDemonstration,
} from '@yundiao/server'

type Place = { data?: string | undefined; city?: string | undefined }

/**
 * Runs work on the city's store as the program itself: with the running instance of the home where there is one, else
 * with a database of its own that ends with the work.
 */
export const withOpenStore = async <T>(
  { data, city }: Place,
  work: (open: OpenStore, config: Config, caller: Caller) => Promise<T>,
): Promise<T> => {
  const flags = { ...(data === undefined ? {} : { data }), ...(city === undefined ? {} : { city }) }
  const config = readConfig(flags, process.env)
  const open = await openStore(config, say, joinEmbedded)
  try {
    const { store, embedded } = open
    const { day } = await store.businessDay(config.city)
    if (embedded?.kind !== 'attached') await loadCity(store, day)
    return await work(open, config, await store.wholeCity(config.city, day))
  } finally {
    await open.close()
  }
}

/** The same, for work that asks the store alone. */
export const withStore = async <T>(
  data: string | undefined,
  work: (store: Store, caller: Caller) => Promise<T>,
): Promise<T> => withOpenStore({ data }, ({ store }, _config, caller) => work(store, caller))
