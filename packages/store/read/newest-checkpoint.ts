import type { Caller } from '../door/caller.ts'
import type { StoreParts } from '../door/store-parts.ts'
import { withCaller } from '../door/with-caller.ts'

/** The hash of the city's newest signed checkpoint in hexadecimal; null before the first. */
export const newestCheckpoint = async (parts: StoreParts, caller: Caller): Promise<string | null> => {
  const { rows } = await withCaller(parts.app, caller, (client) =>
    client.query<{ hash: string }>(
      `select encode(hash, 'hex') as hash from checkpoint where city = $1 order by seq desc limit 1`,
      [caller.city],
    ),
  )
  return rows[0]?.hash ?? null
}
