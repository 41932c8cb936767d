import type { Normalisation } from '../scheme/normalisation.ts'
import type { Indicator } from '../scheme/scheme.ts'

/** Turns drawn values into scores where they stand; NaN is not there. Nothing allocated. */
export type InPlaceScorer = (column: Float64Array) => void

/** How many units, and their groups. */
export type ScorerContext = { units: number; groups: Readonly<Record<string, readonly string[]>> }

const settle = (column: Float64Array, unit: number, score: number): void => {
  column[unit] = Number.isFinite(score) ? score + 0 : Number.NaN
}

/** −0 becomes 0: a harmonic mean would tell them apart. */
const turned = (direction: 1 | -1): InPlaceScorer => {
  return (column) => {
    for (let i = 0; i < column.length; i += 1) column[i] = (column[i] ?? 0) * direction + 0
  }
}

const onto = (direction: 1 | -1, [low, high]: readonly [number, number]): InPlaceScorer => {
  const turn = turned(direction)
  return (column) => {
    turn(column)
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (let i = 0; i < column.length; i += 1) {
      const value = column[i] ?? 0
      if (value < least) least = value
      if (value > most) most = value
    }
    const width = most - least
    for (let i = 0; i < column.length; i += 1) {
      settle(column, i, (((column[i] ?? 0) - least) / width) * (high - low) + low)
    }
  }
}

const standardised = (direction: 1 | -1, mean: number, deviation: number): InPlaceScorer => {
  const turn = turned(direction)
  return (column) => {
    turn(column)
    let [sum, n, squares] = [0, 0, 0]
    for (let i = 0; i < column.length; i += 1) {
      const value = column[i] ?? 0
      if (Number.isNaN(value)) continue
      sum += value
      n += 1
    }
    const was = sum / n
    for (let i = 0; i < column.length; i += 1) {
      const gap = (column[i] ?? 0) - was
      if (!Number.isNaN(gap)) squares += gap * gap
    }
    const spread = Math.sqrt(squares / (n - 1))
    for (let i = 0; i < column.length; i += 1) {
      settle(column, i, (((column[i] ?? 0) - was) / spread) * deviation + mean)
    }
  }
}

type Ratio = { direction: 1 | -1; floor: number | null; cap: number | null; scale: number }

const ratio = (value: number, by: number, { direction, floor, cap, scale }: Ratio): number => {
  if (Number.isNaN(value) || !(by > 0)) return Number.NaN
  if (direction === -1 && value <= 0) return cap === null ? Number.NaN : cap * scale
  const plain = direction === 1 ? value / by : by / value
  return Math.min(cap ?? Number.POSITIVE_INFINITY, Math.max(floor ?? Number.NEGATIVE_INFINITY, plain)) * scale
}

/** `groupOf`: place of each unit's group, all 0 where the benchmark is one for all. */
const againstMean = (k: number, groupOf: Uint32Array, how: Ratio): InPlaceScorer => {
  const groups = groupOf.reduce((most, group) => Math.max(most, group + 1), 0)
  const [sums, counts] = [new Float64Array(groups), new Float64Array(groups)]
  return (column) => {
    sums.fill(0)
    counts.fill(0)
    for (let i = 0; i < column.length; i += 1) {
      const value = column[i] ?? Number.NaN
      const group = groupOf[i] ?? 0
      if (Number.isNaN(value)) continue
      sums[group] = (sums[group] ?? 0) + value
      counts[group] = (counts[group] ?? 0) + 1
    }
    for (let i = 0; i < column.length; i += 1) {
      const group = groupOf[i] ?? 0
      column[i] = ratio(column[i] ?? Number.NaN, k * ((sums[group] ?? 0) / (counts[group] ?? 0)), how)
    }
  }
}

const byBenchmark = (
  { benchmark, direction, floor: ownFloor, cap: ownCap }: Indicator,
  { floor = 0, cap = null, scale = 100 }: Extract<Normalisation, { method: 'benchmark' }>,
  { units, groups }: ScorerContext,
): InPlaceScorer | null => {
  const how = {
    direction,
    floor: ownFloor === undefined ? floor : ownFloor,
    cap: ownCap === undefined ? cap : ownCap,
    scale,
  }
  if (typeof benchmark === 'number')
    return (column) => {
      for (let i = 0; i < column.length; i += 1) column[i] = ratio(column[i] ?? Number.NaN, benchmark, how)
    }
  if (benchmark?.of !== 'mean') return null
  const group = benchmark.by === undefined ? undefined : groups[benchmark.by]
  const names = new Map([...new Set(group)].map((name, i) => [name, i]))
  const groupOf = Uint32Array.from({ length: units }, (_, i) => names.get(group?.[i] ?? '') ?? 0)
  return againstMean(benchmark.k ?? 1, groupOf, how)
}

/**
 * Scores of a column as `normaliseColumn` gives them, for the methods evaluations of thousands of units use; null for
 * the others, which go through it.
 */
export const inPlaceScorer = (
  indicator: Indicator,
  spec: Normalisation,
  context: ScorerContext,
): InPlaceScorer | null => {
  const { direction } = indicator
  switch (spec.method) {
    case 'none':
      return turned(direction)
    case 'minmax':
      return onto(direction, spec.range ?? [0, 100])
    case '20+80':
      return onto(direction, [20, 100])
    case 'zscore':
      return standardised(direction, spec.mean ?? 0, spec.deviation ?? 1)
    case 'benchmark':
      return byBenchmark(indicator, spec, context)
    default:
      return null
  }
}
