import { type Column, extremesOf, mapPresent, present } from '../numeric/column.ts'

/**
 * Power transformation of a column moved so that its least value is 1: (xᵏ − 1)/k, the logarithm for k = 0.
 * Source: Box & Cox (1964), J. R. Stat. Soc. B 26; shift as in COINr.
 */
export const boxCox = (column: Column, lambda: number): Column => {
  const { least } = extremesOf(present(column))
  return mapPresent(column, (value) => {
    const moved = value - least + 1
    return lambda === 0 ? Math.log(moved) : (moved ** lambda - 1) / lambda
  })
}
