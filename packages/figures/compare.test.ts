import type { LocalDate } from '@yundiao/kernel'
import { describe, expect, it } from 'vitest'
import { growthChange, growthDifference, growthFromLevels, rankMove } from './compare.ts'
import { printFigureRef } from './figure-ref.ts'
import { cellOf, type FigureCell, type FoundFigure } from './found-figure.ts'
import { datedByReleases, knownOn } from './releases.ts'
import { BREAK_KINDS, type BreakKind, partsMeasure, type SeriesBreak } from './series-break.ts'
import { seriesKey } from './series-key.ts'
import type { FigureDraft, Measure, SeriesKey } from './types.ts'

const figure = (
  value: number | null,
  change: Partial<SeriesKey> = {},
  period = '2022Q1',
  region = '510700',
): FigureCell => {
  const series = seriesKey({ indicator: 'retail', measure: 'level', accumulation: 'ytd', ...change })
  const found: FoundFigure = {
    series,
    region,
    period,
    value,
    printed: null,
    printedUnit: null,
    ref: printFigureRef({ city: '510700', series, region, period, vintage: 1 }),
    round: null,
    state: 'released',
    knownOn: null,
  }
  return cellOf(found)
}
const growth = (value: number, change: Partial<SeriesKey> = {}, period = '2022Q1'): FigureCell =>
  figure(value, { measure: 'growth-nominal', ...change }, period)
const revised = (from: LocalDate, kind: BreakKind = '基数修订'): SeriesBreak => ({
  indicator: 'retail',
  region: '510700',
  from,
  kind,
  why: '2021年四季度起基数修订（依据：某公告），前后不可比',
})
const nominal = { growth: 'nominal', breaks: [] } as const
const now = figure(110)
const before = figure(100, {}, '2021Q1')

describe('what may not be computed says so', () => {
  it('forms growth from levels of one concept a year apart, marked 测算', () => {
    const answer = growthFromLevels(now, before, nominal)
    expect(answer).toMatchObject({ kind: 'derived', mark: '测算', formula: 'level.growth', version: 1 })
    if (answer.kind === 'derived') expect(answer.value).toBeCloseTo(0.1, 12)
  })

  it.each([
    ['growth-published-only', now, before, { growth: 'published-only', breaks: [] }],
    ['growth-published-only', now, before, { growth: 'real', breaks: [] }],
    ['concept-differs', now, figure(100, { concept: '区属' }, '2021Q1'), nominal],
    ['origin-differs', now, figure(100, { origin: 'dispatch' }, '2021Q1'), nominal],
    ['period-differs', now, figure(100, {}, '2021Q2'), nominal],
    ['period-differs', now, figure(100, {}, '2021Q1', '510000'), nominal],
    ['input-missing', now, figure(null, {}, '2021Q1'), nominal],
    ['input-missing', now, figure(0, {}, '2021Q1'), nominal],
    ['base-revised', now, before, { growth: 'nominal', breaks: [revised('2022-01-01')] }],
  ] as const)('%s', (reason, a, b, rule) => {
    expect(growthFromLevels(a, b, rule)).toMatchObject({ kind: 'refused', reason })
  })

  it.each([
    ['2021-03-31', 'derived'],
    ['2021-04-01', 'refused'],
    ['2022-03-31', 'refused'],
    ['2022-04-01', 'derived'],
  ] as const)('a base changed on %s: %s', (from, kind) => {
    expect(growthFromLevels(now, before, { growth: 'nominal', breaks: [revised(from)] }).kind).toBe(kind)
  })

  it('a declared change of concept is its own reason, and cites the document; one of another place parts nothing', () => {
    const of = (one: SeriesBreak) => growthFromLevels(now, before, { growth: 'nominal', breaks: [one] })
    expect(of(revised('2022-01-01', '口径变化'))).toEqual({
      kind: 'refused',
      reason: 'concept-differs',
      message: '不能推算：2021年四季度起基数修订（依据：某公告），前后不可比',
    })
    expect(of({ ...revised('2022-01-01'), region: '510000' }).kind).toBe('derived')
  })
  it('growth is parted by a change of concept alone, ranks by nothing', () => {
    const kinds = BREAK_KINDS.map((kind) =>
      ['level', 'growth-real', 'rank'].map((by) => partsMeasure({ kind }, by as Measure)),
    )
    expect(kinds).toEqual([
      [true, true, false],
      [true, false, false],
      [true, false, false],
    ])
  })

  it.each([
    ['period-differs', growth(0.05, {}, '2021')],
    ['concept-differs', growth(0.05, { concept: '区属' })],
    ['measure-differs', growth(0.05, { measure: 'growth-real' })],
    ['input-missing', { kind: 'unreported' }],
    ['not-applicable', { kind: 'not-applicable' }],
  ] as const)('difference of growth: %s', (reason, other) => {
    expect(growthDifference(growth(0.066), other)).toMatchObject({ kind: 'refused', reason })
  })

  it.each([
    ['口径变化', '2022-01-01', 'concept-differs'],
    ['基数修订', '2022-01-01', null],
    ['口径变化', '2021-01-01', null],
  ] as const)('growth against last year’s where %s is declared from %s', (kind, from, reason) => {
    const answer = growthChange(growth(0.066), growth(0.05, {}, '2021Q1'), [revised(from, kind)])
    expect(answer).toMatchObject(reason === null ? { kind: 'derived' } : { kind: 'refused', reason })
    if (answer.kind === 'derived') expect(answer.value).toBeCloseTo(0.016, 12)
  })

  it('moving from fifth to third is two places forward', () => {
    expect(rankMove(growth(3), growth(5))).toMatchObject({ kind: 'derived', value: 2 })
  })
})

describe('days on which figures were known', () => {
  const series = seriesKey({ indicator: 'gdp', measure: 'growth-real', accumulation: 'ytd' })
  const draft: FigureDraft = {
    series,
    unit: 'ratio',
    region: '000000',
    period: '2022Q1',
    value: 0.048,
    printed: '4.8',
    printedUnit: '%',
    round: null,
    note: null,
    knownOn: '2024-07-29',
    releaseState: 'released',
    passport: { kind: 'manual', reason: 'test' },
  }
  const release = {
    series,
    region: '000000',
    period: '2022Q1',
    releasedOn: '2022-04-18',
    value: 0.048,
    cite: { document: '国家统计局' },
  } as const

  it.each([
    ['2022-04-17', 0],
    ['2022-04-18', 1],
    ['2022-04-19', 1],
  ] as const)('a cited release makes it known on %s: %s', (on, count) => {
    expect(knownOn(datedByReleases([draft], [release]), on, '2026-01-01')).toHaveLength(count)
  })

  it('a value revised since was not known on the day of release', () => {
    expect(datedByReleases([{ ...draft, value: 0.049 }], [release])[0]?.knownOn).toBe('2024-07-29')
  })

  it('a figure without a dated source is known from the day it is loaded', () => {
    const { knownOn: _, ...undated } = draft
    expect((['2025-12-31', '2026-01-01'] as const).map((on) => knownOn([undated], on, '2026-01-01').length)).toEqual([
      0, 1,
    ])
  })
})
