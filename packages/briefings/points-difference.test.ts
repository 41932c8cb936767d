import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pointsDifference } from './points-difference.ts'

describe('pointsDifference', () => {
  it.each([
    ['6.6', '5.3', { digits: '1.3', sign: 1 }],
    ['5.3', '6.6', { digits: '1.3', sign: -1 }],
    ['6.6', '6.60', { digits: '0.00', sign: 0 }],
    ['16.05', '5.3', { digits: '10.75', sign: 1 }],
    ['-3.5', '-2', { digits: '1.5', sign: -1 }],
    ['-0.1', '0.2', { digits: '0.3', sign: -1 }],
    ['8', '5', { digits: '3', sign: 1 }],
    ['8.9%', '5', null],
    ['', '5', null],
  ])('%s − %s', (a, b, expected) => expect(pointsDifference(a, b)).toEqual(expected))

  it('turns its sign, not its size, when the two change places', () => {
    const rate = fc.integer({ min: -99_999, max: 99_999 }).map((n) => (n / 100).toFixed(2))
    fc.assert(
      fc.property(rate, rate, (a, b) => {
        const there = pointsDifference(a, b)
        const back = pointsDifference(b, a)
        expect(there?.digits).toBe(back?.digits)
        expect((there?.sign ?? 9) + (back?.sign ?? 9)).toBe(0)
        expect(Number(there?.digits) * (there?.sign ?? 9)).toBeCloseTo(Number(a) - Number(b), 9)
      }),
    )
  })
})
