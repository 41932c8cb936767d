import { leastSquares } from '../numeric/least-squares.ts'
import { at, build, meanOf } from '../numeric/vector.ts'
import { centredMean } from '../x11/centred-mean.ts'

/** A first idea of level, slope and season. */
export type FirstStates = { level: number; slope: number; season: Float64Array }

/** Classical seasonal figure: mean of what the 2×m mean leaves, by place in the year, brought to sum 0 (mean 1). */
export const seasonalFigure = (y: Float64Array, m: number, isMult: boolean): Float64Array => {
  const trend = centredMean(y, m)
  const half = m / 2
  const sums = new Float64Array(m)
  const counts = new Float64Array(m)
  for (let i = 0; i < trend.length; i += 1) {
    const t = i + half
    const part = isMult ? at(y, t) / at(trend, i) : at(y, t) - at(trend, i)
    sums[t % m] = at(sums, t % m) + part
    counts[t % m] = at(counts, t % m) + 1
  }
  const figure = build(m, (k) => at(sums, k) / at(counts, k))
  const mean = meanOf(figure)
  return figure.map((value) => (isMult ? value / mean : value - mean))
}

/** Intercept and slope of y on 0, 1, 2, … */
export const straightLine = (y: Float64Array): readonly [intercept: number, slope: number] => {
  const n = y.length
  const fit = leastSquares(y, [new Float64Array(n).fill(1), build(n, (t) => t)])
  return fit ? [at(fit.beta, 0), at(fit.beta, 1)] : [meanOf(y), 0]
}

/** First states from the first years: figure, then a line through what it leaves. */
export const firstStates = (y: Float64Array, m: number, season: 'N' | 'A' | 'M'): FirstStates => {
  const isMult = season === 'M'
  const figure =
    season === 'N' ? new Float64Array(0) : seasonalFigure(y.subarray(0, Math.min(y.length, 6 * m)), m, isMult)
  const adjusted = y.map((value, t) => {
    if (season === 'N') return value
    return isMult ? value / Math.max(at(figure, t % m), 0.01) : value - at(figure, t % m)
  })
  const [level, slope] = straightLine(adjusted.subarray(0, Math.max(10, 2 * m)))
  return { level, slope, season: figure }
}
