import { minimiseFrom } from '../numeric/minimise.ts'
import { at, build } from '../numeric/vector.ts'
import { centredMean } from '../x11/centred-mean.ts'
import { seasonalFigure, straightLine } from './ets-start.ts'

/** Smoothing weights of Holt–Winters in its classical form (each 0 to 1). */
export type HoltWintersWeights = { alpha: number; beta: number; gamma: number }

/** A pass of Holt–Winters: fitted from the second year on, last states, seasonals of the coming year in order. */
export type HoltWinters = {
  weights: HoltWintersWeights
  sse: number
  fitted: Float64Array
  level: number
  slope: number
  season: Float64Array
}

/** A fit and the free numbers behind its weights, to start another search from. */
export type FoundHoltWinters = HoltWinters & { free: Float64Array }

type Start = { level: number; slope: number; season: Float64Array }

/** R's start: classical decomposition of the first two years, a line through its trend. */
const startOf = (y: Float64Array, m: number, isMult: boolean): Start => {
  const head = y.subarray(0, 2 * m)
  const [first, slope] = straightLine(centredMean(head, m))
  // The line counts the trend's own places from 1.
  return { level: first - slope, slope, season: seasonalFigure(head, m, isMult) }
}

/**
 * Holt–Winters at given weights. Source: Winters (1960), Management Science 6; start values as in R's HoltWinters
 * with two start periods. Needs two full years.
 */
export const holtWintersAt = (y: Float64Array, m: number, isMult: boolean, weights: HoltWintersWeights): HoltWinters =>
  passFrom(startOf(y, m, isMult), y, m, isMult, weights)

const passFrom = (
  start: Start,
  y: Float64Array,
  m: number,
  isMult: boolean,
  weights: HoltWintersWeights,
): HoltWinters => {
  const season = start.season.slice()
  const fitted = new Float64Array(y.length - m)
  let { level, slope } = start
  let sse = 0
  for (let t = m; t < y.length; t += 1) {
    const old = at(season, t % m)
    const forecast = isMult ? (level + slope) * old : level + slope + old
    fitted[t - m] = forecast
    sse += (at(y, t) - forecast) ** 2
    const before = level
    const clean = isMult ? at(y, t) / old : at(y, t) - old
    level = weights.alpha * clean + (1 - weights.alpha) * (level + slope)
    slope = weights.beta * (level - before) + (1 - weights.beta) * slope
    const fresh = isMult ? at(y, t) / level : at(y, t) - level
    season[t % m] = weights.gamma * fresh + (1 - weights.gamma) * old
  }
  const coming = build(m, (h) => at(season, (y.length + h) % m))
  return { weights, sse, fitted, level, slope, season: coming }
}

/** The weights of least squared one-step error, looked for from several starts or from where an earlier fit ended. */
export const fitHoltWinters = (
  y: Float64Array,
  m: number,
  isMult: boolean,
  from: Float64Array | null = null,
): FoundHoltWinters | null => {
  if (y.length < 2 * m + 2 || (isMult && y.some((value) => value <= 0))) return null
  const share = (u: number): number => 1 / (1 + Math.exp(-u))
  const weights = (free: Float64Array): HoltWintersWeights => ({
    alpha: share(at(free, 0)),
    beta: share(at(free, 1)),
    gamma: share(at(free, 2)),
  })
  const start = startOf(y, m, isMult)
  const pass = (one: HoltWintersWeights): HoltWinters => passFrom(start, y, m, isMult, one)
  const scale = pass({ alpha: 0.3, beta: 0.1, gamma: 0.1 }).sse || 1
  const cost = (free: Float64Array): number => {
    const { sse } = pass(weights(free))
    return Number.isFinite(sse) ? (100 * sse) / scale : Number.POSITIVE_INFINITY
  }
  const starts = [
    [-0.85, -2.2, -2.2],
    [-4, -3, 1.5],
    [1.5, -4, 1.5],
    [2.5, 2, 3],
  ].map((one) => Float64Array.from(one))
  const { x, value } = minimiseFrom(cost, from ? [from] : starts)
  return Number.isFinite(value) ? { ...pass(weights(x)), free: x } : null
}

/** Forecast means. */
export const forecastHoltWinters = (fit: HoltWinters, isMult: boolean, horizon: number): Float64Array =>
  build(horizon, (h) => {
    const base = fit.level + (h + 1) * fit.slope
    const season = at(fit.season, h % fit.season.length)
    return isMult ? base * season : base + season
  })
