import type { MeetingRow } from '../../api/types.ts'

const byDay = (a: MeetingRow, b: MeetingRow): number => (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : 0)

/**
 * The meeting the home page shows: one going on, else the next one being prepared, else the last one held.
 * Null when there is none.
 */
export const chooseMeeting = (meetings: readonly MeetingRow[]): MeetingRow | null => {
  const ordered = [...meetings].sort(byDay)
  return (
    ordered.find((meeting) => meeting.phase === '会中') ??
    ordered.find((meeting) => meeting.phase === '筹备') ??
    ordered.at(-1) ??
    null
  )
}

/** The meeting a new one on a day follows: the last held by then. Null when there is none. */
export const lastBefore = (meetings: readonly MeetingRow[], day: string): string | null =>
  [...meetings].sort(byDay).findLast((meeting) => meeting.heldOn <= day)?.id ?? null
