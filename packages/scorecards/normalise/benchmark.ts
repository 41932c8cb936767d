import { type Column, meanOf, present } from '../numeric/column.ts'
import type { Benchmark } from '../scheme/scheme.ts'

const topMean = (values: readonly number[], share: number, direction: 1 | -1): number => {
  const sorted = values.toSorted((a, b) => (b - a) * direction)
  return meanOf(sorted.slice(0, Math.max(1, Math.floor(share * sorted.length))))
}

/**
 * What each unit's value is divided by or into: a fixed number, or k × the mean of all units, of its group, or of the best
 * share of them. null where the group has no value.
 */
export const benchmarksOf = (
  column: Column,
  benchmark: Benchmark,
  { direction, groups }: { direction: 1 | -1; groups?: readonly string[] },
): Column => {
  if (typeof benchmark === 'number') return column.map(() => benchmark)
  const { of, k = 1, top = 1 } = benchmark
  const standard = (values: readonly number[]): number | null => {
    if (values.length === 0) return null
    return k * (of === 'mean' ? meanOf(values) : topMean(values, top, direction))
  }
  if (!groups) {
    const one = standard(present(column))
    return column.map(() => one)
  }
  const byGroup = new Map(
    [...new Set(groups)].map((group) => [group, standard(present(column.filter((_, i) => groups[i] === group)))]),
  )
  return groups.map((group) => byGroup.get(group) ?? null)
}

/** Limits of the ratio; null is none. */
export type RatioLimits = { floor: number | null; cap: number | null }

/**
 * Ratio to a benchmark times `scale` (100: at the benchmark in every item a unit scores 100). Less is better: benchmark ÷
 * value. The ratio is held between floor and cap before scaling; a value of 0 or less where less is better takes the cap,
 * and has no score where there is none.
 * Source: the formula of 亩均论英雄 notices, e.g. 黄岩区 2021, 2022.
 */
export const ratioToBenchmark = (
  column: Column,
  benchmarks: Column,
  { direction, floor, cap, scale }: RatioLimits & { direction: 1 | -1; scale: number },
): Column => {
  const held = (ratio: number): number => Math.min(cap ?? Number.POSITIVE_INFINITY, Math.max(floor ?? -Infinity, ratio))
  return column.map((value, i) => {
    const by = benchmarks[i] ?? null
    if (value === null || by === null || !(by > 0)) return null
    if (direction === 1) return held(value / by) * scale
    if (value > 0) return held(by / value) * scale
    return cap === null ? null : cap * scale
  })
}
