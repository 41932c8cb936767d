import { type ReadTerms, readTermsWithin, splitClause } from '@yundiao/directives'
import type { LocalDate } from '@yundiao/kernel'
import type { Caller, RecordValues, Store } from '@yundiao/store'
import { readBreakdown } from '../views/breakdown.ts'
import { type ClauseRecord, factOfClause, readClause } from './clause-record.ts'
import { reviewProblem } from './review-problem.ts'
import { refuseHeading } from './settle-clause.ts'

type Piece = Pick<ReturnType<typeof factOfClause>, 'start' | 'end' | 'text' | 'action'>

/** A piece as a row: of what was read of the whole, it keeps what stands in its own words. */
const valuesOf = (clause: ClauseRecord, piece: Piece, day: LocalDate): RecordValues => {
  const read: ReadTerms = {
    text: piece.text,
    action: piece.action,
    responsible: clause.responsible ?? [],
    deadline: clause.deadline,
    measures: Array.isArray(clause.measures) ? clause.measures.map(String) : [],
  }
  const { responsible, deadline, measures } = readTermsWithin(read, day)
  return {
    starts: piece.start,
    ends: piece.end,
    text: piece.text,
    action: piece.action,
    responsible: [...responsible],
    deadline,
    measures: [...measures],
  }
}

/** 拆分 of a requirement at a character of the document. Gives the id of the second part; both are 待核. */
export const split = async (
  store: Store,
  caller: Caller,
  { id, version, at }: { id: string; version: number; at: number },
): Promise<string> => {
  const { clause, document } = await readClause(store, caller, id)
  refuseHeading(clause)
  const { day } = await readBreakdown(store, caller, document.id)
  const second = store.newId()
  const done = splitClause(factOfClause(clause), at, second)
  if (done.kind === 'refused') throw reviewProblem(done.why)
  const [left, right] = done.value
  const { seq, parent, level, theme } = clause
  const kept = { document: document.id, seq, parent, level, theme, heading: false, disposition: 'pending', item: null }
  await store.commit(caller, [
    { do: 'change', table: 'clause', id, version, set: valuesOf(clause, left, day), note: '拆分' },
    {
      do: 'add',
      table: 'clause',
      rows: [{ id: second, values: { ...kept, ...valuesOf(clause, right, day) } }],
      note: '拆分',
    },
  ])
  return second
}
