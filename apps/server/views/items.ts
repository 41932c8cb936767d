import type { ItemJudgement } from '@yundiao/directives'
import { compareStates, type LocalDate } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { kindLabel, themeLabel } from './directive-words.ts'
import { factOfItem, type ItemRecord, judgedBy, readItemRecords, readProgress } from './item-facts.ts'
import type { ItemRow } from './item-schema.ts'
import { type LinkRecord, type Movement, movementsOf, readLinkedEntries, readLinks } from './movements.ts'
import { type Names, readNames } from './names.ts'

const DEFAULT_PAGE = 50
export const LARGEST_PAGE = 200
/** The store reads no more records at once; a city's items of many years stay below it. */
const MOST_ITEMS = 10_000

/** A unit by its short name; one the list of units lacks in the words of the text; null 待明确. */
export const unitWords = (unit: string | null, names: Names): string | null =>
  unit === null ? null : (names.unit(unit) ?? unit)

export type Judged = { item: ItemRecord; judgement: ItemJudgement }

/** Items with their state as of a day: worst first, then by deadline, then by number. */
const readJudged = async (
  store: Store,
  caller: Caller,
  on: LocalDate,
  where: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<Judged[]> => {
  const items = await readItemRecords(store, caller, on, where)
  const judge = judgedBy(
    await readProgress(
      store,
      caller,
      items.map((item) => item.id),
      on,
    ),
    on,
  )
  return items.map((item) => ({ item, judgement: judge(factOfItem(item)) })).sort(byWorst)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const orderOfNumber = (number: string): string => number.replace(/\d+/gu, (digits) => digits.padStart(9, '0'))

const byWorst = (a: Judged, b: Judged): number =>
  compareStates(a.judgement.state, b.judgement.state) ||
  compare(a.item.deadline ?? '9999-12-31', b.item.deadline ?? '9999-12-31') ||
  compare(orderOfNumber(a.item.number), orderOfNumber(b.item.number))

export type RowContext = {
  names: Names
  links: ReadonlyMap<string, readonly LinkRecord[]>
  movements: ReadonlyMap<string, Movement>
}

export const itemRow = ({ item, judgement }: Judged, { names, links, movements }: RowContext): ItemRow => {
  const movement = movements.get(item.id)
  return {
    id: item.id,
    number: item.number,
    title: item.title,
    leadUnit: unitWords(item.leadUnit, names),
    assistUnits: (item.assistUnits ?? []).map((unit) => unitWords(unit, names) ?? unit),
    deadline: item.deadline,
    deadlineWords: item.deadlineWords,
    measure: item.measure,
    theme: item.theme ?? 'other',
    themeLabel: themeLabel(item.theme),
    state: { word: judgement.state, reason: judgement.because },
    source: {
      kindLabel: kindLabel(item.sourceKind),
      title: item.sourceTitle ?? '待明确',
      number: item.sourceNumber,
    },
    links: links.get(item.id)?.length ?? 0,
    change: movement?.change ?? null,
    changedOn: movement?.changedOn ?? null,
    version: item.version,
    demo: item.demo,
  }
}

/** What rows of items are shown with: names, links, and what moved under them. */
export const readRowContext = async (
  store: Store,
  caller: Caller,
  items: readonly ItemRecord[],
  on: LocalDate,
): Promise<RowContext> => {
  const names = await readNames(store, caller)
  const links = await readLinks(
    store,
    caller,
    items.map((item) => item.id),
    on,
  )
  const entries = await readLinkedEntries(store, caller, links, { on, names })
  return { names, links: Map.groupBy(links, (link) => link.item), movements: movementsOf(entries) }
}

export type ItemFilter = {
  state?: string | undefined
  unit?: string | undefined
  q?: string | undefined
  after?: string | undefined
  limit?: number | undefined
}

const matches = ({ item, judgement }: Judged, { state, unit, q }: ItemFilter): boolean => {
  const isState = !state || judgement.state === state
  const isUnit = !unit || item.leadUnit === unit || (item.assistUnits ?? []).includes(unit)
  const words = [item.number, item.title, item.quote, item.measure, item.sourceTitle, item.sourceNumber].join('\n')
  return isState && isUnit && (!q || words.toLowerCase().includes(q.trim().toLowerCase()))
}

/** The 督办台账 in the caller's sight, a page at a time; `after` is the last item of the page before. */
export const readItems = async (store: Store, caller: Caller, filter: ItemFilter, on: LocalDate) => {
  const all = await readJudged(store, caller, on)
  const found = all.filter((one) => matches(one, filter))
  const from = filter.after ? found.findIndex((one) => one.item.id === filter.after) + 1 : 0
  const page = found.slice(from, from + Math.min(filter.limit ?? DEFAULT_PAGE, LARGEST_PAGE))
  const items = page.map((one) => one.item)
  const context = await readRowContext(store, caller, items, on)
  return {
    rows: page.map((one) => itemRow(one, context)),
    next: from + page.length < found.length ? (items.at(-1)?.id ?? null) : null,
    total: found.length,
    capped: all.length >= MOST_ITEMS,
  }
}
