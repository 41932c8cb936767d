import { describe, expect, it } from 'vitest'
import type { Normalisation } from '../scheme/normalisation.ts'
import { fixture, furthest, type Table } from '../testing/fixture.ts'
import { benchmarksOf, ratioToBenchmark } from './benchmark.ts'
import { endsOf } from './goalposts.ts'
import { normaliseColumn } from './normalise-column.ts'

const treated = fixture<{ Treated: Table }>('asem-example-build').Treated
const { iMeta } = fixture<{ iMeta: { iCode: string[]; Direction: (1 | -1)[] } }>('asem-input')
const directionOf = (code: string): 1 | -1 => iMeta.Direction[iMeta.iCode.indexOf(code)] ?? 1
const wanted = fixture<Record<string, Table>>('asem-normalise')

const CASES: [string, Normalisation][] = [
  ['minmax_0_100', { method: 'minmax' }],
  ['minmax_1_100', { method: 'minmax', range: [1, 100] }],
  ['zscore_0_1', { method: 'zscore' }],
  ['rank_min', { method: 'rank' }],
  ['prank', { method: 'percentile' }],
  ['borda', { method: 'borda' }],
  ['dist2max', { method: 'distance-to-best' }],
  ['fracmax', { method: 'share-of-best' }],
]

/** Two pairs of this column differ beyond the 15 digits stored, so that equals here have places of their own there. */
const CUT_SHORT = 'TolMin'
const BY_PLACE = ['rank_min', 'prank', 'borda']

describe.each(CASES)('ASEM %s as COINr, within 1e-9', (name, spec) => {
  const table = wanted[name]
  const codes = Object.keys(treated.columns).filter((code) => !(BY_PLACE.includes(name) && code === CUT_SHORT))
  it.each(codes)('%s', (code) => {
    const done = normaliseColumn(treated.columns[code] ?? [], { code, direction: directionOf(code), weight: 1 }, spec)
    expect(done.kind === 'scores' && furthest(done.values, table?.columns[code] ?? [])).toBeLessThan(1e-12)
  })
})

describe('goalposts', () => {
  const less = { code: 'a', direction: -1, weight: 1 } as const
  it('two numbers in ascending order are read by direction; in descending order they speak for themselves', () => {
    expect(endsOf([10, 20], 1)).toMatchObject({ worst: 10, best: 20 })
    expect(endsOf([10, 20], -1)).toMatchObject({ worst: 20, best: 10 })
    expect(endsOf([20, 10], -1)).toMatchObject({ worst: 20, best: 10 })
  })
  it('distance to frontier, and a bent one', () => {
    const posts = { ...less, goalposts: { worst: 100, best: 0 } }
    const spec = { method: 'distance-to-frontier' } as const
    expect(normaliseColumn([120, 100, 25, 0, -3, null], posts, spec)).toMatchObject({
      values: [0, 0, 75, 100, 100, null],
    })
    const bent = { ...less, goalposts: { worst: 84, best: 26.1, power: 0.8 } }
    const done = normaliseColumn([60], bent, spec)
    expect(done.kind === 'scores' && done.values[0]).toBeCloseTo(100 * (24 / 57.9) ** 0.8, 10)
  })
  it('without them goalposts are lacking; a frontier is the best seen', () => {
    expect(normaliseColumn([1, 2], less, { method: 'goalposts' })).toEqual({ kind: 'lacks', what: 'goalposts' })
    expect(normaliseColumn([1, 3, 2], less, { method: 'distance-to-frontier' })).toMatchObject({ values: [100, 0, 50] })
  })
})

describe('benchmark', () => {
  const how = { direction: 1, floor: 0, cap: null, scale: 100 } as const
  it.each([
    ['a ratio', 12, 10, {}, 120],
    ['capped', 18, 10, { cap: 1.5 }, 150],
    ['a refund counts as nothing', -4, 10, {}, 0],
    ['without a floor it counts against', -4, 10, { floor: null }, -40],
    ['less is better', 5, 10, { direction: -1 as const }, 200],
    ['nothing used, less is better: the cap', 0, 10, { direction: -1 as const, cap: 1.5 }, 150],
    ['nothing used, no cap: no score', 0, 10, { direction: -1 as const }, null],
    ['no benchmark above 0: no score', 5, 0, {}, null],
  ])('%s', (_, value, by, change, score) => {
    const [got] = ratioToBenchmark([value], [by], { ...how, ...change })
    if (score === null) expect(got).toBeNull()
    else expect(got).toBeCloseTo(score, 10)
  })
  it('the mean of the group, or of its best', () => {
    const groups = ['甲', '甲', '乙', '乙', '乙']
    expect(benchmarksOf([1, 3, 4, null, 8], { of: 'mean' }, { direction: 1, groups })).toEqual([2, 2, 6, 6, 6])
    expect(benchmarksOf([1, 2, 3, 10], { of: 'top-mean', top: 0.5, k: 2 }, { direction: -1 })).toEqual([3, 3, 3, 3])
  })
})

it('20+80: from 20 to 100', () =>
  expect(normaliseColumn([0, 5, 10], { code: 'a', direction: 1, weight: 1 }, { method: '20+80' })).toMatchObject({
    values: [20, 60, 100],
  }))
it('a column that tells nobody apart has no scores', () =>
  expect(normaliseColumn([3, 3], { code: 'a', direction: 1, weight: 1 }, { method: 'minmax' })).toMatchObject({
    values: [null, null],
  }))
