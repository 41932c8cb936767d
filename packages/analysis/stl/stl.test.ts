import { describe, expect, it } from 'vitest'
import { type FixtureSeries, fixture, furthest, R_SERIES } from '../testing/fixture.ts'
import { mstl } from './mstl.ts'
import { type StlSpec, stl, stlSettings } from './stl.ts'
import { stlSeries } from './stl-series.ts'

type Oracle = {
  call: Record<string, string | number | boolean>
  window: Record<'s' | 't' | 'l', number>
  jump: Record<'s' | 't' | 'l', number>
  degree: Record<'s' | 't' | 'l', number>
  inner: number
  outer: number
  seasonal: number[]
  trend: number[]
  weights?: number[]
}
type File = { series: FixtureSeries; stl: Record<string, Oracle>; mstl: { trend: number[]; seasonal: number[] } }

const specOf = ({ call }: Oracle): StlSpec => ({
  seasonalWindow: call['s.window'] as number | 'periodic',
  robust: call.robust === true,
  ...(call['t.window'] === undefined ? {} : { trendWindow: Number(call['t.window']) }),
  ...(call['s.degree'] === undefined ? {} : { degrees: { seasonal: Number(call['s.degree']) } }),
  ...(call['s.jump'] === undefined
    ? {}
    : { jumps: { seasonal: Number(call['s.jump']), trend: Number(call['t.jump']), low: Number(call['l.jump']) } }),
})

const files = R_SERIES.map((name) => ({ name, file: fixture<File>(`ts-${name}`) }))
const cases = files.flatMap(({ name, file }) =>
  Object.entries(file.stl).map(([key, oracle]) => ({ name, key, series: file.series, oracle })),
)

describe.each(cases)('$name $key', ({ series, oracle }) => {
  it('takes the defaults of R', () => {
    const { seasonal, trend, low, inner, outer } = stlSettings(series.values.length, series.frequency, specOf(oracle))
    expect([seasonal.window, trend.window, low.window]).toEqual([oracle.window.s, oracle.window.t, oracle.window.l])
    expect([seasonal.jump, trend.jump, low.jump]).toEqual([oracle.jump.s, oracle.jump.t, oracle.jump.l])
    expect([seasonal.degree, trend.degree, low.degree]).toEqual([oracle.degree.s, oracle.degree.t, oracle.degree.l])
    expect([inner, outer]).toEqual([oracle.inner, oracle.outer])
  })
  it('gives the parts of R within 1e-8', () => {
    const got = stl(series.values, series.frequency, specOf(oracle))
    // Near 0 a part is held to a thousandth of its own size.
    expect(furthest(got.seasonal, oracle.seasonal, 1e-3)).toBeLessThan(1e-8)
    expect(furthest(got.trend, oracle.trend, 1e-3)).toBeLessThan(1e-8)
    if (oracle.weights) expect(furthest(got.weights, oracle.weights, 1e-3)).toBeLessThan(1e-8)
    series.values.forEach((value, i) => {
      expect((got.seasonal[i] ?? 0) + (got.trend[i] ?? 0) + (got.remainder[i] ?? 0)).toBeCloseTo(value, 7)
    })
  })
})

it.each(files)('MSTL of $name within 1e-8', ({ file: { series, mstl: oracle } }) => {
  const got = mstl(series.values, [series.frequency])
  expect(furthest(got.trend, oracle.trend, 1e-3)).toBeLessThan(1e-8)
  expect(furthest(got.seasonal[0] ?? [], oracle.seasonal, 1e-3)).toBeLessThan(1e-8)
})

it('jumps beyond half a window end as R ends them: the last point on the window of the last step', () => {
  const y = [3, 8, 5, 1, 4, 9, 7, 2, 6, 10, 6, 3, 5, 12, 8, 2, 7, 11, 9, 5, 8, 14, 10]
  const spec = {
    seasonalWindow: 7,
    trendWindow: 7,
    degrees: { seasonal: 1 },
    jumps: { seasonal: 5, trend: 6, low: 4 },
  }
  const got = stl(y, 4, spec)
  // R 4.2.2: stl(ts(y, frequency = 4), s.window = 7, t.window = 7, s.degree = 1, s.jump = 5, t.jump = 6, l.jump = 4)
  const trend = [
    7.9059677436134, 8.14144208194103, 8.64027475502114, 9.13910742810125, 9.63794010118136, 10.13677277426147,
  ]
  const seasonal = [
    4.18547307091038, 0.582526112537232, -4.011802638930389, -0.833383905112314, 4.308407860770314, 0.538328730040836,
  ]
  expect(furthest(got.trend.slice(-6), trend)).toBeLessThan(1e-12)
  expect(furthest(got.seasonal.slice(-6), seasonal)).toBeLessThan(1e-12)
})

it.each([
  ['two cycles', 4, Array(8).fill(1), 'too-short'],
  ['a gap', 4, [...Array(8).fill(1), null], 'gaps'],
  ['a year of one period', 1, Array(9).fill(1), 'frequency'],
] as const)('refuses %s', (_, frequency, values, reason) =>
  expect(stlSeries({ frequency, start: [2020, 1], values }, { seasonalWindow: 7 })).toMatchObject({
    kind: 'refused',
    reason,
  }),
)
