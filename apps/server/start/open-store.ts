import {
  type Connections,
  connectStore,
  createStore,
  type Embedded,
  type Store,
  servedAddress,
  startEmbedded,
} from '@yundiao/store'
import { areaOf } from '../load/city-area.ts'
import type { Config } from './config.ts'

export type OpenStore = {
  store: Store
  connections: Connections
  embedded: Embedded | null
  close: () => Promise<void>
}

/**
 * Opens the store the configuration names, brings its schema up to date, and backs it up before changing one in use.
 * A command passes `joinEmbedded`, and shares the database of a server that runs on the same home.
 */
export const openStore = async (
  config: Config,
  log: (message: string) => void,
  embed: typeof startEmbedded = startEmbedded,
): Promise<OpenStore> => {
  const served = servedAddress({ DATABASE_URL: config.databaseUrl, DATABASE_OWNER_URL: config.databaseOwnerUrl })
  const embedded = served ? null : await embed({ home: config.home, log })
  const stop = async (): Promise<void> => {
    await embedded?.stop()
  }
  try {
    const address = served ?? (embedded && { app: embedded.app, owner: embedded.owner })
    if (!address) throw new Error('no database address')
    const connections = await connectStore(address, log)
    const store = createStore({ connections, home: config.home, areaOf })
    await store.migrate(async (migration) => {
      log(`数据库即将升级（${migration}），先作备份……`)
      log(`已备份到 ${await store.backUpBeforeMigration(migration)}`)
    })
    return {
      store,
      connections,
      embedded,
      close: async () => {
        await connections.end()
        await stop()
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}
