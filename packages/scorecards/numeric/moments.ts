import { meanOf } from './column.ts'

/** Σ(x − mean)ᵏ for k = 2, 3, 4. Products, not powers: this runs on every column of every redrawn set of data. */
const centralSums = (values: readonly number[]): { second: number; third: number; fourth: number } => {
  const mean = meanOf(values)
  let [second, third, fourth] = [0, 0, 0]
  for (const value of values) {
    const gap = value - mean
    const square = gap * gap
    second += square
    third += square * gap
    fourth += square * square
  }
  return { second, third, fourth }
}

/**
 * Sample skewness, adjusted for size (Joanes & Gill 1998, G1; Excel's SKEW, R e1071 type 2). null with fewer than three
 * values or when all are equal.
 */
export const skewnessOf = (values: readonly number[]): number | null => {
  const n = values.length
  if (n < 3) return null
  const { second, third } = centralSums(values)
  const skew = (Math.sqrt(n) * third * Math.sqrt(n * (n - 1))) / (second ** 1.5 * (n - 2))
  return Number.isFinite(skew) ? skew : null
}

/**
 * Sample excess kurtosis, adjusted for size (Joanes & Gill 1998, G2; Excel's KURT, R e1071 type 2). null with fewer than
 * four values or when all are equal.
 */
export const kurtosisOf = (values: readonly number[]): number | null => {
  const n = values.length
  if (n < 4) return null
  const { second, fourth } = centralSums(values)
  const ratio = (n * fourth) / second ** 2
  const kurtosis = (((n + 1) * (ratio - 3) + 6) * (n - 1)) / ((n - 2) * (n - 3))
  return Number.isFinite(kurtosis) ? kurtosis : null
}
