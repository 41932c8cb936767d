import type { ClauseDraft, ItemDraft } from './drafting.ts'
import type { Clause, Item } from './records.ts'

/** Why a step of 分解立项 cannot be taken; the page says so in the office's words. */
export type ReviewRefusal =
  | { kind: 'not-pending'; clause: string; disposition: Clause['disposition'] }
  | { kind: 'reason-missing'; clause: string }
  | { kind: 'nothing-to-merge' }
  | { kind: 'other-document'; clause: string }
  | { kind: 'item-closed'; item: string }
  | { kind: 'split-outside'; at: number }
  | { kind: 'has-children'; clause: string }

export type Reviewed<T> = { kind: 'done'; value: T } | { kind: 'refused'; why: ReviewRefusal }

const done = <T>(value: T): Reviewed<T> => ({ kind: 'done', value })
const refused = (why: ReviewRefusal): Reviewed<never> => ({ kind: 'refused', why })

const pendingOr = (clause: Clause): ReviewRefusal | null =>
  clause.disposition === 'pending' ? null : { kind: 'not-pending', clause: clause.id, disposition: clause.disposition }

/** What a person settles on 立项, beside the draft: identity, basis, and any field corrected or filled in. */
export type Acceptance = Pick<Item, 'id' | 'number' | 'document' | 'meeting' | 'authority' | 'openedOn'> & {
  filled?: Partial<
    Pick<
      Item,
      | 'title'
      | 'closure'
      | 'leadLeader'
      | 'leadUnit'
      | 'assistUnits'
      | 'region'
      | 'deadline'
      | 'deadlineWords'
      | 'measure'
    >
  >
}

const blankToNull = <T>(value: T): T | null => (typeof value === 'string' && value.trim() === '' ? null : value)

const filledIn = (filled: Acceptance['filled']): Partial<Item> =>
  Object.fromEntries(
    Object.entries(filled ?? {})
      .map(([field, value]) => [field, blankToNull(value)] as const)
      .filter(([field, value]) => field !== 'title' || value !== null),
  )

/** 立项: the clause becomes an item made of its draft and what a person filled in. Only a clause 待核 can. */
export const acceptClause = (
  clause: Clause,
  draft: ItemDraft,
  acceptance: Acceptance,
): Reviewed<{ clause: Clause; item: Item }> => {
  const why = pendingOr(clause)
  if (why) return refused(why)
  const { filled, ...basis } = acceptance
  const { seq: _, ...words } = draft
  const item: Item = {
    ...words,
    region: null,
    ...filledIn(filled),
    ...basis,
    clause: clause.id,
    state: '未评',
    closedOn: null,
  }
  return done({ clause: { ...clause, disposition: 'item', reason: null, item: item.id }, item })
}

/** 并入: clauses 待核 of the item's own document join an item that is open; the item itself is not changed. */
export const mergeClauses = (clauses: readonly Clause[], into: Item): Reviewed<Clause[]> => {
  if (clauses.length === 0) return refused({ kind: 'nothing-to-merge' })
  if (into.closedOn !== null) return refused({ kind: 'item-closed', item: into.id })
  for (const clause of clauses) {
    const why = pendingOr(clause)
    if (why) return refused(why)
    if (clause.document !== into.document) return refused({ kind: 'other-document', clause: clause.id })
  }
  return done(clauses.map((clause) => ({ ...clause, disposition: 'merged', reason: null, item: into.id })))
}

/** 不立项: needs a reason in words. */
export const declineClause = (clause: Clause, reason: string): Reviewed<Clause> => {
  const why = pendingOr(clause)
  if (why) return refused(why)
  if (reason.trim() === '') return refused({ kind: 'reason-missing', clause: clause.id })
  return done({ ...clause, disposition: 'declined', reason: reason.trim(), item: null })
}

const EDGE = /^[\s，。；：、,;:.]+|[\s，。；：、,;:.]+$/gu

const part = (clause: Clause, from: number, to: number): Pick<Clause, 'start' | 'end' | 'text' | 'action'> => {
  const raw = clause.text.slice(from, to)
  const lead = raw.length - raw.trimStart().replace(/^[\s，。；：、,;:.]+/u, '').length
  const text = raw.replace(EDGE, '')
  const start = clause.start + from + lead
  return { start, end: start + text.length, text, action: text }
}

/**
 * 拆分 at a unit of the document's text, strictly inside the clause: two clauses 待核 in place of one, the first keeping
 * its identity. Marks at the cut belong to neither. `id` is the second's; later clauses' `seq` is the caller's to move.
 */
export const splitClause = (clause: Clause, at: number, id: string): Reviewed<[Clause, Clause]> => {
  const why = pendingOr(clause)
  if (why) return refused(why)
  const [first, second] = [part(clause, 0, at - clause.start), part(clause, at - clause.start, clause.text.length)]
  if (at <= clause.start || at >= clause.end || first.text === '' || second.text === '')
    return refused({ kind: 'split-outside', at })
  return done([
    { ...clause, ...first },
    { ...clause, ...second, id, seq: clause.seq + 1 },
  ])
}

/** The line over the grid: 要求 n 条 → 立项 · 并入 · 不立项 · 待核, and what the items still lack. Headings do not count. */
export type CountLine = {
  requirements: number
  items: number
  merged: number
  declined: number
  pending: number
  lacking: { leadUnit: number; deadline: number; measure: number; closure: number }
}

/** Counts the leaves among `clauses` and the gaps of `items`. */
export const countLine = (
  clauses: readonly Pick<Clause, 'id' | 'parent' | 'disposition'>[],
  items: readonly Item[],
): CountLine => {
  const headings = new Set(clauses.map(({ parent }) => parent))
  const leaves = clauses.filter(({ id }) => !headings.has(id))
  const count = (disposition: Clause['disposition']): number =>
    leaves.filter((leaf) => leaf.disposition === disposition).length
  const lacking = (field: 'leadUnit' | 'deadline' | 'measure' | 'closure'): number =>
    items.filter((item) => gaps(item).includes(field)).length
  return {
    requirements: leaves.length,
    items: count('item'),
    merged: count('merged'),
    declined: count('declined'),
    pending: count('pending'),
    lacking: {
      leadUnit: lacking('leadUnit'),
      deadline: lacking('deadline'),
      measure: lacking('measure'),
      closure: lacking('closure'),
    },
  }
}

export type Gap = 'leadUnit' | 'deadline' | 'measure' | 'closure'

const GAPS: readonly Gap[] = ['leadUnit', 'deadline', 'measure', 'closure']

/** What of an item is 待明确: 牵头单位, 完成时限, 量化目标, 办结类型. A standing item (长期坚持型) needs no deadline. */
export const gaps = (item: Pick<Item, Gap>): Gap[] =>
  GAPS.filter((field) => item[field] === null && !(field === 'deadline' && item.closure === 'standing'))

/** A clause draft with the identity the store gave it. */
export const clauseOf = (draft: ClauseDraft, ids: { id: string; document: string; parent: string | null }): Clause => {
  const { isHeading: _, parent: __, ...rest } = draft
  return { ...rest, ...ids, item: null }
}
