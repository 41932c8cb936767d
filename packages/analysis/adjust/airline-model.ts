import { type ArimaFit, airline, fitArima, forecastArima } from '../arima/regarima.ts'
import { leapFactor } from '../calendar/trading-days.ts'
import { at, build } from '../numeric/vector.ts'
import type { TimeSeries } from '../series/time-series.ts'
import { type CalendarSet, regressorColumns } from './calendar-effects.ts'

/** The airline model of a series on its scale, with calendar regressors and its gaps filled. */
export type AirlineModel = {
  set: CalendarSet
  fit: ArimaFit
  /** Columns of the calendar regressors over the series and the forecasts. */
  columns: Float64Array[]
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

/** AICc on the scale of the data, so that logarithms and levels compare. */
const comparable = (fit: ArimaFit, scaled: Float64Array, isLog: boolean, gaps: number): number => {
  if (!isLog) return fit.aicc
  let jacobian = 0
  for (let t = scaled.length - fit.residuals.length; t < scaled.length; t += 1) jacobian += at(scaled, t)
  // A gap's value is a parameter: its term leaves both sums alike.
  return fit.aicc + 2 * jacobian * (1 - gaps / scaled.length)
}

/**
 * Regression with airline errors on the series or its logarithms. A gap gets a regressor of its own, so the model sees
 * no value there and its estimate is what the neighbours say. Null when it cannot be estimated.
 * Source: Gómez, Maravall & Peña (1999) on missing values by additive outliers; Findley et al. (1998).
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
  const where = { frequency, start, n: n + horizon }
  const leap = set.trading && isLog ? leapFactor(frequency, start, n) : null
  const guess = guessGaps(series.values)
  const scaled = guess.map((value, i) => (isLog ? Math.log(leap ? value / at(leap, i) : value) : value))
  const columns = regressorColumns(set, isLog, where)
  const holes = gaps.map((gap) => build(n + horizon, (i) => (i === gap ? 1 : 0)))
  const fit = fitArima(scaled, [...columns, ...holes], airline(frequency))
  if (!fit) return null
  const correction = (i: number): number => {
    const hole = gaps.indexOf(i)
    return hole < 0 ? 0 : (fit.beta[columns.length + hole] ?? 0)
  }
  const filled = guess.map((value, i) => (isLog ? value * Math.exp(-correction(i)) : value - correction(i)))
  return {
    set,
    fit,
    columns,
    filled,
    aicc: comparable(
      fit,
      scaled.map((v, i) => v + (leap ? Math.log(at(leap, i)) : 0)),
      isLog,
      gaps.length,
    ),
  }
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
  const beta = model.fit.beta.slice(0, model.columns.length)
  const free = model.filled.map((value, i) => {
    const scaled = isLog ? Math.log(model.set.trading ? value / at(leap, i) : value) : value
    return scaled - model.columns.reduce((sum, column, k) => sum + at(column, i) * (beta[k] ?? 0), 0)
  })
  const forecast = forecastArima(free, [], { ...model.fit, beta: [] }, horizon)
  return build(horizon, (h) => (isLog ? Math.exp(at(forecast?.mean ?? [], h)) : at(forecast?.mean ?? [], h)))
}
