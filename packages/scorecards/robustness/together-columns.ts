import { fillCopeland } from '../aggregate/copeland.ts'
import { isSameScore } from '../numeric/ranks.ts'
import { arithmeticColumns, type ColumnAggregator, type Columns } from './aggregate-columns.ts'
import { copelandPatterns, scorePatterns } from './copeland-patterns.ts'
import { orderScores } from './order-scores.ts'

/** Least and largest score of a part; NaN where it has none. */
const endsOf = (part: Float64Array): readonly [number, number] => {
  let [least, most] = [Number.NaN, Number.NaN]
  for (let i = 0; i < part.length; i += 1) {
    const x = part[i] ?? Number.NaN
    if (!(x >= least)) least = Number.isNaN(x) ? least : x
    if (!(x <= most)) most = Number.isNaN(x) ? most : x
  }
  return [least, most]
}

/** Units with too few parts lose their score. */
const dropThin = ({ parts, out, minPresent }: Columns): void => {
  for (let unit = 0; unit < out.length; unit += 1) {
    let there = 0
    for (let k = 0; k < parts.length; k += 1) if (!Number.isNaN(parts[k]?.[unit] ?? Number.NaN)) there += 1
    if (there === 0 || there / parts.length < minPresent) out[unit] = Number.NaN
  }
}

/** `topsis` without allocating: squares of the weighted distances, summed part by part. */
export const topsisColumns: ColumnAggregator = (columns) => {
  const { parts, weights, out } = columns
  const [toWorst, toBest] = columns.room
  toWorst.fill(0)
  toBest.fill(0)
  for (let k = 0; k < parts.length; k += 1) {
    const part = parts[k] ?? out
    const [least, most] = endsOf(part)
    const weight = weights[k] ?? 0
    for (let unit = 0; unit < out.length; unit += 1) {
      const x = part[unit] ?? Number.NaN
      if (Number.isNaN(x)) continue
      toWorst[unit] = (toWorst[unit] ?? 0) + (weight * (x - least)) ** 2
      toBest[unit] = (toBest[unit] ?? 0) + (weight * (x - most)) ** 2
    }
  }
  for (let unit = 0; unit < out.length; unit += 1) {
    const worst = Math.sqrt(toWorst[unit] ?? 0)
    out[unit] = worst / (worst + Math.sqrt(toBest[unit] ?? 0))
  }
  dropThin(columns)
}

const RESOLUTION = 0.5

const shapedOf = ({ parts, shaped }: Columns): readonly Float64Array[] => shaped.slice(0, parts.length)

/** Scores of each part put through `into`, then their weighted mean. */
const meanOf = (columns: Columns, into: (k: number, from: Float64Array, to: Float64Array) => void): void => {
  const shaped = shapedOf(columns)
  shaped.forEach((to, k) => {
    const from = columns.parts[k]
    if (from) into(k, from, to)
  })
  arithmeticColumns({ ...columns, parts: shaped })
}

/** `greyRelational` without allocating. */
export const greyColumns: ColumnAggregator = (columns) => {
  const ends = columns.parts.map(endsOf)
  // The best unit of any part is 0 from the best: the least gap is 0 wherever there is one.
  const widest = ends.reduce((most, [low, high]) => (high - low > most ? high - low : most), 0)
  meanOf(columns, (k, from, to) => {
    const best = ends[k]?.[1] ?? Number.NaN
    const add = RESOLUTION * widest
    for (let i = 0; i < to.length; i += 1) {
      const gap = best - (from[i] ?? Number.NaN)
      to[i] = Number.isNaN(gap) ? Number.NaN : widest === 0 ? 1 : add / (gap + add)
    }
  })
}

/** Mean ranks as shares of how many there are, 1 for the best; NaN keeps NaN. */
const rankShares = (from: Float64Array, to: Float64Array, { room: [turned], order: space }: Columns): void => {
  let many = 0
  for (let i = 0; i < from.length; i += 1) {
    const x = from[i] ?? Number.NaN
    turned[i] = Number.isNaN(x) ? Number.NEGATIVE_INFINITY : x
    if (!Number.isNaN(x)) many += 1
  }
  orderScores(turned, space)
  const { order } = space
  to.fill(Number.NaN)
  for (let first = 0; first < many; ) {
    let end = first + 1
    while (end < many && isSameScore(from[order[end - 1] ?? 0] ?? 0, from[order[end] ?? 0] ?? 0)) end += 1
    for (let i = first; i < end; i += 1) to[order[i] ?? 0] = (many - (first + end - 1) / 2) / many
    first = end
  }
}

/** `rankSumRatio`; the ranks of parts that stand still are taken once. */
export const rankSumColumns: ColumnAggregator = (columns) => {
  const kept = columns.kept
  if (kept?.rankShares) {
    arithmeticColumns({ ...columns, parts: kept.rankShares })
    return
  }
  meanOf(columns, (_, from, to) => rankShares(from, to, columns))
  if (kept) kept.rankShares = shapedOf(columns).map((shares) => shares.slice())
}

/** `copeland`; where parts stand still by patterns of pairs, else pair by pair. */
export const copelandColumns: ColumnAggregator = (columns) => {
  const { parts, weights, out, kept } = columns
  if (kept && kept.patterns === undefined) kept.patterns = copelandPatterns(parts, out.length)
  if (kept?.patterns) scorePatterns(kept.patterns, weights, out)
  else fillCopeland(columns, out, columns.room[0])
  dropThin(columns)
}

const HAIR = 1e-9
const within = (x: number): number => (x > 1 && x < 1 + HAIR ? 1 : x < 0 && x > -HAIR ? 0 : x)

/**
 * `couplingOf` unit by unit. A mean of scores within 0 and 1 may come out a hair beyond; further out a unit has no score.
 */
export const couplingColumns: ColumnAggregator = (columns) => {
  const { parts, weights, out } = columns
  for (let unit = 0; unit < out.length; unit += 1) {
    let [there, sum, product, level, share] = [0, 0, 1, 0, 0]
    for (let k = 0; k < parts.length; k += 1) {
      const x = within(parts[k]?.[unit] ?? Number.NaN)
      if (Number.isNaN(x)) continue
      const weight = weights[k] ?? 0
      there += 1
      sum += x
      product *= x >= 0 && x <= 1 ? x : Number.NaN
      level += weight * x
      share += weight
    }
    const coupling = sum === 0 ? Math.abs(product) : (there * product ** (1 / there)) / sum
    out[unit] = Math.sqrt((coupling * level) / share)
  }
  dropThin(columns)
}
