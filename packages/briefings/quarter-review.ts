import { dayInWords } from '@yundiao/kernel'
import { type Block, type Paper, type Run, runText } from './paper.ts'
import { hasNumber, type QuarterReviewInput, type ReviewRow } from './review-input.ts'
import { previousItemBlocks } from './review-items.ts'
import { joinRuns, rowSentence } from './review-sentences.ts'
import { shortfallBlocks, standingRuns } from './review-shortfalls.ts'
import { reviewTable, signLegend } from './review-table.ts'

const STRETCH = { 1: '一季度', 2: '上半年', 3: '前三季度', 4: '全年' } as const

/** A report to the standing committee is held to this many characters; tables are its annex. */
const MOST_CHARACTERS = 3000

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

const heading = (level: 1 | 2, text: string): Block => ({ kind: 'heading', level, runs: [{ text }] })

const sentences = (rows: readonly ReviewRow[]): readonly (readonly Run[])[] =>
  groupRows(rows)
    .map(groupRuns)
    .filter((runs) => runs.length > 0)

/** The lines of one subject: a heading and one paragraph; without a subject a paragraph each. */
const subjectBlocks = (subject: string | undefined, told: readonly (readonly Run[])[]): readonly Block[] => {
  if (told.length === 0) return []
  if (subject === undefined) return told.map((runs) => ({ kind: 'paragraph', runs: [...runs, { text: '。' }] }))
  return [heading(2, subject), { kind: 'paragraph', runs: [...joinRuns(told, '。'), { text: '。' }] }]
}

const progressBlocks = (input: QuarterReviewInput): readonly Block[] => {
  const opening = `${STRETCH[input.quarter]}，${input.city.name}`
  const summary = standingRuns(input.rows)
  const subjects = [...Map.groupBy(input.rows, (row) => row.subject)].map(
    ([subject, rows]) => [subject, sentences(rows)] as const,
  )
  const first = subjects.findIndex(([, told]) => told.length > 0)
  return [
    ...(summary.length > 0 ? ([{ kind: 'paragraph', runs: [...asOfRuns(input), ...summary] }] as const) : []),
    ...subjects.flatMap(([subject, told], at) =>
      subjectBlocks(
        subject,
        at === first ? told.map((runs, i) => (i === 0 ? [{ text: opening }, ...runs] : runs)) : told,
      ),
    ),
  ]
}

const asOfRuns = ({ asKnownOn, year }: QuarterReviewInput): readonly Run[] => [
  { text: '按' },
  { free: dayInWords(asKnownOn, year), as: 'date' },
  { text: '已知数据，' },
]

const isCompared = (row: ReviewRow): boolean => row.provinceGrowth !== undefined || row.nationGrowth !== undefined

const noteBlocks = (rows: readonly ReviewRow[]): readonly Block[] => {
  const words = [
    signLegend(rows),
    rows.some(isCompared) ? '与全省、全国的比较为测算数，由两项公布增速相减' : '',
  ].filter((part) => part !== '')
  return words.length === 0 ? [] : [{ kind: 'note', runs: [{ text: `${words.join('；')}。` }] }]
}

/** Characters of the headings and paragraphs; tables and notes are not counted. */
export const charactersOf = (blocks: readonly Block[]): number =>
  blocks.reduce(
    (sum, block) =>
      block.kind === 'heading' || block.kind === 'paragraph'
        ? sum + block.runs.reduce((own, run) => own + runText(run).length, 0)
        : sum,
    0,
  )

/** What closes each paper to a meeting: 汇报单位 under the title, 待明确 where the agenda does not say. */
const reporterLine = (reportedBy: string | null): string => `汇报单位：${reportedBy ?? '待明确'}`

/**
 * 《一季度经济运行情况》 (上半年, 前三季度, 全年): 主要指标完成情况 with a sentence for each line of the board that has a number
 * and the table of them; 存在的不足 from facts alone; 上次议定事项落实情况 with each sentence bound to its items. Lines and items keep
 * their given order; nothing is estimated. Differences are subtractions of two published rates and carry their formula.
 * Held to 3000 characters: sentences of items that do not fit are left to the table.
 */
export const quarterReviewPaper = (input: QuarterReviewInput): Paper => {
  const told = input.rows.filter(hasNumber)
  const facts: readonly Block[] = [
    heading(1, '主要指标完成情况'),
    ...progressBlocks(input),
    ...(told.length > 0 ? [reviewTable(told)] : []),
    ...noteBlocks(told),
    heading(1, '存在的不足'),
    ...shortfallBlocks(input.rows),
    heading(1, '上次议定事项落实情况'),
  ]
  const room = MOST_CHARACTERS - charactersOf(facts)
  return {
    kind: 'quarter-review',
    title: `${input.city.name}${input.year}年${STRETCH[input.quarter]}经济运行情况`,
    subtitle: reporterLine(input.reportedBy),
    city: input.city,
    asKnownOn: input.asKnownOn,
    ...(input.meeting === undefined ? {} : { meeting: input.meeting }),
    checkpoint: input.checkpoint,
    blocks: [...facts, ...previousItemBlocks(input.previousItems, { on: input.asKnownOn, room })],
    foot: { preparedBy: input.preparedBy },
  }
}

/** 《上次会议议定事项落实情况》: the agenda's first point as a paper of its own, every item told. */
export const previousItemsPaper = (input: Omit<QuarterReviewInput, 'year' | 'quarter' | 'rows'>): Paper => ({
  kind: 'previous-items',
  title: '上次会议议定事项落实情况',
  subtitle: reporterLine(input.reportedBy),
  city: input.city,
  asKnownOn: input.asKnownOn,
  ...(input.meeting === undefined ? {} : { meeting: input.meeting }),
  checkpoint: input.checkpoint,
  blocks: previousItemBlocks(input.previousItems, { on: input.asKnownOn }),
  foot: { preparedBy: input.preparedBy },
})
