import { aggregateNode } from '../aggregate/aggregate-node.ts'
import type { AggregationMethod } from '../scheme/aggregation.ts'
import { arithmeticColumns, type ColumnAggregator, geometricColumns, harmonicColumns } from './aggregate-columns.ts'
import { nullable, packed } from './variants.ts'

/** Methods that look at all units together go through the engine of a single run; these allocate. */
const together =
  (method: AggregationMethod): ColumnAggregator =>
  ({ parts, weights, out, minPresent }) => {
    const done = aggregateNode(method, parts.map(nullable), { weights: [...weights], minPresent })
    if (done.kind === 'scores') out.set(packed(done.values))
    else out.fill(Number.NaN)
  }

const HAIR = 1e-9

/** A mean of scores within 0 and 1 may come out a hair beyond: coupling would refuse the whole draw for it. */
const coupling: ColumnAggregator = (columns) => {
  const held = columns.parts.map((part) => part.map((x) => (x > 1 && x < 1 + HAIR ? 1 : x < 0 && x > -HAIR ? 0 : x)))
  together('coupling')({ ...columns, parts: held })
}

const AGGREGATORS: Readonly<Record<AggregationMethod, ColumnAggregator>> = {
  arithmetic: arithmeticColumns,
  geometric: geometricColumns,
  harmonic: harmonicColumns,
  copeland: together('copeland'),
  topsis: together('topsis'),
  'grey-relational': together('grey-relational'),
  'rank-sum-ratio': together('rank-sum-ratio'),
  coupling,
}

/** The method as it runs draw after draw; the same scores as `aggregateNode` to the last digits. */
export const columnAggregator = (method: AggregationMethod): ColumnAggregator => AGGREGATORS[method]
