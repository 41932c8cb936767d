import { bonusesOf } from '../run/bonuses.ts'
import { prepare } from '../run/prepare.ts'
import { refuse, some } from '../run/refuse.ts'
import type { Refusal, Result } from '../run/result.ts'
import { runScorecard } from '../run/run-scorecard.ts'
import { isFixedScale } from '../run/score-leaves.ts'
import { buildTree, type Tree } from '../run/tree.ts'
import type { Inputs, Scheme } from '../scheme/scheme.ts'
import { type ChosenScheme, choiceSizes, chosenSchemes } from './draw-choice.ts'
import { leafDrawer } from './draw-data.ts'
import type { Moving } from './draw-weights.ts'
import type { DrawPlan } from './score-draw.ts'
import { type ScoreTree, scoreTree } from './score-tree.ts'
import type { Uncertainty, WeightNoise } from './uncertainty.ts'
import { variantOf } from './variants.ts'

/** Combinations of choices run before the first draw. */
const MOST_COMBINATIONS = 400

type Ran = ChosenScheme & { result: Result }

const runAll = (schemes: readonly ChosenScheme[], inputs: Inputs): { kind: 'ran'; all: Ran[] } | Refusal => {
  const all: Ran[] = []
  for (const one of schemes) {
    const result = runScorecard(one.scheme, inputs)
    if (result.kind === 'refused') return { ...result, message: `${one.label}：${result.message}` }
    all.push({ ...one, result })
  }
  return { kind: 'ran', all }
}

const movingParts = ({ codes, levels, nodes }: ScoreTree, noise: WeightNoise): Moving => {
  const named = noise.kind === 'relative' ? noise.codes : undefined
  return nodes.map(({ parts }) =>
    parts.map(
      (part) => (noise.levels?.includes(levels[part] ?? 0) ?? true) && (named?.includes(codes[part] ?? '') ?? true),
    ),
  )
}

const dataDrawer = (
  tree: Tree,
  inputs: Inputs,
  { data }: Uncertainty,
  { flat, runs }: { flat: ScoreTree; runs: readonly Ran[] },
) => {
  if (!data) return null
  const variants = runs.map(({ scheme, result }) => {
    const prepared = prepare(scheme, tree.leaves, inputs)
    const columns = prepared.kind === 'prepared' ? prepared.columns : {}
    return {
      scheme,
      result,
      variant: variantOf(flat, result),
      groups: prepared.kind === 'prepared' ? prepared.groups : {},
      wasMissing: Object.fromEntries(
        Object.entries(columns).map(([code, column]) => [code, column.map((value) => value === null)]),
      ),
    }
  })
  return leafDrawer(tree.leaves, variants, data)
}

/** An error that makes a column skewed would take its logarithm, and fixed ends no longer fit. */
const offScale = (tree: Tree, { data }: Uncertainty, runs: readonly Ran[]): Refusal | null => {
  if (!data) return null
  const codes = tree.leaves.flatMap((leaf) => {
    const isDrawn = (data[leaf.code] ?? data['*']) !== undefined
    const isBent = runs.some(({ scheme }) => {
      const { method } = leaf.treat ?? scheme.treat ?? { method: 'none' }
      return method !== 'none' && method !== 'winsorise' && isFixedScale(leaf, leaf.normalise ?? scheme.normalise)
    })
    return isDrawn && isBent ? [leaf.code] : []
  })
  if (codes.length === 0) return null
  const words = '有数据误差时可能取对数或幂，不能与原值的两端值、目标值或基准值比较，请把 treat 改为 winsorise 或 none'
  return refuse('uncertainty', `${some(codes)}：${words}`, codes)
}

/**
 * Runs the scheme under every combination of choices and lays out all the draws need. Refused when a combination is, with
 * its name: geometric means of z-scores have no place among the choices.
 */
export const planDraws = (
  scheme: Scheme,
  inputs: Inputs,
  { uncertainty, seed }: { uncertainty: Uncertainty; seed: number },
): { kind: 'planned'; plan: DrawPlan } | Refusal => {
  const tree = buildTree(scheme.indicators)
  if (tree.kind === 'refused') return tree
  const schemes = chosenSchemes(scheme, uncertainty)
  if (schemes.length > MOST_COMBINATIONS)
    return refuse('uncertainty', `各种做法的组合有 ${schemes.length} 种，最多 ${MOST_COMBINATIONS} 种，请减少备选做法`)
  const ran = runAll(schemes, inputs)
  if (ran.kind === 'refused') return ran
  const flat = scoreTree(tree)
  const aggregations = uncertainty.aggregate ?? [scheme.aggregate]
  const runs = ran.all.filter((_, i) => i % aggregations.length === 0)
  const fault = offScale(tree, uncertainty, runs)
  if (fault) return fault
  const noise = uncertainty.weights
  return {
    kind: 'planned',
    plan: {
      tree: flat,
      units: runs[0]?.result.units.length ?? 0,
      variants: runs.map(({ result }) => variantOf(flat, result)),
      sizes: choiceSizes(uncertainty),
      aggregations,
      noise: noise ? { of: noise, moving: movingParts(flat, noise) } : null,
      drawLeaves: dataDrawer(tree, inputs, uncertainty, { flat, runs }),
      bonuses: bonusesOf(inputs, runs[0]?.result.units ?? []),
      seed,
    },
  }
}
