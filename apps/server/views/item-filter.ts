import { dueOn } from '@yundiao/directives'
import { addDays, endOfMonth, isClosed, type LocalDate, partsOf, STATES, weekday } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { kindLabel } from './directive-words.ts'
import type { Judged } from './item-row.ts'
import type { Facets } from './item-schema.ts'
import { type Names, readNames } from './names.ts'

/** 待明确 as a filter: items whose field nobody has filled in. */
const UNSET = 'unset'

export const DUES = ['overdue', 'week', 'month', UNSET] as const
export type Due = (typeof DUES)[number]
const DUE_LABELS: Readonly<Record<Due, string>> = {
  overdue: '已过时限',
  week: '本周到期',
  month: '本月到期',
  unset: '时限待明确',
}

export type ItemFilter = {
  state?: string | undefined
  unit?: string | undefined
  leader?: string | undefined
  due?: Due | undefined
  kind?: string | undefined
  meeting?: string | undefined
  q?: string | undefined
}

const FIELDS = ['state', 'unit', 'leader', 'due', 'kind', 'meeting'] as const
type Field = (typeof FIELDS)[number]

/** Every 到期 a deadline falls under on a day; what is closed is due no more. Weeks begin on Monday. */
const duesOf = ({ item, judgement }: Judged, on: LocalDate): Due[] => {
  if (isClosed(judgement.state)) return []
  const due = dueOn(item)
  if (due === null) return item.closureKind === 'standing' ? [] : [UNSET]
  if (due < on) return ['overdue']
  const { year, month } = partsOf(on)
  return [
    ...(due <= addDays(on, 7 - weekday(on)) ? (['week'] as const) : []),
    ...(due <= endOfMonth(year, month) ? (['month'] as const) : []),
  ]
}

/** A unit counts whether it leads or helps; words the list of units lacks count as 待明确. */
const unitKeys = ({ item }: Judged, names: Names): string[] => {
  const lead = item.leadUnit !== null && names.unit(item.leadUnit) !== null ? item.leadUnit : UNSET
  return [lead, ...(item.assistUnits ?? []).filter((unit) => names.unit(unit) !== null)]
}

export type FilterContext = { on: LocalDate; names: FilterNames }

/** The keys an item has under one filter. */
const keysOf = (judged: Judged, field: Field, { on, names }: FilterContext): readonly string[] => {
  const { item, judgement } = judged
  switch (field) {
    case 'state':
      return [judgement.state]
    case 'unit':
      return unitKeys(judged, names.names)
    case 'leader':
      return [item.leadLeader ?? UNSET]
    case 'due':
      return duesOf(judged, on)
    case 'kind':
      return [item.sourceKind]
    case 'meeting':
      return [item.meeting ?? UNSET]
  }
}

const saysWords = ({ item, latest }: Judged, q: string | undefined): boolean => {
  if (!q?.trim()) return true
  const words = [item.number, item.title, item.quote, item.measure, item.sourceTitle, item.sourceNumber, item.remark]
  return [...words, latest?.text].join('\n').toLowerCase().includes(q.trim().toLowerCase())
}

/** Whether an item passes a filter, `but` one of its fields. */
export const matching =
  (filter: ItemFilter, context: FilterContext, but?: Field) =>
  (judged: Judged): boolean =>
    saysWords(judged, filter.q) &&
    FIELDS.every((field) => {
      const wanted = field === but ? undefined : filter[field]
      return !wanted || keysOf(judged, field, context).includes(wanted)
    })

export type FilterNames = { names: Names; meetings: ReadonlyMap<string, string> }

export const readFilterNames = async (store: Store, caller: Caller): Promise<FilterNames> => {
  const [names, meetings] = await Promise.all([readNames(store, caller), store.records(caller, 'meeting')])
  return { names, meetings: new Map(meetings.map(({ id, title, heldOn }) => [id, `${heldOn ?? ''} ${title}`.trim()])) }
}

const labelOf = (field: Field, key: string, { names, meetings }: FilterNames): string => {
  if (field === 'due') return DUE_LABELS[key as Due] ?? key
  if (key === UNSET) return field === 'meeting' ? '不由会议议定' : '待明确'
  if (field === 'unit') return names.unit(key) ?? key
  if (field === 'kind') return kindLabel(key)
  return field === 'meeting' ? (meetings.get(key) ?? '其他会议') : key
}

/** Fixed orders first (states worst first, dues nearest first); else the most items first, then by key. */
const orderOf = (field: Field): ((key: string) => number) => {
  const list: readonly string[] = field === 'state' ? STATES : field === 'due' ? DUES : []
  return (key) => (list.includes(key) ? list.indexOf(key) : list.length)
}

const facetOf = (all: readonly Judged[], filter: ItemFilter, field: Field, context: FilterContext) => {
  const counts = new Map<string, number>()
  for (const judged of all.filter(matching(filter, context, field)))
    for (const key of new Set(keysOf(judged, field, context))) counts.set(key, (counts.get(key) ?? 0) + 1)
  const order = orderOf(field)
  return [...counts]
    .sort(([a, n], [b, m]) => order(a) - order(b) || m - n || (a < b ? -1 : 1))
    .map(([key, count]) => ({ key, label: labelOf(field, key, context.names), count }))
}

/** How many items each choice of each filter would leave, with the other filters as they are. */
export const facetsOf = (all: readonly Judged[], filter: ItemFilter, context: FilterContext): Facets =>
  Object.fromEntries(FIELDS.map((field) => [field, facetOf(all, filter, field, context)])) as Facets

const FIELD_LABELS: Readonly<Record<Field, string>> = {
  state: '办理状态',
  unit: '单位',
  leader: '牵头市领导',
  due: '到期',
  kind: '依据',
  meeting: '会议',
}

/** What a list was narrowed to, in words for the sheet; null for all of it. */
export const filterWords = (filter: ItemFilter, names: FilterNames): string | null => {
  const told = FIELDS.flatMap((field) => {
    const key = filter[field]
    return key ? [`${FIELD_LABELS[field]}：${labelOf(field, key, names)}`] : []
  })
  const all = filter.q?.trim() ? [...told, `查找：${filter.q.trim()}`] : told
  return all.length === 0 ? null : all.join('；')
}
