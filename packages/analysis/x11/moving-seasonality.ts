import { at, type Vector } from '../numeric/vector.ts'
import type { Compose } from './compose.ts'
import type { Calendar, SeasonalFilter } from './x11-spec.ts'

const IRREGULAR_BIAS = [1, 1.02584, 1.01779, 1.01383]
const SEASONAL_BIAS = [1, 3, 1.55291, 1.30095]

/** Corrections for few years, from Ladiray & Quenneville (2001) §4.4.1; `n` is the number of changes. */
const corrections = (n: number): { irregular: number; seasonal: number } =>
  n < 6
    ? { irregular: IRREGULAR_BIAS[n - 2] ?? 1, seasonal: SEASONAL_BIAS[n - 2] ?? 1 }
    : {
        irregular: (n * 12.247449) / (73.239334 + (n - 6) * 12.247449),
        seasonal: (n * 1.732051) / (8.485281 + (n - 6) * 1.732051),
      }

/** Seven-term mean of one month's values, ends padded with the mean of the outer three. */
const sevenTerm = (column: Float64Array): Float64Array => {
  const n = column.length
  const head = (at(column, 0) + at(column, 1) + at(column, 2)) / 3
  const tail = (at(column, n - 1) + at(column, n - 2) + at(column, n - 3)) / 3
  return Float64Array.from(column, (_, i) => {
    let sum = 0
    for (let j = i - 3; j <= i + 3; j += 1) sum += j < 0 ? head : j >= n ? tail : at(column, j)
    return sum / 7
  })
}

const totalChange = (x: Vector, isMult: boolean): number => {
  let sum = 0
  for (let i = 1; i < x.length; i += 1) sum += Math.abs(at(x, i) - at(x, i - 1)) / (isMult ? at(x, i - 1) : 1)
  return sum
}

/**
 * Global moving-seasonality ratio: year-to-year change of the irregular to that of the seasonal, over all months.
 * Source: Lothian (1978); Ladiray & Quenneville (2001), table D9A.
 */
export const movingSeasonality = (si: Vector, frequency: number, by: Compose): number => {
  let irregularSum = 0
  let seasonalSum = 0
  for (let month = 0; month < frequency; month += 1) {
    const n = Math.floor((si.length - 1 - month) / frequency) + 1
    const column = new Float64Array(n)
    for (let k = 0; k < n; k += 1) column[k] = at(si, month + k * frequency)
    const seasonal = sevenTerm(column)
    const bias = corrections(n - 1)
    irregularSum += totalChange(by.remove(column, seasonal), by.isMult) * bias.irregular
    seasonalSum += totalChange(seasonal, by.isMult) * bias.seasonal
  }
  return irregularSum <= 999 * seasonalSum && seasonalSum !== 0 ? irregularSum / seasonalSum : 999.99
}

/** The filter chosen and whether the ratio chose it, rather than a lack of years. */
export type FilterChoice = { filter: SeasonalFilter; isChosen: boolean }

/**
 * Seasonal filter by the ratio: 3×3 up to 2.5, 3×5 from 3.5 to 5.5, 3×9 from 6.5. Between, the last year is dropped
 * and the ratio taken again; below five years 3×5. `si` holds observed places only.
 */
export const chooseSeasonalFilter = (si: Vector, calendar: Calendar, by: Compose): FilterChoice => {
  const { frequency, first } = calendar
  const whole = si.length - ((si.length + first) % frequency)
  for (let end = whole; end >= 5 * frequency; end -= frequency) {
    const ratio = movingSeasonality(Float64Array.from(si).subarray(0, end), frequency, by)
    if (ratio <= 2.5) return { filter: 's3x3', isChosen: true }
    if (ratio >= 6.5) return { filter: 's3x9', isChosen: true }
    if (ratio >= 3.5 && ratio <= 5.5) return { filter: 's3x5', isChosen: true }
  }
  return { filter: 's3x5', isChosen: false }
}
