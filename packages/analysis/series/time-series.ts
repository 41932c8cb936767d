/** A place in a series: year and month (quarter) counted from 1. */
export type Start = readonly [year: number, period: number]

/** A monthly (12), quarterly (4) or yearly (1) series without breaks in time; null is not known. */
export type TimeSeries = { frequency: number; start: Start; values: readonly (number | null)[] }

/** Year and month (quarter, from 1) of the `i`-th value. */
export const placeOf = ({ frequency, start }: Pick<TimeSeries, 'frequency' | 'start'>, i: number): Start => {
  const count = start[0] * frequency + (start[1] - 1) + i
  return [Math.floor(count / frequency), (count % frequency) + 1]
}
