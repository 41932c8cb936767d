import { methodOf } from '../aggregate/aggregate-node.ts'
import { isAtLeast } from '../numeric/ranks.ts'
import { BONUS } from '../run/bonuses.ts'
import type { Result } from '../run/result.ts'
import { buildTree, type Tree, type TreeNode } from '../run/tree.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { rowScore } from './row-score.ts'
import { shapleyOf } from './shapley.ts'
import { plainScoreOf, scoreOf, sharesOf } from './shares.ts'

/** A unit in a run; `scheme` where it is not that of the other side. */
export type Place = { result: Result; unit: string; scheme?: Scheme }

/** Code of what is due to neither score nor weight of a part: other units, another way of adding up, parts no longer there. */
export const OTHERS = 'others'

/**
 * Where a difference of scores comes from, in points of the root's score. `byScore`: through this item's own score;
 * `byWeight`: because it counted for more or less (another scheme, a gap). A node's `byScore` is the sum of both over its
 * parts; an item without parts stands for itself. `whole` says why a node's difference is not divided: a part without
 * which it has no score, or too many parts to weigh in every order.
 */
export type DifferencePart = {
  code: string
  from: number | null
  to: number | null
  byScore: number
  byWeight: number
  parts: readonly DifferencePart[]
  whole?: 'no-score' | 'too-many-parts'
}

/** A mean as a sum: `part` of each score adds up, weighted, to `part` of the node; `slope` turns a step of it to points. */
type Additive = { part: (score: number) => number; slope: (from: number, to: number) => number }

const logMean = (a: number, b: number): number => (a === b ? a : (a - b) / Math.log(a / b))

const ADDITIVE: Readonly<Record<string, Additive>> = {
  arithmetic: { part: (score) => score, slope: () => 1 },
  geometric: { part: Math.log, slope: logMean },
  harmonic: { part: (score) => 1 / score, slope: (from, to) => -from * to },
}

type Side = { result: Result; at: number; scheme: Scheme }

type Whole = { tree: Tree; from: Side; to: Side }

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

type Divided = Pick<DifferencePart, 'parts' | 'whole'>

