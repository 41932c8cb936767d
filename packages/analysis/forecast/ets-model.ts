import { at } from '../numeric/vector.ts'

/** Error, trend, season of an exponential-smoothing model: A additive, M multiplicative, Ad damped, N none. */
export type EtsForm = { error: 'A' | 'M'; trend: 'N' | 'A' | 'Ad'; season: 'N' | 'A' | 'M' }

/** Smoothing parameters (state-space β and γ, as in R) and the states before the first value. */
export type EtsParameters = {
  alpha: number
  beta: number
  gamma: number
  phi: number
  level: number
  slope: number
  /** Seasonals in time order from the first value's own; empty without season. */
  season: Float64Array
}

/** One pass over the data: one-step forecasts, errors (relative when multiplicative) and the last states. */
export type EtsRun = {
  fitted: Float64Array
  residuals: Float64Array
  level: number
  slope: number
  season: Float64Array
  logLik: number
}

/** Mean and standard error of coming values. */
export type MeanAndDeviation = { mean: Float64Array; deviation: Float64Array }

/** ETS(A,Ad,M)-style name. */
export const etsName = ({ error, trend, season }: EtsForm): string => `ETS(${error},${trend},${season})`

/** φ + φ² + … + φʰ */
export const damping = (phi: number, h: number): number => (phi === 1 ? h : (phi * (1 - phi ** h)) / (1 - phi))

/** Joins a base and a season, and takes the season back out, as the form has it. */
type Join = {
  neutral: number
  join: (base: number, season: number) => number
  free: (error: number, by: number) => number
}

const ADDED: Join = { neutral: 0, join: (base, season) => base + season, free: (error) => error }
const MULTIPLIED: Join = { neutral: 1, join: (base, season) => base * season, free: (error, by) => error / by }

/**
 * Runs the innovations state-space model over the data. logLik is −½·(n·ln Σe² + 2·Σ ln|forecast|), constants left
 * out as R does. Source: Hyndman, Koehler, Ord & Snyder (2008), Forecasting with Exponential Smoothing, ch. 2 and 5.
 */
export const runEts = (y: ArrayLike<number>, form: EtsForm, p: EtsParameters): EtsRun => {
  const n = y.length
  const fitted = new Float64Array(n)
  const residuals = new Float64Array(n)
  const season = p.season.slice()
  const m = season.length
  const { neutral, join, free } = form.season === 'M' ? MULTIPLIED : ADDED
  const isRelative = form.error === 'M'
  let { level, slope } = p
  let [squares, logs] = [0, 0]
  for (let t = 0; t < n; t += 1) {
    const place = t % Math.max(1, m)
    const old = m > 0 ? at(season, place) : neutral
    const base = level + p.phi * slope
    const forecast = join(base, old)
    const error = at(y, t) - forecast
    const residual = isRelative ? error / forecast : error
    fitted[t] = forecast
    residuals[t] = residual
    squares += residual * residual
    if (isRelative) logs += Math.log(Math.abs(forecast))
    const onLevel = free(error, old)
    level = base + p.alpha * onLevel
    slope = p.phi * slope + p.beta * onLevel
    if (m > 0) season[place] = old + p.gamma * free(error, base)
  }
  return { fitted, residuals, level, slope, season, logLik: -0.5 * (n * Math.log(squares) + 2 * logs) }
}
