import { fTail } from '../numeric/distributions.ts'
import { at, build, meanOf, squaresOf } from '../numeric/vector.ts'
import type { MeanAndDeviation } from './ets-model.ts'

/**
 * Seasonal naive: the value of a year before. The deviation grows with every full year ahead; it rests on the mean
 * square of the yearly differences. Source: Hyndman & Athanasopoulos (2021), Forecasting, §5.5.
 */
export const seasonalNaive = (y: Float64Array, m: number, horizon: number): MeanAndDeviation => {
  const n = y.length
  const differences = build(n - m, (i) => at(y, i + m) - at(y, i))
  const sd = Math.sqrt(squaresOf(differences) / differences.length)
  return {
    mean: build(horizon, (h) => at(y, n - m + (h % m))),
    deviation: build(horizon, (h) => sd * Math.sqrt(Math.floor(h / m) + 1)),
  }
}

/** Random walk with drift. */
export const drift = (y: Float64Array, horizon: number): MeanAndDeviation => {
  const n = y.length
  const slope = (at(y, n - 1) - at(y, 0)) / (n - 1)
  const steps = build(n - 1, (i) => at(y, i + 1) - at(y, i) - slope)
  const sd = Math.sqrt(squaresOf(steps) / (n - 2))
  return {
    mean: build(horizon, (h) => at(y, n - 1) + (h + 1) * slope),
    deviation: build(horizon, (h) => sd * Math.sqrt(h + 1 + (h + 1) ** 2 / (n - 1))),
  }
}

/** Autocorrelations 0 to `lags`. */
const autocorrelations = (y: ArrayLike<number>, lags: number): Float64Array => {
  const mean = meanOf(y)
  const covariance = (lag: number): number => {
    let sum = 0
    for (let i = lag; i < y.length; i += 1) sum += (at(y, i) - mean) * (at(y, i - lag) - mean)
    return sum
  }
  const variance = covariance(0)
  return build(lags + 1, (lag) => (variance === 0 ? 0 : covariance(lag) / variance))
}

/** Whether the autocorrelation at one year is beyond what the shorter ones explain, at 10 % (two-sided). */
export const isSeasonalByAcf = (y: ArrayLike<number>, m: number): boolean => {
  if (m < 2 || y.length < 2 * m + 1) return false
  const r = autocorrelations(y, m)
  const spread = Math.sqrt((1 + 2 * squaresOf(r.subarray(1, m))) / y.length)
  return Math.abs(at(r, m)) > 1.6448536269514722 * spread
}

/**
 * Whether a series has a yearly pattern: its changes repeat after a year. Yearly rates do not: overlapping years leave
 * a negative autocorrelation there.
 */
export const hasYearlyPattern = (y: ArrayLike<number>, m: number): boolean => {
  const changes = build(y.length - 1, (i) => at(y, i + 1) - at(y, i))
  return isSeasonalByAcf(changes, m) && at(autocorrelations(changes, m), m) > 0
}

/** Ranks, equal values sharing the middle of theirs. */
const ranked = (x: Float64Array): Float64Array => {
  const sorted = x.toSorted()
  const [first, last] = [new Map<number, number>(), new Map<number, number>()]
  sorted.forEach((value, i) => {
    if (!first.has(value)) first.set(value, i)
    last.set(value, i)
  })
  return x.map((value) => ((first.get(value) ?? 0) + (last.get(value) ?? 0)) / 2)
}

/** Whether values differ in the mean by their place in the year, at 5 % by the F test. */
const placesDiffer = (x: Float64Array, m: number): boolean => {
  const n = x.length
  const mean = meanOf(x)
  let between = 0
  for (let place = 0; place < m; place += 1) {
    const own = x.filter((_, i) => i % m === place)
    between += own.length * (meanOf(own) - mean) ** 2
  }
  const within = squaresOf(x.map((value) => value - mean)) - between
  return within > 0 && fTail(between / (m - 1) / (within / (n - m)), m - 1, n - m) < 0.05
}

/**
 * Whether the changes differ by their place in the year: a season too weak, or in too few years, for the
 * autocorrelation to show. Asked of their ranks too, since a few slips hide a season from the mean. Source: the test
 * for stable seasonality, Ladiray & Quenneville (2001) §4.1; on ranks, Conover & Iman (1981), American Statistician 35.
 */
export const differsByPlace = (y: ArrayLike<number>, m: number): boolean => {
  const changes = build(y.length - 1, (i) => at(y, i + 1) - at(y, i))
  return m >= 2 && changes.length >= 2 * m && (placesDiffer(changes, m) || placesDiffer(ranked(changes), m))
}
