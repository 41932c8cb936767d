import type { Block, Gap, Paper, Run } from './paper.ts'
import { hasNumber, type QuarterReviewInput, type ReviewRow } from './review-input.ts'
import { previousItemBlocks } from './review-items.ts'
import { joinRuns, rowSentence } from './review-sentences.ts'
import { reviewTable, signLegend } from './review-table.ts'

const STRETCH = { 1: '一季度', 2: '上半年', 3: '前三季度', 4: '全年' } as const

/** Each line with the 其中 lines below it. */
const groupRows = (rows: readonly ReviewRow[]): readonly (readonly ReviewRow[])[] => {
  const groups: ReviewRow[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last && (row.indent ?? 0) > 0) last.push(row)
    else groups.push([row])
  }
  return groups
}

const groupRuns = (group: readonly ReviewRow[]): readonly Run[] => {
  const [head, ...parts] = group
  const headRuns = head ? rowSentence(head) : []
  const partRuns = joinRuns(parts.map(rowSentence), '；')
  if (headRuns.length === 0) return partRuns
  return partRuns.length === 0 ? headRuns : [...headRuns, { text: '。其中：' }, ...partRuns]
}

const paragraphs = (input: QuarterReviewInput): readonly Block[] =>
  groupRows(input.rows)
    .map(groupRuns)
    .filter((runs) => runs.length > 0)
    .map((runs, i) => ({
      kind: 'paragraph',
      runs: [...(i === 0 ? [{ text: `${STRETCH[input.quarter]}，${input.city.name}` }] : []), ...runs, { text: '。' }],
    }))

const missingBlock = (rows: readonly ReviewRow[]): readonly Block[] => {
  const missing = rows.filter((row) => !hasNumber(row))
  if (missing.length === 0) return []
  const gapOf = (row: ReviewRow): Gap => row.gap ?? '未报送'
  const named = missing.map((row): Run[] => [{ text: `${row.label}（` }, { gap: gapOf(row) }, { text: '）' }])
  return [
    { kind: 'paragraph', runs: [{ text: '以下指标暂无数据，不作评述：' }, ...joinRuns(named, '、'), { text: '。' }] },
  ]
}

const isCompared = (row: ReviewRow): boolean => row.provinceGrowth !== undefined || row.nationGrowth !== undefined

const noteBlocks = (rows: readonly ReviewRow[]): readonly Block[] => {
  const words = [
    signLegend(rows),
    rows.some(isCompared) ? '与全省、全国的比较为测算数，由两项公布增速相减' : '',
  ].filter((part) => part !== '')
  return words.length === 0 ? [] : [{ kind: 'note', runs: [{ text: `${words.join('；')}。` }] }]
}

const heading = (text: string): Block => ({ kind: 'heading', level: 1, runs: [{ text }] })

/**
 * 《一季度经济运行情况》 (上半年, 前三季度, 全年): a sentence for each line of the board that has a number, what is lacking
 * by name and reason, the table, and what became of the last meeting's items. Lines and items keep their given order;
 * nothing is estimated. Differences are subtractions of two published rates and carry their formula.
 */
export const quarterReviewPaper = (input: QuarterReviewInput): Paper => ({
  kind: 'quarter-review',
  title: `${input.city.name}${input.year}年${STRETCH[input.quarter]}经济运行情况`,
  city: input.city,
  asKnownOn: input.asKnownOn,
  ...(input.meeting === undefined ? {} : { meeting: input.meeting }),
  checkpoint: input.checkpoint,
  blocks: [
    heading('主要指标完成情况'),
    ...paragraphs(input),
    ...missingBlock(input.rows),
    reviewTable(input.rows),
    heading('上次议定事项落实情况'),
    ...previousItemBlocks(input.previousItems),
    ...noteBlocks(input.rows),
  ],
  foot: { preparedBy: input.preparedBy },
})
