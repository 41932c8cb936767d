import type { Column } from '../numeric/column.ts'

type Table = { rows: Float64Array; shares: readonly number[]; units: number }

/** Scores row by row, what is missing as NaN: it is neither above nor equal. */
const tableOf = (columns: readonly Column[], weights: readonly number[]): Table => {
  const units = columns[0]?.length ?? 0
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const rows = new Float64Array(units * columns.length)
  for (const [j, column] of columns.entries())
    for (let i = 0; i < units; i += 1) rows[i * columns.length + j] = column[i] ?? Number.NaN
  return { rows, shares: weights.map((weight) => weight / total), units }
}

const pairShare = ({ rows, shares }: Table, a: number, b: number): number => {
  const width = shares.length
  let share = 0
  for (let j = 0; j < width; j += 1) {
    const x = rows[a * width + j] ?? 0
    const y = rows[b * width + j] ?? 0
    if (x > y) share += shares[j] ?? 0
    else if (x === y) share += (shares[j] ?? 0) / 2
  }
  return share
}

/**
 * How far unit i outranks unit j: the weight of the indicators where it is better, and half of where they are equal. Below
 * the diagonal 1 less the other side, so that a pair sums to 1. Source: Munda & Nardo (2009); COINr's outrankMatrix.
 */
export const outranking = (columns: readonly Column[], weights: readonly number[]): number[][] => {
  const table = tableOf(columns, weights)
  const matrix = Array.from({ length: table.units }, () => new Array<number>(table.units).fill(0))
  for (let i = 0; i < table.units; i += 1)
    for (let j = i + 1; j < table.units; j += 1) {
      const share = pairShare(table, i, j)
      const [row, other] = [matrix[i], matrix[j]]
      if (row) row[j] = share
      if (other) other[i] = 1 - share
    }
  return matrix
}

/** Shares this close to a half are a draw: weights such as 1/3 do not sum to exactly ½. */
const DRAW = 1e-9

/** Copeland scores: units outranked less units that outrank. Source: Copeland (1951). */
export const copeland = (columns: readonly Column[], weights: readonly number[]): number[] => {
  const table = tableOf(columns, weights)
  const won = new Int32Array(table.units)
  for (let i = 0; i < table.units; i += 1)
    for (let j = i + 1; j < table.units; j += 1) {
      const over = pairShare(table, i, j) - 0.5
      const win = Math.abs(over) < DRAW ? 0 : Math.sign(over)
      won[i] = (won[i] ?? 0) + win
      won[j] = (won[j] ?? 0) - win
    }
  return Array.from(won)
}
