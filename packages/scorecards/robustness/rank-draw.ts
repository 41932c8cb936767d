import type { RankedDraw } from './draw-grades.ts'
import { scoreOrder } from './order-scores.ts'
import { rankScores } from './rank-scores.ts'
import { type DrawPlan, type DrawRoom, drawRoom, scoreDraw } from './score-draw.ts'

/** A place to make draws in: its room's rows say where the numbers come from, then `rank` fills scores and ranks. */
export type Ranker = {
  room: DrawRoom
  /** Scores the units and gives their ranks, 0 without a score; the same array each time. */
  rank: () => Uint32Array
  /** Scores and order of the last draw. */
  lastDraw: () => RankedDraw
}

/** A ranker for the draws of a plan; nothing is allocated from draw to draw. `tieBy`: code of the indicator ties go by. */
export const drawRanker = (plan: DrawPlan, tieBy: string | null): Ranker => {
  const room = drawRoom(plan)
  const scores = room.nodes.at(-1) ?? new Float64Array(plan.units)
  const [space, scratch] = [scoreOrder(plan.units), new Float64Array(plan.units)]
  const ranks = new Uint32Array(plan.units)
  const tieLeaf = tieBy === null ? -1 : plan.tree.codes.indexOf(tieBy)
  const tieBreaks = tieLeaf < 0 ? null : new Float64Array(plan.units)
  const lastDraw = { scores, ranks, order: space.order, tieBreaks }
  return {
    room,
    rank: () => {
      scoreDraw(plan, room)
      rankScores(scores, ranks, space, scratch)
      return ranks
    },
    lastDraw: () => {
      const leaf = room.drawn.leaves[tieLeaf]
      if (tieBreaks && leaf)
        for (let unit = 0; unit < tieBreaks.length; unit += 1) {
          const score = leaf[unit] ?? Number.NaN
          tieBreaks[unit] = Number.isNaN(score) ? Number.NEGATIVE_INFINITY : score
        }
      return lastDraw
    },
  }
}
