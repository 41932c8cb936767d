import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Treatment } from '../scheme/treatment.ts'
import { fixture } from '../testing/fixture.ts'
import { treatColumn } from '../treat/treat-column.ts'
import { inPlaceTreater } from './treat-in-place.ts'
import { nullable, packed } from './variants.ts'

const SPECS: Treatment[] = [
  { method: 'none' },
  { method: 'winsorise' },
  { method: 'winsorise', most: 2, skew: 1, kurtosis: 1 },
  { method: 'log' },
  { method: 'log', always: true },
  { method: 'boxcox', lambda: 0 },
  { method: 'boxcox', lambda: 0.5, always: true },
  { method: 'auto' },
  { method: 'auto', most: 1, otherwise: 'boxcox', lambda: 0.3 },
]

const expectSame = (column: readonly (number | null)[], spec: Treatment): void => {
  const mine = packed(column)
  inPlaceTreater(spec, column.length)(mine)
  expect(nullable(mine)).toEqual(treatColumn(column, spec).values)
}

it.each(SPECS)('ASEM’s columns as a single run treats them: %j', (spec) => {
  const { Imputed } = fixture<{ Imputed: { columns: Record<string, (number | null)[]> } }>('asem-example-build')
  for (const column of Object.values(Imputed.columns)) {
    expectSame(column, spec)
    expectSame(
      column.map((value) => (value === null ? null : -value)),
      spec,
    )
  }
})

it('and any others, with gaps, equals and few values', () => {
  const value = fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: -4, max: 4 }) },
    { weight: 1, arbitrary: fc.constantFrom(1000, 1000, -1000, 5000, 0.5) },
    fc.constant(null),
  )
  fc.assert(
    fc.property(fc.array(value, { maxLength: 40 }), fc.constantFrom(...SPECS), (column, spec) =>
      expectSame(column, spec),
    ),
    { numRuns: 300 },
  )
})
