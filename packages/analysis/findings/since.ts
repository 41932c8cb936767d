import { ytdBefore } from '@yundiao/figures'
import type { Reading } from './reading.ts'

/**
 * Since when a growth has been below another region's of the same series without a break, and for how many releases.
 * Null where only the last is known.
 */
export const belowSince = (reading: Reading, other: string): { since: string | null; count: number } => {
  let [since, count] = [reading.row.period, 1]
  for (let at = ytdBefore(since); at !== null; at = ytdBefore(at)) {
    const [own, theirs] = [reading.growthAt(at)?.value ?? null, reading.growthAt(at, other)?.value ?? null]
    if (own === null || theirs === null) return { since: count > 1 ? since : null, count }
    if (own >= theirs) return { since, count }
    since = at
    count += 1
  }
  return { since: count > 1 ? since : null, count }
}
