import type { LocalDate } from '@yundiao/kernel'
import type { Caller, RecordOf, Store } from '@yundiao/store'
import type { MeetingNotes } from './meeting-schema.ts'

/** The one document of 会中记录 of a meeting. Its id follows from the meeting's, so that two recorders share it. */
export const notesId = (meeting: string): string => `${meeting}-notes`

const lineOf = (clause: RecordOf<'clause'>): MeetingNotes['lines'][number] => {
  const draft = (clause.draft ?? {}) as { deadlineWords?: unknown }
  const said = typeof draft.deadlineWords === 'string' ? draft.deadlineWords : null
  return {
    clause: clause.id,
    speaker: clause.speaker,
    words: clause.text,
    units: clause.responsible ?? [],
    deadline: clause.deadline,
    deadlineWords: said,
    disposition: clause.disposition as MeetingNotes['lines'][number]['disposition'],
  }
}

/** 会中记录 of a meeting, the last line first; null while nothing was noted, or out of the caller's sight. */
export const readNotes = async (
  store: Store,
  caller: Caller,
  meeting: string,
  on: LocalDate,
): Promise<MeetingNotes | null> => {
  const document = await store.record(caller, 'document', notesId(meeting), on)
  if (!document) return null
  const clauses = await store.records(caller, 'clause', { where: { document: document.id }, order: '-seq', on })
  return { document: document.id, lines: clauses.map(lineOf) }
}
