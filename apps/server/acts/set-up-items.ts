import { type Terms, termsWith } from '@yundiao/directives'
import type { Caller, Change, RecordValues, Store } from '@yundiao/store'
import { type Breakdown, clausesOf, itemValues, type Step, sourceOf, termsOfClause } from '../views/breakdown.ts'
import { WITHDRAWN } from '../views/item-facts.ts'
import type { ClauseRecord } from './clause-record.ts'
import { registerItems } from './register-item.ts'
import { reviewProblem } from './review-problem.ts'
import { clauseChange } from './settle-clause.ts'

type Asked = ClauseRecord & { asked: number }

const traceOf = (clause: ClauseRecord, { document }: Breakdown): RecordValues => ({
  ...sourceOf(document),
  document: document.id,
  clause: clause.id,
  starts: clause.starts,
  ends: clause.ends,
  quote: clause.text,
  meeting: document.meeting,
  authority: document.authority,
  theme: clause.theme,
})

/** Requirements 待核, in the order of the text, so that numbers follow it. */
const pendingOf = (basis: Breakdown, steps: readonly Step[]): Asked[] => {
  const asked = clausesOf(basis, steps)
  const [settled] = asked.filter((clause) => clause.disposition !== 'pending')
  if (settled)
    throw reviewProblem({
      kind: 'not-pending',
      clause: settled.id,
      disposition: settled.disposition as 'item' | 'merged' | 'declined',
    })
  const place = new Map(basis.leaves.map((leaf, index) => [leaf.id, index]))
  return asked.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
}

/** Items of these requirements that were taken back before: they are taken up again under their numbers. */
const withdrawnOf = async (store: Store, caller: Caller, clauses: readonly ClauseRecord[]) => {
  const ids = clauses.map(({ id }) => id)
  const items = await store.records(caller, 'item', { where: { clause: ids, state: WITHDRAWN } })
  return new Map(items.map((item) => [item.clause, item]))
}

const settled = (clause: Asked, item: string): Change =>
  clauseChange(clause, clause.asked, { disposition: 'item', reason: null, item })

/** The items requirements became, by requirement. */
type SetUp = ReadonlyMap<string, string>

/**
 * 立项 of requirements: each becomes an item with its characters, its basis and what a person filled in. What neither
 * says stays null (待明确). All of them, and what `also` adds, change in one commit.
 */
export const setUpItems = async (
  store: Store,
  caller: Caller,
  basis: Breakdown,
  {
    steps,
    over = {},
    also = () => [],
  }: { steps: readonly Step[]; over?: Partial<Terms>; also?: (done: SetUp) => readonly Change[] },
): Promise<SetUp> => {
  const clauses = pendingOf(basis, steps)
  const earlier = await withdrawnOf(store, caller, clauses)
  const valuesOf = (clause: Asked): RecordValues => ({
    ...traceOf(clause, basis),
    ...itemValues(termsWith(termsOfClause(clause, basis), over), basis.units),
  })
  const fresh = clauses.filter((clause) => !earlier.has(clause.id))
  const again = clauses.flatMap((clause): { clause: Asked; item: string; change: Change }[] => {
    const item = earlier.get(clause.id)
    if (!item) return []
    const set = { ...valuesOf(clause), state: '未评', openedOn: caller.today }
    const { id, version } = item
    return [{ clause, item: id, change: { do: 'change', table: 'item', id, version, set, note: '重新立项' } }]
  })
  const doneWith = (items: readonly string[]): SetUp =>
    new Map([
      ...fresh.map((clause, i) => [clause.id, items[i] ?? ''] as const),
      ...again.map(({ clause, item }) => [clause.id, item] as const),
    ])
  const changesWith = (items: readonly string[]): readonly Change[] => {
    const done = doneWith(items)
    return [
      ...again.map(({ change }) => change),
      ...clauses.map((clause) => settled(clause, done.get(clause.id) ?? '')),
      ...also(done),
    ]
  }
  const ids = await registerItems(store, caller, fresh.map(valuesOf), { also: changesWith })
  return doneWith(ids)
}
