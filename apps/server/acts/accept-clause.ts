import { draftItems, type ItemDraft, readReadout, simplify } from '@yundiao/directives'
import type { Caller, RecordValues, Store } from '@yundiao/store'
import { WITHDRAWN } from '../views/item-facts.ts'
import { type ClauseRecord, type DocumentRecord, factOfClause, readClause } from './clause-record.ts'
import { readUnits, type UnitBook } from './item-units.ts'
import { registerItem } from './register-item.ts'
import { optionalDay } from './require-day.ts'
import { clauseChange, refuseHeading, reviewProblem } from './settle-clause.ts'

export type Acceptance = {
  version: number
  title?: string | undefined
  leadUnit?: string | undefined
  deadline?: string | undefined
  measure?: string | undefined
}

/** What the text itself says of a clause; a clause the grammar no longer reads has only what was kept with it. */
const draftOf = (clause: ClauseRecord, document: DocumentRecord): ItemDraft | null => {
  const text = document.text ?? ''
  const reading = readReadout(text)
  if (reading.kind === 'refused') return null
  const drafts = draftItems(reading.readout, text, { issuedOn: document.issuedOn })
  return drafts.find((draft) => draft.start === clause.starts && draft.end === clause.ends) ?? null
}

const unitsOf = (draft: ItemDraft | null, asked: Acceptance, units: UnitBook) => {
  const named = draft?.leadUnit ? units.named(draft.leadUnit) : null
  const lead = asked.leadUnit ? units.chosen('牵头单位', asked.leadUnit) : named
  const assist = (draft?.assistUnits ?? []).map(units.named).filter((unit) => unit !== lead)
  return { leadUnit: lead, assistUnits: assist, region: units.regionOf(lead) }
}

const wordsOf = (clause: ClauseRecord, draft: ItemDraft | null, asked: Acceptance) => {
  const measures = Array.isArray(clause.measures) ? clause.measures.map(String) : []
  return {
    title: asked.title?.trim() || simplify(draft?.title ?? clause.action ?? clause.text),
    deadline: optionalDay('完成时限', asked.deadline) ?? clause.deadline,
    deadlineWords: draft?.deadlineWords ? simplify(draft.deadlineWords) : null,
    measure: asked.measure?.trim() || (measures.length > 0 ? simplify(measures.join('、')) : null),
  }
}

const basisOf = (clause: ClauseRecord, document: DocumentRecord): RecordValues => ({
  sourceKind: document.kind,
  sourceTitle: document.title,
  sourceNumber: document.number,
  document: document.id,
  clause: clause.id,
  starts: clause.starts,
  ends: clause.ends,
  quote: clause.text,
  meeting: document.meeting,
  authority: document.authority,
  theme: clause.theme,
})

/** An item of this clause that was taken back before: it is taken up again under its number. */
const withdrawnOf = async (store: Store, caller: Caller, clause: string) => {
  const items = await store.records(caller, 'item', { where: { clause, state: WITHDRAWN }, limit: 1 })
  return items[0] ?? null
}

/**
 * 立项: the clause becomes an item with its sentence, its document and what a person filled in. What neither says stays
 * null (待明确). Clause and item change in one commit.
 */
export const accept = async (store: Store, caller: Caller, id: string, asked: Acceptance): Promise<string> => {
  const { clause, document } = await readClause(store, caller, id)
  refuseHeading(clause)
  const fact = factOfClause(clause)
  if (fact.disposition !== 'pending')
    throw reviewProblem({ kind: 'not-pending', clause: id, disposition: fact.disposition })
  const draft = draftOf(clause, document)
  const units = await readUnits(store, caller)
  const values = { ...basisOf(clause, document), ...wordsOf(clause, draft, asked), ...unitsOf(draft, asked, units) }
  const settled = (item: string) => clauseChange(clause, asked.version, { disposition: 'item', reason: null, item })
  const earlier = await withdrawnOf(store, caller, id)
  if (!earlier) return registerItem(store, caller, values, (item) => [settled(item)])
  const { id: item, version } = earlier
  const set = { ...values, state: '未评', openedOn: caller.today }
  await store.commit(caller, [{ do: 'change', table: 'item', id: item, version, set, note: '重新立项' }, settled(item)])
  return item
}
