import type { Authority } from '@yundiao/directives'
import { Problem } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { readMeetingRecord } from '../views/meeting.ts'
import type { MeetingRow } from '../views/meeting-schema.ts'
import { requireDay } from './require-day.ts'

export type NewMeeting = {
  title: string
  heldOn: string
  kind: string
  authority: Authority
  previous: string | null
  startsAt: string | null
  place: string | null
  chair: string | null
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/

const refuseClock = (startsAt: string | null | undefined): void => {
  if (startsAt && !CLOCK.test(startsAt))
    throw new Problem('input.invalid', `开会时间 ${startsAt} 写法不对，应写作 09:00`, { field: 'startsAt' })
}

/** The meeting before must be earlier, and no meeting may come before itself along the chain. */
const refusePrevious = async (
  store: Store,
  caller: Caller,
  { id, heldOn, previous }: { id: string | null; heldOn: string; previous: string | null },
): Promise<void> => {
  const seen = new Set<string>()
  for (let next = previous; next !== null && !seen.has(next); ) {
    if (next === id)
      throw new Problem('input.invalid', '会议不能排在自己之后，请重新选择上次会议', { field: 'previous' })
    seen.add(next)
    const before = await readMeetingRecord(store, caller, next, caller.today)
    if (next === previous && before.heldOn && before.heldOn > heldOn)
      throw new Problem('input.invalid', `上次会议（${before.heldOn}）晚于本次（${heldOn}），请重新选择`, {
        field: 'previous',
      })
    next = before.previous
  }
}

/** Adds a meeting in 筹备, behind the one whose decisions it hears first. */
export const addMeeting = async (store: Store, caller: Caller, asked: NewMeeting): Promise<string> => {
  const heldOn = requireDay('会议日期', asked.heldOn)
  refuseClock(asked.startsAt)
  await refusePrevious(store, caller, { id: null, heldOn, previous: asked.previous })
  const [outcome] = await store.commit(caller, [
    { do: 'add', table: 'meeting', rows: [{ values: { ...asked, heldOn, phase: '筹备' } }] },
  ])
  return outcome?.do === 'add' ? (outcome.ids[0] ?? '') : ''
}

export type MeetingEdit = { version: number; phase?: MeetingRow['phase'] | undefined } & {
  [K in keyof NewMeeting]?: NewMeeting[K] | undefined
}

const refuseSamePhase = (phase: string, { id, phase: held }: { id: string; phase: string }): void => {
  if (phase === held) throw new Problem('state.illegal', `会议已在“${held}”，无需再改`, { meeting: id })
}

/** Changes what is said of a meeting. 筹备, 会中, 会后 are said by a person, never by the clock. */
export const changeMeeting = async (store: Store, caller: Caller, id: string, asked: MeetingEdit): Promise<void> => {
  const meeting = await readMeetingRecord(store, caller, id, caller.today)
  const { version, ...fields } = asked
  if (fields.phase) refuseSamePhase(fields.phase, meeting)
  refuseClock(fields.startsAt)
  const heldOn = fields.heldOn === undefined ? (meeting.heldOn ?? caller.today) : requireDay('会议日期', fields.heldOn)
  if (fields.previous !== undefined || fields.heldOn !== undefined)
    await refusePrevious(store, caller, { id, heldOn, previous: fields.previous ?? meeting.previous })
  const set = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  if (Object.keys(set).length === 0) throw new Problem('input.invalid', '没有要改的内容，请先填写')
  await store.commit(caller, [{ do: 'change', table: 'meeting', id, version, set }])
}
