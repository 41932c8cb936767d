import { isAtLeast } from '../numeric/ranks.ts'
import { orderScores, type ScoreOrder } from './order-scores.ts'

/**
 * Ranks at once, 1 the highest score, equals (within noise) sharing the better place, as in a single run; 0 for units
 * without a score (NaN). Leaves the descending order in `space.order`, units without a score last; `scratch` is as long
 * as the scores. Returns how many have one.
 */
export const rankScores = (
  scores: Float64Array,
  ranks: Uint32Array,
  space: ScoreOrder,
  scratch: Float64Array,
): number => {
  for (let i = 0; i < scores.length; i += 1) {
    const score = scores[i] ?? Number.NaN
    scratch[i] = Number.isNaN(score) ? Number.NEGATIVE_INFINITY : score
  }
  orderScores(scratch, space)
  const { order } = space
  let scored = 0
  let [rank, last] = [0, Number.POSITIVE_INFINITY]
  for (let i = 0; i < order.length; i += 1) {
    const unit = order[i] ?? 0
    const score = scores[unit] ?? Number.NaN
    if (Number.isNaN(score)) {
      ranks[unit] = 0
      continue
    }
    scored += 1
    if (scored === 1 || !isAtLeast(score, last)) rank = scored
    last = score
    ranks[unit] = rank
  }
  return scored
}
