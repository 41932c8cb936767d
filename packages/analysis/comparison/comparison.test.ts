import {
  DEMONSTRATION,
  type FoundFigure,
  indicator,
  type Measure,
  printFigureRef,
  type SeriesKey,
  seriesKey,
} from '@yundiao/figures'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { belowMean } from './below-mean.ts'
import { type ComparisonInput, comparisonOf } from './comparison.ts'
import { competitionRanks } from './competition-ranks.ts'
import { firstKind, kindsHeld, PUBLISHED, type SeriesKind } from './series-kind.ts'

const DEMO: SeriesKind = { origin: 'department', concept: DEMONSTRATION }
const retail = indicator({ code: 'retail', name: '社零', leadDuty: 'x' })
const investment = indicator({
  code: 'fai',
  name: '固投',
  growth: 'published-only',
  levelShown: false,
  leadDuty: 'x',
})

type At = { region: string; period?: string; kind?: SeriesKind } & Partial<SeriesKey>

const found = (measure: Measure, value: number | null, at: At): FoundFigure => {
  const { region, period = '2022Q2', kind = PUBLISHED, ...series } = at
  const key = seriesKey({ indicator: 'retail', accumulation: 'ytd', ...kind, ...series, measure })
  return {
    series: key,
    region,
    period,
    value,
    printed: null,
    printedUnit: null,
    ref: printFigureRef({ city: '510700', series: key, region, period, vintage: 1 }),
    round: null,
    state: 'released',
    knownOn: '2022-07-20',
  }
}
const growth = (value: number | null, at: At) => found('growth-nominal', value, at)
const level = (value: number | null, at: At) => found('level', value, at)

const compared = (figures: readonly FoundFigure[], more: Partial<ComparisonInput> = {}) =>
  comparisonOf({
    indicator: retail,
    period: '2022Q2',
    figures,
    kind: PUBLISHED,
    mean: 'p',
    groups: [{ key: 'cities', regions: ['a', 'b', 'c', 'd'] }],
    ...more,
  })
const rowsOf = (...args: Parameters<typeof compared>) => compared(...args).groups[0]?.rows ?? []
const placesOf = (...args: Parameters<typeof compared>) =>
  rowsOf(...args).map(({ ranks }) => (ranks.growth.kind === 'none' ? null : [ranks.growth.kind, ranks.growth.place]))

describe('competitionRanks', () => {
  it.each([
    ['ties share a place and the next is skipped', [3, 5, 5, 1], 'up', [3, 1, 1, 4]],
    ['without a value there is no place', [null, 2, 1], 'up', [null, 1, 2]],
    ['where less is better the least is first', [3, 1, 2], 'down', [3, 1, 2]],
  ] as const)('%s', (_, values, better, places) => expect(competitionRanks(values, better)).toEqual(places))

  it('does not depend on the order the values come in', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 12 }), (values) => {
        const turned = competitionRanks(values.toReversed()).toReversed()
        expect(competitionRanks(values)).toEqual(turned)
      }),
      { numRuns: 50 },
    ))
})

describe('comparisonOf: places', () => {
  const three = [growth(0.05, { region: 'a' }), growth(0.07, { region: 'b' }), growth(null, { region: 'd' })]

  it('ranks those published and says among how many of how many; a gap and an unreported have no place', () => {
    const rows = rowsOf(three)
    expect(rows.map(({ growth: cell }) => cell.kind)).toEqual(['figure', 'figure', 'unreported', 'gap'])
    expect(placesOf(three)).toEqual([['computed', 2], ['computed', 1], null, null])
    expect(rows[0]?.ranks.growth).toMatchObject({ among: 2, of: 4, outcome: { formula: 'rank.among', mark: '测算' } })
  })

  it('a published place stands before ours, in its own row only', () => {
    const rank = found('rank', 3, { region: 'a', dims: { by: 'growth' } })
    expect(placesOf([...three, rank])).toEqual([['published', 3], ['computed', 1], null, null])
  })

  const before = (values: Readonly<Record<string, number>>) =>
    Object.entries(values).map(([region, value]) => growth(value, { region, period: '2022Q1' }))
  const movesOf = (figures: readonly FoundFigure[]) =>
    rowsOf(figures).map(({ moves }) => (moves.growth.kind === 'derived' ? moves.growth.value : moves.growth.reason))

  it('moves only where both places are held and the same regions were out', () => {
    expect(movesOf([...three, ...before({ a: 0.08, b: 0.02 })])).toEqual([-1, 1, 'input-missing', 'input-missing'])
    expect(movesOf([...three, ...before({ a: 0.08, b: 0.02, c: 0.01 })])).toEqual([
      'concept-differs',
      'concept-differs',
      'input-missing',
      'input-missing',
    ])
  })

  it('a published place and our own are no move', () => {
    const rank = found('rank', 3, { region: 'a', dims: { by: 'growth' } })
    expect(movesOf([...three, rank, ...before({ a: 0.08, b: 0.02 })])[0]).toBe('origin-differs')
    const last = found('rank', 5, { region: 'a', period: '2022Q1', dims: { by: 'growth' } })
    expect(movesOf([...three, rank, last])[0]).toBe(2)
  })
})

