import { type Fit, leastSquares, squaresBeside } from '../numeric/least-squares.ts'
import { minimiseFrom, roughSlopes } from '../numeric/minimise.ts'
import { at, build, squaresOf, type Vector } from '../numeric/vector.ts'
import { filterStretches } from './filter.ts'
import {
  applyLags,
  differencing,
  type LagPolynomial,
  lagPolynomial,
  multiply,
  stableCoefficients,
} from './polynomial.ts'
import { type Whitener, whitenerOf } from './whitener.ts'

/** (p d q)(P D Q) of a period. */
export type ArimaOrder = {
  p: number
  d: number
  q: number
  seasonal: { p: number; d: number; q: number }
  period: number
}

/** The model X-13 and this package fall back on: (0 1 1)(0 1 1). */
export const airline = (period: number): ArimaOrder => ({ p: 0, d: 1, q: 1, seasonal: { p: 0, d: 1, q: 1 }, period })

/** Coefficients of a model, signs as in R: 1 − φ₁B − …, 1 + θ₁B + …. */
export type ArimaCoefficients = {
  ar: readonly number[]
  ma: readonly number[]
  seasonalAr: readonly number[]
  seasonalMa: readonly number[]
}

/** A regression with ARIMA errors, estimated. `regressors` reach over the forecast horizon too. */
export type ArimaFit = {
  order: ArimaOrder
  coefficients: ArimaCoefficients
  /** Regression coefficients and their standard errors, in the order of the regressors. */
  beta: readonly number[]
  se: readonly number[]
  /** Innovation variance: by maximum likelihood (÷ n), and corrected for the number of coefficients. */
  variance: number
  sigma2: number
  logLik: number
  aicc: number
  /** Independent one-step errors of the differenced series. */
  residuals: Float64Array
  /** What the neighbours say of each missing place, less what stood there as a guess. */
  holes: readonly number[]
}

/**
 * Where a maximum is looked for and how hard: `from` are the free numbers of an earlier fit of the same order.
 * `missing`: places of y that hold a guess, not a value.
 */
export type ArimaSearch = { from?: Float64Array | null; effort?: 'thorough' | 'rough'; missing?: readonly number[] }

/** A fit and the free numbers behind its coefficients, to start another search from. */
export type FoundArima = ArimaFit & { free: Float64Array }

const countOf = (order: ArimaOrder): number => order.p + order.q + order.seasonal.p + order.seasonal.q

const split = (order: ArimaOrder, free: Float64Array): ArimaCoefficients => {
  let from = 0
  const take = (count: number, sign: number): number[] => {
    const part = Array.from(stableCoefficients(free.subarray(from, from + count)), (one) => sign * one)
    from += count
    return part
  }
  return {
    ar: take(order.p, 1),
    ma: take(order.q, -1),
    seasonalAr: take(order.seasonal.p, 1),
    seasonalMa: take(order.seasonal.q, -1),
  }
}

const polynomials = (order: ArimaOrder, c: ArimaCoefficients): { phi: LagPolynomial; theta: LagPolynomial } => {
  const minus = (one: number): number => -one
  return {
    phi: multiply(lagPolynomial(c.ar.map(minus)), lagPolynomial(c.seasonalAr.map(minus), order.period)),
    theta: multiply(lagPolynomial(c.ma), lagPolynomial(c.seasonalMa, order.period)),
  }
}

const ROUGH = { rounds: 40, tolerance: 3e-5, flat: 3e-5 } as const
const THOROUGH = { tolerance: 3e-11, flat: 3e-7 } as const

/** Differenced: the series, and its columns, those of missing places first; how many those are, and values besides. */
type Prepared = { w: Float64Array; columns: Float64Array[]; holes: number; known: number }

const prepare = (
  y: Vector,
  regressors: readonly Vector[],
  order: ArimaOrder,
  missing: readonly number[] = [],
): Prepared => {
  const difference = differencing(order.d, order.seasonal.d, order.period)
  const n = y.length
  const cut = (x: Vector): Float64Array =>
    applyLags(
      difference,
      Float64Array.from({ length: n }, (_, t) => at(x, t)),
    )
  const w = cut(y)
  const holes = missing.map((place) => build(n, (t) => (t === place ? 1 : 0)))
  return { w, columns: [...holes, ...regressors].map(cut), holes: holes.length, known: w.length - holes.length }
}

