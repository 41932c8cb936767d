import { describe, expect, it } from 'vitest'
import type { Distribution } from '../forecast/distribution.ts'
import { forecastSeries } from '../forecast/forecast-series.ts'
import { type FixtureSeries, fixture } from '../testing/fixture.ts'
import { assessTarget, type TargetAssessment, type TargetCase } from './assess-target.ts'

const { series } = fixture<{ series: FixtureSeries }>('ts-UKgas')
const years = series.values.slice(52, 100)
const base: TargetCase = {
  measure: 'amount',
  target: { kind: 'growth', value: 0.03 },
  frequency: 4,
  history: years,
  elapsed: series.values.slice(100, 102),
}
const assessed = (over: Partial<TargetCase>): TargetAssessment => {
  const got = assessTarget({ ...base, ...over })
  if (got.kind === 'refused') throw new Error(got.message)
  return got
}

/** Yearly totals drawn anew: normal shocks of which 0.6 carries on, over the root of a chi-square of five degrees. */
const drawnYears = ({ mean, deviation, isLog }: Distribution, done: number): Float64Array => {
  let seed = 7
  const uniform = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return (seed + 0.5) / 2 ** 32
  }
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
  // 80 % of Student's t with five degrees lie within 1.4759, of the normal within 1.2816.
  const scale = 1.475884048824481 / 1.2815515655446004
  return Float64Array.from({ length: 100_000 }, () => {
    const square = Array.from({ length: 5 }, normal).reduce((total, one) => total + one * one, 0)
    let shock = 0
    return mean.reduce((total, middle, h) => {
      shock = h === 0 ? normal() : 0.6 * shock + 0.8 * normal()
      const miss = (Math.sqrt(5 / square) / scale) * shock * (deviation[h] ?? 0)
      return total + (isLog ? middle * Math.exp(miss) : middle + miss)
    }, done)
  }).toSorted()
}

describe('a target of growth from amounts', () => {
  const got = assessed({})
  const [last, now] = [years.slice(-4), base.elapsed as number[]]
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)
  it('gap and required growth are arithmetic', () => {
    const growth = sum(now) / sum(last.slice(0, 2)) - 1
    expect(got.gap).toBeCloseTo(growth - 0.03, 12)
    const share = sum(last.slice(0, 2)) / sum(last)
    expect(got.required).toBeCloseTo((1.03 - share * (1 + growth)) / (1 - share) - 1, 10)
  })
  it('the interval is in order and holds its middle', () => {
    expect(got.interval.low).toBeLessThan(got.interval.middle)
    expect(got.interval.middle).toBeLessThan(got.interval.high)
  })
  it('a higher target is less likely, never more', () => {
    const chances = [-0.1, 0, 0.03, 0.06, 0.12, 0.3].map(
      (value) => assessed({ target: { kind: 'growth', value } }).probability,
    )
    chances.forEach((chance, i) => {
      expect(chance).toBeLessThanOrEqual(chances[i - 1] ?? 1)
      expect(chance > 0 && chance < 1).toBe(true)
    })
    expect(chances[0]).toBeGreaterThan(0.9)
    expect(chances.at(-1)).toBeLessThan(0.1)
  })
  it('is what a hundred thousand draws of the same model give', () => {
    const values = [...base.history, ...base.elapsed]
    const forecast = forecastSeries({ frequency: 4, start: [2000, 1], values }, { horizon: 2, levels: [80] })
    if (forecast.kind === 'refused') throw new Error(forecast.message)
    const totals = drawnYears(forecast.distribution, sum(now))
    for (const share of [0.1, 0.5, 0.9]) {
      const level = totals[Math.floor(share * totals.length)] ?? Number.NaN
      expect(Math.abs(assessed({ target: { kind: 'level', value: level } }).probability - (1 - share))).toBeLessThan(
        0.01,
      )
    }
  })
  it('as an amount says the same', () => {
    const level = sum(last) * 1.03
    expect(assessed({ target: { kind: 'level', value: level } }).probability).toBeCloseTo(got.probability, 6)
  })
  it('is the same again', () => expect(assessed({})).toEqual(got))
})

describe('a target of growth from rates alone', () => {
  const rates = Array.from({ length: 48 }, (_, i) => 0.065 + 0.004 * Math.sin(i / 3))
  const rate = { measure: 'rate', history: rates, elapsed: [0.066], frequency: 4 } as const
  it('gives bounds of the required growth when the share is known within bounds', () => {
    const got = assessed({ ...rate, target: { kind: 'growth', value: 0.07 }, shares: [0.2, 0.24] })
    expect(got.required).toEqual({
      from: expect.closeTo((0.07 - 0.2 * 0.066) / 0.8, 12),
      to: expect.closeTo((0.07 - 0.24 * 0.066) / 0.76, 12),
    })
    expect(got.gap).toBeCloseTo(-0.004, 12)
  })
  it('is never quite sure, however steady the rates were', () => {
    const chance = (value: number): number =>
      assessed({ ...rate, history: rates.map(() => 0.066), target: { kind: 'growth', value } }).probability
    expect([chance(0.05) < 1, chance(0.08) > 0, chance(0.05) > 0.999, chance(0.08) < 0.001]).toEqual(
      Array(4).fill(true),
    )
  })
  it('and none when it is not', () =>
    expect(assessed({ ...rate, target: { kind: 'growth', value: 0.07 } }).required).toBeNull())
})

describe('refusals', () => {
  it.each<[string, Partial<TargetCase>, string]>([
    ['a year and a half of history', { history: years.slice(0, 6) }, 'history'],
    ['nothing elapsed', { elapsed: [] }, 'elapsed'],
    ['the whole year elapsed', { elapsed: [1, 2, 3, 4] }, 'elapsed'],
    ['a gap this year', { elapsed: [null, 3] }, 'input-missing'],
    ['no target', { target: { kind: 'growth', value: Number.NaN } }, 'target-missing'],
    ['a level from rates', { measure: 'rate', target: { kind: 'level', value: 5 } }, 'target-kind'],
  ])('%s', (_, over, reason) => expect(assessTarget({ ...base, ...over })).toMatchObject({ kind: 'refused', reason }))
  it('names the period without a value', () => {
    const holed = years.map((value, i) => (i === years.length - 3 ? null : value))
    const said = [{ elapsed: [3, null] }, { history: holed }].map((over) => assessTarget({ ...base, ...over }))
    expect(said).toMatchObject([
      { message: expect.stringContaining('当年第 2 期没有数') },
      { message: expect.stringContaining('上年第 2 期没有数') },
    ])
  })
})
