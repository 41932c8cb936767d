import type { Authority } from '@yundiao/directives'
import { Problem } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { readMeetingRecord } from '../views/meeting.ts'
import type { MeetingRow } from '../views/meeting-schema.ts'
import { refuseBlocked } from './refuse-blocked.ts'
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

/** Adds a meeting in 筹备, behind the one whose decisions it hears first. */
export const addMeeting = async (store: Store, caller: Caller, asked: NewMeeting): Promise<string> => {
  const heldOn = requireDay('会议日期', asked.heldOn)
  if (asked.startsAt && !CLOCK.test(asked.startsAt))
    throw new Problem('input.invalid', `开会时间 ${asked.startsAt} 写法不对，应写作 09:00`, { field: 'startsAt' })
  const previous = asked.previous === null ? null : await readMeetingRecord(store, caller, asked.previous, caller.today)
  if (previous?.heldOn && previous.heldOn > heldOn)
    throw new Problem('input.invalid', `上次会议（${previous.heldOn}）晚于本次（${heldOn}），请重新选择`, {
      field: 'previous',
    })
  const [outcome] = await store.commit(caller, [
    { do: 'add', table: 'meeting', rows: [{ values: { ...asked, heldOn, phase: '筹备' } }] },
  ])
  return outcome?.do === 'add' ? (outcome.ids[0] ?? '') : ''
}

/** 筹备, 会中, 会后: said by a person, never by the clock. */
export const changePhase = async (
  store: Store,
  caller: Caller,
  id: string,
  { version, phase }: { version: number; phase: MeetingRow['phase'] },
): Promise<void> => {
  const meeting = await readMeetingRecord(store, caller, id, caller.today)
  if (meeting.phase === phase) throw new Problem('state.illegal', `会议已在“${phase}”，无需再改`, { meeting: id })
  await store.commit(caller, [{ do: 'change', table: 'meeting', id, version, set: { phase } }])
}

type NewPoint = { title: string; reportingUnit: string | null; minutes: number | null }

/** Adds a point at the end of the agenda. */
export const addAgendaPoint = async (store: Store, caller: Caller, id: string, asked: NewPoint): Promise<string> => {
  await readMeetingRecord(store, caller, id, caller.today)
  await refuseBlocked(store, caller, { 议题: asked.title, 汇报单位: asked.reportingUnit })
  const held = await store.records(caller, 'agenda', { where: { meeting: id } })
  const seq = Math.max(0, ...held.map((point) => point.seq ?? 0)) + 1
  const [outcome] = await store.commit(caller, [
    { do: 'add', table: 'agenda', rows: [{ values: { ...asked, meeting: id, seq } }] },
  ])
  return outcome?.do === 'add' ? (outcome.ids[0] ?? '') : ''
}
