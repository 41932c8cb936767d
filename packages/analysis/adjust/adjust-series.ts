import { at, build } from '../numeric/vector.ts'
import type { TimeSeries } from '../series/time-series.ts'
import { quality } from '../x11/quality.ts'
import { filterAsUsed } from '../x11/seasonal-filter.ts'
import { x11 } from '../x11/x11.ts'
import type { X11Mode } from '../x11/x11-spec.ts'
import { type Ask, faultOf, refuse } from './adjust-fault.ts'
import type { Adjustment, AdjustNote, AdjustRefusal, AdjustSpec, ModelReport } from './adjust-spec.ts'
import { type AirlineModel, fitAirline, forecastAirline, gapsOf } from './airline-model.ts'
import { calendarFactors, calendarSets } from './calendar-effects.ts'

/** Below this many years a festival regressor is rarely told from the seasonal. */
const FESTIVAL_YEARS = 8

const ask = (spec: AdjustSpec | undefined): Ask => ({
  mode: spec?.mode ?? 'auto',
  seasonalma: spec?.seasonalma ?? 'msr',
  trendma: spec?.trendma ?? null,
  sigmalim: spec?.sigmalim ?? [1.5, 2.5],
  arima: spec?.arima ?? (spec === undefined ? 'auto' : 'none'),
  holidays: spec?.holidays ?? 'none',
  tradingDays: spec?.tradingDays ?? (spec?.holidays === 'spring-festival' ? 'auto' : 'none'),
})

const NO_CALENDAR = { trading: false, windows: [] } as const

/** Logarithms unless levels fit better by 2 or values forbid them (X-13's `aicdiff`). */
const chooseMode = (series: TimeSeries, wish: Ask): X11Mode => {
  if (wish.mode !== 'auto') return wish.mode
  if (series.values.some((value) => value !== null && value <= 0)) return 'add'
  const inLogs = fitAirline(series, NO_CALENDAR, true, 0)
  const inLevels = fitAirline(series, NO_CALENDAR, false, 0)
  return inLogs && inLevels && inLevels.aicc < inLogs.aicc - 2 ? 'add' : 'mult'
}

const horizonOf = (frequency: number): number => (frequency === 12 ? 12 : 8)

/** Every calendar set that can be estimated, the lowest AICc first. */
const weigh = (series: TimeSeries, wish: Ask, isLog: boolean): AirlineModel[] => {
  const festival = wish.holidays === 'spring-festival' && series.frequency === 12
  return (
    calendarSets({ trading: wish.tradingDays, festival })
      .map((set) => fitAirline(series, set, isLog, horizonOf(series.frequency)))
      .filter((model) => model !== null)
      // No AICc: more coefficients than the few values can tell apart.
      .filter(({ aicc }) => Number.isFinite(aicc))
      .sort((a, b) => a.aicc - b.aicc)
  )
}

/** The lowest AICc; festival windows only when they win by 2 over the same model without them. */
const chooseModel = (models: readonly AirlineModel[]): AirlineModel | null => {
  const best = models[0] ?? null
  if (!best || best.set.windows.length === 0) return best
  const plain = models.find(({ set }) => set.windows.length === 0 && set.trading === best.set.trading)
  return plain && plain.aicc < best.aicc + 2 ? plain : best
}

const reportOf = ({ fit, regressors }: AirlineModel): ModelReport => ({
  order: '(0 1 1)(0 1 1)',
  ma: fit.coefficients.ma[0] ?? 0,
  seasonalMa: fit.coefficients.seasonalMa[0] ?? 0,
  variance: fit.variance,
  logLik: fit.logLik,
  aicc: fit.aicc,
  regressors: regressors.map(({ name }, k) => ({ name, coefficient: fit.beta[k] ?? 0, se: fit.se[k] ?? 0 })),
})

const notesOf = (series: TimeSeries, wish: Ask, model: AirlineModel | null, isSeasonal: boolean): AdjustNote[] => {
  const notes: AdjustNote[] = []
  if (wish.holidays === 'spring-festival' && series.frequency !== 12) notes.push('festival-needs-months')
  else if (wish.holidays === 'spring-festival' && !model?.set.windows.length) notes.push('festival-not-supported')
  if (series.values.length < FESTIVAL_YEARS * series.frequency) notes.push('short-series')
  if (!isSeasonal) notes.push('not-seasonal')
  if (wish.arima !== 'none' && !model) notes.push('no-forecast')
  return notes
}

