import { dueOn } from '@yundiao/directives'
import { compareStates, type LocalDate } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { factOfItem, type ItemRecord, judgedBy, readItemRecords, readProgress } from './item-facts.ts'
import { facetsOf, type ItemFilter, matching, readFilterNames } from './item-filter.ts'
import { itemRow, type Judged, readRowContext } from './item-row.ts'

const DEFAULT_PAGE = 50
export const LARGEST_PAGE = 200
/** The store reads no more records at once; a city's items of many years stay below it. */
const MOST_ITEMS = 10_000

/** Items with their state as of a day: worst first, then by the day that counts, then by number. */
export const readJudged = async (
  store: Store,
  caller: Caller,
  on: LocalDate,
  where: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<Judged[]> => {
  const items = await readItemRecords(store, caller, on, where)
  const ids = items.map((item) => item.id)
  const progress = (await readProgress(store, caller, ids, on)).filter((note) => (note.asOf ?? on) <= on)
  const judge = judgedBy(progress, on)
  // Newest first, as they are read: the first of an item is its latest.
  const latest = new Map(progress.toReversed().map((note) => [note.item, note]))
  return items
    .map((item) => ({ item, judgement: judge(factOfItem(item)), latest: latest.get(item.id) ?? null }))
    .sort(byWorst)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const orderOfNumber = (number: string): string => number.replace(/\d+/gu, (digits) => digits.padStart(9, '0'))

const dueOf = (item: ItemRecord): string => dueOn(item) ?? '9999-12-31'

/** 编号 in the order people count in: 9 before 12. */
export const byNumber = (a: Judged, b: Judged): number =>
  compare(orderOfNumber(a.item.number), orderOfNumber(b.item.number))

const byWorst = (a: Judged, b: Judged): number =>
  compareStates(a.judgement.state, b.judgement.state) || compare(dueOf(a.item), dueOf(b.item)) || byNumber(a, b)

export type ItemQuery = ItemFilter & { after?: string | undefined; limit?: number | undefined }

/** The 督办台账 in the caller's sight, a page at a time; `after` is the last item of the page before. */
export const readItems = async (store: Store, caller: Caller, query: ItemQuery, on: LocalDate) => {
  const all = await readJudged(store, caller, on)
  const names = await readFilterNames(store, caller)
  const found = all.filter(matching(query, { on, names }))
  const from = query.after ? found.findIndex((one) => one.item.id === query.after) + 1 : 0
  const page = found.slice(from, from + Math.min(query.limit ?? DEFAULT_PAGE, LARGEST_PAGE))
  const items = page.map((one) => one.item)
  const context = await readRowContext(store, caller, items, on)
  return {
    rows: page.map((one) => itemRow(one, context)),
    next: from + page.length < found.length ? (items.at(-1)?.id ?? null) : null,
    total: found.length,
    capped: all.length >= MOST_ITEMS,
    facets: facetsOf(all, query, { on, names }),
  }
}
