import type { Column } from '../numeric/column.ts'

/** A score and its weight. */
export type Part = { score: number; weight: number }

/** The parts of one unit that are there. */
export const partsAt = (columns: readonly Column[], weights: readonly number[], unit: number): Part[] => {
  const parts: Part[] = []
  for (let j = 0; j < columns.length; j += 1) {
    const score = columns[j]?.[unit] ?? null
    if (score !== null) parts.push({ score, weight: weights[j] ?? 0 })
  }
  return parts
}

const weighted = (parts: readonly Part[], value: (score: number) => number): number => {
  let [sum, weights] = [0, 0]
  for (const { score, weight } of parts) {
    if (weight === 0) continue
    sum += weight * value(score)
    weights += weight
  }
  return sum / weights
}

/** Weighted arithmetic mean; the weights of what is there count. */
export const arithmeticMean = (parts: readonly Part[]): number => weighted(parts, (score) => score)

/** Weighted geometric mean of scores of 0 or more: 0 where one is 0. */
export const geometricMean = (parts: readonly Part[]): number => Math.exp(weighted(parts, Math.log))

/** Weighted harmonic mean of scores of 0 or more: 0 where one is 0. */
export const harmonicMean = (parts: readonly Part[]): number => 1 / weighted(parts, (score) => 1 / score)

/** Weighted power mean of exponent `power`, the geometric for 0. Source: Hardy, Littlewood & Pólya (1934), ch. II. */
export const powerMean = (parts: readonly Part[], power: number): number =>
  power === 0 ? geometricMean(parts) : weighted(parts, (score) => score ** power) ** (1 / power)
