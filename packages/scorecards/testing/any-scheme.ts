import fc from 'fast-check'
import type { AggregationMethod } from '../scheme/aggregation.ts'
import type { Normalisation } from '../scheme/normalisation.ts'
import type { Inputs, Missing, Scheme } from '../scheme/scheme.ts'
import type { Treatment } from '../scheme/treatment.ts'
import type { Weighting } from '../scheme/weighting.ts'

const METHODS: Normalisation['method'][] = [
  'none',
  'minmax',
  'zscore',
  'rank',
  'percentile',
  'borda',
  'distance-to-frontier',
  'goalposts',
  'distance-to-target',
  'distance-to-best',
  'share-of-best',
  'benchmark',
  '20+80',
  'vector',
]
const AGGREGATIONS: AggregationMethod[] = [
  'arithmetic',
  'geometric',
  'harmonic',
  'copeland',
  'topsis',
  'grey-relational',
  'rank-sum-ratio',
  'coupling',
]
const anyTreatment = fc.constantFrom<Treatment>(
  { method: 'none' },
  { method: 'auto' },
  { method: 'winsorise', most: 2 },
  { method: 'log', always: true },
  { method: 'boxcox', lambda: 0.5 },
)
const anyWeighting = fc.constantFrom<Weighting>(
  { method: 'given' },
  { method: 'equal' },
  { method: 'entropy' },
  { method: 'critic' },
  { method: 'pca' },
  { method: 'pca', kind: 'loadings' },
  { method: 'combined', of: [{ method: 'entropy' }, { method: 'critic' }], by: 'product' },
)
const anyMissing = fc.constantFrom<Missing>('zero', 'mean', 'mean-score', 'reweight', 'fail')
const anyCell = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => (Math.abs(x) < 1e-9 ? 0 : x)) },
  { weight: 3, arbitrary: fc.constantFrom<number | null>(0, 1, 1, null) },
)

/** Two levels, four indicators, any method of each kind. */
export const anyScheme: fc.Arbitrary<Scheme> = fc
  .record({
    normalise: fc.constantFrom(...METHODS).map((method) => ({ method }) as Normalisation),
    low: fc.constantFrom(...AGGREGATIONS),
    high: fc.constantFrom(...AGGREGATIONS),
    treat: anyTreatment,
    weights: anyWeighting,
    missing: anyMissing,
  })
  .map(({ low, high, ...rest }) => ({
    ...rest,
    indicators: (['a', 'b', 'c', 'd'] as const).map((code, i) => ({
      code,
      ...(i < 3 ? { parent: '质量' } : {}),
      direction: i === 1 ? (-1 as const) : (1 as const),
      weight: i + 1,
      goalposts: [-5, 5] as const,
      target: 3,
      benchmark: 2,
    })),
    aggregate: { method: high, perLevel: [low] },
    grades: { grades: [{ grade: 'A', atMost: 0.3 }, { grade: 'B' }, { grade: 'C', atLeast: 0.1 }] },
  }))

/** Up to a dozen units with gaps and equals. */
export const anyInputs: fc.Arbitrary<Inputs> = fc
  .array(fc.tuple(anyCell, anyCell, anyCell, anyCell), { minLength: 1, maxLength: 12 })
  .map((rows) => ({
    units: rows.map((_, i) => `${i}`),
    values: Object.fromEntries(['a', 'b', 'c', 'd'].map((code, j) => [code, rows.map((row) => row[j] ?? null)])),
  }))

/** Every number of a value, however deep. */
export const numbersIn = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(numbersIn)
      : []
