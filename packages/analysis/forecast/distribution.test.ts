import { describe, expect, it } from 'vitest'
import { meanOfForecasts, placeOfShare, probabilityAbove, quantileOf, shareBelow } from './distribution.ts'

const forecast = (mean: number[], deviation: number[], isLog = false) => ({
  mean: Float64Array.from(mean),
  deviation: Float64Array.from(deviation),
  isLog,
})

// R 4.2.2: qt(p, 5) / qt(0.9, 5) * qnorm(0.9)
it.each([
  [1e-12, -342.0839],
  [1e-6, -21.50938],
  [0.025, -2.232108],
  [0.1, -1.281552],
  [0.5, 0],
  [0.975, 2.232108],
])('share %d lies at %d, and back', (share, place) => {
  expect(placeOfShare(share) / (place || 1)).toBeCloseTo(place === 0 ? 0 : 1, 4)
  expect(shareBelow(placeOfShare(share)) / share).toBeCloseTo(1, 3)
})

describe('a distribution', () => {
  it('gives the probability of its own quantile, of amounts and of logarithms', () => {
    for (const one of [forecast([4], [2]), forecast([4], [0.3], true)])
      expect(probabilityAbove(one, 0, quantileOf(one, 0.3)[0] ?? Number.NaN)).toBeCloseTo(0.7, 12)
  })
  it('ends at the largest number, not beyond', () =>
    expect(quantileOf(forecast([4], [500], true), 0.99)[0]).toBe(Number.MAX_VALUE))
  it('of logarithms is above nought for certain', () =>
    expect(probabilityAbove(forecast([4], [0.3], true), 0, 0)).toBe(1))
})

describe('the mean of forecasts', () => {
  it('is the mean of their middles and of their standard errors', () => {
    const { mean, deviation, isLog } = meanOfForecasts([forecast([2, -4], [1, 2]), forecast([4, -2], [3, 2])])
    expect([[...mean], [...deviation], isLog]).toEqual([[3, -3], [2, 2], false])
  })
  it('is of logarithms where one of them is, errors brought to that scale', () => {
    const got = meanOfForecasts([forecast([90], [9]), forecast([110], [0.2], true)])
    expect([got.mean[0], got.isLog]).toEqual([100, true])
    expect(got.deviation[0]).toBeCloseTo((0.09 + 0.2) / 2, 12)
  })
  it('is of amounts where a mean would not be above nought', () => {
    const got = meanOfForecasts([forecast([-9], [3]), forecast([1], [0.5], true)])
    expect([got.mean[0], got.deviation[0], got.isLog]).toEqual([-4, (3 + 0.5) / 2, false])
  })
})