const additiveParts = (
  whole: Whole,
  items: readonly Item[],
  { part, slope, middle }: { part: Additive['part']; slope: number; middle: number },
): DifferencePart[] =>
  items.map((item) => {
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

/** Coalitions times what one costs, and players at most. */
const [MOST_STEPS, MOST_PLAYERS] = [3e8, 16]

const rowScoreOf = ({ result, scheme }: Side, node: TreeNode) =>
  rowScore(methodOf(scheme.aggregate, node), {
    columns: node.parts.map((code) => result.scores[code] ?? result.normalised[code] ?? []),
    weights: node.parts.map((code) => result.weights[code] ?? 0),
  })

/** Every order of putting the parts' scores of one side for those of the other, and the other side's units and weights. */
const weighedParts = (whole: Whole, node: TreeNode, items: readonly Item[], factor: number): Divided => {
  const { from, to } = whole
  const isOneRun = from.result === to.result && from.scheme === to.scheme
  const players = items.length + (isOneRun ? 0 : 1)
  const units = Math.max(from.result.units.length, to.result.units.length)
  if (players > MOST_PLAYERS || 2 ** players * units * items.length > MOST_STEPS)
    return { parts: [], whole: 'too-many-parts' }
  const [before, after] = [rowScoreOf(from, node), rowScoreOf(to, node)]
  const brought = shapleyOf(players, (coalition) => {
    const row = items.map(({ a, b }, k) => ((coalition >> k) & 1 ? b : a))
    return (coalition >> items.length) & 1 ? after(row) : before(row)
  })
  if (!brought) return { parts: [], whole: 'no-score' }
  const parts = items.map((item, k) => {
    const step = item.a === null || item.b === null ? 0 : item.b - item.a
    return below(whole, item, { byScore: factor * (brought[k] ?? 0), step })
  })
  const rest = brought[items.length]
  return { parts: rest === undefined ? parts : [...parts, othersPart(factor * rest)] }
}

const othersPart = (points: number): DifferencePart => ({
  code: OTHERS,
  from: null,
  to: null,
  byScore: 0,
  byWeight: points,
  parts: [],
})

const LEFT = 1e-10

/** What parts leave over of a node's difference stands by itself: nothing is lost, and nothing pressed into a part. */
const completed = (parts: readonly DifferencePart[], points: number): readonly DifferencePart[] => {
  if (parts.length === 0) return parts
  const told = parts.reduce((sum, { byScore, byWeight }) => sum + byScore + byWeight, 0)
  const size = parts.reduce((most, { byScore, byWeight }) => Math.max(most, Math.abs(byScore), Math.abs(byWeight)), 1)
  return Math.abs(points - told) <= LEFT * size ? parts : [...parts, othersPart(points - told)]
}

/** A node's difference divided; `factor` is what a point of the node is worth at the root. */
const divided = (whole: Whole, node: TreeNode, factor: number): Divided => {
  const { from, to } = whole
  const method = methodOf(to.scheme.aggregate, node)
  const isOneMethod = methodOf(from.scheme.aggregate, node) === method
  const additive = isOneMethod ? ADDITIVE[method] : undefined
  const a = plainScoreOf(from.result, node.code, from.at)
  const b = plainScoreOf(to.result, node.code, to.at)
  const items = itemsOf(node, whole)
  if (a === null || b === null) return { parts: [], whole: 'no-score' }
  const done: Divided =
    additive && canAdd(additive, items, [a, b])
      ? {
          parts: additiveParts(whole, items, {
            part: additive.part,
            slope: factor * additive.slope(a, b),
            middle: (additive.part(a) + additive.part(b)) / 2,
          }),
        }
      : weighedParts(whole, node, items, factor)
  return { ...done, parts: completed(done.parts, factor * (b - a)) }
}

const below = (whole: Whole, item: Item, { byScore, step }: { byScore: number; step: number }): DifferencePart => {
  const node = whole.tree.nodes.find(({ code }) => code === item.code)
  const { a, b } = item
  const isOnBoth = a !== null && b !== null
  // A place can hang on the last digit of a score: the digit explains nothing below.
  const isNoise = isOnBoth && step !== 0 && isAtLeast(Math.min(a, b), Math.max(a, b))
  const factor = step === 0 ? 0 : byScore / step
  const own = { code: item.code, from: item.a, to: item.b, byScore, byWeight: 0 }
  return node && isOnBoth && !isNoise && item.shareA > 0 && item.shareB > 0
    ? { ...own, ...divided(whole, node, factor) }
    : { ...own, parts: [] }
}

/**
 * Why one unit scores more than another, or than last year: the difference down to the indicators, exactly. Each step of
 * a mean is split half-way between scores and weights, so that nothing is left over; geometric means go by logarithms and
 * their mean (LMDI), harmonic means by reciprocals. Methods that weigh units against one another, and means of a score
 * of 0, go by Shapley's value over the parts; what other units or another way of adding up moved stands as `others`.
 * null where one has no score or the roots differ.
 * Source: Ang (2005), Energy Policy 33, for the logarithmic mean; midpoint weights as in Marshall–Edgeworth; Shapley (1953).
 */
export const decomposeDifference = (scheme: Scheme, from: Place, to: Place): DifferencePart | null => {
  const tree = buildTree(scheme.indicators)
  const { root } = from.result
  if (tree.kind === 'refused' || to.result.root !== root) return null
  const sides = [from, to].map(({ result, unit, scheme: own = scheme }) => ({
    result,
    at: result.units.indexOf(unit),
    scheme: own,
  }))
  const [first, second] = sides
  if (!first || !second || first.at === -1 || second.at === -1) return null
  const [a, b] = [scoreOf(first.result, root, first.at), scoreOf(second.result, root, second.at)]
  if (a === null || b === null) return null
  const node = tree.nodes.at(-1)
  const done: Divided = node ? divided({ tree, from: first, to: second }, node, 1) : { parts: [] }
  const [was, now] = [first, second].map(({ result, at }) => result.bonuses?.[at] ?? 0) as [number, number]
  const bonus = { code: BONUS, from: was, to: now, byScore: now - was, byWeight: 0, parts: [] }
  const parts = was === 0 && now === 0 ? done.parts : [...done.parts, bonus]
  return { code: root, from: a, to: b, byScore: b - a, byWeight: 0, ...done, parts }
}
