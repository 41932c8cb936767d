import { methodOf } from '../aggregate/aggregate-node.ts'
import { BONUS } from '../run/bonuses.ts'
import type { Result } from '../run/result.ts'
import { buildTree, type Tree, type TreeNode } from '../run/tree.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { plainScoreOf, scoreOf, sharesOf } from './shares.ts'

/** A unit in a run. */
export type Place = { result: Result; unit: string }

/**
 * Where a difference of scores comes from, in points of the root's score. `byScore`: through this item's own score;
 * `byWeight`: because it counted for more or less (another scheme, a gap). A node's `byScore` is the sum of both over its
 * parts; an item without parts stands for itself.
 */
export type DifferencePart = {
  code: string
  from: number | null
  to: number | null
  byScore: number
  byWeight: number
  parts: readonly DifferencePart[]
}

/** A mean as a sum: `part` of each score adds up, weighted, to `part` of the node; `slope` turns a step of it to points. */
type Additive = { part: (score: number) => number; slope: (from: number, to: number) => number }

const logMean = (a: number, b: number): number => (a === b ? a : (a - b) / Math.log(a / b))

const ADDITIVE: Readonly<Record<string, Additive>> = {
  arithmetic: { part: (score) => score, slope: () => 1 },
  geometric: { part: Math.log, slope: logMean },
  harmonic: { part: (score) => 1 / score, slope: (from, to) => -from * to },
}

type Side = { result: Result; at: number }

type Whole = { scheme: Scheme; tree: Tree; from: Side; to: Side }

type Item = { code: string; a: number | null; b: number | null; shareA: number; shareB: number }

const itemsOf = (node: TreeNode, { from, to }: Whole): Item[] => {
  const [before, after] = [sharesOf(from.result, node, from.at), sharesOf(to.result, node, to.at)]
  return node.parts.map((code, i) => ({
    code,
    a: scoreOf(from.result, code, from.at),
    b: scoreOf(to.result, code, to.at),
    shareA: before[i] ?? 0,
    shareB: after[i] ?? 0,
  }))
}

const canAdd = (additive: Additive, items: readonly Item[], ends: readonly number[]): boolean =>
  [...ends, ...items.flatMap(({ a, b, shareA, shareB }) => [shareA > 0 ? a : null, shareB > 0 ? b : null])].every(
    (score) => score === null || Number.isFinite(additive.part(score)),
  )

/** Parts of a node's difference; `factor` is what a point of the node is worth at the root. */
const partsOf = (whole: Whole, node: TreeNode, factor: number): DifferencePart[] => {
  const additive = ADDITIVE[methodOf(whole.scheme.aggregate, node)]
  const a = plainScoreOf(whole.from.result, node.code, whole.from.at)
  const b = plainScoreOf(whole.to.result, node.code, whole.to.at)
  const items = itemsOf(node, whole)
  if (!additive || a === null || b === null || !canAdd(additive, items, [a, b])) return []
  const { part } = additive
  const slope = factor * additive.slope(a, b)
  const middle = (part(a) + part(b)) / 2
  return items.map((item) => {
    // With no weight on one side its score there is free to choose: the other side's leaves all to the weight.
    const was = item.shareA > 0 ? item.a : item.b
    const now = item.shareB > 0 ? item.b : item.a
    if (was === null || now === null || item.shareA + item.shareB === 0)
      return { code: item.code, from: item.a, to: item.b, byScore: 0, byWeight: 0, parts: [] }
    const [x, y] = [part(was), part(now)]
    const byScore = slope * ((item.shareA + item.shareB) / 2) * (y - x)
    const byWeight = slope * (item.shareB - item.shareA) * ((x + y) / 2 - middle)
    return { ...below(whole, item, { byScore, step: now - was }), byWeight }
  })
}

const below = (whole: Whole, item: Item, { byScore, step }: { byScore: number; step: number }): DifferencePart => {
  const node = whole.tree.nodes.find(({ code }) => code === item.code)
  const [weighsBoth, factor] = [item.shareA > 0 && item.shareB > 0, step === 0 ? 0 : byScore / step]
  const parts = node && weighsBoth ? partsOf(whole, node, factor) : []
  return { code: item.code, from: item.a, to: item.b, byScore, byWeight: 0, parts }
}

/**
 * Why one unit scores more than another, or than last year: the difference down to the indicators, exactly. Each step is
 * split half-way between scores and weights, so that nothing is left over. Geometric means go by logarithms and their
 * mean (LMDI), harmonic means by reciprocals; other methods (Copeland, TOPSIS, …) weigh units against one another and stay
 * whole. null where one has no score or the roots differ.
 * Source: Ang (2005), Energy Policy 33, for the logarithmic mean; midpoint weights as in Marshall–Edgeworth.
 */
export const decomposeDifference = (scheme: Scheme, from: Place, to: Place): DifferencePart | null => {
  const tree = buildTree(scheme.indicators)
  const { root } = from.result
  if (tree.kind === 'refused' || to.result.root !== root) return null
  const sides = [from, to].map(({ result, unit }) => ({ result, at: result.units.indexOf(unit) }))
  const [first, second] = sides
  if (!first || !second || first.at === -1 || second.at === -1) return null
  const [a, b] = [scoreOf(first.result, root, first.at), scoreOf(second.result, root, second.at)]
  if (a === null || b === null) return null
  const node = tree.nodes.at(-1)
  const parts = node ? partsOf({ scheme, tree, from: first, to: second }, node, 1) : []
  const [was, now] = [first, second].map(({ result, at }) => result.bonuses?.[at] ?? 0) as [number, number]
  const bonus = { code: BONUS, from: was, to: now, byScore: now - was, byWeight: 0, parts: [] }
  const all = was === 0 && now === 0 ? parts : [...parts, bonus]
  return { code: root, from: a, to: b, byScore: b - a, byWeight: 0, parts: all }
}
