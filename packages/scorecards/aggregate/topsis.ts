import { type Column, extremesOf, present } from '../numeric/column.ts'

/** Distances to the best and the worst there could be, and closeness: 1 at the best. */
export type Topsis = { toBest: (number | null)[]; toWorst: (number | null)[]; closeness: (number | null)[] }

const distances = (columns: readonly Column[], shares: readonly number[], ends: readonly number[]): (number | null)[] =>
  (columns[0] ?? []).map((_, unit) => {
    let [sum, seen] = [0, 0]
    for (const [j, column] of columns.entries()) {
      const value = column[unit] ?? null
      if (value === null) continue
      sum += ((shares[j] ?? 0) * (value - (ends[j] ?? 0))) ** 2
      seen += 1
    }
    return seen === 0 ? null : Math.sqrt(sum)
  })

/**
 * Closeness to the ideal: distance to the worst ÷ (to the worst + to the best), over weighted scores, more is better.
 * No score where best and worst are one. Source: Hwang & Yoon (1981), Multiple Attribute Decision Making.
 */
export const topsis = (columns: readonly Column[], weights: readonly number[]): Topsis => {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const shares = weights.map((weight) => weight / total)
  const ends = columns.map((column) => extremesOf(present(column)))
  const toBest = distances(
    columns,
    shares,
    ends.map(({ most }) => most),
  )
  const toWorst = distances(
    columns,
    shares,
    ends.map(({ least }) => least),
  )
  const closeness = toWorst.map((worst, i) => {
    const best = toBest[i] ?? null
    return worst === null || best === null || worst + best === 0 ? null : worst / (worst + best)
  })
  return { toBest, toWorst, closeness }
}
