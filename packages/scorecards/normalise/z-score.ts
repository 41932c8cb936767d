import { type Column, deviationOf, mapPresent, meanOf, present } from '../numeric/column.ts'

/** Scales a column to a mean and a sample standard deviation, by default 0 and 1. */
export const zScore = (column: Column, mean = 0, deviation = 1): Column => {
  const values = present(column)
  const [was, spread] = [meanOf(values), deviationOf(values)]
  return mapPresent(column, (value) => ((value - was) / spread) * deviation + mean)
}
