import { at, build, type Vector } from '../numeric/vector.ts'
import { stl } from './stl.ts'

/** A series taken apart into a trend, one seasonal for each period, and what is left. */
export type Mstl = { trend: Float64Array; seasonal: readonly Float64Array[]; remainder: Float64Array }

/**
 * STL for several periods: each seasonal is refitted on the series freed of the others, twice over. Windows 7 + 4i as
 * in R's `mstl`. Periods rise; those that do not fit twice into the series are the caller's to leave out.
 * Source: Bandara, Hyndman & Bergmeir (2021), MSTL.
 */
export const mstl = (values: Vector, periods: readonly number[], rounds = 2): Mstl => {
  const n = values.length
  const seasonal: Float64Array[] = periods.map(() => new Float64Array(n))
  let left: Float64Array = build(n, (i) => at(values, i))
  let trend: Float64Array = new Float64Array(n)
  for (let round = 0; round < rounds; round += 1)
    periods.forEach((period, k) => {
      const old = seasonal[k] ?? new Float64Array(n)
      const withOne = build(n, (i) => at(left, i) + at(old, i))
      const fit = stl(withOne, period, { seasonalWindow: 7 + 4 * (k + 1) })
      seasonal[k] = fit.seasonal
      trend = fit.trend
      left = build(n, (i) => at(withOne, i) - at(fit.seasonal, i))
    })
  return { trend, seasonal, remainder: build(n, (i) => at(left, i) - at(trend, i)) }
}
