import { describe, expect, it } from 'vitest'
import { type FixtureSeries, fixture, furthest, X13_SERIES } from '../testing/fixture.ts'
import { hendersonWeights, musgraveWeights } from './henderson.ts'
import { quality } from './quality.ts'
import { x11 } from './x11.ts'
import type { SeasonalFilter, X11Mode, X11Spec } from './x11-spec.ts'

type Oracle = {
  spec: string
  d8?: number[]
  d10: number[]
  d11: number[]
  d12: number[]
  c17?: number[]
  udg: Record<string, string>
}
type File = { series: FixtureSeries; x13: Record<string, Oracle> }

/** What `x11{ mode=mult seasonalma=s3x9 sigmalim=(1.8 2.8) … }` asks for. */
const specOf = (text: string): X11Spec => {
  const word = (key: string): string | undefined => new RegExp(`${key}=(\\w+)`).exec(text)?.[1]
  const limits = /sigmalim=\(([\d.]+) ([\d.]+)\)/.exec(text)
  return {
    mode: (word('mode') ?? 'mult') as X11Mode,
    seasonalma: (word('seasonalma') ?? 'msr') as 'msr' | SeasonalFilter,
    trendma: word('trendma') ? Number(word('trendma')) : null,
    sigmalim: limits ? [Number(limits[1]), Number(limits[2])] : [1.5, 2.5],
  }
}

const cases = X13_SERIES.flatMap((name) => {
  const { series, x13 } = fixture<File>(`x13-${name}`)
  return Object.entries(x13)
    .filter(([key]) => /^x11_(plain|mult)/.test(key))
    .map(([key, oracle]) => ({ name, key, series, oracle }))
})
const placeOf = ({ frequency, start }: FixtureSeries) => ({ frequency, first: start[1] - 1 })

describe('a series so wild that its trend comes out below nought', () => {
  const wild = [9, 8, 1520, 9, 7, 1429, 9, 8, 1230, 1708, 1310, 1071, 1200, 9, 6, 2, 1533, 2, 4, 1163]
  // X-13ARIMA-SEATS build 59, table D12 of x11{ mode=… }, with its warning of negative values in the trend.
  it.each<[X11Mode, number[], number[]]>([
    [
      'mult',
      [0, 14, 16, 17],
      [
        484.988911280035, 484.988911280035, 945.918217031603, 565.413126885155, 354.395498978436, 186.235064162777,
        260.903810111627, 357.589811250864, 636.578569620391, 1193.506125058, 1642.52335312108, 1636.22207194392,
        1105.84906189187, 335.002572822908, 183.659906013019, 32.317239203131, 1165.52315039279, 1732.12610598763,
        2298.72906158246, 8549.86612967236,
      ],
    ],
    [
      'logadd',
      [2],
      [
        16.4101370735473, 203.236877128765, 450.224875800903, 697.212874473041, 247.076671068808, 133.787604679847,
        69.9359124653699, 198.866721740981, 2863.72312077044, 12226.5796748826, 17978.3258988073, 12538.611084299,
        2310.80051944177, 150.362133743816, 32.0896907020167, 101.373418919081, 225.559706838668, 59.6765109400648,
        15.8571189306261, 1519.4750923149,
      ],
    ],
  ])('%s: the neighbours stand there, as in X-13, and the places are told', (mode, places, trend) => {
    const spec = { mode, seasonalma: 'msr', trendma: null, sigmalim: [1.5, 2.5] } as const
    const tables = x11(wild, { frequency: 4, first: 0 }, spec)
    expect(furthest(tables.trend, trend)).toBeLessThan(1e-8)
    expect(tables.lifted).toEqual(places)
  })
})

it('covers seven series and seven specifications each', () => expect(cases).toHaveLength(49))

