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

/** ETS(A,Ad,M)-style name. */
export const etsName = ({ error, trend, season }: EtsForm): string => `ETS(${error},${trend},${season})`

/** φ + φ² + … + φʰ */
export const damping = (phi: number, h: number): number =>
  phi === 1 ? h : (phi * (1 - phi ** h)) / (1 - phi)

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
  const isMultSeason = form.season === 'M'
  const hasTrend = form.trend !== 'N'
  let level = p.level
  let slope = p.slope
  let squares = 0
  let logs = 0
  for (let t = 0; t < n; t += 1) {
    const place = m > 0 ? t % m : 0
    const old = m > 0 ? at(season, place) : isMultSeason ? 1 : 0
    const base = hasTrend ? level + p.phi * slope : level
    const forecast = isMultSeason ? base * old : base + old
    const error = at(y, t) - forecast
    fitted[t] = forecast
    residuals[t] = form.error === 'M' ? error / forecast : error
    squares += at(residuals, t) ** 2
    if (form.error === 'M') logs += Math.log(Math.abs(forecast))
    const onLevel = isMultSeason ? error / old : error
    level = base + p.alpha * onLevel
    if (hasTrend) slope = p.phi * slope + p.beta * onLevel
    if (m > 0) season[place] = old + p.gamma * (isMultSeason ? error / base : error)
  }
  return { fitted, residuals, level, slope, season, logLik: -0.5 * (n * Math.log(squares) + 2 * logs) }
}
