import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MINUS, showChange, showExactly, showNumber } from './show-number.ts'

const runs = { numRuns: process.env.YUNDIAO_DEEP ? 5000 : 100 }

describe('showNumber', () => {
  it.each([
    [1.005, 2, '1.01'],
    [1.0049, 2, '1.00'],
    [0.285, 2, '0.29'],
    [2.5, 0, '3'],
    [-2.5, 0, '-3'],
    [0.5, 0, '1'],
    [-0.04, 1, '0.0'],
    [-0.05, 1, '-0.1'],
    [0.1 + 0.2, 1, '0.3'],
    [784.28, 2, '784.28'],
    [784.28, 0, '784'],
    [9.995, 2, '10.00'],
    [1e21, 0, '1000000000000000000000'],
    [5e-7, 6, '0.000001'],
    [4e-7, 6, '0.000000'],
    [0, 2, '0.00'],
    [-0, 0, '0'],
    [100.49999999999999, 0, '100'],
  ])('%d to %d decimals: %s', (value, digits, text) => expect(showNumber(value, digits)).toBe(text))

  it('groups and minus are chosen', () => {
    expect(showNumber(-1234567.891, 2, { minus: MINUS, groups: true })).toBe('−1,234,567.89')
    expect(showNumber(999, 0, { groups: true })).toBe('999')
  })
  it('refuses what is no number', () => {
    expect(() => showNumber(Number.NaN, 1)).toThrow(RangeError)
    expect(() => showNumber(Number.POSITIVE_INFINITY, 1)).toThrow(RangeError)
  })
  it('prints every value of two decimals as itself', () =>
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        const whole = Math.floor(Math.abs(cents) / 100)
        const text = `${cents < 0 ? '-' : ''}${whole}.${String(Math.abs(cents) % 100).padStart(2, '0')}`
        expect(showNumber(cents / 100, 2)).toBe(text)
      }),
      runs,
    ))
  it('is never farther than half a digit and never falls when the value rises', () =>
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        (a, d) => {
          expect(Math.abs(Number(showNumber(a, 2)) - a)).toBeLessThanOrEqual(0.005 + 1e-9)
          expect(Number(showNumber(a + d, 2))).toBeGreaterThanOrEqual(Number(showNumber(a, 2)))
        },
      ),
      runs,
    ))
})

describe('showChange', () => {
  it.each([
    [1.3, 1, '+1.3'],
    [-0.4, 1, '−0.4'],
    [0, 1, '持平'],
    [0.04, 1, '持平'],
    [-0.04, 1, '持平'],
    [0.05, 1, '+0.1'],
    [-2, 0, '−2'],
  ])('%d: %s', (value, digits, text) => expect(showChange(value, digits)).toBe(text))
})

describe('showExactly', () => {
  it.each([
    [0.5, '0.5'],
    [100, '100'],
    [1e21, '1000000000000000000000'],
    [5e-7, '0.0000005'],
    [-12.34, '-12.34'],
    [0, '0'],
  ])('%d: %s', (value, text) => expect(showExactly(value)).toBe(text))
  it('loses nothing', () =>
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(showExactly(value))).toBe(value + 0)
        expect(showExactly(value)).not.toContain('e')
      }),
      runs,
    ))
})
