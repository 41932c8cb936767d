import { type Column, present } from '../numeric/column.ts'
import { kurtosisOf, skewnessOf } from '../numeric/moments.ts'
import type { SkewLimits } from '../scheme/treatment.ts'

/** Skew and kurtosis of a column, and whether both are beyond the limits; not skewed where they are not defined. */
export type SkewCheck = { skew: number | null; kurtosis: number | null; isSkewed: boolean }

/**
 * Whether outliers pull a column: |skew| > 2 and kurtosis > 3.5 unless said otherwise.
 * Source: JRC practice as in COINr's check_SkewKurt (Groeneveld & Meeden 1984 for the limits).
 */
export const checkSkew = (column: Column, { skew: most = 2, kurtosis: tail = 3.5 }: SkewLimits = {}): SkewCheck => {
  const values = present(column)
  const [skew, kurtosis] = [skewnessOf(values), kurtosisOf(values)]
  return { skew, kurtosis, isSkewed: skew !== null && kurtosis !== null && Math.abs(skew) > most && kurtosis > tail }
}
