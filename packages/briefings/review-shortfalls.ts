import type { Block, Gap, Run } from './paper.ts'
import { pointsDifference } from './points-difference.ts'
import { type BoundNumber, hasNumber, numberOf, type ReviewRow } from './review-input.ts'
import { comparisonRun, growthRun, joinRuns } from './review-sentences.ts'

type Whose = '全省' | '全国'

const otherOf = (row: ReviewRow, whose: Whose): BoundNumber | undefined =>
  whose === '全省' ? row.provinceGrowth : row.nationGrowth

/** 1 above, 0 level, -1 below; null where the two rates cannot be set against each other. */
const standing = (row: ReviewRow, whose: Whose): 1 | 0 | -1 | null => {
  const own = numberOf(row.growth)
  const other = otherOf(row, whose)
  return (own && other && pointsDifference(own.shown, other.shown)?.sign) ?? null
}

const countRun = (rows: readonly ReviewRow[], words: string): Run => ({
  formula: { id: 'count-indicators', version: 1, inputs: rows.map(({ indicator }) => `indicator:${indicator}`) },
  shown: `${words}${rows.length}项`,
})

/** How many lines have a number, and where those stand that the province has one for; empty when nothing compares. */
export const standingRuns = (rows: readonly ReviewRow[]): readonly Run[] => {
  const compared = rows.filter((row) => standing(row, '全省') !== null)
  if (compared.length === 0) return []
  const of = (sign: 1 | 0 | -1) => compared.filter((row) => standing(row, '全省') === sign)
  const parts = [
    [of(1), '增速高于全省'],
    [of(0), '与全省持平'],
    [of(-1), '低于全省'],
  ] as const
  return [
    countRun(rows.filter(hasNumber), '主要指标中已有数据'),
    { text: '；' },
    countRun(compared, '可与全省比较的'),
    { text: '，其中' },
    ...joinRuns(
      parts.filter(([own]) => own.length > 0).map(([own, words]) => [countRun(own, words)]),
      '、',
    ),
    { text: '。' },
  ]
}

const belowRuns = (row: ReviewRow, whose: Whose): readonly Run[] => {
  const own = numberOf(row.growth)
  const other = otherOf(row, whose)
  const difference = own && other && comparisonRun(own, other, whose)
  return own && difference ? [{ text: row.label }, growthRun(own), { text: '，' }, difference] : []
}

const belowBlocks = (rows: readonly ReviewRow[], whose: Whose): readonly Block[] => {
  const below = rows.filter((row) => standing(row, whose) === -1)
  if (!rows.some((row) => standing(row, whose) !== null)) return []
  if (below.length === 0) return [{ kind: 'paragraph', runs: [{ text: `可比指标的增速均不低于${whose}。` }] }]
  const told = joinRuns(
    below.map((row) => belowRuns(row, whose)),
    '；',
  )
  return [
    { kind: 'paragraph', runs: [countRun(below, `增速低于${whose}的指标`), { text: '：' }, ...told, { text: '。' }] },
  ]
}

const namesOf = (rows: readonly ReviewRow[]): string => rows.map(({ label }) => label).join('、')

const behindRuns = (row: ReviewRow): readonly Run[] => {
  if (row.vsTarget === undefined || row.vsTarget === '待明确') return []
  const { formula, shown } = row.vsTarget
  return [{ text: row.label }, { formula, shown: `低于年度目标${shown.replace(/^-/u, '')}个百分点` }]
}

const targetBlocks = (rows: readonly ReviewRow[]): readonly Block[] => {
  const behind = rows.filter((row) => typeof row.vsTarget === 'object' && row.vsTarget.shown.startsWith('-'))
  const unknown = rows.filter((row) => row.vsTarget === '待明确')
  const paragraphs: (readonly Run[])[] = []
  if (behind.length > 0) paragraphs.push(joinRuns(behind.map(behindRuns), '；'))
  if (unknown.length > 0)
    paragraphs.push([
      countRun(unknown, '年度目标待明确的指标'),
      { text: unknown.length > 5 ? '，暂不作进度评价' : `（${namesOf(unknown)}），暂不作进度评价` },
    ])
  return paragraphs.map((runs) => ({ kind: 'paragraph', runs: [...runs, { text: '。' }] }))
}

const missingBlocks = (rows: readonly ReviewRow[]): readonly Block[] => {
  const missing = rows.filter((row) => !hasNumber(row))
  if (missing.length === 0) return []
  const gapOf = (row: ReviewRow): Gap => row.gap ?? '未报送'
  const groups = Map.groupBy(missing, gapOf)
  const told = [...groups].map(([gap, own]): readonly Run[] => [
    ...(gap === '缺' ? [{ text: '未查到公开数（' }, { gap }, { text: '）的有' }] : [{ gap }, { text: '的有' }]),
    countRun(own, ''),
    { text: `：${namesOf(own)}` },
  ])
  return [
    { kind: 'paragraph', runs: [{ text: '以下指标暂无数据，不作评述。' }, ...joinRuns(told, '；'), { text: '。' }] },
  ]
}

/**
 * 存在的不足, from facts alone: what grows slower than the province and the nation, what is below the year's target or
 * has none known, and what is lacking, by reason. No cause is given: none is on record.
 */
export const shortfallBlocks = (rows: readonly ReviewRow[]): readonly Block[] => {
  const blocks = [
    ...belowBlocks(rows, '全省'),
    ...belowBlocks(rows, '全国'),
    ...targetBlocks(rows),
    ...missingBlocks(rows),
  ]
  return blocks.length > 0 ? blocks : [{ kind: 'paragraph', runs: [{ text: '现有数据未反映不足。' }] }]
}
