import { type Column, present, sumOf } from '../numeric/column.ts'

/** Weights by entropy, with what they rest on. */
export type EntropyWeights = { entropy: number[]; weights: number[] }

const entropyOf = (column: Column, shift: number): number => {
  const values = present(column).map((value) => value + shift)
  const total = sumOf(values)
  if (values.length < 2 || !(total > 0)) return 1
  const parts = values.map((value) => value / total)
  const sum = sumOf(parts.map((part) => (part > 0 ? part * Math.log(part) : 0)))
  return -sum / Math.log(values.length)
}

/**
 * Entropy weights (熵权法): an indicator whose scores are spread unevenly tells more. Columns are scores of 0 or more;
 * 0·ln 0 counts as 0, `shift` is added to every score first. A column that tells nobody apart weighs nothing; where none
 * does, all weigh the same. Source: Shannon (1948); Zeleny (1982), Multiple Criteria Decision Making.
 */
export const entropyWeights = (columns: readonly Column[], shift = 0): EntropyWeights => {
  const entropy = columns.map((column) => entropyOf(column, shift))
  const told = entropy.map((value) => Math.max(0, 1 - value))
  const total = sumOf(told)
  return { entropy, weights: told.map((value) => (total > 0 ? value / total : 1 / columns.length)) }
}
