import pg from 'pg'
import { DATABASE } from './roles.ts'

/** How to reach a database: the fields of `pg`'s client settings that we use. */
export type Login = { host: string; port: number; user: string; database: string }

export const loginTo = (socketDir: string, user: string, database = DATABASE): Login => ({
  host: socketDir,
  port: 5432,
  user,
  database,
})

/** `starting`: it answers, and is recovering or stopping. `silent`: nobody listens. */
export type Answer = 'ready' | 'starting' | 'silent'

const CANNOT_CONNECT_NOW = '57P03'

/** Asks once. Another fault than those two (a refused role, say) is thrown. */
export const ask = async (login: Login): Promise<Answer> => {
  const client = new pg.Client(login)
  client.on('error', () => undefined)
  try {
    await client.connect()
    return 'ready'
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (code === CANNOT_CONNECT_NOW) return 'starting'
    if (code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'EPIPE') return 'silent'
    if (/terminated unexpectedly/.test((error as Error).message)) return 'silent'
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}
