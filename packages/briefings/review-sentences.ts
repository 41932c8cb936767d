import type { Run } from './paper.ts'
import { pointsDifference } from './points-difference.ts'
import { type BoundNumber, numberOf, type ReviewRow } from './review-input.ts'

/** A figure as words of a sentence; its mark is kept. */
const figureRun = (number: BoundNumber, shown: string): Run => ({
  figure: number.ref,
  shown,
  ...(number.mark === undefined ? {} : { mark: number.mark }),
})

/** 同比增长6.6%, 同比下降5.5%, 同比持平: the printed rate with its direction, bound as a whole. */
export const growthRun = (growth: BoundNumber): Run => {
  const isFall = growth.shown.startsWith('-')
  const digits = growth.shown.replace('-', '')
  if (/^0(?:\.0+)?$/u.test(digits)) return figureRun(growth, '同比持平')
  return figureRun(growth, `同比${isFall ? '下降' : '增长'}${digits}%`)
}

/** 高于全省1.3个百分点, 低于…, 与全省持平: worked out from two published rates; null when they cannot be subtracted. */
export const comparisonRun = (own: BoundNumber, other: BoundNumber, whose: '全省' | '全国' | '全市'): Run | null => {
  const difference = pointsDifference(own.shown, other.shown)
  if (difference === null) return null
  const shown =
    difference.sign === 0
      ? `与${whose}持平`
      : `${difference.sign > 0 ? '高于' : '低于'}${whose}${difference.digits}个百分点`
  return { formula: { id: 'difference-in-points', version: 1, inputs: [own.ref, other.ref] }, shown }
}

/** Joins lists of runs with a mark of punctuation, leaving out empty ones. */
export const joinRuns = (parts: readonly (readonly Run[])[], mark: string): readonly Run[] =>
  parts.filter((part) => part.length > 0).flatMap((part, i) => (i === 0 ? part : [{ text: mark }, ...part]))

const comparisons = (row: ReviewRow, growth: BoundNumber): readonly Run[] => {
  const province = row.provinceGrowth && comparisonRun(growth, row.provinceGrowth, '全省')
  const nation = row.nationGrowth && comparisonRun(growth, row.nationGrowth, '全国')
  return joinRuns([province ? [province] : [], nation ? [nation] : []], '、')
}

const rankRuns = (row: ReviewRow): readonly Run[] =>
  joinRuns(
    [
      row.levelRank ? [{ text: '总量居全省' }, figureRun(row.levelRank, `第${row.levelRank.shown}位`)] : [],
      row.growthRank ? [{ text: '增速居全省' }, figureRun(row.growthRank, `第${row.growthRank.shown}位`)] : [],
    ],
    '、',
  )

/**
 * What one line of the board says, without a full stop: 地区生产总值784.28亿元，同比增长6.6%，高于全省1.3个百分点. A line
 * without numbers says nothing (empty).
 */
export const rowSentence = (row: ReviewRow): readonly Run[] => {
  const level = numberOf(row.level)
  const growth = numberOf(row.growth)
  if (!level && !growth) return []
  const months: readonly Run[] = row.months === undefined ? [] : [{ free: row.months, as: 'period' }]
  const head: readonly Run[] = [
    ...months,
    { text: row.label },
    ...(level ? [figureRun(level, level.shown + row.unit)] : []),
  ]
  if (!growth) return joinRuns([head, rankRuns(row)], '，')
  const joined: readonly Run[] = level ? [...head, { text: '，' }, growthRun(growth)] : [...head, growthRun(growth)]
  return joinRuns([joined, comparisons(row, growth), rankRuns(row)], '，')
}
