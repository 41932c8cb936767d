import { canonicalYtd, type FigureDraft } from '@yundiao/figures'
import { describe, expect, it } from 'vitest'
import { mianyang } from '../index.ts'
import { DEMO_COUNTIES, DEMO_PERIODS } from './figure-tables.ts'
import { demoFigures } from './figures.ts'

const CITY = '510700'
const cell = (indicator: string, isLevel: boolean, region: string, period: string): FigureDraft => {
  const found = demoFigures.filter(
    (one) =>
      one.series.indicator === indicator &&
      (one.series.measure === 'level') === isLevel &&
      one.region === region &&
      one.period === period,
  )
  const [only] = found
  if (found.length !== 1 || !only) throw new Error(`${indicator} ${region} ${period}: ${found.length}`)
  return only
}
const value = (...at: Parameters<typeof cell>): number => cell(...at).value ?? Number.NaN

describe('figures of the demonstration', () => {
  it('are five indicators, three with levels, of nine counties and the city over five quarters, each once', () => {
    expect(demoFigures).toHaveLength((5 + 3) * 10 * 5)
    expect(
      new Set(demoFigures.map(({ series, region, period }) => JSON.stringify([series, region, period]))).size,
    ).toBe(demoFigures.length)
  })
  it('are spelled, printed and dated as released ones are', () => {
    for (const { period, knownOn, printed, value: held, unit } of demoFigures) {
      expect(canonicalYtd(period)).toBe(period)
      expect(Boolean(knownOn && knownOn <= mianyang.demonstrationDay)).toBe(true)
      expect(Number(printed)).toBeCloseTo((held ?? Number.NaN) * (unit === '元' ? 1e-8 : 100), 9)
    }
  })
  it.each(['gdp', 'retail', 'budget'])('%s: counties add up to the city, its growth lies among theirs', (indicator) => {
    for (const period of DEMO_PERIODS) {
      const of = (isLevel: boolean) => DEMO_COUNTIES.map((county) => value(indicator, isLevel, county, period))
      expect(of(true).reduce((a, b) => a + b, 0)).toBe(value(indicator, true, CITY, period))
      const city = value(indicator, false, CITY, period)
      expect([city > Math.min(...of(false)), city < Math.max(...of(false))]).toEqual([true, true])
    }
  })
  it.each(['retail', 'budget'])('%s: growth is the ratio of the levels as printed', (indicator) => {
    for (const region of [...DEMO_COUNTIES, CITY]) {
      const before = value(indicator, true, region, '2021Q1')
      const ratio = value(indicator, true, region, '2022Q1') / before - 1
      // A tenth of a point of the rate, a hundredth of 亿元 of the levels.
      expect(Math.abs(ratio - value(indicator, false, region, '2022Q1'))).toBeLessThan(0.0005 + 1e6 / before)
    }
  })
  it('江油 falls, industry and investment with it, and lags every other county', () => {
    for (const indicator of ['gdp', 'iva', 'fai', 'retail', 'budget']) {
      const of = (region: string, period = '2022Q1') => value(indicator, false, region, period)
      expect(of('510781')).toBe(Math.min(...DEMO_COUNTIES.map((county) => of(county))))
      expect(of('510781')).toBeLessThan(of('510781', '2021') - 0.05)
    }
    expect([value('iva', false, '510781', '2022Q1') < 0, value('fai', false, '510781', '2022Q1') < 0]).toEqual([
      true,
      true,
    ])
  })
})
