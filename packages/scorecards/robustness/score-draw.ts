import { methodOf } from '../aggregate/aggregate-node.ts'
import type { Aggregation } from '../scheme/aggregation.ts'
import type { Columns, Kept } from './aggregate-columns.ts'
import { type ChoiceRoom, choiceRoom, combinationOf } from './balanced-choice.ts'
import { columnAggregator } from './column-aggregator.ts'
import { CHOICES } from './draw-choice.ts'
import { drawWeights, type Moving, type TreeWeights } from './draw-weights.ts'
import { scoreOrder } from './order-scores.ts'
import { pointStream, type RandomStream, randomStream } from './random.ts'
import type { ScoreTree } from './score-tree.ts'
import { FACTORS, type Factor, type WeightNoise } from './uncertainty.ts'
import type { Variant } from './variants.ts'

/** Fills the scores of the indicators of a draw from the values of its variant. */
export type LeafDrawer = (variant: number, out: readonly Float64Array[], stream: RandomStream) => void

/** All a draw needs that does not change from draw to draw. */
export type DrawPlan = {
  tree: ScoreTree
  units: number
  variants: readonly Variant[]
  /** Entries of each list of CHOICES, that of aggregations last. */
  sizes: readonly number[]
  aggregations: readonly Aggregation[]
  noise: { of: WeightNoise; moving: Moving } | null
  drawLeaves: LeafDrawer | null
  /** Points besides, by unit. */
  bonuses: readonly number[] | null
  seed: number
}

/** Room for one draw at a time, made once. The root's column of `nodes` holds the scores. */
export type DrawRoom = {
  stream: RandomStream
  /** The row each factor's numbers come from, by its place in FACTORS. */
  rows: Uint32Array
  choices: ChoiceRoom
  weights: TreeWeights
  leaves: readonly Float64Array[]
  nodes: readonly Float64Array[]
  /** Parts of each node: by variant, and after them with the leaves of this room. */
  parts: readonly (readonly (readonly Float64Array[])[])[]
  /** Room of the aggregations. */
  space: Pick<Columns, 'room' | 'shaped' | 'order'>
  /** By variant and node: what is worked out once for nodes above indicators that stand still; null for others. */
  kept: readonly (readonly (Kept | null)[])[]
  /** Scores of the indicators in the last draw. */
  drawn: { leaves: readonly Float64Array[] }
}

const partsOf = (tree: ScoreTree, leaves: readonly Float64Array[], nodes: readonly Float64Array[]) => {
  const columns = [...leaves, ...nodes]
  return tree.nodes.map((node) => node.parts.map((part) => columns[part] ?? new Float64Array()))
}

/** Indicators stand still where their values are not drawn; scores of nodes move with the weights. */
const keptOf = ({ tree, variants, drawLeaves }: DrawPlan): (Kept | null)[][] =>
  variants.map(() =>
    tree.nodes.map(({ parts }) => (!drawLeaves && parts.every((part) => part < tree.leaves) ? {} : null)),
  )

/** Room for the draws of a plan. */
export const drawRoom = (plan: DrawPlan): DrawRoom => {
  const { tree, units, variants, sizes, drawLeaves } = plan
  const widest = tree.nodes.reduce((most, { parts }) => Math.max(most, parts.length), 0)
  const nodes = tree.nodes.map(() => new Float64Array(units))
  const leaves = drawLeaves ? Array.from({ length: tree.leaves }, () => new Float64Array(units)) : []
  return {
    stream: randomStream(),
    rows: new Uint32Array(FACTORS.length),
    choices: choiceRoom(sizes.reduce((product, size) => product * size, 1)),
    weights: tree.nodes.map(({ parts }) => new Float64Array(parts.length)),
    leaves,
    nodes,
    parts: [...variants.map((variant) => partsOf(tree, variant.leaves, nodes)), partsOf(tree, leaves, nodes)],
    space: {
      room: [new Float64Array(units), new Float64Array(units)],
      shaped: Array.from({ length: widest }, () => new Float64Array(units)),
      order: scoreOrder(units),
    },
    kept: keptOf(plan),
    drawn: { leaves },
  }
}

const addBonuses = (scores: Float64Array | undefined, bonuses: readonly number[]): void => {
  if (!scores) return
  for (let unit = 0; unit < scores.length; unit += 1) scores[unit] = (scores[unit] ?? 0) + (bonuses[unit] ?? 0)
}

const PLACE = Object.fromEntries(FACTORS.map((factor, i) => [factor, i])) as Readonly<Record<Factor, number>>

/** Points the room's stream at one factor of the draw it is in. */
const turnTo = ({ seed }: DrawPlan, { stream, rows }: DrawRoom, factor: Factor): RandomStream => {
  const place = PLACE[factor]
  pointStream(stream, seed, rows[place] ?? 0, place)
  return stream
}

/** The combination in force: each list's entry as the row of its factor has it. */
const drawChoice = ({ sizes, seed }: DrawPlan, { rows, choices, stream }: DrawRoom): number => {
  let [combination, unit] = [0, 1]
  for (let i = CHOICES.length - 1; i >= 0; i -= 1) {
    const size = sizes[i] ?? 1
    if (size === 1) continue
    const whole = combinationOf(choices, rows[PLACE[CHOICES[i] ?? 'treat']] ?? 0, seed, stream)
    combination += (Math.floor(whole / unit) % size) * unit
    unit *= size
  }
  return combination
}

/**
 * Scores every unit in the draw `room.rows` says, into the last of `room.nodes`. The same rows give the same scores
 * whatever was drawn before.
 */
export const scoreDraw = (plan: DrawPlan, room: DrawRoom): void => {
  const { tree, variants, aggregations, noise, drawLeaves } = plan
  const combination = drawChoice(plan, room)
  const aggregation = aggregations[combination % aggregations.length]
  const variant = Math.floor(combination / aggregations.length)
  const base = variants[variant]?.weights
  if (!aggregation || !base) return
  if (noise) drawWeights(base, room.weights, noise, turnTo(plan, room, 'weights'))
  if (drawLeaves) drawLeaves(variant, room.leaves, turnTo(plan, room, 'data'))
  room.drawn.leaves = drawLeaves ? room.leaves : (variants[variant]?.leaves ?? [])
  const weights = noise ? room.weights : base
  const parts = room.parts[drawLeaves ? variants.length : variant]
  for (let i = 0; i < tree.nodes.length; i += 1) {
    const [node, own, below, out] = [tree.nodes[i], weights[i], parts?.[i], room.nodes[i]]
    if (!node || !own || !below || !out) continue
    const aggregate = columnAggregator(methodOf(aggregation, node))
    const kept = room.kept[variant]?.[i] ?? null
    aggregate({ parts: below, weights: own, out, minPresent: aggregation.minPresent ?? 0, ...room.space, kept })
  }
  if (plan.bonuses) addBonuses(room.nodes.at(-1), plan.bonuses)
}
