import { declineClause, mergeClauses } from '@yundiao/directives'
import { Problem } from '@yundiao/kernel'
import type { Caller, Change, RecordValues, Store } from '@yundiao/store'
import { readItemRecord } from '../views/item.ts'
import { factOfItem, type ItemRecord, WITHDRAWN } from '../views/item-facts.ts'
import { type ClauseRecord, factOfClause, readClause } from './clause-record.ts'
import { refuseBlocked } from './refuse-blocked.ts'
import { reviewProblem } from './review-problem.ts'

export const refuseHeading = (clause: ClauseRecord): void => {
  if (clause.heading) throw reviewProblem({ kind: 'has-children', clause: clause.id })
}

/** A clause's next version with what became of it. */
export const clauseChange = (clause: ClauseRecord, version: number, set: RecordValues, note?: string): Change => ({
  do: 'change',
  table: 'clause',
  id: clause.id,
  version,
  set,
  ...(note ? { note } : {}),
})

type Step = { id: string; version: number }

/** 不立项, with its reason. */
export const decline = async (store: Store, caller: Caller, { id, version, reason }: Step & { reason: string }) => {
  const { clause } = await readClause(store, caller, id)
  refuseHeading(clause)
  const done = declineClause(factOfClause(clause), reason)
  if (done.kind === 'refused') throw reviewProblem(done.why)
  await refuseBlocked(store, caller, { 不立项理由: done.value.reason })
  await store.commit(caller, [
    clauseChange(clause, version, { disposition: 'declined', reason: done.value.reason, item: null }),
  ])
}

/** 并入 an open item of the same document. */
export const merge = async (store: Store, caller: Caller, { id, version, into }: Step & { into: string }) => {
  const { clause } = await readClause(store, caller, id)
  refuseHeading(clause)
  const item = await readItemRecord(store, caller, into, caller.today)
  const done = mergeClauses([factOfClause(clause)], factOfItem(item))
  if (done.kind === 'refused') throw reviewProblem(done.why)
  await store.commit(caller, [clauseChange(clause, version, { disposition: 'merged', reason: null, item: into })])
}

const hangingOn = async (store: Store, caller: Caller, item: ItemRecord): Promise<string[]> => {
  const [links, progress, merged] = await Promise.all([
    store.records(caller, 'itemLink', { where: { item: item.id } }),
    store.records(caller, 'progress', { where: { item: item.id } }),
    store.records(caller, 'clause', { where: { document: item.document, item: item.id, disposition: 'merged' } }),
  ])
  return [
    ...(links.some((link) => link.dropped !== true) ? ['已关联台账或数据'] : []),
    ...(progress.length > 0 ? ['已有进展反馈'] : []),
    ...(merged.length > 0 ? [`另有${merged.length}条要求并入`] : []),
    ...(item.closedOn === null ? [] : ['已办结']),
  ]
}

/** The change that takes an item back; its number stays with it, for when the clause is set up again. */
const withdrawal = async (store: Store, caller: Caller, clause: ClauseRecord): Promise<Change[]> => {
  const item = clause.item === null ? null : await store.record(caller, 'item', clause.item)
  if (!item) return []
  const held = await hangingOn(store, caller, item)
  if (held.length > 0)
    throw new Problem('state.illegal', `${item.number} ${held.join('，')}，不能撤销立项；请在事项页办理`, {
      item: item.id,
    })
  const { id, version } = item
  return [{ do: 'change', table: 'item', id, version, set: { state: WITHDRAWN }, note: '撤销立项，要求退回待核' }]
}

/** Takes back what was decided on a clause: it is 待核 again. */
export const undo = async (store: Store, caller: Caller, { id, version }: Step) => {
  const { clause } = await readClause(store, caller, id)
  if (clause.disposition === 'pending')
    throw new Problem('state.illegal', '这条要求还没有办理，无可撤销', { clause: id })
  const also = clause.disposition === 'item' ? await withdrawal(store, caller, clause) : []
  await store.commit(caller, [
    clauseChange(clause, version, { disposition: 'pending', reason: null, item: null }, '撤销'),
    ...also,
  ])
}
