import fc from 'fast-check'
import { expect, it } from 'vitest'
import { normaliseColumn } from '../normalise/normalise-column.ts'
import type { Normalisation } from '../scheme/normalisation.ts'
import type { Indicator } from '../scheme/scheme.ts'
import { inPlaceScorer } from './score-in-place.ts'
import { packed } from './variants.ts'

const spec = fc.constantFrom<Normalisation>(
  { method: 'none' },
  { method: 'minmax' },
  { method: 'minmax', range: [1, 10] },
  { method: '20+80' },
  { method: 'zscore' },
  { method: 'zscore', mean: 10, deviation: 2 },
  { method: 'benchmark' },
  { method: 'benchmark', floor: null, cap: 1.5, scale: 1 },
  { method: 'benchmark', floor: 0.2 },
)
const indicator = fc.record(
  {
    code: fc.constant('a'),
    weight: fc.constant(1),
    direction: fc.constantFrom(1 as const, -1 as const),
    benchmark: fc.constantFrom<NonNullable<Indicator['benchmark']>>(
      20,
      { of: 'mean' },
      { of: 'mean', k: 1.2 },
      { of: 'mean', k: 0.5, by: 'industry' },
    ),
    floor: fc.constantFrom(null, 0.5),
    cap: fc.constantFrom(null, 2),
  },
  { requiredKeys: ['code', 'weight', 'direction', 'benchmark'] },
)
const row = fc.tuple(fc.option(fc.integer({ min: -5, max: 60 }), { freq: 6 }), fc.constantFrom('化工', '装备'))

it('scores in place what normaliseColumn scores', () => {
  fc.assert(
    fc.property(indicator, spec, fc.array(row, { minLength: 1, maxLength: 12 }), (one, how, rows) => {
      const column = rows.map(([value]) => value)
      const groups = { industry: rows.map(([, group]) => group) }
      const want = normaliseColumn(column, one, how, { groups })
      if (want.kind !== 'scores') throw new Error(want.what)
      const mine = packed(column)
      inPlaceScorer(one, how, { units: rows.length, groups })?.(mine)
      want.values.forEach((score, i) => {
        if (score === null) expect(mine[i]).toBeNaN()
        else expect(mine[i]).toBeCloseTo(score, 11)
      })
    }),
    { numRuns: 400 },
  )
})

it.each(['percentile', 'vector', 'goalposts'] as const)('%s goes the long way', (method) =>
  expect(inPlaceScorer({ code: 'a', direction: 1, weight: 1 }, { method }, { units: 1, groups: {} })).toBeNull(),
)
