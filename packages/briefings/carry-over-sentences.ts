import { dayInWords, type LocalDate, partsOf } from '@yundiao/kernel'
import type { Run } from './paper.ts'
import type { PreviousItem } from './review-input.ts'
import { byReportedState } from './state-order.ts'

/** One sentence of 上次议定事项落实情况 and the items it speaks of; its digits stand in runs bound to them. */
export type CarrySentence = { runs: readonly Run[]; items: readonly string[] }

/** Titles a sentence names before it says 等n件. */
const MOST_NAMED = 3

/** Said one by one whatever there is to say: the meeting asks about each. */
const ALWAYS_ALONE: readonly string[] = ['欠序时', '逾期']

const SAID: Readonly<Record<string, string>> = {
  已办结: '已办结',
  已销号: '已销号',
  已办结待核: '已报办结，待核查',
  长期坚持: '转入长期坚持',
  未启动: '尚无进展情况',
  暂缓: '已批准暂缓',
}

const countRun = (items: readonly PreviousItem[], shown: string): Run => ({
  formula: { id: 'count-items', version: 1, inputs: items.map(({ item }) => `item:${item}`) },
  shown,
})

const stateWords = (item: PreviousItem): string => {
  if (item.state === '未评' && item.reason) return `未评（${item.reason}）`
  return SAID[item.state] ?? item.state
}

/** The day by which an item falls behind or is late; the others are told without it. */
const deadlineWords = ({ state, deadline }: PreviousItem, year: number): string =>
  deadline && ALWAYS_ALONE.includes(state) ? `，完成时限${dayInWords(deadline, year)}` : ''

const evidenceWords = ({ change, changedOn, progress }: PreviousItem, year: number): string =>
  [
    change === null ? '' : `；台账记载${changedOn ? `（${dayInWords(changedOn, year)}）` : ''}：${change}`,
    progress ? `；截至${dayInWords(progress.asOf, year)}：${progress.text.replace(/[。；\s]+$/u, '')}` : '',
  ].join('')

const leadRuns = ({ item, leadUnit }: PreviousItem): readonly Run[] =>
  leadUnit === null
    ? [{ text: '牵头单位' }, { gap: '待明确' }]
    : [{ text: '由' }, { item, text: leadUnit }, { text: '牵头' }]

const aloneSentence = (item: PreviousItem, year: number): CarrySentence => ({
  items: [item.item],
  runs: [
    { item: item.item, text: `“${item.title}”` },
    ...leadRuns(item),
    {
      item: item.item,
      text: `${deadlineWords(item, year)}，${stateWords(item)}${evidenceWords(item, year)}`,
    },
    { text: '。' },
  ],
})

const groupSentence = (items: readonly PreviousItem[], first: PreviousItem): CarrySentence => ({
  items: items.map(({ item }) => item),
  runs: [
    ...items
      .slice(0, MOST_NAMED)
      .flatMap((item, at): Run[] => [
        { item: item.item, text: `${at === 0 ? '' : '、'}“${item.title}”` },
        { text: '（' },
        ...(item.leadUnit === null
          ? ([{ text: '牵头单位' }, { gap: '待明确' }] as const)
          : [{ item: item.item, text: `${item.leadUnit}牵头` }]),
        { text: '）' },
      ]),
    countRun(items, `${items.length > MOST_NAMED ? '等' : ''}${items.length}件`),
    { item: first.item, text: stateWords(first) },
    { text: '。' },
  ],
})

const keyOf = (item: PreviousItem): string =>
  ALWAYS_ALONE.includes(item.state) || item.change !== null || item.progress
    ? `alone:${item.item}`
    : `group:${stateWords(item)}`

const countSentence = (items: readonly PreviousItem[]): CarrySentence => {
  const states = [...new Set(items.map(({ state }) => state))].sort(byReportedState)
  const counts = states.flatMap((state, at): Run[] => {
    const own = items.filter((item) => item.state === state)
    return [{ text: at === 0 ? '，其中' : '、' }, countRun(own, `${state}${own.length}件`)]
  })
  return {
    items: items.map(({ item }) => item),
    runs: [countRun(items, `上次会议议定事项${items.length}件`), ...counts, { text: '。' }],
  }
}

/**
 * 上次议定事项落实情况 as sentences: how many stand where; then each item, what is done first, with its lead unit, its state,
 * what its ledger and its units say; items of one state with nothing to tell share a sentence. In the order given
 * within a state. Nothing is said that the items do not hold; no item, no sentence. Days are told as in the year of `on`.
 */
export const carryOverSentences = (items: readonly PreviousItem[], on: LocalDate): readonly CarrySentence[] => {
  if (items.length === 0) return []
  const { year } = partsOf(on)
  const ordered = [...items].sort((a, b) => byReportedState(a.state, b.state))
  const groups = Map.groupBy(ordered, keyOf)
  return [
    countSentence(items),
    ...[...groups.values()].flatMap((own) => {
      const [first] = own
      if (!first) return []
      return own.length === 1 ? [aloneSentence(first, year)] : [groupSentence(own, first)]
    }),
  ]
}
