import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Amount } from './amount.ts'
import { contributions, pullAgrees } from './contribution.ts'
import { growthOfStretch, growthOfStretchBounds, impliedDeflator, points, twoYearAverage } from './growth.ts'
import { neededForLevel, progress, timeProgress } from './progress.ts'
import { monthFromJoint, singleFromCumulative, sumOfPeriods } from './single-period.ts'

const runs = { numRuns: process.env.YUNDIAO_DEEP ? 2000 : 60 }
const amount = (period: string, value: number | null, over: Partial<Amount> = {}): Amount => ({
  period,
  accumulation: 'ytd',
  concept: '生产法',
  base: '2020',
  value,
  ...over,
})

describe('single periods', () => {
  it('绵阳 2022：上半年 1617.72 减一季度 784.28 为二季度 833.44 亿元', () => {
    const got = singleFromCumulative(amount('2022H1', 1617.72), amount('2022Q1', 784.28))
    expect(got).toMatchObject({ kind: 'amount', mark: '测算', amount: { period: '2022Q2', accumulation: 'period' } })
    expect(got.kind === 'amount' && got.amount.value).toBeCloseTo(833.44, 9)
  })
  it.each<[string, Amount, Amount, string]>([
    ['1—3月 less 1—2月 is March', amount('2022-01/03', 9), amount('2022-01/02', 5), '2022-03'],
    ['a year less nine months is the fourth quarter', amount('2022', 9), amount('2022Q3', 5), '2022Q4'],
    ['a year less a half is the second half', amount('2022', 9), amount('2022H1', 5), '2022H2'],
    ['1—5月 less a quarter is 4—5月', amount('2022-05', 9), amount('2022Q1', 5), '2022-04/05'],
  ])('%s', (_, now, before, period) =>
    expect(singleFromCumulative(now, before)).toMatchObject({ kind: 'amount', amount: { period, value: 4 } }),
  )
  it.each<[string, Amount, Amount, string]>([
    ['another concept', amount('2022H1', 9, { concept: '收入法' }), amount('2022Q1', 5), 'concept-differs'],
    ['a base revised by the census', amount('2022H1', 9), amount('2022Q1', 5, { base: '2015' }), 'base-revised'],
    ['not published', amount('2022H1', null), amount('2022Q1', 5), 'input-missing'],
    ['two years', amount('2022H1', 9), amount('2021Q1', 5), 'period-differs'],
    ['the wrong way round', amount('2022Q1', 5), amount('2022H1', 9), 'period-differs'],
    ['single periods', amount('2022Q2', 9, { accumulation: 'period' }), amount('2022Q1', 5), 'measure-differs'],
    ['no period', amount('今年', 9), amount('2022Q1', 5), 'period-differs'],
  ])('refuses %s', (_, now, before, reason) =>
    expect(singleFromCumulative(now, before)).toMatchObject({ kind: 'refused', reason }),
  )
  it('never splits a joint January and February', () =>
    expect(monthFromJoint(amount('2022-01/02', 5))).toMatchObject({ kind: 'refused', reason: 'growth-published-only' }))

  const alone = (period: string, value: number): Amount => amount(period, value, { accumulation: 'period' })
  it.each<[string, Amount[], string, number]>([
    ['1月 and 2月', [alone('2022-01', 2), alone('2022-02', 3)], '2022-01/02', 5],
    ['1—2月 and 3月', [alone('2022-01/02', 5), alone('2022-03', 4)], '2022Q1', 9],
    ['two quarters', [alone('2022Q1', 9), alone('2022Q2', 1)], '2022H1', 10],
    ['four quarters', ['Q1', 'Q2', 'Q3', 'Q4'].map((q) => alone(`2022${q}`, 2)), '2022', 8],
  ])('adds %s', (_, parts, period, value) =>
    expect(sumOfPeriods(parts)).toMatchObject({ kind: 'amount', amount: { period, value } }),
  )
  it.each<[string, Amount[], string]>([
    ['a month left out', [alone('2022-01', 2), alone('2022-03', 3)], 'period-differs'],
    ['over New Year', [alone('2021-12', 2), alone('2022-01', 3)], 'period-differs'],
    ['cumulative figures', [amount('2022Q1', 2), amount('2022Q2', 3)], 'measure-differs'],
  ])('does not add %s', (_, parts, reason) => expect(sumOfPeriods(parts)).toMatchObject({ kind: 'refused', reason }))
  it('taking apart and adding up undo each other', () =>
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (quarters) => {
          const cumulative = quarters.map((_, i) => quarters.slice(0, i + 1).reduce((a, b) => a + b, 0))
          const spelled = ['2022Q1', '2022H1', '2022Q3', '2022']
          const parts = cumulative.map((value, i): Amount => {
            if (i === 0) return alone('2022Q1', value)
            const got = singleFromCumulative(
              amount(spelled[i] ?? '', value),
              amount(spelled[i - 1] ?? '', cumulative[i - 1] ?? 0),
            )
            if (got.kind === 'refused') throw new Error(got.message)
            return got.amount
          })
          const whole = sumOfPeriods(parts)
          expect(whole.kind === 'amount' && whole.amount.value).toBeCloseTo(cumulative[3] ?? 0, 6)
        },
      ),
      runs,
    ))
})

