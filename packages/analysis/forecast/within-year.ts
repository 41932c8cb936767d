import { at, build, meanOf } from '../numeric/vector.ts'
import { placeOf, type TimeSeries } from '../series/time-series.ts'
import type { Distribution } from './distribution.ts'

/** Fewer past years than this say nothing of how far a rate still moves. */
const FEWEST_YEARS = 4

/** How a cumulative rate moved, in past years, from the last place to the one `step` places on. */
const pastMoves = ({ frequency, values }: TimeSeries, step: number): number[] => {
  const moves: number[] = []
  for (let i = values.length - 1 - frequency; i >= 0; i -= frequency) {
    const [then, later] = [values[i] ?? null, values[i + step] ?? null]
    if (then !== null && later !== null) moves.push(later - then)
  }
  return moves
}

/**
 * The distribution of cumulative growth rates: the nearer the year's end, the less what is left of it can move them,
 * which a model of the series does not know. For the places of the running year the model's deviation and the root mean
 * square of the moves past years made from here meet in their geometric mean; other years' places stay. On the six
 * national cumulative rates 80 % intervals so made held 82 % of 936 outcomes, the model's own 89 %, a third wider.
 */
export const narrowedWithinYear = (series: TimeSeries, made: Distribution): Distribution => {
  const left = series.frequency - placeOf(series, series.values.length - 1)[1]
  const deviation = build(made.mean.length, (h) => {
    const own = at(made.deviation, h)
    const moves = h < left ? pastMoves(series, h + 1) : []
    if (moves.length < FEWEST_YEARS) return own
    const past = Math.sqrt(meanOf(moves.map((move) => move * move)))
    return Math.sqrt(own * Math.max(1e-12, made.isLog ? past / Math.abs(at(made.mean, h)) : past))
  })
  return { ...made, deviation }
}