/**
 * ½·log of the determinant that a flat prior for missing values adds: with it the likelihood is that of the values
 * there are, not of the guesses. Source: Gómez, Maravall & Peña (1999), J. Econometrics 88.
 */
const holesLogDet = (lengths: Float64Array, holes: number): number => {
  let sum = 0
  for (let k = 0; k < holes; k += 1) sum += Math.log(at(lengths, k))
  return sum
}

type Evaluated = { whitener: Whitener; fit: Fit; logLik: number; variance: number }

const evaluate = (prepared: Prepared, order: ArimaOrder, c: ArimaCoefficients, horizon = 0): Evaluated | null => {
  const { w, columns, holes, known } = prepared
  const { phi, theta } = polynomials(order, c)
  const whitener = whitenerOf(phi, theta, w.length, horizon)
  const fit = whitener && leastSquares(whitener.whiten(w), columns.map(whitener.whiten))
  if (!whitener || !fit) return null
  const variance = squaresOf(fit.residuals) / known
  const logLik =
    (-known / 2) * (Math.log(2 * Math.PI * variance) + 1) - whitener.logDet - holesLogDet(fit.lengths, holes)
  return { whitener, fit, logLik, variance }
}

/** −log-likelihood, by the filter that is fast for long lags; the model found is evaluated as above. */
const costOf = ({ w, columns, holes, known }: Prepared, order: ArimaOrder, c: ArimaCoefficients): number => {
  const { phi, theta } = polynomials(order, c)
  const filtered = filterStretches(phi, theta, [w, ...columns])
  const [own, ...others] = filtered?.errors ?? []
  const left = own && squaresBeside(own, others)
  if (!filtered || !left) return Number.POSITIVE_INFINITY
  const spread = Math.log((2 * Math.PI * left.rest) / known) + 1
  const cost = (known / 2) * spread + filtered.logDet + holesLogDet(left.lengths, holes)
  return Number.isFinite(cost) ? cost : Number.POSITIVE_INFINITY
}

const described = (
  order: ArimaOrder,
  coefficients: ArimaCoefficients,
  prepared: Prepared,
  done: Evaluated,
): ArimaFit => {
  const { known: n, holes } = prepared
  const parameters = countOf(order) + prepared.columns.length - holes
  const sigma2 = (done.variance * n) / Math.max(1, n - parameters)
  const all = parameters + 1
  return {
    order,
    coefficients,
    beta: Array.from(done.fit.beta.subarray(holes)),
    se: Array.from(done.fit.inverseDiagonal.subarray(holes), (one) => Math.sqrt(one * done.variance)),
    variance: done.variance,
    sigma2,
    logLik: done.logLik,
    aicc: -2 * done.logLik + 2 * all * (n > all + 1 ? n / (n - all - 1) : Number.POSITIVE_INFINITY),
    residuals: done.fit.residuals,
    holes: Array.from(done.fit.beta.subarray(0, holes), (guess) => -guess),
  }
}

const fitAt = (prepared: Prepared, order: ArimaOrder, coefficients: ArimaCoefficients): ArimaFit | null => {
  const done = evaluate(prepared, order, coefficients)
  return done && described(order, coefficients, prepared, done)
}

/** The same model at given coefficients: likelihood and regression, nothing searched. Null when not stationary. */
export const arimaAt = (
  y: Vector,
  regressors: readonly Vector[],
  order: ArimaOrder,
  coefficients: ArimaCoefficients,
): ArimaFit | null => fitAt(prepare(y, regressors, order), order, coefficients)

/** Work one evaluation may take: places × (missing places)². Thirty gaps in twenty-seven years are within it. */
const MOST_WORK = 300_000

/** Where the latest stretch begins on which a search ends within seconds: 0 unless very many places are missing. */
const searchFrom = (n: number, missing: readonly number[]): number => {
  const isLight = (from: number): boolean =>
    (n - from) * missing.filter((place) => place >= from).length ** 2 <= MOST_WORK
  let from = 0
  while (!isLight(from)) from += 1
  return from
}

