import { type Column, extremesOf, mapPresent, present } from '../numeric/column.ts'
import { skewnessOf } from '../numeric/moments.ts'

/**
 * Logarithm of a column moved so that its least value is a hundredth of its range. A column of equal values has no range
 * and stays as it is (there log_CT gives −∞).
 * Source: the COIN Tool's transformation (Becker et al. 2019), log_CT in COINr.
 */
export const logarithm = (column: Column): Column => {
  const { least, most } = extremesOf(present(column))
  if (least === most) return column
  const shift = 0.01 * (most - least)
  return mapPresent(column, (value) => Math.log(value - least + shift))
}

/** The same, mirrored for a column skewed downwards, so that skew shrinks either way. Source: log_CT_plus in COINr. */
export const mirroredLogarithm = (column: Column): Column => {
  if ((skewnessOf(present(column)) ?? 0) >= 0) return logarithm(column)
  const { least, most } = extremesOf(present(column))
  const shift = 0.01 * (most - least)
  return mapPresent(column, (value) => -Math.log(most + shift - value))
}
