import { Problem } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { readingDay } from '../http/session.ts'
import { readBoard } from '../views/board.ts'
import type { MeetingRecord } from '../views/carry-over.ts'
import { readMeetingRecord } from '../views/meeting.ts'
import { type DraftedKind, draftPaper } from './draft-paper.ts'
import { printPaper } from './make-paper.ts'

type Asked = { kind: DraftedKind; on: string; meeting?: string | undefined }

/** The meeting of the day or the next after it; the last one held where none is to come. */
const nearestMeeting = async (store: Store, caller: Caller, on: string): Promise<MeetingRecord> => {
  const meetings = await store.records(caller, 'meeting', { order: 'heldOn' })
  const found = meetings.find(({ heldOn }) => heldOn !== null && heldOn >= on) ?? meetings.at(-1)
  if (!found) throw new Problem('not-found', '还没有会议。请先在“会议”登记一次会议', {})
  return found
}

/** A paper made for a file, kept nowhere. Throws Problem day.invalid, not-found, period.invalid. */
export const makeBriefing = async (
  store: Store,
  caller: Caller,
  { kind, on: asked, meeting: id }: Asked,
): Promise<{ bytes: Uint8Array; figures: number; checkpoint: string | null }> => {
  const on = readingDay(asked, caller.today)
  const meeting =
    id === undefined
      ? await nearestMeeting(store, caller, on)
      : await readMeetingRecord(store, caller, id, caller.today)
  const board = await readBoard(store, caller, { period: meeting.period ?? undefined, on })
  const draft = await draftPaper(store, caller, kind, { meeting, board, on })
  const { bytes } = await printPaper(store, draft)
  return { bytes, figures: draft.figures.length, checkpoint: draft.checkpoint }
}
