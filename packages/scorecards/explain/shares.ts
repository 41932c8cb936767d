import type { Result } from '../run/result.ts'
import type { TreeNode } from '../run/tree.ts'

/** Score of an indicator or node for one unit. */
export const scoreOf = (result: Result, code: string, at: number): number | null =>
  (result.scores[code] ?? result.normalised[code])?.[at] ?? null

/** The same without points besides: what a node's parts make. */
export const plainScoreOf = (result: Result, code: string, at: number): number | null => {
  const score = scoreOf(result, code, at)
  return score === null || code !== result.root ? score : score - (result.bonuses?.[at] ?? 0)
}

/** Weights of a node's parts as they counted for one unit: what is missing weighs nothing, the rest sums to 1. */
export const sharesOf = (result: Result, node: TreeNode, at: number): number[] => {
  const there = node.parts.map((code) => (scoreOf(result, code, at) === null ? 0 : (result.weights[code] ?? 0)))
  const total = there.reduce((sum, share) => sum + share, 0)
  return there.map((share) => (total === 0 ? 0 : share / total))
}
