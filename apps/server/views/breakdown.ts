import { type Terms, termsOfText, termsWith } from '@yundiao/directives'
import { type LocalDate, Problem } from '@yundiao/kernel'
import type { Caller, RecordValues, Store } from '@yundiao/store'
import type { ClauseRecord, DocumentRecord } from '../acts/clause-record.ts'
import { readUnits, type UnitBook } from '../acts/item-units.ts'
import { reviewProblem } from '../acts/review-problem.ts'
import { type ItemRecord, WITHDRAWN } from './item-facts.ts'

/** A document with all its requirements in the order of the text, and what acts on them need to know. */
export type Breakdown = {
  document: DocumentRecord
  /** Headings too. */
  clauses: readonly ClauseRecord[]
  /** The requirements themselves, as the page numbers them from 1. */
  leaves: readonly ClauseRecord[]
  /** The items set up from it, those withdrawn left out, by id. */
  items: ReadonlyMap<string, ItemRecord>
  /** The day typed deadlines count from: the document's, else its meeting's, else the business day. */
  day: LocalDate
  units: UnitBook
}

/** 拆分 leaves the order of the others alone: its pieces share a place, and stand by their characters. */
const inTextOrder = (a: ClauseRecord, b: ClauseRecord): number =>
  (a.seq ?? 0) - (b.seq ?? 0) || (a.starts ?? 0) - (b.starts ?? 0)

const readClauses = async (store: Store, caller: Caller, document: string, on: LocalDate) =>
  (await store.records(caller, 'clause', { where: { document }, order: 'seq', on })).sort(inTextOrder)

/** As of `on`, today where it is left out. Throws Problem not-found. */
export const readBreakdown = async (
  store: Store,
  caller: Caller,
  id: string,
  on: LocalDate = caller.today,
): Promise<Breakdown> => {
  const document = await store.record(caller, 'document', id, on)
  if (!document) throw new Problem('not-found', `按 ${on} 的数据没有这份文件，或无权查看`, { document: id })
  const [clauses, items, units, meeting] = await Promise.all([
    readClauses(store, caller, id, on),
    store.records(caller, 'item', { where: { document: id }, on }),
    readUnits(store, caller),
    document.meeting === null ? null : store.record(caller, 'meeting', document.meeting),
  ])
  return {
    document,
    clauses,
    leaves: clauses.filter((clause) => clause.heading !== true),
    items: new Map(items.filter((item) => item.state !== WITHDRAWN).map((item) => [item.id, item])),
    day: document.issuedOn ?? meeting?.heldOn ?? caller.today,
    units,
  }
}

export type Step = { id: string; version: number }

/** Requirements of the document by id, in the order asked. Throws Problem state.illegal for another document's. */
export const clausesOf = (basis: Breakdown, steps: readonly Step[]): (ClauseRecord & { asked: number })[] => {
  const byId = new Map(basis.clauses.map((clause) => [clause.id, clause]))
  const ids = new Set<string>()
  return steps.map(({ id, version }) => {
    const clause = byId.get(id)
    if (!clause || ids.has(id)) throw reviewProblem({ kind: 'other-document', clause: id })
    if (clause.heading) throw reviewProblem({ kind: 'has-children', clause: id })
    ids.add(id)
    return { ...clause, asked: version }
  })
}

/** What a person filled in of a requirement before 立项. */
export const filledOf = (clause: ClauseRecord): Partial<Terms> => (clause.draft ?? {}) as Partial<Terms>

/** What the words of a requirement say, units by id where they are listed. */
export const saidTerms = (clause: ClauseRecord, { day, units }: Pick<Breakdown, 'day' | 'units'>): Terms => {
  const read = {
    text: clause.text,
    action: clause.action ?? clause.text,
    responsible: clause.responsible ?? [],
    deadline: clause.deadline as LocalDate | null,
    measures: Array.isArray(clause.measures) ? clause.measures.map(String) : [],
  }
  const said = termsOfText(read, day)
  const lead = said.leadUnit === null ? null : units.named(said.leadUnit)
  return { ...said, leadUnit: lead, assistUnits: said.assistUnits.map(units.named).filter((unit) => unit !== lead) }
}

/** What stands on a requirement's line of sheet T3: its words, and what a person filled in over them. */
export const termsOfClause = (clause: ClauseRecord, basis: Pick<Breakdown, 'day' | 'units'>): Terms =>
  termsWith(saidTerms(clause, basis), filledOf(clause))

/** What stands on an item's line of sheet T3. */
export const termsOfItem = (item: ItemRecord): Terms => ({
  title: item.title,
  steps: item.steps,
  measure: item.measure,
  leadUnit: item.leadUnit,
  assistUnits: item.assistUnits ?? [],
  leadLeader: item.leadLeader,
  deadline: item.deadline,
  deadlineWords: item.deadlineWords,
  nodes: (item.nodes ?? []) as Terms['nodes'],
  closure: item.closureKind as Terms['closure'],
  feedback: item.feedback,
  remark: item.remark,
})

/** Terms as the columns of an item. A county office in the lead places the item in its county. */
export const itemValues = ({ closure, nodes, assistUnits, ...terms }: Terms, units: UnitBook): RecordValues => ({
  ...terms,
  closureKind: closure,
  assistUnits: [...assistUnits],
  nodes: nodes.length === 0 ? null : nodes.map(({ by, words }) => ({ by, words })),
  region: units.regionOf(terms.leadUnit),
})

/** What items of a document stand on: its 纪要 once it is issued, else the document itself. */
export const sourceOf = (document: DocumentRecord): RecordValues => ({
  sourceKind: document.minutesNumber === null ? document.kind : 'minutes',
  sourceTitle: document.title,
  sourceNumber: document.minutesNumber ?? document.number,
})
