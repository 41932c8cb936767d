import { type ArimaFit, airline, fitArima, forecastArima } from '../arima/regarima.ts'
import { leapFactor } from '../calendar/trading-days.ts'
import { at, build, sumOf } from '../numeric/vector.ts'
import type { TimeSeries } from '../series/time-series.ts'
import { type CalendarRegressor, type CalendarSet, calendarRegressors } from './calendar-effects.ts'

/** The airline model of a series on its scale, with calendar regressors and its gaps filled. */
export type AirlineModel = {
  set: CalendarSet
  fit: ArimaFit
  /** The calendar regressors, in the order of the fit's coefficients. */
  regressors: CalendarRegressor[]
  /** The series with its gaps filled, on the scale of the model and as it came. */
  filled: Float64Array
  aicc: number
}

/** Places without a value. */
export const gapsOf = (values: readonly (number | null)[]): number[] =>
  values.flatMap((value, i) => (value === null ? [i] : []))

/** A first guess for every gap: the straight line between its neighbours. */
const guessGaps = (values: readonly (number | null)[]): Float64Array =>
  Float64Array.from(values, (value, i) => {
    if (value !== null) return value
    const before = values.findLastIndex((one, j) => j < i && one !== null)
    const after = values.findIndex((one, j) => j > i && one !== null)
    const [left, right] = [values[before] ?? values[after] ?? 0, values[after] ?? values[before] ?? 0]
    return before < 0 || after < 0 ? left : left + ((right - left) * (i - before)) / (after - before)
  })

/** AICc on the scale of the data, so that logarithms and levels compare: Jacobian of the values the likelihood is of. */
const comparable = (fit: ArimaFit, logs: Float64Array, gaps: readonly number[]): number => {
  const isGap = new Set(gaps)
  const known = logs.filter((_, i) => !isGap.has(i))
  return fit.aicc + 2 * sumOf(known, logs.length - fit.residuals.length)
}

/**
 * Regression with airline errors on the series or its logarithms, by the exact likelihood of the values there are; a
 * gap is filled with what its neighbours say. Null when it cannot be estimated.
 * Source: Gómez, Maravall & Peña (1999), J. Econometrics 88, on missing values by additive outliers; Findley et al. (1998).
 */
export const fitAirline = (
  series: TimeSeries,
  set: CalendarSet,
  isLog: boolean,
  horizon: number,
): AirlineModel | null => {
  const { frequency, start } = series
  const n = series.values.length
  const gaps = gapsOf(series.values)
  const leap = set.trading && isLog ? leapFactor(frequency, start, n) : null
  const guess = guessGaps(series.values)
  const scaled = guess.map((value, i) => (isLog ? Math.log(leap ? value / at(leap, i) : value) : value))
  const regressors = calendarRegressors(set, isLog, series, horizon)
  const columns = regressors.map(({ column }) => column)
  const fit = fitArima(scaled, columns, airline(frequency), { missing: gaps })
  if (!fit) return null
  const filled = guess.slice()
  gaps.forEach((gap, k) => {
    const change = fit.holes[k] ?? 0
    filled[gap] = isLog ? at(guess, gap) * Math.exp(change) : at(guess, gap) + change
  })
  return { set, fit, regressors, filled, aicc: isLog ? comparable(fit, guess.map(Math.log), gaps) : fit.aicc }
}

/** The coming values without calendar effects, on the scale of the data. */
export const forecastAirline = (
  series: TimeSeries,
  model: AirlineModel,
  isLog: boolean,
  horizon: number,
): Float64Array => {
  const n = series.values.length
  const leap = leapFactor(series.frequency, series.start, n)
  const free = model.filled.map((value, i) => {
    const scaled = isLog ? Math.log(model.set.trading ? value / at(leap, i) : value) : value
    return scaled - model.regressors.reduce((sum, { column }, k) => sum + at(column, i) * (model.fit.beta[k] ?? 0), 0)
  })
  const forecast = forecastArima(free, [], { ...model.fit, beta: [] }, horizon)
  return build(horizon, (h) => (isLog ? Math.exp(at(forecast?.mean ?? [], h)) : at(forecast?.mean ?? [], h)))
}
