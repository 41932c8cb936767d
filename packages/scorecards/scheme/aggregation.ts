/** How the scores below a node become its own. */
export type AggregationMethod =
  | 'arithmetic'
  | 'geometric'
  | 'harmonic'
  | 'copeland'
  | 'topsis'
  | 'grey-relational'
  | 'rank-sum-ratio'
  | 'coupling'

/**
 * `perLevel` names the method from the lowest nodes up; above its end `method` holds. A node is one level above the
 * highest of those below it. `perNode` names it by code and goes first. `minPresent`: with less than this share of its
 * parts a node has no score.
 */
export type Aggregation = {
  method: AggregationMethod
  perLevel?: readonly AggregationMethod[]
  perNode?: Readonly<Record<string, AggregationMethod>>
  minPresent?: number
}
