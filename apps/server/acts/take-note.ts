import { deadlineOf, LONGEST_READOUT, simplify } from '@yundiao/directives'
import { isProblem, type LocalDate, Problem, parseLocalDate } from '@yundiao/kernel'
import type { Caller, Change, Json, RecordOf, RecordValues, Store } from '@yundiao/store'
import type { MeetingRecord } from '../views/carry-over.ts'
import { readMeetingRecord } from '../views/meeting.ts'
import { notesId } from '../views/meeting-notes.ts'
import { readUnits } from './item-units.ts'
import { refuseBlocked } from './refuse-blocked.ts'

/** 谁、何事、何时；原话, as the recorder types it in the meeting. `day` is a day or the words about time. */
export type NewNote = {
  speaker: string
  words: string
  unit?: string | null | undefined
  day?: string | null | undefined
}

/** Each round one of those who note at once gets through: more than will ever keep one meeting's record together. */
const TRIES = 25

const oneLine = (text: string | null | undefined): string => (text ?? '').replace(/\s+/gu, ' ').trim()

type Said = { speaker: string; words: string; units: string[]; day: string }

const saidOf = (note: NewNote): Said => ({
  speaker: oneLine(note.speaker),
  words: oneLine(note.words),
  units: oneLine(note.unit)
    .split(/[、，,；;]/u)
    .map((unit) => unit.trim())
    .filter((unit) => unit !== ''),
  day: oneLine(note.day),
})

/** The line as the record prints it; what was said stands first, so that its place is the speaker's length and a colon. */
const lineOf = ({ speaker, words, units, day }: Said): { line: string; offset: number } => {
  const beside = [units.join('、'), day].filter((part) => part !== '').join('；')
  const head = `${speaker}：`
  return { line: `${head}${words}${beside === '' ? '' : `（${beside}）`}`, offset: head.length }
}

/** A day as typed, or the one the words name counted from the meeting; null where they name none (待明确). */
const dayOf = (words: string, heldOn: LocalDate | null): LocalDate | null =>
  words === '' ? null : (parseLocalDate(words) ?? deadlineOf(simplify(words), heldOn))

/** What the recorder filled in of sheet T3, for 分解立项. */
const draftOf = async (store: Store, caller: Caller, said: Said, deadline: LocalDate | null): Promise<Json> => {
  const book = await readUnits(store, caller)
  const [leadUnit, ...assistUnits] = said.units.map(book.named)
  return {
    ...(leadUnit === undefined ? {} : { leadUnit }),
    ...(assistUnits.length > 0 ? { assistUnits } : {}),
    ...(deadline === null ? {} : { deadline }),
    ...(said.day === '' || parseLocalDate(said.day) ? {} : { deadlineWords: said.day }),
  }
}

const clauseOf = (said: Said, place: { document: string; seq: number; starts: number }): RecordValues => ({
  document: place.document,
  seq: place.seq,
  parent: null,
  level: 1,
  starts: place.starts,
  ends: place.starts + said.words.length,
  text: said.words,
  action: said.words,
  theme: 'other',
  heading: false,
  responsible: said.units,
  measures: [],
  disposition: 'pending',
  item: null,
  speaker: said.speaker,
})

/** The record begun, or grown by a line: text already there is never touched, so that earlier clauses keep their place. */
const documentChange = (meeting: MeetingRecord, document: RecordOf<'document'> | null, line: string): Change => {
  if (document) {
    const text = `${document.text ?? ''}\n${line}`
    if (text.length > LONGEST_READOUT)
      throw new Problem('input.too-large', '会中记录已超过 20 万字，记不下这一条。请另建会议续记', { field: 'words' })
    return { do: 'change', table: 'document', id: document.id, version: document.version, set: { text } }
  }
  const values: RecordValues = {
    title: `${meeting.title}会中记录`,
    kind: 'notes',
    number: null,
    issuedOn: meeting.heldOn,
    meeting: meeting.id,
    authority: meeting.authority,
    referenceOnly: true,
    text: line,
  }
  return { do: 'add', table: 'document', rows: [{ id: notesId(meeting.id), values }] }
}

/** Somebody else's line came first: ours goes after it. */
const isOvertaken = (error: unknown): boolean =>
  isProblem(error) && (error.code === 'version.stale' || error.code === 'duplicate')

const noteOnce = async (store: Store, caller: Caller, meeting: MeetingRecord, said: Said): Promise<string> => {
  const id = store.newId()
  const document = await store.record(caller, 'document', notesId(meeting.id))
  const { line, offset } = lineOf(said)
  const starts = (document ? (document.text ?? '').length + 1 : 0) + offset
  const [last] = document
    ? await store.records(caller, 'clause', { where: { document: document.id }, order: '-seq', limit: 1 })
    : []
  const deadline = dayOf(said.day, meeting.heldOn)
  const values: RecordValues = {
    ...clauseOf(said, { document: notesId(meeting.id), seq: (last?.seq ?? 0) + 1, starts }),
    deadline,
    draft: await draftOf(store, caller, said, deadline),
  }
  await store.commit(caller, [
    documentChange(meeting, document, line),
    { do: 'add', table: 'clause', rows: [{ id, values }] },
  ])
  return id
}

/**
 * 记一条: a line of the meeting's own record and the requirement 待核 it is, in one commit. Gives the clause's id.
 * Throws Problem state.illegal before the meeting, input.invalid, input.too-large, name.blocked, not-found, right.missing.
 */
export const takeNote = async (store: Store, caller: Caller, id: string, note: NewNote): Promise<string> => {
  const meeting = await readMeetingRecord(store, caller, id, caller.today)
  if (meeting.phase === '筹备')
    throw new Problem('state.illegal', '会议还在筹备，不能记录。请先把阶段改为“会中”', { meeting: id })
  const said = saidOf(note)
  if (said.speaker === '' || said.words === '')
    throw new Problem('input.invalid', '请填写谁讲的和原话，再记这一条', {
      field: said.speaker === '' ? 'speaker' : 'words',
    })
  await refuseBlocked(store, caller, { 讲话人: said.speaker, 原话: said.words, 单位: note.unit, 时限: note.day })
  for (let tries = 1; ; tries += 1) {
    try {
      return await noteOnce(store, caller, meeting, said)
    } catch (error) {
      if (!isOvertaken(error) || tries >= TRIES) throw error
    }
  }
}
