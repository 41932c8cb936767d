import { type Column, present } from '../numeric/column.ts'
import { isSameScore, ranksUp } from '../numeric/ranks.ts'
import { arithmeticMean, partsAt } from './means.ts'

/** Ranks by indicator and the ratio of each unit. */
export type RankSumRatio = { ranks: Column[]; ratio: (number | null)[] }

/**
 * Rank-sum ratio (秩和比): the weighted mean of a unit's ranks over the number of units; equals take their mean rank.
 * Source: 田凤调 (1988), RSR 法.
 */
export const rankSumRatio = (columns: readonly Column[], weights: readonly number[]): RankSumRatio => {
  const ranks = columns.map((column) => ranksUp(column, 'average', isSameScore))
  const shares = ranks.map((column, j) => {
    const n = present(columns[j] ?? []).length
    return column.map((rank) => (rank === null ? null : rank / n))
  })
  const ratio = (columns[0] ?? []).map((_, unit) => {
    const parts = partsAt(shares, weights, unit)
    return parts.length === 0 ? null : arithmeticMean(parts)
  })
  return { ranks, ratio }
}
