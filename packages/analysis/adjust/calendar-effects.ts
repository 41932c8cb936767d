import { FESTIVAL_WINDOWS, type FestivalWindow, festivalRegressor } from '../calendar/spring-festival.ts'
import { leapFactor, tradingDays } from '../calendar/trading-days.ts'
import { at, build } from '../numeric/vector.ts'
import type { Start, TimeSeries } from '../series/time-series.ts'

/** A set of calendar regressors; `trading` brings the leap-year factor with it. */
export type CalendarSet = { trading: boolean; windows: readonly FestivalWindow[] }

/** Sets of windows weighed against none; the order breaks ties. */
const WINDOW_SETS: readonly (readonly FestivalWindow[])[] = [
  ['post6'],
  ['pre6', 'post6'],
  ['pre20', 'post6', 'after7to20'],
]

/** The sets to weigh for what was asked. */
export const calendarSets = (ask: { trading: 'td1' | 'none' | 'auto'; festival: boolean }): CalendarSet[] => {
  const trading = ask.trading === 'auto' ? [false, true] : [ask.trading === 'td1']
  const windows = ask.festival ? [[], ...WINDOW_SETS] : [[]]
  return trading.flatMap((one) => windows.map((set) => ({ trading: one, windows: set })))
}

/** One calendar regressor over the series and its forecasts. */
export type CalendarRegressor = { name: string; column: Float64Array }

/**
 * Regressors of a set over the places of a series and `horizon` more. The leap year is divided out beforehand when
 * logarithms are taken; otherwise it is a regressor of its own, where the series has a February of 29 days to tell it by.
 */
export const calendarRegressors = (
  set: CalendarSet,
  isLog: boolean,
  { frequency, start, values }: TimeSeries,
  horizon: number,
): CalendarRegressor[] => {
  const n = values.length + horizon
  const leap = leapFactor(frequency, start, n)
  const trading = set.trading ? [{ name: 'td1', column: tradingDays(frequency, start, n) }] : []
  const days = frequency === 12 ? 28.25 : 90.25
  const hasLeap = values.some((value, i) => value !== null && at(leap, i) > 1)
  const leaps =
    set.trading && !isLog && hasLeap ? [{ name: 'leap', column: build(n, (i) => (at(leap, i) - 1) * days) }] : []
  const windows = set.windows.map((name) => ({ name, column: festivalRegressor(FESTIVAL_WINDOWS[name], start, n) }))
  return [...trading, ...leaps, ...windows]
}

/** Sum of coefficient × column over the chosen columns, as a factor (logarithms) or an amount. */
const effectOf = (columns: readonly Float64Array[], beta: readonly number[], isLog: boolean, n: number): Float64Array =>
  build(n, (i) => {
    const sum = columns.reduce((total, column, k) => total + at(column, i) * (beta[k] ?? 0), 0)
    return isLog ? Math.exp(sum) : sum
  })

/** Factors (amounts) of trading days and of the festival; null for what the set leaves out. */
export const calendarFactors = (
  set: CalendarSet,
  regressors: readonly CalendarRegressor[],
  beta: readonly number[],
  where: { frequency: number; start: Start; n: number; isLog: boolean },
): { trading: Float64Array | null; festival: Float64Array | null } => {
  const { n, isLog } = where
  const columns = regressors.map(({ column }) => column)
  const k = columns.length - set.windows.length
  const leap = leapFactor(where.frequency, where.start, n)
  const trading = effectOf(columns.slice(0, k), beta.slice(0, k), isLog, n)
  return {
    trading: set.trading ? (isLog ? build(n, (i) => at(trading, i) * at(leap, i)) : trading) : null,
    festival: set.windows.length > 0 ? effectOf(columns.slice(k), beta.slice(k), isLog, n) : null,
  }
}
