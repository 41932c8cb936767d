import { type FigureRef, type FoundFigure, seriesKey } from '@yundiao/figures'
import { expect, it } from 'vitest'
import { figureChecks } from './figure-checks.ts'

const figure = (indicator: string, printed: string, period = '2022Q1'): FoundFigure => ({
  series: seriesKey({ indicator, measure: 'level', accumulation: 'ytd' }),
  region: '510700',
  period,
  value: Number(printed) * 1e8,
  printed,
  printedUnit: '亿元',
  ref: `fig:510700/${indicator}.level.ytd.official/510700/${period}@1` as FigureRef,
  round: null,
  state: 'released',
  knownOn: '2022-04-21',
})

const growth = (indicator: string, printed: string): FoundFigure => ({
  ...figure(indicator, printed),
  series: seriesKey({ indicator, measure: 'growth-nominal', accumulation: 'ytd' }),
  value: Number(printed) / 100,
  printedUnit: '%',
})

const parts = [figure('va1', '51.15'), figure('va2', '310.31'), figure('va3', '422.82')]

it('finds the three industries to sum up to GDP, within rounding', () => {
  const gdp = figure('gdp', '784.28')
  expect(figureChecks(gdp, [gdp, ...parts])).toEqual([
    '第一产业增加值、第二产业增加值、第三产业增加值合计与地区生产总值相符',
  ])
})

it('says by how much they do not', () => {
  const gdp = figure('gdp', '784.38')
  expect(figureChecks(gdp, [gdp, ...parts])[0]).toContain('少0.10')
})

it('says nothing where a part is not known, or printed in another unit', () => {
  const gdp = figure('gdp', '784.28')
  expect(figureChecks(gdp, [gdp, ...parts.slice(1)])).toEqual([])
  expect(figureChecks(gdp, [gdp, ...parts.slice(1), { ...figure('va1', '511500'), printedUnit: '万元' }])).toEqual([])
})

it('sets a nominal growth against the levels of two years', () => {
  const budget = figure('budget', '110.00')
  const before = figure('budget', '100.00', '2021Q1')
  expect(figureChecks(budget, [budget, before, growth('budget', '10.0')])).toEqual(['增速与两年绝对额相符'])
  expect(figureChecks(budget, [budget, before, growth('budget', '12.0')])[0]).toContain('对不上')
})

it('finds a cumulative amount that fell', () => {
  const half = figure('retail', '90.0', '2022Q2')
  expect(figureChecks(half, [half, figure('retail', '100.0')])[0]).toContain('2022年上半年累计数小于2022年一季度')
})

it('checks no gap and no part of an indicator', () => {
  const gap = { ...figure('gdp', '784.28'), value: null }
  expect(figureChecks(gap, [gap, ...parts])).toEqual([])
})
