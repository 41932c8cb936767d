import process from 'node:process'
import { type Config, type OpenStore, openStore, readConfig, restoreHome } from '@yundiao/server'
import { joinEmbedded } from '@yundiao/store'
import { say } from './run-command.ts'

export { restoreHome }

/**
 * Runs work on the database as it stands, nothing loaded: with the running instance of the home where there is one, else
 * with a database of its own that ends with the work.
 */
export const withDatabase = async <T>(
  data: string | undefined,
  work: (open: OpenStore, config: Config) => Promise<T>,
): Promise<T> => {
  const config = readConfig(data === undefined ? {} : { data }, process.env)
  const open = await openStore(config, say, joinEmbedded)
  try {
    return await work(open, config)
  } finally {
    await open.close()
  }
}
