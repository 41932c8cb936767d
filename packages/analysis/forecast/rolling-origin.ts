import { at } from '../numeric/vector.ts'
import { type Distribution, meanOfForecasts, missOf, quantileOf } from './distribution.ts'
import { type Forecast, forecastBy, type Method, type Settled } from './methods.ts'

/** What a forecast can be made by: one method, or several together. */
export type Model = Method | 'combined'

/** How a method did from earlier origins: errors are of the series' own unit. */
export type Accuracy = {
  method: Model
  origins: number
  horizon: number
  mae: number
  rmse: number
  /** Share of outcomes inside the 80 % interval. */
  coverage80: number
  /** Absolute errors in standard errors, sorted: what the intervals are stretched by. */
  scores: readonly number[]
}

/** A forecast from an earlier origin: `origin` places were known. */
export type Trial = { origin: number; forecast: Distribution }

/** A method's past: how it did, and the forecasts that says it of. */
export type Past = { accuracy: Accuracy; trials: readonly Trial[] }

/** A series without gaps, which of its places were known, its period, and how far ahead to try. */
export type Tried = { y: Float64Array; known: readonly boolean[]; m: number; horizon: number }

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

const hitsOf = ({ forecast, origin }: Trial, { y, known }: Tried): Hit[] => {
  const [low, high] = [quantileOf(forecast, 0.1), quantileOf(forecast, 0.9)]
  const hits: Hit[] = []
  for (let h = 0; h < forecast.mean.length && origin + h < y.length; h += 1) {
    if (!known[origin + h]) continue
    const [value, mean] = [at(y, origin + h), at(forecast.mean, h)]
    hits.push({
      error: value - mean,
      score: missOf(forecast, h, value),
      isInside: value >= at(low, h) && value <= at(high, h),
    })
  }
  return hits.filter((hit) => Number.isFinite(hit.error) && Number.isFinite(hit.score))
}

const pastOf = (method: Model, trials: readonly Trial[], tried: Tried): Past | null => {
  const hits = trials.flatMap((trial) => hitsOf(trial, tried))
  if (hits.length === 0) return null
  const mean = (value: (hit: Hit) => number): number => hits.reduce((sum, hit) => sum + value(hit), 0) / hits.length
  const accuracy = {
    method,
    origins: trials.length,
    horizon: trials[0]?.forecast.mean.length ?? 0,
    mae: mean((hit) => Math.abs(hit.error)),
    rmse: Math.sqrt(mean((hit) => hit.error ** 2)),
    coverage80: mean((hit) => (hit.isInside ? 1 : 0)),
    scores: hits.map((hit) => hit.score).sort((a, b) => a - b),
  }
  return { accuracy, trials }
}

/**
 * How a method would have done: forecasts from earlier origins, each estimated on what was known then; forms and
 * orders are settled at the first origin and kept while they can be. Null when the series is too short. `known` leaves
 * out filled gaps. Source: Tashman (2000), Out-of-sample tests of forecasting accuracy, Int. J. Forecasting 16.
 */
export const rollingOrigin = (method: Method, tried: Tried): Past | null => {
  const { y, m } = tried
  const horizon = Math.min(tried.horizon, m > 1 ? m : 4)
  const trials: Trial[] = []
  let settled: Settled | null = null
  for (const origin of originsOf(y.length, m, horizon)) {
    const past = y.subarray(0, origin)
    // What was settled on values above nought has no place for one below: then it is settled again.
    const forecast: Forecast | null =
      forecastBy(method, past, { m, horizon, settled }) ??
      (settled && forecastBy(method, past, { m, horizon, settled: null }))
    if (!forecast) return null
    settled = forecast.settled
    trials.push({ origin, forecast })
  }
  return pastOf(method, trials, tried)
}

/** How the mean of several methods would have done, from their own forecasts at the same origins. */
export const combinedPast = (pasts: readonly Past[], tried: Tried): Past | null => {
  const trials = (pasts[0]?.trials ?? []).map(({ origin }, k) => ({
    origin,
    forecast: meanOfForecasts(pasts.flatMap((past) => past.trials[k]?.forecast ?? [])),
  }))
  return pastOf('combined', trials, tried)
}

/** What a model's own 80 % interval misses: it leaves out that the model was chosen and estimated. */
export const USUAL_STRETCH = 1.4
/** How many imagined origins stand behind the usual stretch. */
const PRIOR_ORIGINS = 4

/** The part the usual stretch has beside what `origins` earlier forecasts say: 1 without any. */
export const priorWeight = (origins: number): number => PRIOR_ORIGINS / (origins + PRIOR_ORIGINS)

/**
 * How much wider (narrower) the intervals must be so that 80 % of past outcomes lay inside, drawn towards the usual
 * stretch since errors of one origin hang together; the usual stretch where there is no past. Source: that model
 * intervals are too narrow in practice, Makridakis, Hibon, Lusk & Belhadjali (1987), Int. J. Forecasting 3; the usual
 * stretch is our own back-test's.
 */
export const stretchOf = (accuracy: Accuracy | null): number => {
  if (!accuracy) return USUAL_STRETCH
  const { scores, origins } = accuracy
  const place = Math.min(scores.length - 1, Math.ceil(0.8 * (scores.length + 1)) - 1)
  const needed = (scores[place] ?? 1.2815515655446004) / 1.2815515655446004
  const bounded = Math.min(3, Math.max(0.7, needed))
  const prior = priorWeight(origins)
  return Math.exp((1 - prior) * Math.log(bounded) + prior * Math.log(USUAL_STRETCH))
}
