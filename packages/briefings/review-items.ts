import { dayInWords, type LocalDate } from '@yundiao/kernel'
import { type CarrySentence, carryOverSentences } from './carry-over-sentences.ts'
import { type Block, type PaperColumn, type Run, runText } from './paper.ts'
import type { PreviousItem } from './review-input.ts'

const COLUMNS: readonly PaperColumn[] = [
  { label: '序号', share: 11, align: 'center' },
  { label: '议定事项', share: 52, align: 'left' },
  { label: '牵头单位', share: 27, align: 'center' },
  { label: '状态', share: 16, align: 'center' },
  { label: '变化情况', share: 46, align: 'left' },
]

/** What the ledger tells, else what its units told; 无变化 where neither does. */
const movement = ({ item, change, progress }: PreviousItem): readonly Run[] => {
  if (change !== null) return [{ item, text: change }]
  return progress ? [{ item, text: `截至${dayInWords(progress.asOf)}：${progress.text}` }] : [{ text: '无变化' }]
}

const rowOf = (item: PreviousItem, index: number): { cells: readonly (readonly Run[])[] } => ({
  cells: [
    [{ free: String(index + 1), as: 'ordinal' }],
    [{ item: item.item, text: item.title }],
    item.leadUnit === null ? [{ gap: '待明确' }] : [{ item: item.item, text: item.leadUnit }],
    [{ item: item.item, text: item.state }],
    movement(item),
  ],
})

const lengthOf = (runs: readonly Run[]): number => runs.reduce((sum, run) => sum + runText(run).length, 0)

/** The sentences that fit `room` characters, the count first; where some do not, the table is named for the rest. */
const fitting = (sentences: readonly CarrySentence[], room: number): readonly Block[] => {
  const blocks: Block[] = []
  let left = room
  for (const { runs } of sentences) {
    left -= lengthOf(runs)
    if (left < 0 && blocks.length > 0) return [...blocks, { kind: 'paragraph', runs: [{ text: '其余事项见下表。' }] }]
    blocks.push({ kind: 'paragraph', runs })
  }
  return blocks
}

/**
 * 上次议定事项落实情况: how many stand where, a sentence for each item with what moved, then the table of all as given.
 * `room` is how many characters the sentences may take. One sentence when there is no item.
 */
export const previousItemBlocks = (
  items: readonly PreviousItem[],
  { on, room = Number.POSITIVE_INFINITY }: { on: LocalDate; room?: number },
): readonly Block[] => {
  if (items.length === 0) return [{ kind: 'paragraph', runs: [{ text: '没有上次会议议定事项。' }] }]
  return [
    ...fitting(carryOverSentences(items, on), room),
    { kind: 'table', caption: '上次议定事项落实情况', unitLine: '', columns: COLUMNS, rows: items.map(rowOf) },
  ]
}
