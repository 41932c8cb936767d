import { aggregateNode, methodOf } from '../aggregate/aggregate-node.ts'
import { gradeUnits } from '../grade/grade-units.ts'
import type { Column } from '../numeric/column.ts'
import { placesDown } from '../numeric/ranks.ts'
import type { Inputs, Scheme } from '../scheme/scheme.ts'
import { effectiveWeights, weigh } from '../weights/weigh.ts'
import { bonusesOf, withBonuses } from './bonuses.ts'
import { schemeFault } from './check-scheme.ts'
import { type Prepared, prepare } from './prepare.ts'
import { refuse, some } from './refuse.ts'
import type { Refusal, Result } from './result.ts'
import { type LeafScores, scoreLeaf } from './score-leaves.ts'
import { buildTree, type Tree } from './tree.ts'
import { impliedNotes, unitNotes } from './unit-notes.ts'

type Scored = { kind: 'nodes'; scores: Record<string, Column> }

const NEED = {
  'not-negative': '得分有负数，不能用几何或调和平均，请改用 minmax 等不出负数的标准化',
  'within-one': '耦合协调度要求得分在 0 与 1 之间，请把标准化范围改为 [0, 1]',
} as const

const scoreNodes = (
  scheme: Scheme,
  tree: Tree,
  {
    leaves,
    weights,
    units,
  }: { leaves: Readonly<Record<string, Column>>; weights: Result['weights']; units: Result['units'] },
): Scored | Refusal => {
  const scores: Record<string, Column> = {}
  for (const node of tree.nodes) {
    const columns = node.parts.map((code) => scores[code] ?? leaves[code] ?? [])
    const done = aggregateNode(methodOf(scheme.aggregate, node), columns, {
      weights: node.parts.map((code) => weights[code] ?? 0),
      minPresent: scheme.aggregate.minPresent,
    })
    if (done.kind === 'unfit') {
      const places = done.units.map((unit) => units[unit] ?? '')
      return refuse('scores', `${node.code}：${NEED[done.need]}（${some(places)}）`, places)
    }
    scores[node.code] = done.values
  }
  return { kind: 'nodes', scores }
}

type Leaves = { kind: 'leaves'; byCode: Readonly<Record<string, LeafScores>> }

const scoreLeaves = (scheme: Scheme, tree: Tree, prepared: Prepared): Leaves | Refusal => {
  const byCode: Record<string, LeafScores> = {}
  for (const indicator of tree.leaves) {
    const done = scoreLeaf(scheme, indicator, prepared)
    if (done.kind === 'refused') return done
    byCode[indicator.code] = done
  }
  return { kind: 'leaves', byCode }
}

const picked = <T>(leaves: Leaves['byCode'], pick: (leaf: LeafScores) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(leaves).map(([code, leaf]) => [code, pick(leaf)]))

/**
 * Runs a scheme: denominators, screening, missing values, treatment, normalisation, weights, aggregation, places, grades.
 * Nothing is rounded. Refused with words and places where the scheme or the inputs do not allow a result.
 */
export const runScorecard = (scheme: Scheme, inputs: Inputs): Result | Refusal => {
  const tree = buildTree(scheme.indicators)
  if (tree.kind === 'refused') return tree
  const fault = schemeFault(scheme, tree)
  if (fault) return fault
  const prepared = prepare(scheme, tree.leaves, inputs)
  if (prepared.kind === 'refused') return prepared
  const leaves = scoreLeaves(scheme, tree, prepared)
  if (leaves.kind === 'refused') return leaves
  const weighed = weigh(tree, scheme.weights ?? { method: 'given' }, (code) => leaves.byCode[code]?.spread() ?? null)
  if (weighed.kind === 'refused') return weighed
  const { units } = prepared
  const normalised = picked(leaves.byCode, (leaf) => leaf.normalised)
  const nodes = scoreNodes(scheme, tree, { leaves: normalised, weights: weighed.weights, units })
  if (nodes.kind === 'refused') return nodes
  const bonuses = bonusesOf(inputs, units)
  const top = withBonuses(nodes.scores[tree.root] ?? [], bonuses)
  const grades =
    scheme.grades &&
    gradeUnits(scheme.grades, {
      units,
      scores: top,
      tieBreaks: normalised,
      of: inputs.units.length,
      lists: inputs.lists ?? {},
    })
  if (grades?.kind === 'refused') return grades
  const done: Omit<Result, 'notes'> = {
    kind: 'scored',
    units,
    screened: prepared.screened,
    root: tree.root,
    values: picked(leaves.byCode, ({ values }) => values),
    treated: picked(leaves.byCode, ({ treated }) => treated.values),
    treatment: picked(leaves.byCode, ({ treated: { values: _, ...rest } }) => rest),
    normalised,
    scores: { ...nodes.scores, [tree.root]: top },
    ...(bonuses ? { bonuses } : {}),
    ranks: placesDown(top),
    weights: weighed.weights,
    effectiveWeights: effectiveWeights(tree, weighed.weights),
    ...(Object.keys(weighed.consistency).length > 0 ? { consistency: weighed.consistency } : {}),
    ...(grades ? { grades: grades.result } : {}),
  }
  const stages = [...Object.values(leaves.byCode).flatMap(({ notes }) => notes), ...weighed.notes]
  return { ...done, notes: [...impliedNotes(tree), ...stages, ...unitNotes(scheme, tree, { inputs, done })] }
}
