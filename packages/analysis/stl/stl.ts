import { at, build, type Vector } from '../numeric/vector.ts'
import { loess, loessAt, type Smoothing } from './loess.ts'
import { partialSort } from './partial-sort.ts'

/** What STL is asked; whatever is left out takes the defaults of R's `stl`. */
export type StlSpec = {
  seasonalWindow: number | 'periodic'
  robust?: boolean
  trendWindow?: number
  lowWindow?: number
  degrees?: { seasonal?: number; trend?: number; low?: number }
  jumps?: { seasonal?: number; trend?: number; low?: number }
  inner?: number
  outer?: number
}

/** A series taken apart: values = seasonal + trend + remainder; weights 1 unless robust. */
export type Stl = { seasonal: Float64Array; trend: Float64Array; remainder: Float64Array; weights: Float64Array }

/** Settings as used, every default filled in. */
export type StlSettings = {
  seasonal: Smoothing
  trend: Smoothing
  low: Smoothing
  inner: number
  outer: number
  isPeriodic: boolean
}

const nextOdd = (x: number): number => {
  const whole = Math.round(x)
  return whole % 2 === 0 ? whole + 1 : whole
}

/** The defaults of R's `stl`. Source: its documentation; Cleveland et al. (1990) §3. */
export const stlSettings = (n: number, frequency: number, spec: StlSpec): StlSettings => {
  const isPeriodic = spec.seasonalWindow === 'periodic'
  const seasonalWindow = spec.seasonalWindow === 'periodic' ? 10 * n + 1 : spec.seasonalWindow
  const trendWindow = spec.trendWindow ?? nextOdd(Math.ceil((1.5 * frequency) / (1 - 1.5 / seasonalWindow)))
  const lowWindow = spec.lowWindow ?? nextOdd(frequency)
  const smoothing = (window: number, degree: number, jump = Math.ceil(window / 10)): Smoothing => ({
    window: Math.max(3, nextOdd(window)),
    degree,
    jump,
  })
  const trendDegree = spec.degrees?.trend ?? 1
  return {
    seasonal: smoothing(seasonalWindow, isPeriodic ? 0 : (spec.degrees?.seasonal ?? 0), spec.jumps?.seasonal),
    trend: smoothing(trendWindow, trendDegree, spec.jumps?.trend),
    low: smoothing(lowWindow, spec.degrees?.low ?? trendDegree, spec.jumps?.low),
    inner: spec.inner ?? (spec.robust ? 1 : 2),
    outer: spec.outer ?? (spec.robust ? 15 : 0),
    isPeriodic,
  }
}

const movingMean = (x: Float64Array, width: number): Float64Array => {
  const out = new Float64Array(x.length - width + 1)
  let sum = 0
  for (let i = 0; i < width; i += 1) sum += at(x, i)
  out[0] = sum / width
  for (let i = 1; i < out.length; i += 1) {
    sum += at(x, i + width - 1) - at(x, i - 1)
    out[i] = sum / width
  }
  return out
}

/** Every cycle-subseries smoothed, and carried one period beyond both ends. */
const smoothCycles = (
  x: Float64Array,
  frequency: number,
  smoothing: Smoothing,
  robustness: Float64Array | null,
): Float64Array => {
  const n = x.length
  const out = new Float64Array(n + 2 * frequency)
  for (let month = 0; month < frequency; month += 1) {
    const k = Math.floor((n - 1 - month) / frequency) + 1
    const column = build(k, (i) => at(x, month + i * frequency))
    const weights = robustness && build(k, (i) => at(robustness, month + i * frequency))
    const smooth = loess(column, smoothing, weights)
    const { window } = smoothing
    const before = loessAt(column, -1, [0, Math.min(window, k) - 1], smoothing, weights)
    const after = loessAt(column, k, [Math.max(0, k - window), k - 1], smoothing, weights)
    out[month] = before ?? at(smooth, 0)
    for (let i = 0; i < k; i += 1) out[month + (i + 1) * frequency] = at(smooth, i)
    out[month + (k + 1) * frequency] = after ?? at(smooth, k - 1)
  }
  return out
}

/** One inner pass: the seasonal from what the trend leaves, the trend from what the seasonal leaves. */
const innerPass = (
  y: Float64Array,
  trend: Float64Array,
  frequency: number,
  settings: StlSettings,
  robustness: Float64Array | null,
): { seasonal: Float64Array; trend: Float64Array } => {
  const n = y.length
  const detrended = build(n, (i) => at(y, i) - at(trend, i))
  const cycles = smoothCycles(detrended, frequency, settings.seasonal, robustness)
  const passed = movingMean(movingMean(movingMean(cycles, frequency), frequency), 3)
  const low = loess(passed, settings.low, null)
  const seasonal = build(n, (i) => at(cycles, frequency + i) - at(low, i))
  const adjusted = build(n, (i) => at(y, i) - at(seasonal, i))
  return { seasonal, trend: loess(adjusted, settings.trend, robustness) }
}

/**
 * Mean of the two middle values as STL takes it: the places go to the partial sort in falling order, so for an even
 * count the result may be a little off the median. Published STL results rest on it.
 */
const middleOf = (x: Float64Array): number => {
  const sorted = x.slice()
  const upper = Math.floor(sorted.length / 2)
  const lower = sorted.length - upper - 1
  partialSort(sorted, [upper, lower])
  return (at(sorted, upper) + at(sorted, lower)) / 2
}

/** Bisquare weights of the remainder, at six median absolute deviations. */
const robustnessOf = (remainder: Float64Array): Float64Array => {
  const size = remainder.map(Math.abs)
  const limit = 6 * middleOf(size)
  return size.map((r) => (r <= 0.001 * limit ? 1 : r <= 0.999 * limit ? (1 - (r / limit) ** 2) ** 2 : 0))
}

/** Means of the cycle positions, repeated: what R does for `periodic` after the fit. */
const repeatMeans = (seasonal: Float64Array, frequency: number): Float64Array => {
  const means = build(frequency, (month) => {
    let sum = 0
    let count = 0
    for (let i = month; i < seasonal.length; i += frequency) {
      sum += at(seasonal, i)
      count += 1
    }
    return sum / count
  })
  return build(seasonal.length, (i) => at(means, i % frequency))
}

/**
 * STL, a seasonal-trend decomposition by loess. Needs more than two full cycles and no gaps: the caller refuses
 * otherwise. Source: Cleveland, Cleveland, McRae & Terpenning (1990), J. Official Statistics 6; semantics of R's `stl`.
 */
export const stl = (values: Vector, frequency: number, spec: StlSpec): Stl => {
  const n = values.length
  const y = build(n, (i) => at(values, i))
  const settings = stlSettings(n, frequency, spec)
  let parts: Pick<Stl, 'seasonal' | 'trend'> = { seasonal: new Float64Array(n), trend: new Float64Array(n) }
  let robustness: Float64Array | null = null
  for (let round = 0; round <= settings.outer; round += 1) {
    for (let pass = 0; pass < settings.inner; pass += 1)
      parts = innerPass(y, parts.trend, frequency, settings, robustness)
    if (round < settings.outer)
      robustness = robustnessOf(build(n, (i) => at(y, i) - at(parts.seasonal, i) - at(parts.trend, i)))
  }
  const seasonal = settings.isPeriodic ? repeatMeans(parts.seasonal, frequency) : parts.seasonal
  const remainder = build(n, (i) => at(y, i) - at(seasonal, i) - at(parts.trend, i))
  return { seasonal, trend: parts.trend, remainder, weights: robustness ?? new Float64Array(n).fill(1) }
}
