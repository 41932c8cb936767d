import { type Column, deviationOf, present, sumOf } from '../numeric/column.ts'
import { correlationsOf } from '../numeric/correlation.ts'

/** Weights by CRITIC, with what they rest on. */
export type CriticWeights = { deviation: number[]; conflict: number[]; information: number[]; weights: number[] }

/**
 * CRITIC weights: spread (sample standard deviation) times conflict (Σ of 1 − correlation with the others). A column that
 * does not vary weighs nothing and conflicts with none; where none varies, all weigh the same.
 * Source: Diakoulaki, Mavrotas & Papayannakis (1995), Computers & Operations Research 22.
 */
export const criticWeights = (columns: readonly Column[]): CriticWeights => {
  const deviation = columns.map((column) => {
    const spread = deviationOf(present(column))
    return spread > 0 ? spread : 0
  })
  const conflict = correlationsOf(columns).map((row) => sumOf(row.map((r) => (Number.isFinite(r) ? 1 - r : 0))))
  const information = deviation.map((spread, i) => spread * (conflict[i] ?? 0))
  const total = sumOf(information)
  return {
    deviation,
    conflict,
    information,
    weights: information.map((value) => (total > 0 ? value / total : 1 / columns.length)),
  }
}
