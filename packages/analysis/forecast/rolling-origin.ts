import { at } from '../numeric/vector.ts'
import { type Forecast, forecastBy, type Method, quantileOf, type Settled } from './methods.ts'

/** How a method did from earlier origins: errors are of the series' own unit. */
export type Accuracy = {
  method: Method
  origins: number
  horizon: number
  mae: number
  rmse: number
  /** Share of outcomes inside the 80 % interval. */
  coverage80: number
  /** Absolute errors in standard errors, sorted: what the intervals are stretched by. */
  scores: readonly number[]
}

/** Where the trial forecasts start: the last `count` origins, spread over the end of the series. */
const originsOf = (n: number, m: number, horizon: number): number[] => {
  const least = Math.max(2 * m + 5, 12)
  const last = n - horizon
  const span = Math.min(last - least, Math.max(3 * m, 12))
  if (span < 0) return []
  const count = Math.min(8, span + 1)
  return Array.from({ length: count }, (_, k) =>
    Math.round(last - span + (count === 1 ? span : (span * k) / (count - 1))),
  )
}

type Hit = { error: number; score: number; isInside: boolean }

const hitsOf = (forecast: Forecast, y: Float64Array, origin: number, known: readonly boolean[]): Hit[] => {
  const [low, high] = [quantileOf(forecast, 0.1), quantileOf(forecast, 0.9)]
  const hits: Hit[] = []
  for (let h = 0; h < forecast.mean.length && origin + h < y.length; h += 1) {
    if (!known[origin + h]) continue
    const [value, mean] = [at(y, origin + h), at(forecast.mean, h)]
    const miss = forecast.isLog ? Math.log(value / mean) : value - mean
    hits.push({
      error: value - mean,
      score: Math.abs(miss) / at(forecast.deviation, h),
      isInside: value >= at(low, h) && value <= at(high, h),
    })
  }
  return hits.filter((hit) => Number.isFinite(hit.error) && Number.isFinite(hit.score))
}

/**
 * How a method would have done: forecasts from earlier origins, each estimated on what was known then; forms and
 * orders are settled at the first origin and kept while they can be. Null when the series is too short. `known` leaves out filled gaps.
 * Source: Tashman (2000), Out-of-sample tests of forecasting accuracy, Int. J. Forecasting 16.
 */
export const rollingOrigin = (
  method: Method,
  y: Float64Array,
  ask: { m: number; horizon: number; known: readonly boolean[] },
): Accuracy | null => {
  const { m } = ask
  const horizon = Math.min(ask.horizon, m > 1 ? m : 4)
  const hits: Hit[] = []
  let settled: Settled | null = null
  const origins = originsOf(y.length, m, horizon)
  for (const origin of origins) {
    const past = y.subarray(0, origin)
    // What was settled on values above nought has no place for one below: then it is settled again.
    const forecast: Forecast | null =
      forecastBy(method, past, { m, horizon, settled }) ??
      (settled && forecastBy(method, past, { m, horizon, settled: null }))
    if (!forecast) return null
    settled = forecast.settled
    hits.push(...hitsOf(forecast, y, origin, ask.known))
  }
  if (hits.length === 0) return null
  const mean = (value: (hit: Hit) => number): number => hits.reduce((sum, hit) => sum + value(hit), 0) / hits.length
  return {
    method,
    origins: origins.length,
    horizon,
    mae: mean((hit) => Math.abs(hit.error)),
    rmse: Math.sqrt(mean((hit) => hit.error ** 2)),
    coverage80: mean((hit) => (hit.isInside ? 1 : 0)),
    scores: hits.map((hit) => hit.score).sort((a, b) => a - b),
  }
}

/** What a model's own 80 % interval misses: it leaves out that the model was chosen and estimated. */
export const USUAL_STRETCH = 1.6
/** How many imagined origins stand behind the usual stretch. */
const PRIOR_ORIGINS = 4

/** The part the usual stretch has beside what `origins` earlier forecasts say: 1 without any. */
export const priorWeight = (origins: number): number => PRIOR_ORIGINS / (origins + PRIOR_ORIGINS)

/**
 * How much wider (narrower) the intervals must be so that 80 % of past outcomes lay inside, drawn towards the usual
 * stretch since errors of one origin hang together. Source: that model intervals are too narrow in practice,
 * Makridakis, Hibon, Lusk & Belhadjali (1987), Int. J. Forecasting 3; the usual stretch is our own back-test's.
 */
export const stretchOf = ({ scores, origins }: Accuracy): number => {
  const place = Math.min(scores.length - 1, Math.ceil(0.8 * (scores.length + 1)) - 1)
  const needed = (scores[place] ?? 1.2815515655446004) / 1.2815515655446004
  const bounded = Math.min(3, Math.max(0.7, needed))
  const prior = priorWeight(origins)
  return Math.exp((1 - prior) * Math.log(bounded) + prior * Math.log(USUAL_STRETCH))
}
