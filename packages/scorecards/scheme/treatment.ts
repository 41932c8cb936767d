/** When a column counts as skewed: |skew| above `skew` and kurtosis above `kurtosis` (defaults 2 and 3.5). */
export type SkewLimits = { skew?: number; kurtosis?: number }

/**
 * What is done to a column before it is normalised. `winsorise`: at most `most` (default 5) values are drawn in, while it
 * is skewed; `log` and `boxcox` only when it is skewed, unless `always`; `auto`: winsorise, and when that does not
 * suffice the logarithm instead, as COINr does.
 */
export type Treatment =
  | { method: 'none' }
  | ({ method: 'winsorise'; most?: number } & SkewLimits)
  | ({ method: 'log'; always?: boolean } & SkewLimits)
  | ({ method: 'boxcox'; lambda: number; always?: boolean } & SkewLimits)
  | ({ method: 'auto'; most?: number; otherwise?: 'log' | 'boxcox'; lambda?: number } & SkewLimits)

/** What was done to one column, with its skew and kurtosis before and after; null where they are not defined. */
export type Treated = {
  values: readonly (number | null)[]
  did: 'none' | 'winsorise' | 'log' | 'boxcox'
  /** Places drawn in, and to which end. */
  drawnIn: readonly { at: number; end: 'low' | 'high' }[]
  before: { skew: number | null; kurtosis: number | null }
  after: { skew: number | null; kurtosis: number | null }
  /** Whether it is still skewed. */
  isSkewed: boolean
}
