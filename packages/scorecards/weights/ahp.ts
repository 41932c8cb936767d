import { sumOf } from '../numeric/column.ts'
import { perron } from '../numeric/eigen.ts'

/** Mean consistency index of random comparisons by size. Source: Saaty (1980), The Analytic Hierarchy Process. */
const RANDOM_INDEX = [0, 0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.54, 1.56, 1.57, 1.59]

/** Up to here judgements count as consistent. */
export const CONSISTENT = 0.1

/** One comparison to look at again: the value that agrees best with the others on Saaty's scale, and what it mends. */
export type Repair = { row: number; column: number; was: number; suggested: number; ratioAfter: number }

/** Weights from pairwise comparisons and how consistent these are. */
export type AhpWeights = {
  weights: number[]
  lambdaMax: number
  consistencyIndex: number
  randomIndex: number
  /** CI ÷ RI; 0 for fewer than three. Above 0.1 the judgements contradict one another. */
  consistencyRatio: number
  isConsistent: boolean
  /** Where not consistent: the single change that mends most; null otherwise. */
  repair: Repair | null
}

type Square = readonly (readonly number[])[]

const geometric = (matrix: Square): number[] => {
  const means = matrix.map((row) => Math.exp(sumOf(row.map(Math.log)) / row.length))
  return means.map((mean) => mean / sumOf(means))
}

const ratioOf = (matrix: Square): { lambdaMax: number; index: number; random: number; ratio: number } => {
  const n = matrix.length
  const lambdaMax = perron(matrix).value
  // λ is never below n but for the last digits.
  const index = n < 2 ? 0 : Math.max(0, (lambdaMax - n) / (n - 1))
  const random = RANDOM_INDEX[n] ?? RANDOM_INDEX.at(-1) ?? Number.NaN
  return { lambdaMax, index, random, ratio: random === 0 ? 0 : index / random }
}

const SCALE = [9, 8, 7, 6, 5, 4, 3, 2].flatMap((k) => [k, 1 / k]).concat(1)

const replaced = (matrix: Square, row: number, column: number, value: number): Square =>
  matrix.map((line, i) =>
    line.map((one, j) => (i === row && j === column ? value : i === column && j === row ? 1 / value : one)),
  )

const repairOf = (matrix: Square): Repair | null => {
  let best: Repair | null = null
  for (let row = 0; row < matrix.length; row += 1)
    for (let column = row + 1; column < matrix.length; column += 1)
      for (const suggested of SCALE) {
        const ratioAfter = ratioOf(replaced(matrix, row, column, suggested)).ratio
        if (best === null || ratioAfter < best.ratioAfter - 1e-12)
          best = { row, column, was: matrix[row]?.[column] ?? Number.NaN, suggested, ratioAfter }
      }
  return best
}

/**
 * Weights from pairwise comparisons (层次分析法): the principal eigenvector, or geometric means of the rows. The matrix is
 * positive and reciprocal. Source: Saaty (1980); Crawford & Williams (1985) for geometric means.
 */
export const ahpWeights = (matrix: Square, by: 'eigenvector' | 'geometric-mean' = 'eigenvector'): AhpWeights => {
  const { lambdaMax, index, random, ratio } = ratioOf(matrix)
  const isConsistent = ratio <= CONSISTENT
  return {
    weights: by === 'eigenvector' ? perron(matrix).vector : geometric(matrix),
    lambdaMax,
    consistencyIndex: index,
    randomIndex: random,
    consistencyRatio: ratio,
    isConsistent,
    repair: isConsistent ? null : repairOf(matrix),
  }
}

/** The first pair that is not positive or not reciprocal within 1 %, as [row, column]; null for a sound matrix. */
export const unsoundPair = (matrix: Square): [number, number] | null => {
  for (const [i, row] of matrix.entries()) {
    if (row.length !== matrix.length) return [i, row.length]
    for (const [j, value] of row.entries()) {
      const back = matrix[j]?.[i] ?? Number.NaN
      if (!(value > 0) || Math.abs(value * back - 1) > 0.01) return [i, j]
    }
  }
  return null
}
