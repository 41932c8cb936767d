import { type Column, sumOf } from '../numeric/column.ts'
import { correlationsOf } from '../numeric/correlation.ts'
import { symmetricEigen } from '../numeric/eigen.ts'

/** Principal components of the correlations, the largest loading of each positive, and weights three ways. */
export type PrincipalWeights = {
  eigenvalues: readonly number[]
  share: readonly number[]
  /** Components with an eigenvalue above 1 (Kaiser), at least one. */
  kept: number
  /** Loadings by component. */
  vectors: readonly (readonly number[])[]
  /** Squares of the first component's loadings: they sum to 1. */
  firstSquared: readonly number[]
  /** Sizes of the loadings over the kept components, by their shares, made to sum to 1 (主成分赋权). */
  combined: readonly number[]
  /** The first component's loadings as they are: COINr's weights; they may be negative and do not sum to 1. */
  loadings: readonly number[]
}

const whole = (columns: readonly Column[]): Column[] => {
  const complete = (columns[0] ?? []).map((_, i) => columns.every((column) => (column[i] ?? null) !== null))
  return columns.map((column) => column.filter((_, i) => complete[i]))
}

/**
 * Weights from principal components of the correlations, over units with every value; null where a column does not vary.
 * Source: Pearson (1901); OECD/JRC (2008) Handbook §1.6 for weights by loadings; Kaiser (1960) for how many are kept.
 */
export const principalWeights = (columns: readonly Column[]): PrincipalWeights | null => {
  const correlations = correlationsOf(whole(columns))
  if (correlations.some((row) => row.some((value) => !Number.isFinite(value)))) return null
  const { values: eigenvalues, vectors } = symmetricEigen(correlations)
  const share = eigenvalues.map((value) => value / columns.length)
  const kept = Math.max(1, eigenvalues.filter((value) => value > 1).length)
  const first = vectors[0] ?? []
  const mixed = columns.map((_, i) =>
    sumOf(vectors.slice(0, kept).map((vector, j) => Math.abs(vector[i] ?? 0) * (share[j] ?? 0))),
  )
  return {
    eigenvalues,
    share,
    kept,
    vectors,
    firstSquared: first.map((loading) => loading * loading),
    combined: mixed.map((value) => value / sumOf(mixed)),
    loadings: first,
  }
}
