import type { Column } from '../numeric/column.ts'
import { isSameScore } from '../numeric/ranks.ts'
import { DRAW, scorePairs } from './copeland-pairs.ts'

/** Scores of one part by unit, NaN for what is not there. */
export type Scores = ArrayLike<number>

/** How far one unit is ahead over the parts both have: the weight where it is better, where it is worse, and of all. */
type Pair = { better: number; worse: number; whole: number }

const packed = (column: Column): Float64Array => Float64Array.from(column, (value) => value ?? Number.NaN)

const pairOf = (parts: readonly Scores[], weights: readonly number[], [a, b]: readonly [number, number]): Pair => {
  let [better, worse, whole] = [0, 0, 0]
  for (const [k, part] of parts.entries()) {
    const gap = (part[a] ?? Number.NaN) - (part[b] ?? Number.NaN)
    if (Number.isNaN(gap)) continue
    const weight = weights[k] ?? 0
    whole += weight
    if (gap > 0) better += weight
    else if (gap < 0) worse += weight
  }
  return { better, worse, whole }
}

/**
 * How far unit i outranks unit j: the weight of the indicators where it is better, and half of where they are equal, of
 * those both have; the two sides of a pair sum to 1, and without a common indicator are ½ each.
 * Source: Munda & Nardo (2009); COINr's outrankMatrix, which takes no gaps.
 */
export const outranking = (columns: readonly Column[], weights: readonly number[]): number[][] => {
  const parts = columns.map(packed)
  const units = Array.from({ length: columns[0]?.length ?? 0 }, (_, i) => i)
  return units.map((i) =>
    units.map((j) => {
      if (i === j) return 0
      const { better, worse, whole } = pairOf(parts, weights, [Math.min(i, j), Math.max(i, j)])
      const share = whole === 0 ? 0.5 : (1 + (better - worse) / whole) / 2
      return i < j ? share : 1 - share
    }),
  )
}

/** Places of a part's scores from the least, equals together, −1 for what is not there. */
export const placesUp = (part: Scores): Int32Array => {
  const there = Uint32Array.from({ length: part.length }, (_, i) => i).filter(
    (i) => !Number.isNaN(part[i] ?? Number.NaN),
  )
  there.sort((a, b) => (part[a] ?? 0) - (part[b] ?? 0))
  const places = new Int32Array(part.length).fill(-1)
  let [place, before] = [-1, Number.NaN]
  for (const i of there) {
    const score = part[i] ?? Number.NaN
    if (place === -1 || !isSameScore(before, score)) place += 1
    before = score
    places[i] = place
  }
  return places
}

/**
 * 1 where `own` is the better place, −1 where the worse, 0 where equal or `other` is not there (−1). Without a branch: of
 * millions of pairs one goes as likely this way as that.
 */
export const leadOf = (own: number, other: number): number =>
  (((own - other) >> 31) - ((other - own) >> 31)) & ~(other >> 31)

/** Leads of unit `i` over each later unit, into `leads`, part by part. */
const fillLeads = (parts: readonly Int32Array[], weights: ArrayLike<number>, i: number, leads: Float64Array): void => {
  leads.fill(0, i + 1)
  for (let k = 0; k < parts.length; k += 1) {
    const part = parts[k]
    const own = part?.[i] ?? -1
    if (!part || own < 0) continue
    const weight = weights[k] ?? 0
    for (let j = i + 1; j < leads.length; j += 1) leads[j] = (leads[j] ?? 0) + weight * leadOf(own, part[j] ?? -1)
  }
}

/** With fewer units pair by pair is as quick. */
const MANY = 200

/**
 * Copeland scores into `out`: units outranked less units that outrank, pairs judged by what both have. Weights sum to 1.
 * `leads` is room as long as `out`. Source: Copeland (1951).
 */
export const fillCopeland = (
  { parts, weights }: { parts: readonly Scores[]; weights: ArrayLike<number> },
  out: Float64Array,
  leads: Float64Array,
): void => {
  const places = parts.map(placesUp)
  const scores = out.length < MANY ? null : scorePairs(places, weights)
  if (scores) {
    out.set(scores)
    return
  }
  out.fill(0)
  for (let i = 0; i < out.length; i += 1) {
    fillLeads(places, weights, i, leads)
    let won = 0
    for (let j = i + 1; j < out.length; j += 1) {
      const lead = leads[j] ?? 0
      const win = Number(lead > DRAW) - Number(lead < -DRAW)
      won += win
      out[j] = (out[j] ?? 0) - win
    }
    out[i] = (out[i] ?? 0) + won
  }
}

/** Copeland scores of columns with gaps as null; weights of any scale. */
export const copeland = (columns: readonly Column[], weights: readonly number[]): number[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const units = columns[0]?.length ?? 0
  const [out, leads] = [new Float64Array(units), new Float64Array(units)]
  fillCopeland({ parts: columns.map(packed), weights: weights.map((weight) => weight / total) }, out, leads)
  return Array.from(out)
}