/**
 * Seasonal adjustment: calendar effects by regression with airline errors, forecasts by the same model, then X-11.
 * Left out of the spec: mode chosen by AICc, filters by the moving-seasonality ratio, no forecasts, no calendar
 * effects; with no spec at all, forecasts too. Asked for the Spring Festival, windows (and trading days) are weighed
 * by AICc and may be left out: notes say so. Gaps are estimated and come back as null. Official rates are never to be
 * replaced by what this gives.
 * Source: X-13ARIMA-SEATS reference manual; see x11.ts, regarima.ts, spring-festival.ts.
 */
export const adjustSeries = (series: TimeSeries, spec?: AdjustSpec): Adjustment | AdjustRefusal => {
  const wish = ask(spec)
  const fault = faultOf(series, wish)
  if (fault) return fault
  const mode = chooseMode(series, wish)
  const isLog = mode !== 'add'
  const gaps = gapsOf(series.values)
  const needsModel = wish.arima !== 'none' || wish.holidays !== 'none' || wish.tradingDays !== 'none' || gaps.length > 0
  const models = needsModel ? weigh(series, wish, isLog) : []
  const model = chooseModel(models)
  if (!model && gaps.length > 0)
    return refuse(
      'model-failed',
      `不能调整：第 ${(gaps[0] ?? 0) + 1} 期${gaps.length > 1 ? `等 ${gaps.length} 期` : ''}没有数，数列又太短或太规则，估计不出来；请补上这些数`,
    )
  if (!model && wish.arima === 'airline')
    return refuse('model-failed', '不能调整：数列太短或太规则，航线模型估计不出来；请把 arima 改为 none')
  return run(series, wish, { mode, isLog, models, model, gaps })
}

type Run = { mode: X11Mode; isLog: boolean; models: AirlineModel[]; model: AirlineModel | null; gaps: number[] }

const calendarOf = (series: TimeSeries, { model, isLog }: Run) => {
  const where = { frequency: series.frequency, start: series.start, n: series.values.length, isLog }
  return model ? calendarFactors(model.set, model.regressors, model.fit.beta, where) : { trading: null, festival: null }
}

const run = (series: TimeSeries, wish: Ask, how: Run): Adjustment => {
  const { mode, isLog, model, models, gaps } = how
  const { frequency, start } = series
  const n = series.values.length
  const calendar = calendarOf(series, how)
  const raw = model?.filled ?? Float64Array.from(series.values, (value) => value ?? Number.NaN)
  const neutral = isLog ? 1 : 0
  const effect = build(n, (i) => {
    const [a, b] = [calendar.trading?.[i] ?? neutral, calendar.festival?.[i] ?? neutral]
    return isLog ? a * b : a + b
  })
  const clean = build(n, (i) => (isLog ? at(raw, i) / at(effect, i) : at(raw, i) - at(effect, i)))
  const isForecast = wish.arima !== 'none' && model !== null
  const coming = isForecast ? forecastAirline(series, model, isLog, horizonOf(frequency)) : []
  const place = { frequency, first: start[1] - 1 }
  const x11Spec = { mode, seasonalma: wish.seasonalma, trendma: wish.trendma, sigmalim: wish.sigmalim }
  const tables = x11(Float64Array.from([...clean, ...coming]), place, x11Spec, n)
  const measures = quality(clean, place, x11Spec, tables)
  const lifted = tables.lifted.filter((i) => i < n)
  const observed = (x: Float64Array): (number | null)[] =>
    series.values.map((value, i) => (value === null ? null : at(x, i)))
  return {
    kind: 'adjusted',
    spec: {
      mode,
      seasonalma: filterAsUsed(tables.filter.filter, tables.seasonal.length, frequency),
      trendma: tables.trendLength,
      sigmalim: wish.sigmalim,
      arima: isForecast ? 'airline' : 'none',
      holidays: calendar.festival ? 'spring-festival' : 'none',
      tradingDays: calendar.trading ? 'td1' : 'none',
    },
    seasonal: Array.from(tables.seasonal.subarray(0, n)),
    adjusted: observed(tables.adjusted),
    trend: Array.from(tables.trend.subarray(0, n)),
    irregular: observed(tables.irregular),
    weights: observed(tables.weights),
    holiday: calendar.festival && Array.from(calendar.festival),
    tradingDay: calendar.trading && Array.from(calendar.trading),
    quality: measures,
    model: model && reportOf(model),
    trials: models.map(({ regressors, aicc }) => ({ regressors: regressors.map(({ name }) => name), aicc })),
    filled: gaps,
    lifted,
    notes: [
      ...notesOf(series, wish, model, measures.tests.identifiable === 'present'),
      ...(lifted.length > 0 ? ['trend-lifted' as const] : []),
    ],
  }
}