describe('growth', () => {
  it('两年平均：2021 年 8.7%、2020 年 4.4% 为 6.5%（MYP97）', () => {
    const got = twoYearAverage(0.044, 0.087)
    expect(got.kind === 'computed' && Number((got.value * 100).toFixed(1))).toBe(6.5)
  })
  it('上半年规上工业 5.8%，比全省高 2.2 个百分点，即全省 3.6%', () => {
    const got = points(0.058, 0.036)
    expect(got.kind === 'computed' && got.value).toBeCloseTo(0.022, 12)
  })
  it('deflator: nominal 8 %, real 5 %', () => {
    const got = impliedDeflator(0.08, 0.05)
    expect(got.kind === 'computed' && got.value).toBeCloseTo(1.08 / 1.05 - 1, 12)
  })
  const ends = { growthBefore: 0.05, growthNow: 0.08, baseBefore: 100, baseNow: 250 }
  it('of a stretch from cumulative growth: (0.08·250 − 0.05·100) ÷ 150 = 10 %', () => {
    const got = growthOfStretch('nominal', ends)
    expect(got.kind === 'computed' && got.value).toBeCloseTo(0.1, 12)
  })
  it.each(['published-only', 'real'] as const)('%s growth is not computed', (rule) =>
    expect(growthOfStretch(rule, ends)).toMatchObject({ kind: 'refused', reason: 'growth-published-only' }),
  )
  it('bounds hold the value at every share between them', () => {
    const got = growthOfStretchBounds('nominal', { growthBefore: 0.05, growthNow: 0.08, shareFrom: 0.3, shareTo: 0.5 })
    if (got.kind === 'refused') throw new Error(got.message)
    for (let share = 0.3; share <= 0.5; share += 0.05) {
      const one = growthOfStretch('nominal', { ...ends, baseBefore: share, baseNow: 1 })
      const value = one.kind === 'computed' ? one.value : Number.NaN
      expect(value >= got.from - 1e-12 && value <= got.to + 1e-12).toBe(true)
    }
  })
  it('refuses a fall of more than everything', () =>
    expect(twoYearAverage(-1.2, 0.1)).toMatchObject({ reason: 'input-missing' }))
})

