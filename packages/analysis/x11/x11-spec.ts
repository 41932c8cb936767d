/** How the components combine: O = C·S·I, O = C+S+I, or the second on logarithms. */
export type X11Mode = 'mult' | 'add' | 'logadd'

/** Moving average along one calendar month (quarter). */
export type SeasonalFilter = 's3x1' | 's3x3' | 's3x5' | 's3x9' | 's3x15' | 'stable'

/** What X-11 is asked to do. `trendma` null: the Henderson length follows the I/C ratio. */
export type X11Spec = {
  mode: X11Mode
  seasonalma: 'msr' | SeasonalFilter
  trendma: number | null
  sigmalim: readonly [number, number]
}

/** Where a series stands in the year: `first` 0 is January (first quarter) of the first value. */
export type Calendar = { frequency: number; first: number }

/** X-13's defaults for a multiplicative adjustment. */
export const X11_DEFAULTS: X11Spec = { mode: 'mult', seasonalma: 'msr', trendma: null, sigmalim: [1.5, 2.5] }
