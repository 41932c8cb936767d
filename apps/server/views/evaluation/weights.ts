import { Problem } from '@yundiao/kernel'
import { buildTree, type Result, type Scheme } from '@yundiao/scorecards'

/** Weights at the root by indicator. */
export type RootWeights = Readonly<Record<string, number>>

/**
 * The scheme with other weights at the root: an indicator's own, a node the sum of those below it; what is not named keeps
 * its weight. Siblings of nothing but 0 keep their shares among themselves. Throws Problem input.invalid.
 */
export const withWeights = (scheme: Scheme, result: Pick<Result, 'effectiveWeights'>, weights: RootWeights): Scheme => {
  const tree = buildTree(scheme.indicators)
  if (tree.kind === 'refused') throw new Problem('evaluation.refused', tree.message)
  const leaves = new Set(tree.leaves.map(({ code }) => code))
  const unknown = Object.keys(weights).filter((code) => !leaves.has(code))
  if (unknown.length > 0)
    throw new Problem('input.invalid', `方案里没有这些指标：${unknown.join('、')}，请刷新后再调`, { fields: unknown })
  const at = new Map<string, number>()
  for (const code of leaves) at.set(code, weights[code] ?? result.effectiveWeights[code] ?? 0)
  for (const { code, parts } of tree.nodes)
    at.set(
      code,
      parts.reduce((sum, part) => sum + (at.get(part) ?? 0), 0),
    )
  if (!((at.get(tree.root) ?? 0) > 0)) throw new Problem('input.invalid', '权重合计为 0，请至少给一项指标权重')
  const emptied = new Set(tree.nodes.filter(({ code }) => at.get(code) === 0).flatMap(({ parts }) => parts))
  return {
    ...scheme,
    weights: { method: 'given' },
    indicators: scheme.indicators.map((one) =>
      emptied.has(one.code) ? one : { ...one, weight: at.get(one.code) ?? one.weight },
    ),
  }
}

/** Whether two sets of weights are the same at the root, to the last digit people type. */
export const sameWeights = (one: RootWeights, other: RootWeights): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (code) => Math.abs((one[code] ?? 0) - (other[code] ?? 0)) < 1e-9,
  )
