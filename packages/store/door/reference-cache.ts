import type { Pool } from 'pg'
import { type Reference, readReference } from './reference.ts'
import type { CacheHeads } from './with-caller.ts'

const isFresh = (cached: Reference, heads: CacheHeads): boolean =>
  (cached.heads.definition ?? 0) >= (heads.definition ?? 0) && (cached.heads.blocked ?? 0) >= (heads.blocked ?? 0)

const load = async (owner: Pool, city: string): Promise<Reference> => {
  const client = await owner.connect()
  try {
    const { rows } = await client.query<{ stream: string; seq: number }>(
      `select stream, seq from stream_head where city = $1 and stream in ('blocked', 'definition')`,
      [city],
    )
    return await readReference(client, city, Object.fromEntries(rows.map((row) => [row.stream, row.seq])))
  } finally {
    client.release()
  }
}

/**
 * Keeps one reference a city and reads it again once a commit has moved the streams it came from. It is read as the
 * owner, on that role's own connections: blocked names are checked for people who may not see the list.
 */
export const referenceCache = (owner: Pool) => {
  const cached = new Map<string, Reference>()
  const loading = new Map<string, Promise<Reference>>()
  return async (city: string, heads: CacheHeads): Promise<Reference> => {
    for (;;) {
      const held = cached.get(city)
      if (held && isFresh(held, heads)) return held
      const running = loading.get(city) ?? load(owner, city).finally(() => loading.delete(city))
      loading.set(city, running)
      cached.set(city, await running)
    }
  }
}
