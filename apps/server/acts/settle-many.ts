import { declineClause, mergeClauses } from '@yundiao/directives'
import { Problem } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { clausesOf, readBreakdown, type Step } from '../views/breakdown.ts'
import { factOfItem } from '../views/item-facts.ts'
import { factOfClause } from './clause-record.ts'
import { refuseBlocked } from './refuse-blocked.ts'
import { reviewProblem } from './review-problem.ts'
import { setUpItems } from './set-up-items.ts'
import { clauseChange } from './settle-clause.ts'

const refuseNone = (steps: readonly Step[]): void => {
  if (steps.length === 0) throw new Problem('input.invalid', '没有选中要求，请先选择一条或几条')
}

/** 立项 of many requirements from what stands on their lines. Gives how many items there are now. */
export const settleMany = async (store: Store, caller: Caller, document: string, steps: readonly Step[]) => {
  refuseNone(steps)
  const done = await setUpItems(store, caller, await readBreakdown(store, caller, document), { steps })
  return { items: [...done.values()] }
}

/** 不立项 of many requirements for one reason. */
export const declineMany = async (
  store: Store,
  caller: Caller,
  document: string,
  { clauses: steps, reason }: { clauses: readonly Step[]; reason: string },
): Promise<void> => {
  refuseNone(steps)
  const basis = await readBreakdown(store, caller, document)
  await refuseBlocked(store, caller, { 不立项理由: reason })
  const changes = clausesOf(basis, steps).map((clause) => {
    const done = declineClause(factOfClause(clause), reason)
    if (done.kind === 'refused') throw reviewProblem(done.why)
    return clauseChange(clause, clause.asked, { disposition: 'declined', reason: done.value.reason, item: null })
  })
  await store.commit(caller, changes)
}

/**
 * 并入 of many requirements into one item of the document; where none is named, the first of them becomes the item.
 * Gives the item.
 */
export const mergeMany = async (
  store: Store,
  caller: Caller,
  document: string,
  { clauses: steps, into }: { clauses: readonly Step[]; into: string | null },
): Promise<string> => {
  const basis = await readBreakdown(store, caller, document)
  const [first, ...rest] = steps
  const joining = into === null ? rest : steps
  if (!first || joining.length === 0)
    throw new Problem('input.invalid', '请选择至少两条要求：第一条立项，其余并入；或指明并入哪一件')
  const asked = clausesOf(basis, joining)
  const merged = (item: string) =>
    asked.map((clause) => clauseChange(clause, clause.asked, { disposition: 'merged', reason: null, item }))
  if (into === null) {
    const [settled] = asked.filter((clause) => clause.disposition !== 'pending')
    if (settled)
      throw reviewProblem({ kind: 'not-pending', clause: settled.id, disposition: factOfClause(settled).disposition })
    const done = await setUpItems(store, caller, basis, {
      steps: [first],
      also: (items) => merged(items.get(first.id) ?? ''),
    })
    return done.get(first.id) ?? ''
  }
  const item = basis.items.get(into)
  if (!item) throw reviewProblem({ kind: 'other-document', clause: asked[0]?.id ?? '' })
  const done = mergeClauses(asked.map(factOfClause), factOfItem(item))
  if (done.kind === 'refused') throw reviewProblem(done.why)
  await store.commit(caller, merged(into))
  return into
}
