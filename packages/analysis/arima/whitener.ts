import { at, build } from '../numeric/vector.ts'
import { autocovariances, movingCovariances } from './autocovariances.ts'
import { type LagPolynomial, psiWeights } from './polynomial.ts'

/**
 * Turns a stationary ARMA(p, q) stretch into independent errors of variance σ²: its covariance is σ²·M·L·Lᵀ·Mᵀ with
 * det M = 1, so −2·log-likelihood = n·log(2πσ²) + 2·logDet + Σe²/σ².
 */
export type Whitener = {
  logDet: number
  whiten: (w: ArrayLike<number>) => Float64Array
  /** Best linear forecasts of the stretch's next values from its errors. */
  predict: (w: ArrayLike<number>, errors: Float64Array, horizon: number) => Float64Array
}

type Band = { width: number; rows: Float64Array; logDet: number }

/** Row-wise Cholesky of a banded covariance; null when it is not positive definite. */
const bandedCholesky = (n: number, width: number, covariance: (t: number, lag: number) => number): Band | null => {
  const rows = new Float64Array(n * (width + 1))
  let logDet = 0
  for (let t = 0; t < n; t += 1) {
    const base = t * (width + 1)
    for (let lag = Math.min(width, t); lag >= 0; lag -= 1) {
      const other = (t - lag) * (width + 1)
      let value = covariance(t, lag)
      for (let k = lag + 1; k <= width && k <= t; k += 1) value -= at(rows, base + k) * at(rows, other + k - lag)
      if (lag > 0) rows[base + lag] = value / at(rows, other)
      else {
        if (!(value > 0)) return null
        rows[base] = Math.sqrt(value)
        logDet += Math.log(at(rows, base))
      }
    }
  }
  return { width, rows, logDet }
}

/**
 * The whitener of an ARMA for stretches of `n` values (`horizon` more rows serve forecasts). Null where the model is
 * not stationary. Source: Ansley (1979), An algorithm for the exact likelihood of a mixed autoregressive-moving
 * average process, Biometrika 66: uₜ = wₜ for the first max(p, q) places, uₜ = φ(B)wₜ after, has a banded covariance.
 */
export const whitenerOf = (phi: LagPolynomial, theta: LagPolynomial, n: number, horizon = 0): Whitener | null => {
  const p = phi.length - 1
  const q = theta.length - 1
  const m = Math.max(p, q)
  const gamma = p === 0 ? movingCovariances(theta) : autocovariances(phi, theta, m + 1)
  if (!gamma) return null
  const psi = psiWeights(phi, theta, q + 1)
  const moving = movingCovariances(theta)
  const crossed = build(q + 1, (lag) => {
    let sum = 0
    for (let j = lag; j <= q; j += 1) sum += at(theta, j) * at(psi, j - lag)
    return sum
  })
  const covariance = (t: number, lag: number): number => {
    if (p === 0) return lag <= q ? at(moving, lag) : 0
    if (t < m) return at(gamma, lag)
    if (lag > q) return 0
    return t - lag < m ? at(crossed, lag) : at(moving, lag)
  }
  const band = bandedCholesky(n + horizon, p === 0 ? q : Math.max(m - 1, q), covariance)
  if (!band) return null
  let logDet = 0
  for (let t = 0; t < n; t += 1) logDet += Math.log(at(band.rows, t * (band.width + 1)))
  return { logDet, ...solver(band, phi, p === 0 ? 0 : m) }
}

const solver = ({ width, rows }: Band, phi: LagPolynomial, start: number): Omit<Whitener, 'logDet'> => {
  const p = phi.length - 1
  const filtered = (w: ArrayLike<number>, t: number): number => {
    let value = at(w, t)
    if (t >= start) for (let j = 1; j <= p; j += 1) value += at(phi, j) * at(w, t - j)
    return value
  }
  const explained = (errors: ArrayLike<number>, t: number, known: number): number => {
    let sum = 0
    for (let k = Math.max(1, t - known + 1); k <= width && k <= t; k += 1)
      sum += at(rows, t * (width + 1) + k) * at(errors, t - k)
    return sum
  }
  return {
    whiten: (w) => {
      const errors = new Float64Array(w.length)
      for (let t = 0; t < errors.length; t += 1)
        errors[t] = (filtered(w, t) - explained(errors, t, t)) / at(rows, t * (width + 1))
      return errors
    },
    predict: (w, errors, horizon) => {
      const all = Float64Array.from({ length: w.length + horizon }, (_, t) => (t < w.length ? at(w, t) : 0))
      for (let t = w.length; t < all.length; t += 1) {
        let value = explained(errors, t, w.length)
        if (t >= start) for (let j = 1; j <= p; j += 1) value -= at(phi, j) * at(all, t - j)
        all[t] = value
      }
      return all.slice(w.length)
    },
  }
}
