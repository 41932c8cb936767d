import { describe, expect, it } from 'vitest'
import type { TimeSeries } from '../series/time-series.ts'
import { differences, type FixtureSeries, fixture, X13_SERIES } from '../testing/fixture.ts'
import { adjustSeries } from './adjust-series.ts'
import type { Adjustment, AdjustSpec } from './adjust-spec.ts'

type File = { series: FixtureSeries; x13: Record<string, { d11: number[]; udg: Record<string, string> }> }

const done = (series: TimeSeries, spec?: AdjustSpec): Adjustment => {
  const outcome = adjustSeries(series, spec)
  if (outcome.kind === 'refused') throw new Error(outcome.message)
  return outcome
}

describe.each(X13_SERIES)('%s with airline forecasts', (name) => {
  it('gives the adjusted series of X-13: 1e-4 in the middle, 1e-3 everywhere', () => {
    const { series, x13 } = fixture<File>(`x13-${name}`)
    const off = differences(done(series, { mode: 'mult', arima: 'airline' }).adjusted, x13.x11_airline_fc?.d11 ?? [])
    expect(off).toHaveLength(series.values.length)
    expect(off[off.length >> 1]).toBeLessThan(1e-4)
    expect(off.at(-1)).toBeLessThan(1e-3)
  })
})

describe('Spring Festival', () => {
  const { series, x13 } = fixture<File>('x13-china-imports')
  const festival = { mode: 'mult', arima: 'airline', holidays: 'spring-festival' } as const
  it('imports: the week off and trading days by AICc, and the series of X-13', () => {
    const got = done(series, festival)
    expect(got.spec).toMatchObject({ holidays: 'spring-festival', tradingDays: 'td1' })
    expect(got.model?.regressors.map(({ name }) => name)).toEqual(['td1', 'post6'])
    const off = differences(got.adjusted, x13.cny_post6_x11?.d11 ?? [])
    expect(off[off.length >> 1]).toBeLessThan(1e-4)
    expect(off.at(-1)).toBeLessThan(1e-3)
    const aicc = Number(x13.cny_post6_x11?.udg.aicc?.trim().split(' ')[0])
    expect(got.trials[0]?.aicc).toBeCloseTo(aicc, 3)
    expect(got.holiday).toHaveLength(series.values.length)
  })
  it('new loans: too short to tell, so it says so and leaves it out', () => {
    const short = fixture<File>('x13-cn-newloans')
    const got = done(short.series, { ...festival, tradingDays: 'td1' })
    expect(got).toMatchObject({ spec: { holidays: 'none' }, holiday: null })
    expect(got.notes).toEqual(expect.arrayContaining(['festival-not-supported', 'short-series']))
    const off = differences(got.adjusted, short.x13.nocny_x11?.d11 ?? [])
    expect(off[off.length >> 1]).toBeLessThan(1e-4)
  })
})

describe('gaps', () => {
  const { series } = fixture<File>('x13-AirPassengers')
  const spec = { mode: 'mult', arima: 'airline' } as const
  const holed = { ...series, values: series.values.map((value, i) => (i === 60 || i === 61 ? null : value)) }
  it('come back as gaps, and the rest hardly moves', () => {
    const [whole, got] = [done(series, spec), done(holed, spec)]
    expect(got.filled).toEqual([60, 61])
    expect([got.adjusted[60], got.irregular[61], got.weights[60]]).toEqual([null, null, null])
    const off = whole.adjusted.flatMap((value, i) => {
      const other = got.adjusted[i] ?? null
      return value === null || other === null ? [] : [Math.abs(other / value - 1)]
    })
    expect(off).toHaveLength(142)
    expect(Math.max(...off)).toBeLessThan(0.02)
  })
})

