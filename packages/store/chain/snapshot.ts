import type { Pool, PoolClient } from 'pg'

/** Runs `work` as the owner in one repeatable-read snapshot that writes nothing: all it reads is of one instant. */
export const inSnapshot = async <T>(owner: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> => {
  const client = await owner.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    return await work(client)
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}

let cursors = 0

export type Ask = { sql: string; params: readonly unknown[]; rows?: number }

const ROWS = 500

/** Rows of a query a few hundred at a time, however many there are. Inside a transaction only. */
export async function* streamRows<T>(client: PoolClient, { sql, params, rows = ROWS }: Ask): AsyncGenerator<T> {
  cursors += 1
  const name = `yd_${cursors}`
  await client.query(`declare ${name} no scroll cursor for ${sql}`, [...params])
  try {
    for (;;) {
      const fetched = await client.query(`fetch ${rows} from ${name}`)
      yield* fetched.rows as T[]
      if (fetched.rows.length < rows) return
    }
  } finally {
    // A transaction that has failed closes its cursors by itself.
    await client.query(`close ${name}`).catch(() => undefined)
  }
}
