import { describe, expect, it } from 'vitest'
import type { RegularSeries } from '../series/regular-series.ts'
import { targetCaseOf } from './target-case.ts'

const quarters = (n: number, parts: Partial<RegularSeries> = {}): RegularSeries => ({
  kind: 'regular',
  frequency: 4,
  start: [2018, 3],
  values: Array.from({ length: n }, (_, i) => i),
  basis: 'published',
  accumulation: 'ytd',
  joint: [],
  gaps: [],
  leftOut: 0,
  since: null,
  ...parts,
})
const target = { kind: 'growth', value: 0.06, year: 2022 } as const

describe('a case for the likelihood of a target', () => {
  it('has whole years and the places of this year', () => {
    expect(targetCaseOf(quarters(15), true, target)).toMatchObject({
      measure: 'rate',
      history: Array.from({ length: 12 }, (_, i) => i + 2),
      elapsed: [14],
    })
  })
  it('takes shares along', () =>
    expect(targetCaseOf(quarters(15), true, target, [0.2, 0.24])).toMatchObject({ shares: [0.2, 0.24] }))
  it.each<[string, RegularSeries, boolean, { kind: 'growth' | 'level'; value: number; year: number }, string]>([
    ['a year without a release', quarters(14), true, target, 'elapsed'],
    ['a year that is over', quarters(18), true, target, 'elapsed'],
    ['a growth target against amounts', quarters(15), false, target, 'target-kind'],
    ['rates of single quarters', quarters(15, { accumulation: 'period' }), true, target, 'target-kind'],
  ])('refuses %s', (_, series, isGrowth, asked, reason) =>
    expect(targetCaseOf(series, isGrowth, asked)).toMatchObject({ kind: 'refused', reason }),
  )
})
