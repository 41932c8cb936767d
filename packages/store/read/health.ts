import type { StoreParts } from '../door/store-parts.ts'

export type Health = { database: boolean; outboxAge: number; eventsSinceCheckpoint: number; waiting: number }

const DOWN: Health = { database: false, outboxAge: 0, eventsSinceCheckpoint: 0, waiting: 0 }

/** Whether the database answers, and how far unsent messages and uncheckpointed events have piled up. Counts only. */
export const readHealth = async (parts: StoreParts, city: string): Promise<Health> => {
  try {
    const { rows } = await parts.owner.query<{ age: number; events: number }>(
      `select coalesce(extract(epoch from now() - (select min(at) from outbox where city = $1 and sent_at is null)), 0)::int as age,
        (select coalesce(sum(seq), 0) from stream_head where city = $1)::int8
        - coalesce((select sum((h->>'seq')::int8) from checkpoint c, json_array_elements(c.heads::json) h
            where c.city = $1 and c.seq = (select max(seq) from checkpoint where city = $1)), 0)::int8 as events`,
      [city],
    )
    return {
      database: true,
      outboxAge: rows[0]?.age ?? 0,
      eventsSinceCheckpoint: rows[0]?.events ?? 0,
      waiting: parts.app.waitingCount,
    }
  } catch {
    return DOWN
  }
}