it('a leap year that no value shows is no regressor: amounts with trading days are adjusted all the same', () => {
  const wave = Array.from({ length: 40 }, (_, i) => 100 + i + 9 * Math.sin((i * Math.PI) / 6) + ((i * 7919) % 13))
  const spec = { mode: 'add', arima: 'airline', tradingDays: 'td1' } as const
  const names = (start: TimeSeries['start']): (string | undefined)[] | undefined =>
    done({ frequency: 12, start, values: wave }, spec).model?.regressors.map(({ name }) => name)
  expect([names([2016, 3]), names([2016, 1])]).toEqual([['td1'], ['td1', 'leap']])
})

describe('what is left out of the spec', () => {
  const { series } = fixture<File>('x13-AirPassengers')
  it('none at all: mode by AICc and forecasts', () =>
    expect(done(series).spec).toMatchObject({ mode: 'mult', arima: 'airline', holidays: 'none' }))
  it('some: no forecasts', () =>
    expect(done(series, { mode: 'add' }).spec).toMatchObject({ mode: 'add', arima: 'none' }))
  it('a series of nought and below is adjusted by adding', () =>
    expect(done({ ...series, values: series.values.map((value) => value - 300) }).spec.mode).toBe('add'))
})

describe('what was really done', () => {
  const { series } = fixture<File>('x13-UKgas')
  it('names the stable filter where years are too few for the one asked, and gives no M8 to M11 then', () => {
    const short = { ...series, values: series.values.slice(0, 60) }
    const got = done(short, { mode: 'mult', seasonalma: 's3x15' })
    expect(got.spec.seasonalma).toBe('stable')
    expect(got.quality.m.slice(7)).toEqual([null, null, null, null])
    expect(done({ ...series, values: series.values.slice(0, 18) }, { mode: 'mult' }).spec.seasonalma).toBe('stable')
  })
  it('a season without any noise: no measure is made up', () => {
    const exact = { ...series, values: Array.from({ length: 24 }, (_, i) => 100 + ([3, -1, 4, -6][i % 4] ?? 0)) }
    const { quality: got } = done(exact, { mode: 'add' })
    const numbers = [...got.m, got.q, got.qWithoutM2, got.tests.stable.statistic, got.tests.moving.statistic]
    for (const value of numbers) expect(value === null || Number.isFinite(value)).toBe(true)
    expect(got.tests.identifiable).toBe('present')
  })
})

describe('refusals', () => {
  const month = (n: number, value: (i: number) => number | null): TimeSeries => ({
    frequency: 12,
    start: [2015, 1],
    values: Array.from({ length: n }, (_, i) => value(i)),
  })
  it.each<[string, TimeSeries, AdjustSpec | undefined, string]>([
    ['35 months', month(35, (i) => i + 1), undefined, 'too-short'],
    ['years', { ...month(40, (i) => i + 1), frequency: 1 }, undefined, 'frequency'],
    ['a trend longer than the series', month(48, (i) => i + 1), { mode: 'mult', trendma: 49 }, 'trend-filter'],
    ['one value', month(48, () => 7), undefined, 'constant'],
    ['a nought, multiplied', month(48, (i) => i % 12), { mode: 'mult' }, 'not-positive'],
    ['every other month', month(48, (i) => (i % 2 ? null : i + 1)), undefined, 'too-many-gaps'],
    ['no January in any year', month(48, (i) => (i % 12 === 0 ? null : i + 1)), undefined, 'season-missing'],
    [
      'festivals of 2031',
      { ...month(48, (i) => i + 1), start: [2027, 3] },
      { holidays: 'spring-festival' },
      'festival-years',
    ],
  ])('%s', (_, series, spec, reason) => expect(adjustSeries(series, spec)).toMatchObject({ kind: 'refused', reason }))
  it('36 months are enough', () =>
    expect(
      adjustSeries(
        month(36, (i) => 100 + i + 10 * Math.sin((i * Math.PI) / 6) + ((i * 7919) % 13)),
        { mode: 'mult' },
      ).kind,
    ).toBe('adjusted'))
})
