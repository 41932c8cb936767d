import type { SkewLimits, Treatment } from '../scheme/treatment.ts'
import { isBeyond } from '../treat/skew-check.ts'
import type { InPlaceScorer } from './score-in-place.ts'

type Check = { skew: number; isSkewed: boolean }

const finiteOr0 = (value: number): number => (Number.isFinite(value) ? value : 0)

/** `checkSkew` on a column with NaN for what is not there. */
const check = (column: Float64Array, { skew: most = 2, kurtosis: tail = 3.5 }: SkewLimits): Check => {
  let [n, sum, second, third, fourth] = [0, 0, 0, 0, 0]
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i] ?? 0
    if (Number.isNaN(value)) continue
    n += 1
    sum += value
  }
  const mean = sum / n
  for (let i = 0; i < column.length; i += 1) {
    const gap = (column[i] ?? 0) - mean
    if (Number.isNaN(gap)) continue
    const square = gap * gap
    second += square
    third += square * gap
    fourth += square * square
  }
  const skew = finiteOr0((Math.sqrt(n) * third * Math.sqrt(n * (n - 1))) / (second ** 1.5 * (n - 2)))
  const ratio = (n * fourth) / second ** 2
  const kurtosis = finiteOr0((((n + 1) * (ratio - 3) + 6) * (n - 1)) / ((n - 2) * (n - 3)))
  return { skew, isSkewed: n > 3 && isBeyond(Math.abs(skew), most) && isBeyond(kurtosis, tail) }
}

/** The value at one end, how many have it, and the value next to it. */
type End = { value: number; count: number; next: number }

/** `sign` 1 for the upper end, −1 for the lower. */
const endOf = (column: Float64Array, sign: 1 | -1): End => {
  let [value, count, next] = [Number.NEGATIVE_INFINITY, 0, Number.NEGATIVE_INFINITY]
  for (let i = 0; i < column.length; i += 1) {
    const one = (column[i] ?? 0) * sign
    if (one > value) {
      next = value
      value = one
      count = 1
    } else if (one === value) count += 1
    else if (one > next) next = one
  }
  return { value: value * sign, count, next: next * sign }
}

/** `winsorise` where the values stand; gives the last check. */
const drawIn = (column: Float64Array, limits: SkewLimits & { most?: number }, first: Check): Check => {
  const { most = 5 } = limits
  let [high, low, seen] = [0, 0, first]
  while (seen.isSkewed && high + low < most) {
    const isHigh = seen.skew >= 0
    const { value, count, next } = endOf(column, isHigh ? 1 : -1)
    if (isHigh) high = count
    else low = count
    for (let i = 0; i < column.length; i += 1) if (column[i] === value) column[i] = next
    seen = check(column, limits)
  }
  return seen
}

const bend = (column: Float64Array, by: 'log' | 'boxcox', lambda: number): void => {
  const least = endOf(column, -1).value
  const shift = 0.01 * (endOf(column, 1).value - least)
  if (by === 'log' && shift === 0) return
  for (let i = 0; i < column.length; i += 1) {
    const above = (column[i] ?? 0) - least
    const moved = above + 1
    const bent =
      by === 'log' ? Math.log(above + shift) : lambda === 0 ? Math.log(moved) : (moved ** lambda - 1) / lambda
    column[i] = Number.isFinite(bent) ? bent : Number.NaN
  }
}

const SQUARE_ROOT = 0.5

/**
 * Treats drawn values where they stand as `treatColumn` would, for columns of `units` values: thousands of units are
 * treated anew in every draw.
 */
export const inPlaceTreater = (spec: Treatment, units: number): InPlaceScorer => {
  if (spec.method === 'none') return () => undefined
  const before = new Float64Array(units)
  return (column) => {
    const first = check(column, spec)
    if (!first.isSkewed && !('always' in spec && spec.always)) return
    if (spec.method === 'log') bend(column, 'log', 0)
    else if (spec.method === 'boxcox') bend(column, 'boxcox', spec.lambda)
    else {
      before.set(column)
      if (!drawIn(column, spec, first).isSkewed || spec.method === 'winsorise') return
      column.set(before)
      bend(column, spec.otherwise ?? 'log', spec.lambda ?? SQUARE_ROOT)
    }
  }
}