describe('comparisonOf: what is set against what', () => {
  it('points against the mean, last year and the last release', () => {
    const [row] = rowsOf([
      growth(0.05, { region: 'a' }),
      growth(0.062, { region: 'p' }),
      growth(0.03, { region: 'a', period: '2021Q2' }),
      growth(0.055, { region: 'a', period: '2022Q1' }),
    ])
    expect(row?.compare).toMatchObject({
      mean: { value: expect.closeTo(-0.012, 12) },
      lastYear: { value: expect.closeTo(0.02, 12) },
      before: { value: expect.closeTo(-0.005, 12) },
    })
    expect(row?.twoYear).toMatchObject({
      outcome: { value: expect.closeTo(Math.sqrt(1.03 * 1.05) - 1, 12), formula: 'growth.two-year', mark: '测算' },
    })
  })

  it('figures of the demonstration stay among themselves', () => {
    const figures = [
      growth(0.05, { region: 'a', kind: DEMO }),
      growth(0.09, { region: 'b' }),
      growth(0.04, { region: 'c', kind: DEMO }),
      growth(0.062, { region: 'p' }),
    ]
    expect(placesOf(figures, { kind: DEMO })).toEqual([['computed', 1], null, ['computed', 2], null])
    // One alone is first and last of nobody.
    expect(placesOf(figures.slice(0, 2), { kind: DEMO })).toEqual([null, null, null, null])
    expect(rowsOf(figures, { kind: DEMO })[0]?.compare.mean).toMatchObject({ kind: 'refused' })
  })

  it('offers what is published first, then kinds that at least three hold', () => {
    const regions = ['a', 'b', 'c', 'd']
    const demo = regions.map((region) => growth(0.05, { region, kind: DEMO }))
    expect(kindsHeld(demo, regions, '2022Q2')).toEqual([
      { ...PUBLISHED, regions: 0 },
      { ...DEMO, regions: 4 },
    ])
    expect(firstKind(kindsHeld(demo, regions, '2022Q2'))).toMatchObject(DEMO)
    // Two hold it: offered where nothing else is, not beside a published figure.
    expect(kindsHeld(demo.slice(2), regions, '2022Q2')).toHaveLength(2)
    expect(kindsHeld([...demo.slice(2), level(1, { region: 'a' })], regions, '2022Q2')).toHaveLength(1)
    expect(kindsHeld(demo, ['a'], '2022Q2')).toHaveLength(2)
    expect(firstKind(kindsHeld([...demo, level(1, { region: 'a' })], regions, '2022Q2'))).toMatchObject(PUBLISHED)
  })
})

describe('comparisonOf: amounts', () => {
  const singleOf = (figures: readonly FoundFigure[], more: Partial<ComparisonInput> = {}) =>
    rowsOf(figures, more)[0]?.single

  it('a quarter alone is one cumulative amount less the one before, or is refused in words', () => {
    expect(singleOf([level(250, { region: 'a' }), level(100, { region: 'a', period: '2022Q1' })])).toMatchObject({
      outcome: { value: 150, formula: 'level.single' },
    })
    expect(singleOf([level(250, { region: 'a' })])).toMatchObject({
      outcome: { kind: 'refused', message: '不能计算：上期累计数（2022Q1）未公布' },
    })
    expect(singleOf([level(100, { region: 'a', period: '2022Q1' })], { period: '2022Q1' })).toEqual({
      kind: 'as-cumulative',
    })
    expect(singleOf([], { indicator: investment })).toMatchObject({ outcome: { reason: 'not-applicable' } })
  })

  it('last year’s amounts give the base beside the median, from five on', () => {
    const regions = ['a', 'b', 'c', 'd', 'e', 'f']
    const groups = [{ key: 'cities', regions }]
    const bases = [10, 200, 300, 400, 500].map((value, i) =>
      level(value, { region: regions[i] ?? '', period: '2021Q2' }),
    )
    expect(rowsOf(bases, { groups }).map(({ base }) => base)).toEqual([
      { value: 10, median: 300 },
      { value: 200, median: 300 },
      { value: 300, median: 300 },
      { value: 400, median: 300 },
      { value: 500, median: 300 },
      null,
    ])
    expect(rowsOf(bases.slice(1), { groups })[1]?.base).toBeNull()
  })
})

describe('belowMean', () => {
  it('counts what is below of what could be compared', () => {
    const rows = rowsOf([growth(0.05, { region: 'a' }), growth(0.07, { region: 'b' }), growth(0.06, { region: 'p' })])
    expect(belowMean(rows.map(({ compare }) => compare.mean))).toMatchObject({ of: 2, outcome: { value: 1 } })
    expect(belowMean(rows.slice(2).map(({ compare }) => compare.mean))).toMatchObject({ outcome: { kind: 'refused' } })
  })
})
