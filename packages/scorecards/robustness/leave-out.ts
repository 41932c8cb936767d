import type { Refusal, Result } from '../run/result.ts'
import { runScorecard } from '../run/run-scorecard.ts'
import { buildTree } from '../run/tree.ts'
import type { Inputs, Scheme } from '../scheme/scheme.ts'
import type { Comparison, Weighting } from '../scheme/weighting.ts'
import { meanShift } from './mean-shift.ts'
import type { LeftOut } from './robustness.ts'

/** Keys that are among the codes. */
const keptKeys = <T>(table: Readonly<Record<string, T>>, codes: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(table).filter(([code]) => codes.has(code)))

/** A comparison without the rows and columns of what is gone. */
const keptPairs = ({ codes, matrix }: Comparison, left: ReadonlySet<string>): Comparison => {
  const rows = codes.flatMap((code, i) => (left.has(code) ? [i] : []))
  return {
    codes: rows.map((i) => codes[i] ?? ''),
    matrix: rows.map((i) => rows.map((j) => matrix[i]?.[j] ?? Number.NaN)),
  }
}

/** Judgements and allocations over what is left. */
const keptWeighting = (weights: Weighting, left: ReadonlySet<string>): Weighting => {
  switch (weights.method) {
    case 'ahp': {
      const pairs = Object.entries(keptKeys(weights.comparisons, left))
      return { ...weights, comparisons: Object.fromEntries(pairs.map(([node, one]) => [node, keptPairs(one, left)])) }
    }
    case 'experts':
      return { ...weights, experts: weights.experts.map((one) => ({ ...one, weights: keptKeys(one.weights, left) })) }
    case 'combined':
      return { ...weights, of: weights.of.map((one) => keptWeighting(one, left)) }
    default:
      return weights
  }
}

/** The scheme without one indicator, without nodes that would stand above nothing, and without what was said of them. */
export const withoutIndicator = (scheme: Scheme, code: string): Scheme => {
  let [indicators, emptied]: [Scheme['indicators'], string | undefined] = [scheme.indicators, code]
  while (emptied !== undefined) {
    const gone: string = emptied
    const parent = indicators.find((one) => one.code === gone)?.parent
    indicators = indicators.filter((one) => one.code !== gone)
    emptied = parent !== undefined && !indicators.some((one) => one.parent === parent) ? parent : undefined
  }
  const tree = buildTree(indicators)
  if (tree.kind === 'refused') return { ...scheme, indicators }
  const left = new Set([...tree.leaves, ...tree.nodes].map((one) => one.code))
  const { weights, aggregate } = scheme
  return {
    ...scheme,
    indicators,
    ...(weights ? { weights: keptWeighting(weights, left) } : {}),
    aggregate: { ...aggregate, ...(aggregate.perNode ? { perNode: keptKeys(aggregate.perNode, left) } : {}) },
  }
}

/**
 * The ranking without one indicator against the nominal one. The others share its weight; all else is done again.
 * Units it screens out or leaves without a score have no rank. Source: COINr's remove_elements.
 */
export const leaveOut = (
  { grades: _, ...scheme }: Scheme,
  inputs: Inputs,
  { nominal, code }: { nominal: Result; code: string },
): LeftOut | Refusal => {
  const done = runScorecard(withoutIndicator(scheme, code), inputs)
  if (done.kind === 'refused') return { ...done, message: `去掉 ${code} 后：${done.message}` }
  const rankOf = new Map(done.units.map((unit, i) => [unit, done.ranks[i] ?? null]))
  const ranks = nominal.units.map((unit) => rankOf.get(unit) ?? null)
  const shift = meanShift(
    ranks.map((rank) => rank ?? 0),
    nominal.ranks.map((rank) => rank ?? 0),
  )
  return { code, meanShift: shift, ranks }
}
