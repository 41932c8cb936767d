import { expect, it } from 'vitest'
import { quantileOf } from './quantile.ts'

// R: quantile(c(1, 3, 4, 10), p)
it.each([
  [0, 1],
  [0.05, 1.3],
  [0.5, 3.5],
  [0.95, 9.1],
  [1, 10],
])('type 7 at %d', (share, want) => expect(quantileOf([1, 3, 4, 10], share)).toBeCloseTo(want, 12))

it('is the value itself of one, NaN of none', () => {
  expect(quantileOf([7], 0.95)).toBe(7)
  expect(quantileOf([], 0.5)).toBeNaN()
})
