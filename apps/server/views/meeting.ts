import { gaps } from '@yundiao/directives'
import {
  CHINA_HOLIDAYS,
  isProblem,
  type LocalDate,
  Problem,
  workingDayCalendar,
  workingDaysBetween,
} from '@yundiao/kernel'
import type { Caller, RecordOf, Store } from '@yundiao/store'
import type { Board, BoardRow } from './board-schema.ts'
import { type MeetingRecord, readCarryOver } from './carry-over.ts'
import { kindLabel } from './directive-words.ts'
import { factOfItem, readItemRecords } from './item-facts.ts'
import type { MeetingRow, MeetingView } from './meeting-schema.ts'

/** Cells of the strip on the meeting's page. */
const HEADLINES = 8

const calendar = workingDayCalendar(CHINA_HOLIDAYS)

/** Working days from a day to the meeting; null once it has been held, and for years without a holiday notice. */
export const workdaysLeft = (on: LocalDate, heldOn: LocalDate): number | null => {
  if (on > heldOn) return null
  try {
    return workingDaysBetween(calendar, on, heldOn)
  } catch (error) {
    if (isProblem(error) && error.code === 'calendar.missing') return null
    throw error
  }
}

export const meetingRow = (row: MeetingRecord): MeetingRow => ({
  id: row.id,
  title: row.title,
  heldOn: row.heldOn ?? row.knownFrom,
  kind: row.kind,
  authority: row.authority as MeetingRow['authority'],
  phase: row.phase as MeetingRow['phase'],
  version: row.version,
  demo: row.demo,
})

/** Meetings in the caller's sight, the latest first. */
export const readMeetings = async (store: Store, caller: Caller, on: LocalDate): Promise<MeetingRow[]> =>
  (await store.records(caller, 'meeting', { order: '-heldOn', on })).map(meetingRow)

export const readMeetingRecord = async (
  store: Store,
  caller: Caller,
  id: string,
  on: LocalDate,
): Promise<MeetingRecord> => {
  const meeting = await store.record(caller, 'meeting', id, on)
  if (!meeting) throw new Problem('not-found', `按 ${on} 的数据没有这次会议，或无权查看`, { meeting: id })
  return meeting
}

/** The strip of the page: the whole rows of the sheet first to last, its 其中 lines left out. */
const headlineOf = (rows: readonly BoardRow[]): BoardRow[] => rows.filter((row) => row.indent === 0).slice(0, HEADLINES)

const documentView = (row: RecordOf<'document'>, clauses: readonly RecordOf<'clause'>[]) => {
  const leaves = clauses.filter((clause) => clause.document === row.id && clause.heading !== true)
  return {
    id: row.id,
    title: row.title,
    kind: kindLabel(row.kind),
    number: row.number,
    referenceOnly: row.referenceOnly === true,
    clauses: leaves.length,
    pending: leaves.filter((clause) => clause.disposition === 'pending').length,
  }
}

const readDocuments = async (store: Store, caller: Caller, meeting: string, on: LocalDate) => {
  const documents = await store.records(caller, 'document', { where: { meeting }, on })
  if (documents.length === 0) return []
  const where = { document: documents.map((row) => row.id) }
  const clauses = await store.records(caller, 'clause', { where, on })
  return documents.map((row) => documentView(row, clauses))
}

type Waiting = MeetingView['waiting']

/** 等我办: what stands open before or after this meeting, each with the page where it is done. */
const readWaiting = async (
  store: Store,
  caller: Caller,
  meeting: string,
  { on, board, documents }: { on: LocalDate; board: Board | null; documents: MeetingView['documents'] },
): Promise<Waiting> => {
  const items = await readItemRecords(store, caller, on, { meeting })
  const open = items.filter((item) => item.closedOn === null && gaps(factOfItem(item)).includes('leadUnit'))
  const unreported = (board?.rows ?? []).filter((row) => row.missing === '未报送')
  const pending = documents.filter((document) => document.pending > 0)
  return [
    ...(unreported.length > 0 ? [{ label: '指标未报送', href: '/figures', count: unreported.length }] : []),
    ...pending.map(({ id, pending: count }) => ({ label: '会议要求待核', href: `/documents/${id}`, count })),
    ...(open.length > 0 ? [{ label: '牵头单位待明确', href: '/items', count: open.length }] : []),
  ]
}

const readAgenda = async (store: Store, caller: Caller, meeting: string, on: LocalDate) => {
  const points = await store.records(caller, 'agenda', { where: { meeting }, order: 'seq', on })
  return points.map(({ id, seq, title, reportingUnit, minutes, materials }) => ({
    id,
    seq: seq ?? 0,
    title,
    reportingUnit,
    minutes,
    materials: materials ?? '未交',
  }))
}

/** The meeting's page: figures, agenda, what the last meeting decided, its texts, what waits. `board` null: none known. */
export const readMeeting = async (
  store: Store,
  caller: Caller,
  meeting: MeetingRecord,
  { on, board }: { on: LocalDate; board: Board | null },
): Promise<MeetingView> => {
  const [agenda, carryOver, documents] = await Promise.all([
    readAgenda(store, caller, meeting.id, on),
    readCarryOver(store, caller, meeting, on),
    readDocuments(store, caller, meeting.id, on),
  ])
  const { startsAt, place, chair, previous } = meeting
  const row = meetingRow(meeting)
  return {
    meeting: { ...row, startsAt, place, chair, previous, workdaysLeft: workdaysLeft(on, row.heldOn as LocalDate) },
    period: board?.period ?? meeting.period ?? '',
    headline: headlineOf(board?.rows ?? []),
    agenda,
    carryOver,
    documents,
    waiting: await readWaiting(store, caller, meeting.id, { on, board, documents }),
  }
}
