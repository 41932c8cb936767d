import { describe, expect, it } from 'vitest'
import type { Amount } from './amount.ts'
import { amountAtLastYearsPrices, growthAtConstantPrices, splitByPrice } from './constant-prices.ts'
import { contributions } from './contribution.ts'
import { impliedDeflator, points, twoYearAverage } from './growth.ts'
import { singleFromCumulative } from './single-period.ts'

const percent = (value: number, digits = 1): number => Number((value * 100).toFixed(digits))
const numberOf = (got: { kind: string; value?: number }): number => got.value ?? Number.NaN
const ytd = (period: string, value: number): Amount => ({
  period,
  accumulation: 'ytd',
  concept: '生产法',
  base: '2020',
  value,
})

/** Amounts and growth as the releases print them; sources in the city's data. */
describe('published figures', () => {
  it.each([
    ['绵阳 2021', [377.32, 1352.65, 1620.32], 3350.29],
    ['绵阳 2022 一季度', [51.15, 310.31, 422.82], 784.28],
    ['绵阳 2022 上半年', [143.78, 649.69, 824.25], 1617.72],
    ['四川 2022 一季度', [808.42, 4682.16, 7248.66], 12739.24],
  ] as const)('%s：三次产业相加为总量', (_, parts, total) =>
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(total, 9),
  )
  it.each([
    ['绵阳 2022 一季度', [51.15, 0.045], [310.31, 0.076], [422.82, 0.062], 0.066],
    ['绵阳 2022 上半年', [143.78, 0.056], [649.69, 0.035], [824.25, 0.045], 0.042],
    ['四川 2022 一季度', [808.42, 0.043], [4682.16, 0.064], [7248.66, 0.048], 0.053],
  ] as const)('%s：各产业推得的总体增速印一位小数与公布数相差不超过 0.1', (_, first, second, third, published) => {
    const got = contributions([first, second, third].map(([level, growth], i) => ({ name: String(i), level, growth })))
    if (got.kind === 'refused') throw new Error(got.message)
    expect(Math.abs(percent(got.impliedGrowth) - percent(published))).toBeLessThanOrEqual(0.1 + 1e-9)
  })
  it.each([
    ['二季度', ytd('2022H1', 1617.72), ytd('2022Q1', 784.28), '2022Q2', 833.44],
    ['下半年', ytd('2022', 3626.94), ytd('2022H1', 1617.72), '2022H2', 2009.22],
  ] as const)('绵阳 2022 %s 由累计数相减', (_, now, before, period, value) => {
    const got = singleFromCumulative(now, before)
    expect(got).toMatchObject({ kind: 'amount', mark: '测算', amount: { period } })
    expect(got.kind === 'amount' && got.amount.value).toBeCloseTo(value, 9)
  })
  it.each([
    ['2022 一季度 GDP 较全省', 0.066, 0.053, 1.3],
    ['2022 一季度规上工业较全省', 0.089, 0.081, 0.8],
    ['2022 上半年规上工业较全省', 0.058, 0.036, 2.2],
    ['2025 GDP 较全国', 0.065, 0.05, 1.5],
    ['2025 GDP 较全省', 0.065, 0.055, 1.0],
  ])('绵阳 %s 高 %d 个百分点', (_, own, other, published) =>
    expect(percent(numberOf(points(own, other)))).toBe(published),
  )
  it('绵阳 2021 两年平均 6.5%，2020 年为 4.4%', () => expect(percent(numberOf(twoYearAverage(0.044, 0.087)))).toBe(6.5))
})

describe('可比价与现价', () => {
  // 绵阳 GDP 2021 3350.29, 2022 3626.94 at current prices; +5.0 at constant prices.
  const nominal = 3626.94 / 3350.29 - 1
  it('绵阳 2022：现价多增的部分是价格，缩减指数约 3.1%', () => {
    expect(percent(nominal)).toBe(8.3)
    expect(percent(numberOf(impliedDeflator(nominal, 0.05)))).toBe(3.1)
  })
  it('量和价相加为全部增减', () => {
    const got = splitByPrice(3626.94, 3350.29, 0.05)
    if (got.kind === 'refused') throw new Error(got.message)
    expect(got.volume).toBeCloseTo(167.5145, 9)
    expect(got.price).toBeCloseTo(109.1355, 9)
    expect(got.volume + got.price).toBeCloseTo(3626.94 - 3350.29, 9)
    expect(got.mark).toBe('测算')
  })
  it('按上年价格的总量', () => expect(numberOf(amountAtLastYearsPrices(3350.29, 0.05))).toBeCloseTo(3517.8045, 9))
  it('社零名义增长 10%、物价上涨 2%，扣除价格因素增长 7.8%', () =>
    expect(percent(numberOf(growthAtConstantPrices('nominal', 0.1, 0.02)))).toBe(7.8))
  it('undoes the deflator', () => {
    const real = numberOf(growthAtConstantPrices('nominal', 0.1, 0.02))
    expect(numberOf(impliedDeflator(0.1, real))).toBeCloseTo(0.02, 12)
  })
  it.each([
    ['GDP: at constant prices as published', growthAtConstantPrices('real', 0.083, 0.031), 'growth-published-only'],
    [
      '投资: on a comparable basis as published',
      growthAtConstantPrices('published-only', 0.1, 0.02),
      'growth-published-only',
    ],
    ['a fall of more than everything', growthAtConstantPrices('nominal', -1.2, 0.02), 'input-missing'],
    ['no amount of last year', splitByPrice(100, 0, 0.05), 'input-missing'],
    ['no amount of this year', splitByPrice(Number.NaN, 100, 0.05), 'input-missing'],
  ])('refuses %s', (_, got, reason) => expect(got).toMatchObject({ kind: 'refused', reason }))
})
