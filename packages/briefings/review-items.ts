import type { Block, PaperColumn, Run } from './paper.ts'
import type { PreviousItem } from './review-input.ts'
import { byReportedState } from './state-order.ts'

const COLUMNS: readonly PaperColumn[] = [
  { label: '序号', share: 11, align: 'center' },
  { label: '议定事项', share: 52, align: 'left' },
  { label: '牵头单位', share: 27, align: 'center' },
  { label: '状态', share: 16, align: 'center' },
  { label: '变化情况', share: 46, align: 'left' },
]

const countRun = (items: readonly PreviousItem[], words: string): Run => ({
  formula: { id: 'count-items', version: 1, inputs: items.map(({ item }) => `item:${item}`) },
  shown: `${words}${items.length}件`,
})

const statesOf = (items: readonly PreviousItem[]): readonly string[] =>
  [...new Set(items.map(({ state }) => state))].sort(byReportedState)

const summary = (items: readonly PreviousItem[]): readonly Run[] => {
  const counts = statesOf(items).flatMap((state, i): Run[] => [
    { text: i === 0 ? '，其中' : '、' },
    countRun(
      items.filter((item) => item.state === state),
      state,
    ),
  ])
  return [countRun(items, '上次会议议定事项'), ...counts, { text: '。' }]
}

const rowOf = (item: PreviousItem, index: number): { cells: readonly (readonly Run[])[] } => ({
  cells: [
    [{ free: String(index + 1), as: 'ordinal' }],
    [{ item: item.item, text: item.title }],
    item.leadUnit === null ? [{ gap: '待明确' }] : [{ item: item.item, text: item.leadUnit }],
    [{ item: item.item, text: item.state }],
    item.change === null ? [{ text: '无变化' }] : [{ item: item.item, text: item.change }],
  ],
})

/** 上次议定事项落实情况: counts by state in the office's order, then every item as given. One sentence when there is none. */
export const previousItemBlocks = (items: readonly PreviousItem[]): readonly Block[] => {
  if (items.length === 0) return [{ kind: 'paragraph', runs: [{ text: '没有上次会议议定事项。' }] }]
  return [
    { kind: 'paragraph', runs: summary(items) },
    { kind: 'table', caption: '上次议定事项落实情况', unitLine: '', columns: COLUMNS, rows: items.map(rowOf) },
  ]
}