describe.each(cases)('$name $key', ({ series, oracle }) => {
  const spec = specOf(oracle.spec)
  const tables = x11(series.values, placeOf(series), spec)

  it('gives the tables of X-13 within 1e-8', () => {
    expect(furthest(tables.seasonal, oracle.d10)).toBeLessThan(1e-8)
    expect(furthest(tables.adjusted, oracle.d11)).toBeLessThan(1e-8)
    expect(furthest(tables.trend, oracle.d12)).toBeLessThan(1e-8)
    const irregular = oracle.d11.map((value, i) => {
      const trend = oracle.d12[i] ?? Number.NaN
      return spec.mode === 'add' ? value - trend : value / trend
    })
    expect(furthest(tables.irregular, irregular, 1e-3)).toBeLessThan(1e-8)
    if (oracle.d8) expect(furthest(tables.si, oracle.d8)).toBeLessThan(1e-8)
    if (oracle.c17) expect(furthest(tables.weights, oracle.c17)).toBeLessThan(1e-8)
  })

  it('chooses the filters X-13 chose', () => {
    if (oracle.udg.sfmsr) expect(tables.filter.filter).toBe(`s${oracle.udg.sfmsr}`)
    if (oracle.udg.finaltrendma) expect(tables.trendLength).toBe(Number(oracle.udg.finaltrendma))
  })

  it('gives M1–M11, Q and the tests of seasonality as printed', () => {
    const got = quality(series.values, placeOf(series), spec, tables)
    got.m.forEach((value, i) => {
      const printed = oracle.udg[`f3.m${String(i + 1).padStart(2, '0')}`]
      if (printed === undefined) expect([i, value]).toEqual([i, null])
      else expect(Math.abs((value ?? Number.NaN) - Number(printed)), `M${i + 1}`).toBeLessThanOrEqual(0.000501)
    })
    const printed = (key: string): number => Number(oracle.udg[key]?.trim().split(/\s+/)[0])
    expect(Math.abs(got.q - printed('f3.q'))).toBeLessThanOrEqual(0.00501)
    expect(Math.abs(got.qWithoutM2 - printed('f3.qm2'))).toBeLessThanOrEqual(0.00501)
    expect(Math.abs(got.tests.stable.statistic - printed('f2.fsd8'))).toBeLessThanOrEqual(0.000501)
    expect(Math.abs(got.tests.moving.statistic - printed('f2.msf'))).toBeLessThanOrEqual(0.000501)
    expect(Math.abs(got.tests.kruskalWallis.statistic - printed('f2.kw'))).toBeLessThanOrEqual(0.000501)
    expect(got.tests.identifiable !== 'not-present').toBe(oracle.udg['f2.idseasonal'] === 'yes')
  })
})

describe('short quarterly series', () => {
  // X-13ARIMA-SEATS build 59: x11{ mode=mult }, which chose 5, 7, 5 and 5 terms on the way.
  const values = [
    113, 86, 103, 101, 107, 97, 111, 99, 109, 102, 119, 104, 118, 113, 115, 108, 136, 101, 126, 105, 125, 121,
  ]
  const trend = [
    102.934958083, 95.8861537562, 96.9206522961, 103.461556535, 103.700238902, 102.687834301, 104.289681668,
    104.41887841, 104.879548576, 107.814033119, 110.684779763, 111.415740343, 113.553010162, 114.035354089,
    112.853186282, 114.485591987, 117.844962234, 118.594290407, 116.357990368, 114.84923577, 119.102299664,
    126.563399628,
  ]
  it('5 terms after 7 keep the ends of 5 terms, as X-13 has it', () => {
    const got = x11(
      values,
      { frequency: 4, first: 0 },
      { mode: 'mult', seasonalma: 'msr', trendma: null, sigmalim: [1.5, 2.5] },
    )
    expect(furthest(got.trend, trend)).toBeLessThan(1e-11)
  })
})

describe('Henderson weights', () => {
  it('are the printed 13-term weights', () => {
    const printed = [-0.01935, -0.02786, 0, 0.06549, 0.14736, 0.21434, 0.24006]
    printed.forEach((weight, i) => {
      expect(hendersonWeights(13)[i]).toBeCloseTo(weight, 5)
    })
  })
  it.each([5, 7, 9, 13, 23])('of %d terms sum to 1 and pass a cubic; ends pass a line', (length) => {
    const weights = Array.from(hendersonWeights(length))
    const half = (length - 1) / 2
    const moment = (power: number) => weights.reduce((sum, weight, i) => sum + weight * (i - half) ** power, 0)
    expect([moment(0), moment(1), moment(2), moment(3)].map((value) => Number(value.toFixed(9)) + 0)).toEqual([
      1, 0, 0, 0,
    ])
    const end = Array.from(musgraveWeights(weights, half + 1, 3.5))
    expect(end.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
  })
})

describe('properties of an adjustment', () => {
  const { series } = fixture<File>('x13-nottem')
  const spec: X11Spec = { mode: 'mult', seasonalma: 'msr', trendma: null, sigmalim: [1.5, 2.5] }
  it('puts the series together again, and follows its unit', () => {
    const once = x11(series.values, placeOf(series), spec)
    const scaled = x11(
      series.values.map((value) => value * 1e4),
      placeOf(series),
      spec,
    )
    series.values.forEach((value, i) => {
      const [s, t, e] = [once.seasonal[i] ?? 0, once.trend[i] ?? 0, once.irregular[i] ?? 0]
      expect(s * t * e).toBeCloseTo(value, 9)
      expect((scaled.adjusted[i] ?? 0) / 1e4).toBeCloseTo(once.adjusted[i] ?? 0, 8)
    })
  })
})
