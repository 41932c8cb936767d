import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requiredGrowth, requiredGrowthRange } from './required-growth.ts'

const runs = process.env.YUNDIAO_DEEP ? 5_000 : 100
const ratio = fc.double({ min: -0.5, max: 0.5, noNaN: true })
const share = fc.double({ min: 0.01, max: 0.99, noNaN: true })

describe('[figures.required-growth] growth the rest of the year must have', () => {
  it.each([
    // A year of 100 that grew evenly: 25 of it grew 4 %, so the other 75 must give 106.5 − 26.
    [{ target: 0.065, share: 0.25, growth: 0.04 }, (106.5 - 26) / 75 - 1],
    [{ target: 0.065, share: 0.5, growth: 0.065 }, 0.065],
    [{ target: 0, share: 0.2, growth: 0.1 }, (100 - 22) / 80 - 1],
  ])('%o', (input, value) => {
    const answer = requiredGrowth(input)
    expect(answer.kind).toBe('growth')
    if (answer.kind === 'growth') expect(Math.abs(answer.value - value)).toBeLessThan(1e-9)
  })

  it.each([0, 1, -0.1, 1.2])('refuses a share of %s', (value) => {
    expect(requiredGrowth({ target: 0.06, share: value, growth: 0.05 })).toMatchObject({
      kind: 'refused',
      reason: 'share-out-of-range',
    })
  })

  it('refuses what is no number', () => {
    expect(requiredGrowth({ target: Number.NaN, share: 0.2, growth: 0.05 })).toMatchObject({ reason: 'not-a-number' })
  })

  it('agrees with the textbook form within 1e-9, and growing so reaches the target', () => {
    fc.assert(
      fc.property(ratio, share, ratio, (target, s, growth) => {
        const answer = requiredGrowth({ target, share: s, growth })
        if (answer.kind !== 'growth') throw new Error('a share inside (0, 1) was refused')
        const textbook = (1 + target - s * (1 + growth)) / (1 - s) - 1
        expect(Math.abs(answer.value - textbook)).toBeLessThan(1e-9)
        expect(Math.abs(s * (1 + growth) + (1 - s) * (1 + answer.value) - (1 + target))).toBeLessThan(1e-9)
      }),
      { numRuns: runs },
    )
  })

  it('the range holds the answer of every share inside it', () => {
    fc.assert(
      fc.property(ratio, share, share, ratio, fc.double({ min: 0, max: 1, noNaN: true }), (target, a, b, growth, t) => {
        const range = requiredGrowthRange({ target, shareFrom: a, shareTo: b, growth })
        const inside = requiredGrowth({ target, share: a + (b - a) * t, growth })
        if (range.kind !== 'range' || inside.kind !== 'growth') throw new Error('refused')
        expect(inside.value).toBeGreaterThanOrEqual(range.from - 1e-9)
        expect(inside.value).toBeLessThanOrEqual(range.to + 1e-9)
      }),
      { numRuns: runs },
    )
  })
})
