import { gaps } from '@yundiao/directives'
import {
  CHINA_HOLIDAYS,
  isProblem,
  type LocalDate,
  Problem,
  workingDayCalendar,
  workingDaysBetween,
} from '@yundiao/kernel'
import { type Caller, mayDo, type RecordOf, type Store } from '@yundiao/store'
import type { Board, BoardRow } from './board-schema.ts'
import { type MeetingRecord, readCarryOver } from './carry-over.ts'
import { readCoordination } from './coordination.ts'
import { kindLabel } from './directive-words.ts'
import { factOfItem, readItemRecords } from './item-facts.ts'
import { readAgenda } from './meeting-agenda.ts'
import { readNotes } from './meeting-notes.ts'
import type { MeetingRow, MeetingView } from './meeting-schema.ts'

/** Cells of the strip on the meeting's page. */
const HEADLINES = 8

/** 需协调事项 the page names; the others are counted. */
const MOST_MATTERS = 5

/** State of a paper nobody has sent on. */
const DRAFT = '草稿'

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
  previous: row.previous,
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
type Beside = { on: LocalDate; board: Board | null } & Pick<MeetingView, 'documents' | 'papers'>

const counted = (label: string, href: string, count: number): Waiting => (count > 0 ? [{ label, href, count }] : [])

/** 等我办 of those who keep the meeting; others have nothing to do on this page. */
const readWaiting = async (
  store: Store,
  caller: Caller,
  meeting: string,
  { on, board, documents, papers }: Beside,
): Promise<Waiting> => {
  if (!mayDo(caller)['meeting.write']) return []
  const items = await readItemRecords(store, caller, on, { meeting })
  const open = items.filter((item) => item.closedOn === null && gaps(factOfItem(item)).includes('leadUnit'))
  const unreported = (board?.rows ?? []).filter((row) => row.missing === '未报送')
  return [
    ...counted('指标未报送', '/figures', unreported.length),
    ...counted('材料待送审', '/papers', papers.filter((paper) => paper.state === DRAFT).length),
    ...documents.flatMap(({ id, kind, pending }) => counted(`${kind}要求待核`, `/documents/${id}`, pending)),
    ...counted('牵头单位待明确', `/items?meeting=${meeting}`, open.length),
  ]
}

/** Papers made for the meeting, the newest first. */
const readMeetingPapers = async (store: Store, caller: Caller, meeting: string, on: LocalDate) =>
  (await store.records(caller, 'paper', { where: { meeting }, order: '-madeAt', on })).map(({ id, title, state }) => ({
    id,
    title,
    state: state ?? DRAFT,
  }))

/** The meeting's page: figures, agenda, what the last meeting decided, its texts, what waits. `board` null: none known. */
export const readMeeting = async (
  store: Store,
  caller: Caller,
  meeting: MeetingRecord,
  { on, board }: { on: LocalDate; board: Board | null },
): Promise<MeetingView> => {
  const { id, startsAt, place, chair } = meeting
  const rows = board?.rows ?? []
  const [agenda, carryOver, documents, notes, papers, coordination] = await Promise.all([
    readAgenda(store, caller, meeting, { on, rows }),
    readCarryOver(store, caller, meeting, on),
    readDocuments(store, caller, id, on),
    readNotes(store, caller, id, on),
    readMeetingPapers(store, caller, id, on),
    readCoordination(store, caller, on),
  ])
  const row = meetingRow(meeting)
  return {
    meeting: { ...row, startsAt, place, chair, workdaysLeft: workdaysLeft(on, row.heldOn as LocalDate) },
    period: board?.period ?? meeting.period ?? '',
    headline: headlineOf(rows),
    agenda,
    carryOver,
    coordination: coordination && { ...coordination, rows: coordination.rows.slice(0, MOST_MATTERS) },
    documents,
    notes,
    papers,
    waiting: await readWaiting(store, caller, id, { on, board, documents, papers }),
  }
}
