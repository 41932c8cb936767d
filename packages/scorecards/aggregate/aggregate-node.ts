import type { Column } from '../numeric/column.ts'
import type { Aggregation, AggregationMethod } from '../scheme/aggregation.ts'
import { copeland } from './copeland.ts'
import { couplingOf } from './coupling.ts'
import { greyRelational } from './grey-relational.ts'
import { arithmeticMean, geometricMean, harmonicMean, type Part, partsAt } from './means.ts'
import { rankSumRatio } from './rank-sum-ratio.ts'
import { topsis } from './topsis.ts'

/** The method of a node: by its code, else by its level (2 lowest), else the scheme's. */
export const methodOf = (
  { method, perLevel, perNode }: Aggregation,
  node: { code: string; level: number },
): AggregationMethod => perNode?.[node.code] ?? perLevel?.[node.level - 2] ?? method

/** Scores of a node; or places of the units whose parts the method cannot take. */
export type NodeScores =
  | { kind: 'scores'; values: Column }
  | { kind: 'unfit'; units: readonly number[]; need: 'not-negative' | 'within-one' }

const UNIT_BY_UNIT = {
  arithmetic: arithmeticMean,
  geometric: geometricMean,
  harmonic: harmonicMean,
  coupling: (parts: readonly Part[]): number => couplingOf(parts).coordination,
} as const

const unfitUnits = (columns: readonly Column[], least: number, most: number): number[] =>
  (columns[0] ?? []).flatMap((_, unit) =>
    columns.some((column) => {
      const score = column[unit] ?? null
      return score !== null && (score < least || score > most)
    })
      ? [unit]
      : [],
  )

const together = (method: AggregationMethod, columns: readonly Column[], weights: readonly number[]): Column => {
  switch (method) {
    case 'copeland':
      return copeland(columns, weights)
    case 'topsis':
      return topsis(columns, weights).closeness
    case 'grey-relational':
      return greyRelational(columns, weights).grade
    default:
      return rankSumRatio(columns, weights).ratio
  }
}

/**
 * Scores of a node from those of its parts. A unit without `minPresent` of the parts has none. Geometric and harmonic
 * means take scores of 0 or more, coupling scores within 0 and 1.
 */
export const aggregateNode = (
  method: AggregationMethod,
  columns: readonly Column[],
  { weights, minPresent = 0 }: { weights: readonly number[]; minPresent?: number | undefined },
): NodeScores => {
  const isThin = (columns[0] ?? []).map((_, unit) => {
    const there = columns.filter((column) => (column[unit] ?? null) !== null).length
    return there === 0 || there / columns.length < minPresent
  })
  const thinned = (values: Column): NodeScores => ({
    kind: 'scores',
    values: values.map((value, unit) => (isThin[unit] || value === null || !Number.isFinite(value) ? null : value)),
  })
  if (method === 'geometric' || method === 'harmonic' || method === 'coupling') {
    const units = unfitUnits(columns, 0, method === 'coupling' ? 1 : Number.POSITIVE_INFINITY)
    if (units.length > 0) return { kind: 'unfit', units, need: method === 'coupling' ? 'within-one' : 'not-negative' }
  }
  if (method === 'arithmetic' || method === 'geometric' || method === 'harmonic' || method === 'coupling') {
    const one = UNIT_BY_UNIT[method]
    return thinned(isThin.map((thin, unit) => (thin ? null : one(partsAt(columns, weights, unit)))))
  }
  return thinned(together(method, columns, weights))
}
