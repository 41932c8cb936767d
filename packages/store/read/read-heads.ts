import type { Caller } from '../door/caller.ts'
import type { StoreParts } from '../door/store-parts.ts'
import { withCaller } from '../door/with-caller.ts'

/** Where streams stand: the number of their last event, 0 for one without events. Any commit to them raises it. */
export const readHeads = async (
  parts: StoreParts,
  caller: Caller,
  streams: readonly string[],
): Promise<Record<string, number>> => {
  const { rows } = await withCaller(parts.app, caller, (client) =>
    client.query<{ stream: string; seq: number }>(
      'select stream, seq from stream_head where city = $1 and stream = any($2)',
      [caller.city, streams],
    ),
  )
  const held = new Map(rows.map((row) => [row.stream, row.seq]))
  return Object.fromEntries(streams.map((stream) => [stream, held.get(stream) ?? 0]))
}
