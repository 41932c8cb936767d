import { economyCatalogue } from '@yundiao/domains/economy'
import type { FoundFigure, Indicator, Outcome } from '@yundiao/figures'
import { describe, expect, it } from 'vitest'
import { compareOf, figOf, rankMoveShown, shownOf, unitShownOf } from './fig.ts'
import { leadsOf } from './leads.ts'

const indicator = (code: string): Indicator => {
  const found = economyCatalogue.get(code)
  if (!found) throw new Error(code)
  return found
}

describe('printed digits', () => {
  it.each([
    ['as the source has them', 78_430_000_000, '784.30', '亿元', '亿元', '784.30'],
    ['not rounded to the sheet’s places', 0.1605, '16.05', '%', '%', '16.05'],
    ['moved to the sheet’s unit', 5.38e12, '5.38', '万亿元', '亿元', '53800'],
    ['told in the canonical unit', 78_428_000_000, '78428000000', '元', '亿元', '784.28'],
    ['without digits of their own', 0.066, null, null, '%', '6.6'],
    ['an index under another head', 103, '103', '上年同期=100', '指数', '103'],
    ['a gap', null, null, null, '%', null],
  ] as const)('%s', (_, value, printed, printedUnit, unit, shown) =>
    expect(shownOf({ value, printed, printedUnit }, unit)).toBe(shown),
  )

  it.each([
    ['gdp', 'level', '亿元'],
    ['gdp', 'growth-real', '%'],
    ['gdp', 'rank', '位'],
    ['cpi', 'index', '指数'],
    ['cpi', 'growth-nominal', '%'],
    ['jobs', 'level', '人'],
  ])('%s %s is read in %s', (code, measure, unit) => expect(unitShownOf(indicator(code), measure)).toBe(unit))

  it('marks a declared gap', () => {
    const gap: FoundFigure = {
      series: {
        indicator: 'fai',
        measure: 'growth-nominal',
        accumulation: 'ytd',
        origin: 'official',
        concept: 'default',
        dims: {},
      },
      region: '510700',
      period: '2022Q1',
      value: null,
      printed: null,
      printedUnit: null,
      ref: 'fig:510700/fai.growth-nominal.ytd.official/510700/2022Q1@3',
      round: null,
      state: 'released',
      knownOn: '2022-04-20',
    }
    expect(figOf(gap, indicator('fai'))).toMatchObject({ value: null, shown: null, mark: '缺', vintage: 3 })
  })
})

const outcome = (value: number): Outcome => ({
  kind: 'derived',
  value,
  formula: 'growth.difference',
  version: 1,
  inputs: [],
  mark: '测算',
})

describe('differences', () => {
  it.each([
    [0.066 - 0.053, '+1.3'],
    [0.061 - 0.065, '−0.4'],
    [0.1605 - 0.053, '+10.8'],
    [0.0004, '持平'],
  ])('%d of a ratio reads %s 个百分点', (value, shown) =>
    expect(compareOf(outcome(value), 'points')).toMatchObject({
      shown,
      unitShown: '个百分点',
      formula: 'growth.difference',
    }),
  )

  it.each([
    [2, '↑2'],
    [-1, '↓1'],
    [0, '—'],
  ])('a rank moved by %d reads %s', (value, shown) => expect(rankMoveShown(outcome(value))).toBe(shown))
})

describe('who leads', () => {
  const rows = {
    duties: [{ duty: 'industry', unit: 'jxj' }],
    units: [{ id: 'jxj', shortName: '市经信局' }],
    charges: [
      { post: 'p', subjectKind: 'unit', subject: 'jxj', startsOn: '2022-01-01', endsOn: '2022-06-30' },
    ] as const,
    posts: [{ id: 'p', title: '副市长', holder: '某副市长', startsOn: null, endsOn: null }],
  }
  const iva = { code: 'iva', leadDuty: 'industry' }

  it.each([
    ['2021-12-31', null],
    ['2022-01-01', '某副市长'],
    ['2022-06-30', '某副市长'],
    ['2022-07-01', null],
  ] as const)('on %s the leader is %s', (on, leader) =>
    expect(leadsOf(rows, on)(iva)).toEqual({ unitId: 'jxj', unit: '市经信局', leader }),
  )

  it('stays 待明确 where no duty is given to a unit', () =>
    expect(leadsOf(rows, '2022-04-26')({ code: 'tax', leadDuty: 'taxation' })).toEqual({
      unitId: null,
      unit: null,
      leader: null,
    }))
})
