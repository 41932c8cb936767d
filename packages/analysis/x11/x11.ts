import { at, build, squaresOf, type Vector } from '../numeric/vector.ts'
import { centredMean } from './centred-mean.ts'
import { type Compose, composeOf } from './compose.ts'
import { extremeParts, extremeWeights, replaceExtremes } from './extremes.ts'
import { hendersonTrend, usualEndRatio } from './henderson.ts'
import { chooseSeasonalFilter, type FilterChoice } from './moving-seasonality.ts'
import { filterAsUsed, seasonalFactors } from './seasonal-filter.ts'
import { chooseTrend, keepPositive, type Part, type Trend } from './trend-choice.ts'
import type { Calendar, SeasonalFilter, X11Spec } from './x11-spec.ts'

/** Everything a step of the method leans on. `observed` is the number of places that are data, not forecasts. */
type Desk = { calendar: Calendar; by: Compose; spec: X11Spec; observed: number }

/** Tables of an adjustment, as long as the series with its forecasts; names in brackets are those of X-11. */
export type X11Tables = {
  /** Seasonal factors (D10), adjusted series (D11), trend (D12), irregular (D13). */
  seasonal: Float64Array
  adjusted: Float64Array
  trend: Float64Array
  irregular: Float64Array
  /** Unmodified SI (D8), in logarithms for log-additive; modified SI (D9); weights of the irregular (C17). */
  si: Float64Array
  modifiedSi: Float64Array
  weights: Float64Array
  filter: FilterChoice
  trendLength: number
  /** Places where the last trend came out at nought or below and its neighbours stand instead. */
  lifted: readonly number[]
  /** I/C of the last trend, on the scale of months. */
  noiseRatio: number
}

const firstFilter = ({ spec }: Desk): SeasonalFilter => (spec.seasonalma === 'msr' ? 's3x3' : spec.seasonalma)
const laterFilter = ({ spec }: Desk): SeasonalFilter => (spec.seasonalma === 'msr' ? 's3x5' : spec.seasonalma)

const weightsOf = (irregular: Vector, desk: Desk, calendar = desk.calendar): Float64Array =>
  extremeWeights(irregular, calendar, desk.by, desk.spec.sigmalim)

/** Factors without the half year at each end take those of the year beside. */
const carryYears = (inner: Float64Array, n: number, frequency: number): Float64Array => {
  const half = frequency / 2
  return build(n, (i) => {
    const place = i - half
    if (place < 0) return at(inner, place + frequency)
    return at(inner, place < inner.length ? place : place - frequency)
  })
}

/** Section 1 of each part: a first trend by the 2×s mean, first factors, the trend they allow (tables 2 to 7). */
const firstPass = (series: Float64Array, part: Part, desk: Desk, before: number | null): Trend => {
  const { calendar, by, spec, observed } = desk
  const { frequency } = calendar
  const half = frequency / 2
  let si = by.remove(series.subarray(half, series.length - half), centredMean(series, frequency))
  if (part === 'B') {
    const rough = seasonalFactors(si, firstFilter(desk), frequency, by)
    const shifted = { frequency, first: (calendar.first + half) % frequency }
    si = replaceExtremes(si, weightsOf(by.remove(si, rough), desk, shifted), frequency)
  }
  const factors = carryYears(seasonalFactors(si, firstFilter(desk), frequency, by), series.length, frequency)
  return chooseTrend(by.remove(series, factors), { frequency, by, observed, part, length: spec.trendma, before })
}

/** Section 2 of parts B and C: factors from SI, the irregular they leave in the original, its weights (8 to 20). */
const secondPass = (original: Float64Array, series: Float64Array, trend: Trend, part: Part, desk: Desk) => {
  const { calendar, by } = desk
  const filter = laterFilter(desk)
  let si = by.remove(series, trend.values)
  if (part === 'B') {
    const rough = seasonalFactors(si, filter, calendar.frequency, by)
    si = replaceExtremes(si, weightsOf(by.remove(si, rough), desk), calendar.frequency)
  }
  const factors = seasonalFactors(si, filter, calendar.frequency, by)
  const irregular = by.remove(by.remove(original, factors), trend.values)
  const weights = weightsOf(irregular, desk)
  return { irregular, weights, modified: by.remove(original, extremeParts(irregular, weights, by)) }
}

