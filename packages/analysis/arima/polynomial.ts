import { at } from '../numeric/vector.ts'

/** A polynomial in the lag B: the coefficient of Bᵏ at place k. */
export type LagPolynomial = Float64Array

/** The product of two polynomials. */
export const multiply = (a: LagPolynomial, b: LagPolynomial): LagPolynomial => {
  const out = new Float64Array(a.length + b.length - 1)
  for (let i = 0; i < a.length; i += 1)
    for (let j = 0; j < b.length; j += 1) out[i + j] = at(out, i + j) + at(a, i) * at(b, j)
  return out
}

/** 1 + c₁Bˢ + c₂B²ˢ + … */
export const lagPolynomial = (coefficients: ArrayLike<number>, step = 1): LagPolynomial => {
  const out = new Float64Array(coefficients.length * step + 1)
  out[0] = 1
  for (let k = 0; k < coefficients.length; k += 1) out[(k + 1) * step] = at(coefficients, k)
  return out
}

/** (1 − B)ᵈ(1 − Bˢ)ᴰ */
export const differencing = (d: number, seasonal: number, period: number): LagPolynomial => {
  let out = lagPolynomial([])
  for (let k = 0; k < d; k += 1) out = multiply(out, lagPolynomial([-1]))
  for (let k = 0; k < seasonal; k += 1) out = multiply(out, lagPolynomial([-1], period))
  return out
}

/** The polynomial applied to x: one value for each place with enough values before it. */
export const applyLags = (polynomial: LagPolynomial, x: ArrayLike<number>): Float64Array => {
  const order = polynomial.length - 1
  const out = new Float64Array(Math.max(0, x.length - order))
  for (let t = 0; t < out.length; t += 1) {
    let sum = 0
    for (let k = 0; k <= order; k += 1) sum += at(polynomial, k) * at(x, t + order - k)
    out[t] = sum
  }
  return out
}

/** The first `n` coefficients of θ(B)/φ(B), ψ₀ = 1. */
export const psiWeights = (phi: LagPolynomial, theta: LagPolynomial, n: number): Float64Array => {
  const out = new Float64Array(n)
  for (let k = 0; k < n; k += 1) {
    let value = k < theta.length ? at(theta, k) : 0
    for (let j = 1; j <= k && j < phi.length; j += 1) value -= at(phi, j) * at(out, k - j)
    out[k] = value
  }
  return out
}

/**
 * Coefficients a₁…aₖ of 1 − a₁B − … with all roots outside the unit circle, from any real numbers: tanh gives partial
 * autocorrelations, the Durbin–Levinson recursion the rest. Source: Jones (1980), Technometrics 22.
 */
export const stableCoefficients = (free: ArrayLike<number>): Float64Array => {
  let out = new Float64Array(0)
  for (let k = 0; k < free.length; k += 1) {
    const partial = Math.tanh(at(free, k))
    const before = out
    out = new Float64Array(k + 1)
    for (let j = 0; j < k; j += 1) out[j] = at(before, j) - partial * at(before, k - 1 - j)
    out[k] = partial
  }
  return out
}
