/** One value a unit, null where there is none. */
export type Column = readonly (number | null)[]

/** The values that are there. */
export const present = (column: Column): number[] => column.filter((value) => value !== null)

/** Each value that is there put through `change`; what is not finite afterwards counts as not there, −0 as 0. */
export const mapPresent = (column: Column, change: (value: number) => number): (number | null)[] =>
  column.map((value) => {
    if (value === null) return null
    const changed = change(value)
    return Number.isFinite(changed) ? changed + 0 : null
  })

/** Sum of the values. */
export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** Mean of the values; NaN of none. */
export const meanOf = (values: readonly number[]): number => sumOf(values) / values.length

/** Sample standard deviation (n − 1). */
export const deviationOf = (values: readonly number[]): number => {
  const mean = meanOf(values)
  return Math.sqrt(sumOf(values.map((value) => (value - mean) ** 2)) / (values.length - 1))
}

/** Least and largest of the values, NaN of none. Written out: spreading thousands of arguments overflows the stack. */
export const extremesOf = (values: readonly number[]): { least: number; most: number } => {
  let least = values[0] ?? Number.NaN
  let most = least
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return { least, most }
}
