import { at, type Vector } from '../numeric/vector.ts'
import { centredMeanCarried } from './centred-mean.ts'
import type { Compose } from './compose.ts'
import type { SeasonalFilter } from './x11-spec.ts'

/** A filter and its weights for the ends, nearest the end first: `ends[k]` serves the k-th value from the end. */
type Filter = { half: number; inner: readonly number[]; ends: readonly (readonly number[])[] }

const threeBy = (n: number): number[] => {
  const weights = new Array<number>(n + 2).fill(0)
  for (let i = 0; i < 3; i += 1) for (let j = 0; j < n; j += 1) weights[i + j] = (weights[i + j] ?? 0) + 1 / (3 * n)
  return weights
}

const over = (divisor: number, weights: readonly number[]): number[] => weights.map((one) => one / divisor)

/**
 * Weights of the ends as X-11 prints them. Source: Shiskin, Young & Musgrave (1967); X-13ARIMA-SEATS Reference
 * Manual, appendix on X-11 filters.
 */
const FILTERS: Readonly<Record<Exclude<SeasonalFilter, 'stable'>, Filter>> = {
  s3x1: { half: 1, inner: [1 / 3, 1 / 3, 1 / 3], ends: [[0.61, 0.39]] },
  s3x3: { half: 2, inner: threeBy(3), ends: [over(27, [11, 11, 5]), over(27, [7, 10, 7, 3])] },
  s3x5: {
    half: 3,
    inner: threeBy(5),
    ends: [over(60, [17, 17, 17, 9]), over(60, [15, 15, 15, 11, 4]), over(60, [9, 13, 13, 13, 8, 4])],
  },
  s3x9: {
    half: 5,
    inner: threeBy(9),
    ends: [
      [0.246, 0.221, 0.197, 0.173, 0.112, 0.051],
      [0.208, 0.192, 0.176, 0.16, 0.144, 0.092, 0.028],
      [0.173, 0.163, 0.154, 0.143, 0.133, 0.123, 0.079, 0.032],
      [0.141, 0.137, 0.132, 0.128, 0.123, 0.117, 0.113, 0.075, 0.034],
      [0.084, 0.12, 0.118, 0.117, 0.116, 0.114, 0.113, 0.111, 0.073, 0.034],
    ],
  },
  s3x15: {
    half: 8,
    inner: threeBy(15),
    ends: [
      [0.16, 0.16, 0.16, 0.16, 0.16, 0.06667, 0.06667, 0.04444, 0.02222],
      [0.14667, 0.14667, 0.14667, 0.14667, 0.14667, 0.06667, 0.06667, 0.06667, 0.04444, 0.0222],
      [0.13333, 0.13333, 0.13333, 0.13333, 0.13333, 0.06667, 0.06667, 0.06667, 0.06667, 0.04444, 0.02223],
      [0.12, 0.12, 0.12, 0.12, 0.12, 0.06667, 0.06667, 0.06667, 0.06667, 0.06667, 0.04444, 0.02221],
      [
        0.10667, 0.10667, 0.10667, 0.10667, 0.10667, 0.06667, 0.06667, 0.06667, 0.06667, 0.06667, 0.06667, 0.04444,
        0.02219,
      ],
      [
        0.09333, 0.09333, 0.09333, 0.09333, 0.09333, 0.06667, 0.06667, 0.06667, 0.06667, 0.06667, 0.06667, 0.06667,
        0.04444, 0.02222,
      ],
      [
        0.08, 0.08, 0.08, 0.08, 0.08, 0.06667, 0.06667, 0.06667, 0.06667, 0.06667, 0.06667, 0.06667, 0.06667, 0.04444,
        0.0222,
      ],
      [
        0.04889, 0.07111, 0.07111, 0.07111, 0.07111, 0.06667, 0.06667, 0.06667, 0.06667, 0.06667, 0.06667, 0.06667,
        0.06667, 0.06667, 0.04444, 0.0222,
      ],
    ],
  },
}

/** A month seen fewer times than the end weights need takes its plain mean. */
const endValue = (column: Vector, weights: readonly number[], placeOf: (j: number) => number): number => {
  const n = column.length
  let sum = 0
  let total = 0
  const width = weights.length > n ? n : weights.length
  for (let j = 0; j < width; j += 1) {
    const weight = weights.length > n ? 1 : at(weights, j)
    sum += weight * at(column, placeOf(j))
    total += weight
  }
  return sum / total
}

const filterColumn = (column: Float64Array, filter: Filter): Float64Array => {
  const n = column.length
  const out = new Float64Array(n)
  for (let t = 0; t < n; t += 1) {
    const fromEnd = Math.min(t, n - 1 - t)
    const weights = fromEnd < filter.half ? filter.ends[fromEnd] : undefined
    if (weights) out[t] = endValue(column, weights, t <= n - 1 - t ? (j) => j : (j) => n - 1 - j)
    else {
      let sum = 0
      for (let j = 0; j < filter.inner.length; j += 1) sum += at(filter.inner, j) * at(column, t - filter.half + j)
      out[t] = sum
    }
  }
  return out
}

const stableColumn = (column: Float64Array): Float64Array => {
  let sum = 0
  for (const value of column) sum += value
  return new Float64Array(column.length).fill(sum / column.length)
}

/** Fewer years than this are no base for a filter along them: the plain mean of each month stands for it. */
const FEWEST_YEARS = { s3x15: 20, others: 5 } as const

/**
 * The filter that `n` values really get: stable below five years, and instead of the longest one below twenty. X-13
 * does so too.
 */
export const filterAsUsed = (kind: SeasonalFilter, n: number, frequency: number): SeasonalFilter =>
  n < FEWEST_YEARS.others * frequency || (kind === 's3x15' && Math.ceil(n / frequency) < FEWEST_YEARS.s3x15)
    ? 'stable'
    : kind

const columnFilter = (kind: SeasonalFilter, n: number): ((column: Float64Array) => Float64Array) => {
  if (kind === 'stable' || (kind === 's3x15' && n < FEWEST_YEARS.s3x15)) return stableColumn
  return (column) => filterColumn(column, FILTERS[kind])
}

/** Every month's (quarter's) values smoothed along the years. */
const smoothMonths = (si: Vector, kind: SeasonalFilter, frequency: number): Float64Array => {
  const out = new Float64Array(si.length)
  for (let month = 0; month < frequency; month += 1) {
    const n = Math.floor((si.length - 1 - month) / frequency) + 1
    const column = new Float64Array(n)
    for (let k = 0; k < n; k += 1) column[k] = at(si, month + k * frequency)
    const smooth = columnFilter(kind, n)(column)
    for (let k = 0; k < n; k += 1) out[month + k * frequency] = at(smooth, k)
  }
  return out
}

/**
 * Seasonal factors from SI: smoothed along each month, then brought to mean 1 (0) over any twelve months by removing
 * their 2×s mean. Fewer than five years: stable. Source: Ladiray & Quenneville (2001) §4.
 */
export const seasonalFactors = (si: Vector, kind: SeasonalFilter, frequency: number, by: Compose): Float64Array => {
  const smooth = smoothMonths(si, filterAsUsed(kind, si.length, frequency), frequency)
  return by.remove(smooth, centredMeanCarried(smooth, frequency))
}
