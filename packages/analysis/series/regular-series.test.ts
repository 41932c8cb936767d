import type { Accumulation, BreakKind, FoundFigure, Measure, SeriesBreak } from '@yundiao/figures'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placePeriod } from './place-period.ts'
import { type RegularSeries, regularSeries } from './regular-series.ts'

type Told = { measure?: Measure; accumulation?: Accumulation; concept?: string; region?: string }

const figure = (period: string, value: number | null, told: Told = {}): FoundFigure => ({
  series: {
    indicator: 'retail',
    measure: told.measure ?? 'level',
    accumulation: told.accumulation ?? 'period',
    origin: 'official',
    concept: told.concept ?? 'default',
    dims: {},
  },
  region: told.region ?? '510700',
  period,
  value,
  printed: null,
  printedUnit: null,
  ref: `fig:${period}`,
  round: null,
  state: 'released',
  knownOn: null,
})

const pad = (n: number): string => String(n).padStart(2, '0')
const months = (years: number, value: (year: number, month: number) => FoundFigure | null): FoundFigure[] =>
  Array.from({ length: years * 12 }, (_, i) => value(2017 + Math.floor(i / 12), (i % 12) + 1)).filter(
    (one) => one !== null,
  )

const regular = (figures: readonly FoundFigure[]): RegularSeries => {
  const got = regularSeries(figures)
  if (got.kind === 'refused') throw new Error(got.message)
  return got
}

describe('a declared break', () => {
  const since = (kind: BreakKind): SeriesBreak => ({
    indicator: 'retail',
    region: '510700',
    from: '2019-01-01',
    kind,
    why: '2019年起变动（依据：某公告）',
  })
  const told = months(5, (year, month) => figure(`${year}-${pad(month)}`, year < 2019 ? month : 100 + month))
  it('amounts are taken from there on; too few are refused, and both say why', () => {
    const got = regularSeries(told, [since('基数修订')])
    expect(got).toMatchObject({ kind: 'regular', start: [2019, 1], leftOut: 24, since: '2019年起变动（依据：某公告）' })
    expect(regularSeries(told.slice(0, 30), [since('区划调整')])).toMatchObject({
      kind: 'refused',
      reason: 'too-short',
      message: expect.stringContaining('（2019年起变动（依据：某公告））'),
    })
  })
  it.each([
    ['基数修订', 2017],
    ['口径变化', 2019],
  ] as const)('rates by month after %s begin in %d', (kind, year) => {
    const rates = months(5, (y, m) => figure(`${y}-${pad(m)}`, 0.05, { measure: 'growth-nominal' }))
    expect(regularSeries(rates, [since(kind)])).toMatchObject({ start: [year, 1] })
  })
})

describe('amounts', () => {
  it('of months stand as published', () => {
    const got = regular(months(3, (year, month) => figure(`${year}-${pad(month)}`, month)))
    expect(got).toMatchObject({ frequency: 12, start: [2017, 1], basis: 'published', gaps: [], joint: [], leftOut: 0 })
    expect(got.values).toHaveLength(36)
  })
  it('January and February together: added up to quarters, not split', () => {
    const got = regular(
      months(3, (year, month) =>
        month === 1 ? null : figure(month === 2 ? `${year}-01/02` : `${year}-${pad(month)}`, month === 2 ? 20 : 1),
      ),
    )
    expect(got).toMatchObject({ frequency: 4, start: [2017, 1], basis: 'quarters', accumulation: 'period' })
    expect(got.values).toEqual([21, 3, 3, 3, 21, 3, 3, 3, 21, 3, 3, 3])
  })
  it('cumulative ones are taken apart, quarters by quarters', () => {
    const got = regular(
      [2019, 2020, 2021].flatMap((year) =>
        ['Q1', 'Q2', 'Q3', ''].map((q, i) => figure(`${year}${q}`, 10 * (i + 1), { accumulation: 'ytd' })),
      ),
    )
    expect(got).toMatchObject({ frequency: 4, basis: 'single', accumulation: 'period' })
    expect(got.values).toEqual(Array(12).fill(10))
  })
  it('cumulative ones by month from February on: January stays with February, so by quarter', () => {
    const spelled = (year: number, month: number) =>
      month === 12 ? `${year}` : month % 3 === 0 ? `${year}Q${month / 3}` : `${year}-${pad(month)}`
    const got = regular(
      months(3, (year, month) =>
        month === 1 ? null : figure(spelled(year, month), 10 * month, { accumulation: 'ytd' }),
      ),
    )
    expect(got).toMatchObject({ frequency: 4, basis: 'quarters' })
    expect(got.values).toEqual(Array(12).fill(30))
  })
})

describe('rates', () => {
  it('without a January are no gap; the release of two months stands at February', () => {
    const got = regular(
      months(3, (year, month) =>
        month === 1 ? null : figure(`${year}-${pad(month)}`, 0.05, { measure: 'growth-nominal', accumulation: 'ytd' }),
      ),
    )
    expect(got).toMatchObject({ frequency: 12, start: [2017, 2], gaps: [], accumulation: 'ytd' })
    expect(got.values[11]).toBeNull()
    expect(got.joint).toEqual([0, 12, 24])
    expect([0, 1, 10].map((i) => placePeriod(got, i)?.text)).toEqual(['2017-02', '2017Q1', '2017'])
  })
  it('a missing July is a gap and is said', () => {
    const got = regular(
      months(3, (year, month) =>
        year === 2018 && month === 7 ? null : figure(`${year}-${pad(month)}`, 0.05, { measure: 'growth-real' }),
      ),
    )
    expect(got.gaps).toEqual([18])
  })
})

describe('what stands apart', () => {
  it('a yearly figure and a lone quarter before are left out, and counted', () => {
    const series = [2019, 2020, 2021].flatMap((year) => [1, 2, 3, 4].map((q) => figure(`${year}Q${q}`, q)))
    const got = regular([figure('2014', 9), figure('2016Q2', 9), ...series])
    expect([got.values.length, got.leftOut]).toEqual([12, 2])
  })
  it.each<[string, FoundFigure[], string]>([
    ['nothing', [], 'no-points'],
    ['gaps only', [figure('2021Q1', null)], 'no-points'],
    ['years', [2018, 2019, 2020, 2021].map((year) => figure(`${year}`, 1, { accumulation: 'ytd' })), 'yearly-only'],
    ['two concepts', [figure('2021Q1', 1), figure('2021Q2', 1, { concept: '区属' })], 'concept-differs'],
    ['two regions', [figure('2021Q1', 1), figure('2021Q2', 1, { region: '510781' })], 'concept-differs'],
    ['ranks', [figure('2021Q1', 1, { measure: 'rank' })], 'not-applicable'],
    ['ten days', [figure('2021-04上', 1)], 'period-differs'],
    [
      'one quarter beside years',
      [figure('2021', 1, { accumulation: 'ytd' }), figure('2022Q1', 1, { accumulation: 'ytd' })],
      'too-short',
    ],
  ])('refuses %s', (_, figures, reason) => expect(regularSeries(figures)).toMatchObject({ kind: 'refused', reason }))
  it('says how many there are and how many it takes', () =>
    expect(regularSeries([figure('2021Q3', 1), figure('2021Q4', 1)])).toMatchObject({ have: 2, need: 11 }))
})

it('does not hang on the order releases come in', () => {
  const all = months(3, (year, month) => figure(`${year}-${pad(month)}`, year * month))
  const want = regularSeries(all)
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      expect(regularSeries(shuffled)).toEqual(want)
    }),
    { numRuns: 20 },
  )
})