/**
 * Regression with seasonal ARIMA errors by exact maximum likelihood of the values there are: places of y that are
 * `missing` hold any guess; where those are very many, the latest
 * stretch settles the ARMA coefficients. Null when the series is too short for the model or does not determine its coefficients. A rough search, from one start and with less
 * patience, is enough to tell orders apart.
 * Source: Bell & Hillmer (1983), JASA 78; Findley et al. (1998), JBES 16; likelihood as in whitener.ts. A moving
 * average on the unit circle is approached, not reached.
 */
export const fitArima = (
  y: Vector,
  regressors: readonly Vector[],
  order: ArimaOrder,
  { from = null, effort = 'thorough', missing = [] }: ArimaSearch = {},
): FoundArima | null => {
  const whole = prepare(y, regressors, order, missing)
  const cut = searchFrom(y.length, missing)
  const lateOf = (x: Vector): Vector =>
    cut === 0 ? x : Array.from({ length: y.length - cut }, (_, t) => at(x, t + cut))
  const late = missing.filter((place) => place >= cut).map((place) => place - cut)
  const prepared = cut === 0 ? whole : prepare(lateOf(y), regressors.map(lateOf), order, late)
  const { known: n } = prepared
  if (n < countOf(order) + regressors.length + 2 || squaresOf(prepared.w) === 0) return null
  // In the unit of the series the search would end sooner or later as the unit is small or large.
  const unit = (n / 2) * Math.log(squaresOf(prepared.w) / n)
  const cost = (free: Float64Array): number => costOf(prepared, order, split(order, free)) - unit
  const k = countOf(order)
  const usual = (effort === 'rough' ? [0.1] : [0.1, 0.55]).map((start) => new Float64Array(k).fill(start))
  const starts = k === 0 ? [new Float64Array(0)] : from ? [from] : usual
  const { x, value } = minimiseFrom(
    cost,
    starts,
    effort === 'rough' ? { ...ROUGH, slopes: roughSlopes(cost) } : THOROUGH,
  )
  if (!Number.isFinite(value)) return null
  const fit = fitAt(whole, order, split(order, x))
  return fit && { ...fit, free: x }
}

/** Mean and standard error of each coming value, on the scale of y. */
export type ArimaForecast = { mean: Float64Array; deviation: Float64Array }

/**
 * Forecasts of y: the best linear forecast of the differenced errors, summed up again, plus the regressors' effects.
 * Deviations leave out what the coefficients themselves are unsure of.
 */
export const forecastArima = (
  y: Vector,
  regressors: readonly Vector[],
  fit: ArimaFit,
  horizon: number,
): ArimaForecast | null => {
  const { order, coefficients } = fit
  const n = y.length
  const effect = (t: number): number => regressors.reduce((sum, x, k) => sum + at(x, t) * at(fit.beta, k), 0)
  const errors = build(n, (t) => at(y, t) - effect(t))
  const prepared = prepare(errors, [], order)
  const done = evaluate(prepared, order, coefficients, horizon)
  if (!done) return null
  const coming = done.whitener.predict(prepared.w, done.fit.residuals, horizon)
  const difference = differencing(order.d, order.seasonal.d, order.period)
  const all = Float64Array.from({ length: n + horizon }, (_, t) => (t < n ? at(errors, t) : 0))
  for (let t = n; t < n + horizon; t += 1) {
    let value = at(coming, t - n)
    for (let k = 1; k < difference.length; k += 1) value -= at(difference, k) * at(all, t - k)
    all[t] = value
  }
  const deviation = deviations(fit, horizon)
  return { mean: build(horizon, (h) => at(all, n + h) + effect(n + h)), deviation }
}

const deviations = (fit: ArimaFit, horizon: number): Float64Array => {
  const { phi, theta } = polynomials(fit.order, fit.coefficients)
  const difference = differencing(fit.order.d, fit.order.seasonal.d, fit.order.period)
  const full = multiply(phi, difference)
  const psi = build(horizon, () => 0)
  let variance = 0
  return build(horizon, (k) => {
    let value = k < theta.length ? at(theta, k) : 0
    for (let j = 1; j <= k && j < full.length; j += 1) value -= at(full, j) * at(psi, k - j)
    psi[k] = value
    variance += value * value
    return Math.sqrt(variance * fit.sigma2)
  })
}
