import { type Column, present } from '../numeric/column.ts'
import { kurtosisOf, skewnessOf } from '../numeric/moments.ts'
import type { SkewLimits } from '../scheme/treatment.ts'

/** Skew and kurtosis of a column, and whether both are beyond the limits; not skewed where they are not defined. */
export type SkewCheck = { skew: number | null; kurtosis: number | null; isSkewed: boolean }

/** A skew of exactly 2 (three equals and an outlier) comes out a hair to either side; it is not beyond 2. */
const HAIR = 1e-12

/** Whether a skew or kurtosis is beyond its limit. */
export const isBeyond = (value: number, limit: number): boolean => value > limit + HAIR * Math.abs(limit)

/**
 * Whether outliers pull a column: |skew| > 2 and kurtosis > 3.5 unless said otherwise.
 * Source: JRC practice as in COINr's check_SkewKurt (Groeneveld & Meeden 1984 for the limits).
 */
export const checkSkew = (column: Column, { skew: most = 2, kurtosis: tail = 3.5 }: SkewLimits = {}): SkewCheck => {
  const values = present(column)
  const [skew, kurtosis] = [skewnessOf(values), kurtosisOf(values)]
  const isSkewed = skew !== null && kurtosis !== null && isBeyond(Math.abs(skew), most) && isBeyond(kurtosis, tail)
  return { skew, kurtosis, isSkewed }
}