const filterFor = (si: Float64Array, { spec, calendar, by, observed }: Desk): FilterChoice =>
  spec.seasonalma === 'msr'
    ? chooseSeasonalFilter(si.subarray(0, observed), calendar, by)
    : {
        filter: spec.seasonalma === 's3x15' ? filterAsUsed('s3x15', si.length, calendar.frequency) : spec.seasonalma,
        isChosen: true,
      }

/**
 * Bias of a trend smoothed in logarithms. Source: Thomson & Ozaki (2002), Transformation and Trend-Seasonal
 * Decomposition; X-13 uses the irregular of part C and a Henderson filter of 2s−1 terms on the factors.
 */
const trendBias = (seasonal: Float64Array, irregular: Float64Array, frequency: number): Float64Array => {
  const level = Math.exp(squaresOf(irregular) / (2 * irregular.length))
  const length = 2 * frequency - 1
  return hendersonTrend(seasonal, length, usualEndRatio(length, frequency)).map((one) => one * level)
}

/**
 * X-11 seasonal adjustment of a series (forecasts of `observed` onwards help the ends and are kept in the tables).
 * Needs three years at least, no gaps, and positive values unless additive: the caller refuses otherwise.
 * Source: Shiskin, Young & Musgrave (1967); Dagum (1988); steps as in Ladiray & Quenneville (2001), ch. 4, and the
 * X-13ARIMA-SEATS reference manual. Does not weigh: trading days, holidays, outliers (see adjustSeries).
 */
export const x11 = (series: Vector, calendar: Calendar, spec: X11Spec, observed = series.length): X11Tables => {
  const isLog = spec.mode === 'logadd'
  const desk: Desk = { calendar, by: composeOf(spec.mode === 'mult'), spec, observed }
  const original = Float64Array.from({ length: series.length }, (_, i) =>
    isLog ? Math.log(at(series, i)) : at(series, i),
  )
  const trendB = firstPass(original, 'B', desk, null)
  const b = secondPass(original, original, trendB, 'B', desk)
  const trendC = firstPass(b.modified, 'C', desk, trendB.endRatio)
  const c = secondPass(original, b.modified, trendC, 'C', desk)
  return finalPass(original, { ...c, endRatio: trendC.endRatio }, desk)
}

/** Part D: the last factors from SI freed of extremes, the last trend, and what they leave. */
const finalPass = (
  original: Float64Array,
  c: { irregular: Float64Array; weights: Float64Array; modified: Float64Array; endRatio: number },
  desk: Desk,
): X11Tables => {
  const { by, spec, observed, calendar } = desk
  const { frequency } = calendar
  const before = firstPass(c.modified, 'D', desk, c.endRatio)
  const modifiedSi = by.remove(c.modified, before.values)
  const filter = filterFor(modifiedSi, desk)
  const factors = seasonalFactors(modifiedSi, filter.filter, frequency, by)
  const choice = { frequency, by, observed, part: 'D', length: spec.trendma, before: before.endRatio } as const
  const last = chooseTrend(by.remove(c.modified, factors), choice)
  const tables = { si: by.remove(original, before.values), modifiedSi, weights: c.weights, filter }
  const chosen = { trendLength: last.length, noiseRatio: last.ratio }
  if (spec.mode !== 'logadd') {
    const adjusted = by.remove(original, factors)
    const irregular = by.remove(adjusted, last.values)
    return { ...tables, ...chosen, lifted: last.lifted, seasonal: factors, adjusted, trend: last.values, irregular }
  }
  const seasonal = factors.map(Math.exp)
  const bias = trendBias(seasonal, c.irregular, frequency)
  const { values: trend, lifted } = keepPositive(
    last.values.map((one, i) => Math.exp(one) * at(bias, i)),
    observed,
  )
  const adjusted = build(original.length, (i) => Math.exp(at(original, i)) / at(seasonal, i))
  const irregular = build(original.length, (i) => at(adjusted, i) / at(trend, i))
  return { ...tables, ...chosen, lifted, seasonal, adjusted, trend, irregular }
}
