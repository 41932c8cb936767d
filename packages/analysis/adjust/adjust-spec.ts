import type { Quality } from '../x11/quality.ts'
import type { SeasonalFilter, X11Mode } from '../x11/x11-spec.ts'

/** What an adjustment is asked for. Whatever is left out: see adjustSeries. */
export type AdjustSpec = {
  mode?: X11Mode | 'auto'
  seasonalma?: 'msr' | SeasonalFilter
  trendma?: number
  sigmalim?: readonly [number, number]
  arima?: 'airline' | 'none' | 'auto'
  holidays?: 'spring-festival' | 'none'
  tradingDays?: 'td1' | 'none' | 'auto'
}

/** The specification as used: choices made, not asked for. */
export type UsedSpec = {
  mode: X11Mode
  seasonalma: SeasonalFilter
  trendma: number
  sigmalim: readonly [number, number]
  arima: 'airline' | 'none'
  holidays: 'spring-festival' | 'none'
  tradingDays: 'td1' | 'none'
}

/** One regressor of the model: its coefficient on the scale adjusted (logarithms when multiplicative). */
export type RegressorEffect = { name: string; coefficient: number; se: number }

/** The model behind forecasts and calendar effects. */
export type ModelReport = {
  order: '(0 1 1)(0 1 1)'
  /** Moving-average coefficients, signs as in R. */
  ma: number
  seasonalMa: number
  variance: number
  logLik: number
  aicc: number
  regressors: readonly RegressorEffect[]
}

/** A set of calendar regressors that was weighed, and its AICc: the lowest is taken. */
export type CalendarTrial = { regressors: readonly string[]; aicc: number }

/** A seasonal adjustment. Series are as long as the input; null where the input had none. */
export type Adjustment = {
  kind: 'adjusted'
  spec: UsedSpec
  seasonal: readonly number[]
  adjusted: readonly (number | null)[]
  trend: readonly number[]
  irregular: readonly (number | null)[]
  weights: readonly (number | null)[]
  /** Spring-Festival and trading-day factors taken out besides the seasonal; null when none was. */
  holiday: readonly number[] | null
  tradingDay: readonly number[] | null
  quality: Quality
  model: ModelReport | null
  trials: readonly CalendarTrial[]
  /** Places that had no value and were estimated on the way. */
  filled: readonly number[]
  /** Places where the trend came out at nought or below, and the mean of the nearest positive ones stands instead. */
  lifted: readonly number[]
  notes: readonly AdjustNote[]
}

/** What a reader should know before using the result. */
export type AdjustNote =
  | 'festival-not-supported'
  | 'festival-needs-months'
  | 'short-series'
  | 'not-seasonal'
  | 'no-forecast'
  | 'trend-lifted'

/** Why a series is not adjusted. */
export type AdjustRefusal = {
  kind: 'refused'
  reason:
    | 'frequency'
    | 'too-short'
    | 'not-positive'
    | 'constant'
    | 'too-many-gaps'
    | 'season-missing'
    | 'festival-years'
    | 'trend-filter'
    | 'model-failed'
  message: string
}
