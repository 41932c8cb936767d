import type { Config } from './config.ts'
import type { OpenStore } from './open-store.ts'
import { openSignIn } from './sign-in.ts'

/** Restores a backup into an empty home, accounts and passwords included; what it came to is the store's answer. */
export const restoreHome = async ({ store, connections }: OpenStore, config: Config, folder: string) => {
  // The sign-in library makes its own tables, which the backup then fills.
  await openSignIn(connections.auth, config.home, `http://${config.host}:${config.port}`)
  return store.restore(folder)
}
