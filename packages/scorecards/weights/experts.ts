import { meanOf, sumOf } from '../numeric/column.ts'
import type { Expert } from '../scheme/weighting.ts'

/** Weights of a group of experts, and where they disagree. */
export type ExpertWeights = {
  weights: Readonly<Record<string, number>>
  /** Least and largest share any expert gave. */
  spread: Readonly<Record<string, { least: number; most: number; mean: number }>>
}

/**
 * Mean of experts' weights (专家组): each expert's allocation is made to sum to 1 over `codes` first, so that none counts
 * more for using larger numbers; experts weigh by their own weight. What an expert leaves out counts as 0.
 * Source: budget allocation, OECD/JRC (2008) Handbook §1.6.
 */
export const expertWeights = (codes: readonly string[], experts: readonly Expert[]): ExpertWeights => {
  const allocations = experts.map(({ weight = 1, weights }) => {
    const total = sumOf(codes.map((code) => weights[code] ?? 0))
    return { weight, shares: codes.map((code) => (total > 0 ? (weights[code] ?? 0) / total : 1 / codes.length)) }
  })
  const whole = sumOf(allocations.map(({ weight }) => weight))
  const mean = (i: number): number => sumOf(allocations.map(({ weight, shares }) => weight * (shares[i] ?? 0))) / whole
  const seen = (i: number): number[] => allocations.map(({ shares }) => shares[i] ?? 0)
  return {
    weights: Object.fromEntries(codes.map((code, i) => [code, mean(i)])),
    spread: Object.fromEntries(
      codes.map((code, i) => [
        code,
        { least: Math.min(...seen(i)), most: Math.max(...seen(i)), mean: meanOf(seen(i)) },
      ]),
    ),
  }
}
