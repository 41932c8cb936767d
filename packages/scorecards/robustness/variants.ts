import type { Result } from '../run/result.ts'
import type { TreeWeights } from './draw-weights.ts'
import type { ScoreTree } from './score-tree.ts'

/** A scheme run once under one choice of weighting, gaps, treatment and normalisation, laid out for the loops. */
export type Variant = {
  /** Scores of the indicators by place in the tree, NaN where there is none. */
  leaves: readonly Float64Array[]
  weights: TreeWeights
}

/** A column of numbers, NaN for what is not there. */
export const packed = (column: readonly (number | null)[]): Float64Array =>
  Float64Array.from(column, (value) => value ?? Number.NaN)

/** A column as the engine of a single run takes it, null for NaN. */
export const nullable = (column: Float64Array): (number | null)[] =>
  Array.from(column, (value) => (Number.isNaN(value) ? null : value))

/** Lays out one run. */
export const variantOf = ({ codes, leaves, nodes }: ScoreTree, result: Result): Variant => ({
  leaves: codes.slice(0, leaves).map((code) => packed(result.normalised[code] ?? [])),
  weights: nodes.map(({ parts }) => Float64Array.from(parts, (part) => result.weights[codes[part] ?? ''] ?? 0)),
})
