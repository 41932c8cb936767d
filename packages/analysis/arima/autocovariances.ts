import { solve } from '../numeric/linear-solve.ts'
import { at, build } from '../numeric/vector.ts'
import { type LagPolynomial, psiWeights } from './polynomial.ts'

/** Autocovariances Σⱼ θⱼθⱼ₊ₖ of a moving average with σ² = 1, lags 0 to q. */
export const movingCovariances = (theta: LagPolynomial): Float64Array =>
  build(theta.length, (k) => {
    let sum = 0
    for (let j = 0; j + k < theta.length; j += 1) sum += at(theta, j) * at(theta, j + k)
    return sum
  })

/**
 * Autocovariances γ₀…γ₍ₘ₋₁₎ of an ARMA with σ² = 1; null when φ has a unit root. Solves the Yule–Walker equations.
 * Source: McLeod (1975), Applied Statistics 24.
 */
export const autocovariances = (phi: LagPolynomial, theta: LagPolynomial, count: number): Float64Array | null => {
  const p = phi.length - 1
  const q = theta.length - 1
  const psi = psiWeights(phi, theta, q + 1)
  const right = (k: number): number => {
    let sum = 0
    for (let j = k; j <= q; j += 1) sum += at(theta, j) * at(psi, j - k)
    return sum
  }
  const rows = Array.from({ length: p + 1 }, (_, k) => {
    const row = new Float64Array(p + 1)
    for (let j = 0; j <= p; j += 1) row[Math.abs(k - j)] = at(row, Math.abs(k - j)) + at(phi, j)
    return row
  })
  const head = solve(rows, build(p + 1, right))
  if (!head) return null
  const out = new Float64Array(Math.max(count, p + 1))
  for (let k = 0; k < out.length; k += 1) {
    let value = k <= p ? at(head, k) : k <= q ? right(k) : 0
    if (k > p) for (let j = 1; j <= p; j += 1) value -= at(phi, j) * at(out, k - j)
    out[k] = value
  }
  return out
}
