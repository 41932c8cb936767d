import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalUnitOf, fromCanonical, isSameMeasure, knownUnits, toCanonical } from './unit-of-measure.ts'

const runs = { numRuns: process.env.YUNDIAO_DEEP ? 5000 : 100 }

describe('units', () => {
  it.each([
    [784.28, '亿元', 78_428_000_000, '元'],
    [0.07, '亿元', 7_000_000, '元'],
    [1, '万亿元', 1e12, '元'],
    [123.45, '万元', 1_234_500, '元'],
    [6.6, '%', 0.066, 'ratio'],
    [1.3, '个百分点', 0.013, 'ratio'],
    [-5.5, '%', -0.055, 'ratio'],
    [3, '‰', 0.003, 'ratio'],
    [3, '亩', 2000, '㎡'],
    [15, '亩', 10_000, '㎡'],
    [1, '公顷', 10_000, '㎡'],
    [1.5, '平方公里', 1_500_000, '㎡'],
    [1.1, '万人', 11_000, '人'],
    [39.73, '亿千瓦时', 3_973_000_000, 'kWh'],
    [1, '亿斤', 50_000, '吨'],
    [2000, '斤', 1, '吨'],
    [100.3, '上年同期=100', 100.3, '1'],
    [4, '位', 4, '位'],
  ] as const)('%d %s is %d %s', (value, unit, canonical, name) => {
    expect(toCanonical(value, unit)).toBe(canonical)
    expect(canonicalUnitOf(unit)).toBe(name)
    expect(fromCanonical(canonical, unit)).toBe(value)
  })

  it('does not know every word', () => {
    expect([canonicalUnitOf('担'), toCanonical(1, '担'), fromCanonical(1, '')]).toEqual([null, null, null])
  })

  it('one 亩 is 666.67 ㎡ and fifteen are one 公顷', () => {
    expect(toCanonical(1, '亩')).toBeCloseTo(666.6667, 4)
    expect(fromCanonical(toCanonical(15, '亩') ?? Number.NaN, '公顷')).toBe(1)
  })

  it('keeps currencies and measures apart', () => {
    expect([isSameMeasure('亩', '公顷'), isSameMeasure('%', '个百分点')]).toEqual([true, true])
    expect([isSameMeasure('元', '美元'), isSameMeasure('人', '人次'), isSameMeasure('担', '担')]).toEqual(
      Array(3).fill(false),
    )
  })

  it('comes back in every unit, and keeps the sign and the order', () =>
    fc.assert(
      fc.property(fc.constantFrom(...knownUnits()), fc.integer({ min: -1e9, max: 1e9 }), (unit, cents) => {
        const value = cents / 100
        const canonical = toCanonical(value, unit)
        expect(canonical).not.toBeNull()
        expect(Math.abs((fromCanonical(canonical ?? 0, unit) ?? Number.NaN) - value)).toBeLessThanOrEqual(
          Math.abs(value) * 4 * Number.EPSILON,
        )
        expect(Math.sign(canonical ?? 0)).toBe(Math.sign(value))
      }),
      runs,
    ))
})
