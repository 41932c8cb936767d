import { expect, it } from 'vitest'
import { build, squaresOf } from '../numeric/vector.ts'
import { filterStretches } from './filter.ts'
import { lagPolynomial, multiply } from './polynomial.ts'
import { whitenerOf } from './whitener.ts'

const noise = (n: number, seed: number): Float64Array =>
  build(n, (i) => ((i * 7919 + seed * 104_729) % 1013) / 1013 - 0.5)

// The exact likelihood by two ways: a banded Cholesky factor, and the filter of the innovations form.
it.each<[string, number[], number[], number[]]>([
  ['white noise', [], [], []],
  ['MA(1)', [], [0.6], []],
  ['airline', [], [-0.4], [-0.7]],
  ['close to the unit circle', [], [-0.9999], [-0.98]],
  ['AR(2)', [-1.5, 0.7], [], []],
  ['ARMA(2,1) with a seasonal term', [-1.59, 0.61], [0.28], [-0.8]],
])('%s: the filter has the whitener’s determinant and sums of squares', (_, ar, ma, seasonal) => {
  const phi = lagPolynomial(ar)
  const theta = multiply(lagPolynomial(ma), lagPolynomial(seasonal, 12))
  const stretches = [noise(150, 1), build(150, (t) => t + 1)]
  const exact = whitenerOf(phi, theta, 150)
  const fast = filterStretches(phi, theta, stretches)
  expect(fast?.logDet).toBeCloseTo(exact?.logDet ?? Number.NaN, 8)
  stretches.forEach((stretch, k) => {
    const want = squaresOf(exact?.whiten(stretch) ?? [])
    expect((squaresOf(fast?.errors[k] ?? []) - want) / want).toBeLessThan(1e-9)
    expect((want - squaresOf(fast?.errors[k] ?? [])) / want).toBeLessThan(1e-9)
  })
})

it('has nothing to say of a walk', () =>
  expect(filterStretches(lagPolynomial([-1]), lagPolynomial([]), [noise(20, 1)])).toBeNull())
