import { at, build } from '../numeric/vector.ts'
import { fitEts } from './ets.ts'
import type { MeanAndDeviation } from './ets-model.ts'
import { seasonalFigure, straightLine } from './ets-start.ts'
import { isSeasonalByAcf } from './naive.ts'

/** A theta forecast and its two numbers. */
export type Theta = MeanAndDeviation & { alpha: number; drift: number }

/**
 * The theta method: simple smoothing with half the slope of a straight line as drift, on the series freed of its
 * seasonal figure when seasonal: a multiplicative one, additive where a value is not above nought. Null when too short.
 * Source: Assimakopoulos & Nikolopoulos (2000); Hyndman & Billah (2003), Unmasking the Theta method, Int. J.
 * Forecasting 19.
 */
export const forecastTheta = (y: Float64Array, m: number, horizon: number): Theta | null => {
  const n = y.length
  const isMult = y.every((value) => value > 0)
  const figure = isSeasonalByAcf(y, m) ? seasonalFigure(y, m, isMult) : null
  const factor = (t: number): number => (figure && isMult ? at(figure, t % m) : 1)
  const amount = (t: number): number => (figure && !isMult ? at(figure, t % m) : 0)
  const adjusted = y.map((value, t) => value / factor(t) - amount(t))
  const fit = fitEts(adjusted, { error: 'A', trend: 'N', season: 'N' }, 1)
  if (!fit) return null
  const half = straightLine(adjusted)[1] / 2
  const { alpha } = fit.parameters
  const carried = (1 - (1 - alpha) ** n) / alpha
  return {
    alpha,
    drift: half,
    mean: build(horizon, (h) => (fit.run.level + half * (h + carried)) * factor(n + h) + amount(n + h)),
    deviation: build(horizon, (h) => Math.sqrt(fit.sigma2 * (h * alpha ** 2 + 1)) * factor(n + h)),
  }
}
