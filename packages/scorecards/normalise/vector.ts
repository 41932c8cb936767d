import { type Column, mapPresent, present, sumOf } from '../numeric/column.ts'

/** Each value over the length of the column as a vector. Source: Hwang & Yoon (1981), for TOPSIS. */
export const vectorScore = (column: Column): Column => {
  const length = Math.sqrt(sumOf(present(column).map((value) => value * value)))
  return mapPresent(column, (value) => value / length)
}
