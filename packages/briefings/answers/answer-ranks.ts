import { pointsDifference } from '../points-difference.ts'
import type { BoundNumber } from '../review-input.ts'
import type { Worked } from './answer-input.ts'

/** Where a place stands among those that have a number, worked out from printed digits; 1 is the highest growth. */
export type PlaceRank = { rank: number; of: number; group: string; inputs: readonly BoundNumber[] }

/** Fewer places with a number than this are not ranked: a rank among them would say nothing. */
const FEWEST = 3

const isHigher = (a: BoundNumber, b: BoundNumber): boolean => pointsDifference(a.shown, b.shown)?.sign === 1

/**
 * The rank of `own` among `all` (itself included): one more than the numbers above it, so that equal ones share a rank
 * and the next is skipped. Null where fewer than three have a number. By the digits as printed. `group` names those ranked: 县（市、区）, 园区.
 */
export const rankAmong = (
  own: BoundNumber | undefined,
  all: readonly BoundNumber[],
  group: string,
): PlaceRank | null => {
  if (!own || all.length < FEWEST) return null
  return { rank: 1 + all.filter((other) => isHigher(other, own)).length, of: all.length, group, inputs: all }
}

/** 第n位 with its formula; the figures it was ranked among are its inputs. */
export const rankUse = ({ rank, inputs }: PlaceRank): Worked => ({
  formula: { id: 'rank.among', version: 1, inputs: inputs.map(({ ref }) => ref) },
  shown: String(rank),
})

/** Places gained since the rank before: positive is 前移. Null without one. */
export const rankMoved = (now: PlaceRank, before: PlaceRank | null): Worked | null => {
  if (!before) return null
  const inputs = [...before.inputs, ...now.inputs].map(({ ref }) => ref)
  return { formula: { id: 'rank.move', version: 1, inputs }, shown: String(before.rank - now.rank) }
}
