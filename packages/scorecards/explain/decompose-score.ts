import { methodOf } from '../aggregate/aggregate-node.ts'
import { BONUS } from '../run/bonuses.ts'
import type { Result } from '../run/result.ts'
import { buildTree, type Tree } from '../run/tree.ts'
import type { AggregationMethod } from '../scheme/aggregation.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { scoreOf, sharesOf } from './shares.ts'

/**
 * An indicator or node in one unit's score. `share`: its weight among siblings for this unit. `points`: what it brings to
 * the root's score; null below a node whose parts do not add up, which `notSum` names (any method but the arithmetic
 * mean: there a difference can be divided, a score cannot).
 */
export type ScorePart = {
  code: string
  score: number | null
  share: number
  points: number | null
  parts: readonly ScorePart[]
  notSum?: AggregationMethod
}

/** `factor`: what one point of the item brings to the root; null where it cannot be said. */
type Step = { code: string; at: number; share: number; factor: number | null }

const partOf = (scheme: Scheme, tree: Tree, result: Result, { code, at, share, factor }: Step): ScorePart => {
  const score = scoreOf(result, code, at)
  const points = factor === null ? null : score === null ? 0 : factor * score
  const node = tree.nodes.find((one) => one.code === code)
  if (!node) return { code, score, share, points, parts: [] }
  const method = methodOf(scheme.aggregate, node)
  const isSum = method === 'arithmetic'
  const parts = sharesOf(result, node, at).map((own, i) =>
    partOf(scheme, tree, result, {
      code: node.parts[i] ?? '',
      at,
      share: own,
      factor: isSum && factor !== null ? factor * own : null,
    }),
  )
  return { code, score, share, points, parts, ...(isSum ? {} : { notSum: method }) }
}

/**
 * One unit's score taken apart: parts' points add up to their node's, down to the indicators;
 * points besides stand as a part `bonus` of the root. null for a unit that was not
 * scored. Source: linearity of the weighted mean; weights are those the unit's own gaps left.
 */
export const decomposeScore = (scheme: Scheme, result: Result, unit: string): ScorePart | null => {
  const tree = buildTree(scheme.indicators)
  const at = result.units.indexOf(unit)
  if (tree.kind === 'refused' || at === -1) return null
  const score = scoreOf(result, result.root, at)
  if (score === null) return null
  const whole = partOf(scheme, tree, result, { code: result.root, at, share: 1, factor: 1 })
  const points = result.bonuses?.[at] ?? 0
  if (points === 0) return whole
  return { ...whole, parts: [...whole.parts, { code: BONUS, score: points, share: 0, points, parts: [] }] }
}
