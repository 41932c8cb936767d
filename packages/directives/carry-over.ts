import { compareStates, type LocalDate, STATES, type State } from '@yundiao/kernel'
import { dueOn, type ItemJudgement } from './judging.ts'
import type { Item, Meeting } from './records.ts'

/** One item on the agenda's first point, 上次议定事项. */
export type CarriedItem = { item: Item; judgement: ItemJudgement }

/** 上次议定 n 件 = 办结 · 超序时 · 达序时 · 欠序时 · 逾期 · 未启动 · 未评 …; the counts add up to `total`. */
export type CarryOver = { items: CarriedItem[]; total: number; counts: Record<State, number> }

/** The meetings before one, nearest first, along `previous`; a chain that closes on itself is followed once. */
export const chainBefore = (meeting: Meeting, meetings: readonly Meeting[]): Meeting[] => {
  const byId = new Map(meetings.map((each) => [each.id, each]))
  const chain: Meeting[] = []
  const seen = new Set([meeting.id])
  let next = meeting.previous
  while (next !== null && !seen.has(next)) {
    const before = byId.get(next)
    if (!before) break
    seen.add(next)
    chain.push(before)
    next = before.previous
  }
  return chain
}

/** Closed after the last meeting and by today; before that, an earlier meeting has heard of it. */
const isNews = (item: Item, since: LocalDate, on: LocalDate): boolean =>
  item.closedOn === null || item.closedOn > on || item.closedOn >= since

const byWorst = (a: CarriedItem, b: CarriedItem): number =>
  compareStates(a.judgement.state, b.judgement.state) ||
  compare(dueOn(a.item) ?? '9999-12-31', dueOn(b.item) ?? '9999-12-31') ||
  compare(a.item.number ?? '\uffff', b.item.number ?? '\uffff') ||
  compare(a.item.id, b.item.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const countStates = (items: readonly CarriedItem[]): Record<State, number> => {
  const counts = Object.fromEntries(STATES.map((state) => [state, 0])) as Record<State, number>
  for (const { judgement } of items) counts[judgement.state] += 1
  return counts
}

/**
 * 上次议定事项 for a meeting as of `on`: every item of the meetings before it in its chain that is open, and those closed
 * since the last of them, each once, worst first, then by deadline and number. The order of the inputs does not matter.
 * `judge` gives an item's state on `on`.
 */
export const carryOver = (
  meeting: Meeting,
  meetings: readonly Meeting[],
  items: readonly Item[],
  { on, judge }: { on: LocalDate; judge: (item: Item, on: LocalDate) => ItemJudgement },
): CarryOver => {
  const chain = chainBefore(meeting, meetings)
  const since = chain[0]?.heldOn ?? on
  const members = new Set(chain.map(({ id }) => id))
  const unique = new Map(items.map((item) => [item.id, item]))
  const carried = [...unique.values()]
    .filter((item) => item.meeting !== null && members.has(item.meeting) && isNews(item, since, on))
    .map((item) => ({ item, judgement: judge(item, on) }))
    .sort(byWorst)
  return { items: carried, total: carried.length, counts: countStates(carried) }
}
