import { economyCatalogue } from '@yundiao/domains/economy'
import { Problem } from '@yundiao/kernel'
import type { Caller, RecordOf, RecordValues, Store } from '@yundiao/store'
import { readMeetingRecord } from '../views/meeting.ts'
import { readPoints } from '../views/meeting-agenda.ts'
import { refuseBlocked } from './refuse-blocked.ts'

type Words = string | null | undefined
export type PointFields = {
  title?: string | undefined
  reportingUnit?: Words
  minutes?: number | null | undefined
  indicators?: readonly string[] | undefined
  decision?: Words
  materials?: Words
  paper?: Words
}

const refuseWrong = async (store: Store, caller: Caller, meeting: string, asked: PointFields): Promise<void> => {
  await refuseBlocked(store, caller, { 议题: asked.title, 汇报单位: asked.reportingUnit, 待拍板: asked.decision })
  const unknown = asked.indicators?.find((code) => !economyCatalogue.get(code))
  if (unknown !== undefined)
    throw new Problem('indicator.unknown', `指标 ${unknown} 不在指标目录，请从目录选取`, { indicator: unknown })
  if (!asked.paper) return
  const paper = await store.record(caller, 'paper', asked.paper)
  if (paper?.meeting !== meeting)
    throw new Problem('not-found', '没有找到所选的材料，或不是本次会议的，请重新选择', { paper: asked.paper })
}

/** Fields as given; what was left out stays as it is. */
const valuesOf = ({ indicators, ...asked }: PointFields): RecordValues => ({
  ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)),
  ...(indicators === undefined ? {} : { indicators: [...indicators] }),
})

/** Adds a point at the end of the agenda. */
export const addAgendaPoint = async (
  store: Store,
  caller: Caller,
  id: string,
  asked: PointFields & { title: string },
): Promise<string> => {
  await readMeetingRecord(store, caller, id, caller.today)
  await refuseWrong(store, caller, id, asked)
  const held = await store.records(caller, 'agenda', { where: { meeting: id } })
  const seq = Math.max(0, ...held.map((point) => point.seq ?? 0)) + 1
  const [outcome] = await store.commit(caller, [
    { do: 'add', table: 'agenda', rows: [{ values: { ...valuesOf(asked), meeting: id, seq } }] },
  ])
  return outcome?.do === 'add' ? (outcome.ids[0] ?? '') : ''
}

const readPoint = async (store: Store, caller: Caller, id: string): Promise<RecordOf<'agenda'>> => {
  const point = await store.record(caller, 'agenda', id)
  if (!point || point.dropped)
    throw new Problem('not-found', '没有找到这个议题，可能已被移出议程，请刷新', { agenda: id })
  return point
}

/** Changes a point, or takes it off the agenda. */
export const changeAgendaPoint = async (
  store: Store,
  caller: Caller,
  id: string,
  { version, dropped, ...asked }: PointFields & { version: number; dropped?: true | undefined },
): Promise<void> => {
  const point = await readPoint(store, caller, id)
  await refuseWrong(store, caller, point.meeting, asked)
  const set = { ...valuesOf(asked), ...(dropped ? { dropped } : {}) }
  if (Object.keys(set).length === 0) throw new Problem('input.invalid', '没有要改的内容，请先填写')
  await store.commit(caller, [
    { do: 'change', table: 'agenda', id, version, set, ...(dropped ? { note: '移出议程' } : {}) },
  ])
}

/** Puts all points of a meeting into the order given, in one commit. */
export const orderAgenda = async (
  store: Store,
  caller: Caller,
  meeting: string,
  points: readonly { id: string; version: number }[],
): Promise<void> => {
  await readMeetingRecord(store, caller, meeting, caller.today)
  const held = await readPoints(store, caller, meeting, caller.today)
  const asked = new Set(points.map(({ id }) => id))
  if (asked.size !== points.length || held.length !== points.length || held.some(({ id }) => !asked.has(id)))
    throw new Problem('version.stale', '议程已被他人增删，未调整顺序。请刷新后再排', { meeting })
  const seqOf = new Map(held.map((point) => [point.id, point.seq]))
  const moved = points
    .map((point, index) => ({ ...point, seq: index + 1 }))
    .filter(({ id, seq }) => seqOf.get(id) !== seq)
  if (moved.length === 0) return
  await store.commit(
    caller,
    moved.map(({ id, version, seq }) => ({
      do: 'change',
      table: 'agenda',
      id,
      version,
      set: { seq },
      note: '调整议程顺序',
    })),
  )
}