describe('贡献率和拉动', () => {
  const quarter = [
    { name: '一产', level: 51.15, growth: 0.045 },
    { name: '二产', level: 310.31, growth: 0.076 },
    { name: '三产', level: 422.82, growth: 0.062 },
  ]
  const half = [
    { name: '一产', level: 143.78, growth: 0.056 },
    { name: '二产', level: 649.69, growth: 0.035 },
    { name: '三产', level: 824.25, growth: 0.045 },
  ]
  const inPercent = (values: readonly number[], digits: number) =>
    values.map((value) => Number((value * 100).toFixed(digits)))
  it.each([
    ['2022 年一季度', quarter, [4.5, 44.9, 50.6], [0.3, 2.98, 3.36], 6.64],
    ['2022 年上半年', half, [11.7, 33.8, 54.5], [0.49, 1.42, 2.29], 4.19],
  ] as const)('绵阳 %s，测算', (_, parts, shares, pulls, implied) => {
    const got = contributions(parts)
    if (got.kind === 'refused') throw new Error(got.message)
    expect(
      inPercent(
        got.parts.map((part) => part.contribution),
        1,
      ),
    ).toEqual(shares)
    expect(
      inPercent(
        got.parts.map((part) => part.pull),
        2,
      ).map((value, i) => Math.abs(value - (pulls[i] ?? 9)) <= 0.011),
    ).toEqual([true, true, true])
    expect(Number((got.impliedGrowth * 100).toFixed(2))).toBe(implied)
    expect(got.parts.map(({ mark }) => mark)).toEqual(['测算', '测算', '测算'])
    expect(got.parts.reduce((sum, part) => sum + part.contribution, 0)).toBeCloseTo(1, 12)
  })
  it.each([
    ['广安区 2021', 0.081, [0.142, 0.157, 0.701], [0.012, 0.013, 0.056]],
    ['区本级 2021', 0.083, [0.144, 0.158, 0.698], [0.012, 0.013, 0.058]],
  ] as const)('%s：公布的拉动与贡献率相差不超过 0.1 个百分点，原样给出', (_, growth, shares, pulls) => {
    shares.forEach((contribution, i) => {
      expect(pullAgrees({ contribution, pull: pulls[i] ?? 9 }, growth)).toBe(true)
    })
    const parts = quarter.map((part, i) => ({
      ...part,
      publishedContribution: shares[i] ?? 0,
      publishedPull: pulls[i] ?? 0,
    }))
    expect(contributions(parts, growth)).toMatchObject({
      parts: pulls.map((pull, i) => ({ pull, contribution: shares[i], mark: '公布' })),
    })
  })
  it('a pull off by two tenths does not agree', () =>
    expect(pullAgrees({ contribution: 0.701, pull: 0.054 }, 0.081)).toBe(false))
  it('refuses a total that did not move', () =>
    expect(contributions([{ name: '甲', level: 100, growth: 0 }])).toMatchObject({
      kind: 'refused',
      reason: 'not-applicable',
    }))
})

describe('序时', () => {
  it.each([
    ['2022Q1', 0.25],
    ['2022-01/02', 2 / 12],
    ['2022H1', 0.5],
    ['2022', 1],
  ])('%s is %d of the year', (period, share) => expect(timeProgress(period)).toMatchObject({ value: share }))
  it('refuses ten days', () => expect(timeProgress('2022-04上')).toMatchObject({ kind: 'refused' }))
  it.each([
    [29, '超时序'],
    [25, '达序时'],
    [24.6, '达序时'],
    [24.4, '欠序时'],
  ])('%d of 100 by March: %s', (done, pace) =>
    expect(progress('2022Q1', done, { kind: 'level', value: 100 })).toMatchObject({ pace, mark: '测算' }),
  )
  it('a growth target has no time progress', () =>
    expect(progress('2022Q1', 0.06, { kind: 'growth', value: 0.07 })).toMatchObject({ reason: 'not-applicable' }))
  it('what the rest must grow for a level: 4000 with 784.28 done and 2600 last year', () =>
    expect(neededForLevel(4000, 784.28, 2600)).toMatchObject({ value: (4000 - 784.28) / 2600 - 1 }))
})
