import type { StoreParts } from '../door/store-parts.ts'

export type Health = { database: boolean; eventsSinceCheckpoint: number; waiting: number }

const DOWN: Health = { database: false, eventsSinceCheckpoint: 0, waiting: 0 }

/** Whether the database answers, and how many events the newest checkpoint does not cover. Counts only. */
export const readHealth = async (parts: StoreParts, city: string): Promise<Health> => {
  try {
    const { rows } = await parts.owner.query<{ events: number }>(
      `select (select coalesce(sum(seq), 0) from stream_head where city = $1)::int8
        - coalesce((select sum((h->>'seq')::int8) from checkpoint c, json_array_elements(c.heads::json) h
            where c.city = $1 and c.seq = (select max(seq) from checkpoint where city = $1)), 0)::int8 as events`,
      [city],
    )
    return {
      database: true,
      eventsSinceCheckpoint: rows[0]?.events ?? 0,
      waiting: parts.app.waitingCount,
    }
  } catch {
    return DOWN
  }
}
