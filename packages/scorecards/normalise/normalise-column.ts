import { type Column, extremesOf, mapPresent, present } from '../numeric/column.ts'
import type { Normalisation } from '../scheme/normalisation.ts'
import type { Indicator } from '../scheme/scheme.ts'
import { benchmarksOf, ratioToBenchmark } from './benchmark.ts'
import { borda, percentile, rankScore } from './by-rank.ts'
import { betweenGoalposts, type Ends, endsOf } from './goalposts.ts'
import { minMax } from './min-max.ts'
import { distanceToBest, distanceToTarget, shareOfBest } from './to-reference.ts'
import { vectorScore } from './vector.ts'
import { zScore } from './z-score.ts'

/** What the normalisation of one column may lean on besides the indicator. */
export type NormaliseContext = { groups?: Readonly<Record<string, readonly string[]>> }

/** Scores of one column, more is better; or what the indicator lacks for the method. */
export type Normalised =
  | { kind: 'scores'; values: Column }
  | { kind: 'lacks'; what: 'goalposts' | 'target' | 'benchmark' }

const scores = (values: Column): Normalised => ({ kind: 'scores', values })

const observedEnds = (turned: Column): Ends => {
  const { least, most } = extremesOf(present(turned))
  return { worst: least, best: most, power: 1, scale: 'linear' }
}

const byGoalposts = (
  column: Column,
  indicator: Indicator,
  spec: Extract<Normalisation, { method: 'goalposts' | 'distance-to-frontier' }>,
): Normalised => {
  const { goalposts, direction } = indicator
  const isFrontier = spec.method === 'distance-to-frontier'
  const how = { range: spec.range ?? ([0, isFrontier ? 100 : 1] as const), clamp: spec.clamp ?? true }
  if (goalposts) return scores(betweenGoalposts(column, endsOf(goalposts, direction), how))
  if (!isFrontier) return { kind: 'lacks', what: 'goalposts' }
  const turned = mapPresent(column, (value) => value * direction)
  return scores(betweenGoalposts(turned, observedEnds(turned), how))
}

const byBenchmark = (
  column: Column,
  indicator: Indicator,
  spec: Extract<Normalisation, { method: 'benchmark' }>,
  { groups }: NormaliseContext,
): Normalised => {
  const { benchmark, direction } = indicator
  if (benchmark === undefined) return { kind: 'lacks', what: 'benchmark' }
  const by = typeof benchmark === 'number' || benchmark.by === undefined ? undefined : groups?.[benchmark.by]
  const benchmarks = benchmarksOf(column, benchmark, { direction, ...(by ? { groups: by } : {}) })
  const { floor = spec.floor === undefined ? 0 : spec.floor, cap = spec.cap ?? null } = indicator
  return scores(ratioToBenchmark(column, benchmarks, { direction, floor, cap, scale: spec.scale ?? 100 }))
}

/**
 * Scores of one column by the indicator's own normalisation, else the scheme's. Except for goalposts and benchmarks,
 * which know directions, a column where less is better is turned round first, as COINr does. `distance-to-frontier`
 * without goalposts takes the best and worst seen.
 */
export const normaliseColumn = (
  column: Column,
  indicator: Indicator,
  spec: Normalisation,
  context: NormaliseContext = {},
): Normalised => {
  const turned = mapPresent(column, (value) => value * indicator.direction)
  switch (spec.method) {
    case 'none':
      return scores(turned)
    case 'minmax':
      return scores(minMax(turned, spec.range))
    case 'zscore':
      return scores(zScore(turned, spec.mean, spec.deviation))
    case 'rank':
      return scores(rankScore(turned, spec.ties))
    case 'percentile':
      return scores(percentile(turned))
    case 'borda':
      return scores(borda(turned))
    case 'goalposts':
    case 'distance-to-frontier':
      return byGoalposts(column, indicator, spec)
    case 'distance-to-target':
      return indicator.target === undefined
        ? { kind: 'lacks', what: 'target' }
        : scores(distanceToTarget(turned, indicator.target * indicator.direction, spec.cap))
    case 'distance-to-best':
      return scores(distanceToBest(turned))
    case 'share-of-best':
      return scores(shareOfBest(turned))
    case 'benchmark':
      return byBenchmark(column, indicator, spec, context)
    case '20+80':
      return scores(minMax(turned, [20, 100]))
    case 'vector':
      return scores(vectorScore(turned))
  }
}
