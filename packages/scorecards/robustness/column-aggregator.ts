import type { AggregationMethod } from '../scheme/aggregation.ts'
import { arithmeticColumns, type ColumnAggregator, geometricColumns, harmonicColumns } from './aggregate-columns.ts'
import { copelandColumns, couplingColumns, greyColumns, rankSumColumns, topsisColumns } from './together-columns.ts'

const AGGREGATORS: Readonly<Record<AggregationMethod, ColumnAggregator>> = {
  arithmetic: arithmeticColumns,
  geometric: geometricColumns,
  harmonic: harmonicColumns,
  copeland: copelandColumns,
  topsis: topsisColumns,
  'grey-relational': greyColumns,
  'rank-sum-ratio': rankSumColumns,
  coupling: couplingColumns,
}

/** The method as it runs draw after draw; the same scores as `aggregateNode` to the last digits. */
export const columnAggregator = (method: AggregationMethod): ColumnAggregator => AGGREGATORS[method]
