import { build } from '../numeric/vector.ts'
import { autocovariances, movingCovariances } from './autocovariances.ts'
import { type LagPolynomial, psiWeights } from './polynomial.ts'

/** The shared reader has met plain arrays too; one that only ever meets these runs faster. */
const at = (x: Float64Array, i: number): number => x[i] ?? Number.NaN

/** Stretches turned into independent errors of variance σ², and ½·log of the determinant of their covariance ÷ σ². */
export type Filtered = { logDet: number; errors: Float64Array[] }

type Start = { autoregressive: Float64Array; theta: LagPolynomial; gamma: Float64Array; psi: Float64Array }

/** Covariance of the next state with the first value. */
const firstGain = ({ autoregressive, theta, gamma, psi }: Start): Float64Array =>
  build(autoregressive.length, (i) => {
    let value = 0
    for (let j = i; j < autoregressive.length; j += 1) {
      const moving = j + 1 < theta.length ? at(theta, j + 1) : 0
      value += at(autoregressive, j) * at(gamma, j - i) + moving * at(psi, j - i)
    }
    return value
  })

type State = { gain: Float64Array; change: Float64Array; variance: number; weight: number }

/** Gain and variance of one step to the next; false where nothing changes any more. */
const advance = (state: State, autoregressive: Float64Array): void => {
  const { gain, change, variance, weight } = state
  const r = gain.length
  const head = at(change, 0)
  const pull = weight * head
  const share = head / variance
  for (let i = 0; i < r; i += 1) {
    const moved = at(autoregressive, i) * head + (i + 1 < r ? at(change, i + 1) : 0)
    change[i] = moved - at(gain, i) * share
    gain[i] = at(gain, i) + moved * pull
  }
  state.variance = variance + pull * head
  state.weight = weight - (pull * pull) / state.variance
}

/** The part of the change that still moves gain and variance, relative to them. */
const restless = ({ change, weight }: State): number => {
  let most = 0
  for (let i = 0; i < change.length; i += 1) most = Math.max(most, Math.abs(at(change, i)))
  return Math.abs(weight) * most * most
}

const STEADY = 1e-17

type Moving = { x: Float64Array; stretch: Float64Array; errors: Float64Array }

/** One stretch's error at a place, and its state moved on. */
const step = ({ x, stretch, errors }: Moving, t: number, by: { autoregressive: Float64Array; state: State }): void => {
  const { autoregressive, state } = by
  const { gain, variance } = state
  const r = gain.length
  const head = r > 0 ? at(x, 0) : 0
  const miss = at(stretch, t) - head
  const share = miss / variance
  for (let i = 0; i + 1 < r; i += 1) x[i] = at(autoregressive, i) * head + at(x, i + 1) + at(gain, i) * share
  if (r > 0) x[r - 1] = at(autoregressive, r - 1) * head + at(gain, r - 1) * share
  errors[t] = miss / Math.sqrt(variance)
}

/**
 * The same errors and determinant as `whitenerOf`, in time n·max(p, q) instead of n·max(p, q)²: the Kalman filter of
 * the innovations form, whose covariance changes by a matrix of rank one at each step. For the search of a maximum,
 * which asks thousands of times. Null where the model is not stationary or rounding lost the variance.
 * Source: Morf, Sidhu & Kailath (1974), IEEE Trans. Automatic Control 19; Pearlman (1980), Biometrika 67.
 */
export const filterStretches = (
  phi: LagPolynomial,
  theta: LagPolynomial,
  stretches: readonly Float64Array[],
): Filtered | null => {
  const r = Math.max(phi.length, theta.length) - 1
  const gamma = phi.length === 1 ? movingCovariances(theta) : autocovariances(phi, theta, r + 1)
  if (!gamma) return null
  const autoregressive = build(r, (i) => (i + 1 < phi.length ? -at(phi, i + 1) : 0))
  const first = firstGain({ autoregressive, theta, gamma, psi: psiWeights(phi, theta, r + 1) })
  const variance = at(gamma, 0)
  const state: State = { gain: first.slice(), change: first, variance, weight: -1 / variance }
  const n = stretches[0]?.length ?? 0
  const moving = stretches.map((stretch) => ({ x: new Float64Array(r), stretch, errors: new Float64Array(n) }))
  const by = { autoregressive, state }
  let logDet = 0
  let isSteady = r === 0
  for (let t = 0; t < n; t += 1) {
    if (!(state.variance > 0)) return null
    logDet += Math.log(state.variance) / 2
    for (const one of moving) step(one, t, by)
    if (!isSteady) advance(state, autoregressive)
    if (!isSteady && t % 8 === 7) isSteady = restless(state) < STEADY * state.variance
  }
  return { logDet, errors: moving.map(({ errors }) => errors) }
}
