import type { Patterns } from './copeland-patterns.ts'
import type { ScoreOrder } from './order-scores.ts'

/** What is worked out once for parts that stand still from draw to draw. */
export type Kept = { patterns?: Patterns | null; rankShares?: readonly Float64Array[] }

/** One column a part, NaN where a unit has no score; weights of the parts, summing to 1; where the result goes. */
export type Columns = {
  parts: readonly Float64Array[]
  weights: Float64Array
  out: Float64Array
  /** Least share of parts with a score; below it a unit has none. */
  minPresent: number
  /** Room: two columns, one a part at least, and an order. */
  room: readonly [Float64Array, Float64Array]
  shaped: readonly Float64Array[]
  order: ScoreOrder
  /** null where the parts are drawn anew. */
  kept: Kept | null
}

/** Aggregates in place: the same shapes every time, nothing allocated. */
export type ColumnAggregator = (columns: Columns) => void

/** A weighted mean taken of `into(x)` and turned back; the arithmetic mean has both as they are. */
type Mean = { into: (x: number) => number; back: (x: number) => number }

/** The parts a unit does have share the weight of those it lacks. */
const meanOfPresent = ({ parts, weights, minPresent }: Columns, unit: number, { into, back }: Mean): number => {
  let [sum, share, present] = [0, 0, 0]
  for (let k = 0; k < parts.length; k += 1) {
    const x = parts[k]?.[unit] ?? Number.NaN
    const weight = weights[k] ?? 0
    if (Number.isNaN(x)) continue
    present += 1
    if (weight === 0) continue
    sum += weight * into(x)
    share += weight
  }
  const isEnough = share !== 0 && present / parts.length >= minPresent
  return isEnough ? back(sum / share) : Number.NaN
}

const fillGaps = (columns: Columns, mean: Mean): void => {
  const { out } = columns
  for (let unit = 0; unit < out.length; unit += 1) {
    if (Number.isFinite(out[unit])) continue
    const score = meanOfPresent(columns, unit, mean)
    out[unit] = Number.isFinite(score) ? score : Number.NaN
  }
}

const plain: Mean = { into: (x) => x, back: (x) => x }
const logarithm: Mean = { into: Math.log, back: Math.exp }
const reciprocal: Mean = { into: (x) => (x < 0 ? Number.NaN : 1 / x), back: (x) => 1 / x }

/** Σ w·x; columns whole, then the units with gaps. */
export const arithmeticColumns: ColumnAggregator = (columns) => {
  const { parts, weights, out } = columns
  out.fill(0)
  for (let k = 0; k < parts.length; k += 1) {
    const part = parts[k] ?? out
    const weight = weights[k] ?? 0
    for (let unit = 0; unit < out.length; unit += 1) out[unit] = (out[unit] ?? 0) + weight * (part[unit] ?? 0)
  }
  fillGaps(columns, plain)
}

/** exp Σ w·ln x; 0 when a part is 0, none when one is below. */
export const geometricColumns: ColumnAggregator = (columns) => {
  const { parts, weights, out } = columns
  out.fill(0)
  for (let k = 0; k < parts.length; k += 1) {
    const part = parts[k] ?? out
    const weight = weights[k] ?? 0
    for (let unit = 0; unit < out.length; unit += 1) out[unit] = (out[unit] ?? 0) + weight * Math.log(part[unit] ?? 0)
  }
  for (let unit = 0; unit < out.length; unit += 1) out[unit] = Math.exp(out[unit] ?? 0)
  fillGaps(columns, logarithm)
}

/** 1 / Σ(w/x); 0 when a part is 0, none when one is below. */
export const harmonicColumns: ColumnAggregator = (columns) => {
  const { parts, weights, out } = columns
  out.fill(0)
  for (let k = 0; k < parts.length; k += 1) {
    const part = parts[k] ?? out
    const weight = weights[k] ?? 0
    for (let unit = 0; unit < out.length; unit += 1) {
      const x = part[unit] ?? 0
      out[unit] = (out[unit] ?? 0) + (x < 0 ? Number.NaN : weight / x)
    }
  }
  for (let unit = 0; unit < out.length; unit += 1) out[unit] = 1 / (out[unit] ?? 0)
  fillGaps(columns, reciprocal)
}
