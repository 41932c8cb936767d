import { type Column, deviationOf, present, sumOf } from '../numeric/column.ts'
import { correlationsOf } from '../numeric/correlation.ts'

/** Weights by CRITIC, with what they rest on. */
export type CriticWeights = { deviation: number[]; conflict: number[]; information: number[]; weights: number[] }

/** Correlations this close to 1 are 1: what adding up leaves over must not decide weights. */
const NOISE = 1e-12

const conflictOf = (r: number): number => (Number.isFinite(r) && 1 - r > NOISE ? 1 - r : 0)

/**
 * CRITIC weights: spread (sample standard deviation) times conflict (Σ of 1 − correlation with the others). A column that
 * does not vary weighs nothing and conflicts with none. Where no two conflict (all run alike, or there is one), those that
 * vary weigh the same; where none varies, all do.
 * Source: Diakoulaki, Mavrotas & Papayannakis (1995), Computers & Operations Research 22.
 */
export const criticWeights = (columns: readonly Column[]): CriticWeights => {
  const deviation = columns.map((column) => {
    const spread = deviationOf(present(column))
    return spread > 0 ? spread : 0
  })
  const conflict = correlationsOf(columns).map((row) => sumOf(row.map(conflictOf)))
  const information = deviation.map((spread, i) => spread * (conflict[i] ?? 0))
  const varying = deviation.map((spread) => (spread > 0 ? 1 : 0))
  const told = [information, varying].find((shares) => sumOf(shares) > 0) ?? columns.map(() => 1)
  const total = sumOf(told)
  return { deviation, conflict, information, weights: told.map((value) => value / total) }
}
