import { hasYearlyPattern } from '../forecast/naive.ts'
import { at, build, meanOf, sumOf } from '../numeric/vector.ts'
import { applyLags, differencing } from './polynomial.ts'
import { type ArimaOrder, type ArimaSearch, type FoundArima, fitArima } from './regarima.ts'

/**
 * KPSS statistic for a level: large when the series wanders. Bartlett weights over 4·(n/100)^¼ lags.
 * Source: Kwiatkowski, Phillips, Schmidt & Shin (1992), J. Econometrics 54.
 */
const kpss = (y: ArrayLike<number>): number => {
  const n = y.length
  const mean = meanOf(y)
  const e = build(n, (t) => at(y, t) - mean)
  const lags = Math.trunc(4 * (n / 100) ** 0.25)
  let longRun = sumOf(e.map((value) => value * value)) / n
  for (let lag = 1; lag <= lags; lag += 1) {
    let sum = 0
    for (let t = lag; t < n; t += 1) sum += at(e, t) * at(e, t - lag)
    longRun += (2 / n) * (1 - lag / (lags + 1)) * sum
  }
  let partial = 0
  let squares = 0
  for (const value of e) {
    partial += value
    squares += partial * partial
  }
  return longRun > 0 ? squares / (n * n * longRun) : 0
}

/** The 5 % point of KPSS for a level. */
const WANDERS = 0.463

const differencesNeeded = (y: Float64Array): number => {
  const isStill = (x: Float64Array): boolean => x.length < 10 || kpss(x) < WANDERS
  const once = applyLags(differencing(1, 0, 1), y)
  return isStill(y) ? 0 : isStill(once) ? 1 : 2
}

const PAIRS = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
  [2, 0],
  [0, 2],
  [2, 1],
  [1, 2],
] as const

const orders = (d: number, seasonal: { d: number; qs: readonly number[] }, period: number): ArimaOrder[] =>
  PAIRS.flatMap(([p, q]) => seasonal.qs.map((one) => ({ p, d, q, seasonal: { p: 0, d: seasonal.d, q: one }, period })))

/** A model and the regressors it carries besides: a mean, or a steady slope under one differencing. */
export type ChosenArima = { fit: FoundArima; hasDrift: boolean }

type Candidate = { order: ArimaOrder; hasDrift: boolean }

/** The regressor of a drift (or mean) over `n` places. */
export const driftColumn = (order: ArimaOrder, n: number): Float64Array =>
  build(n, (t) => (order.d + order.seasonal.d === 0 ? 1 : t + 1))

/**
 * A seasonal ARIMA by AICc among few: differenced over the year when the changes are seasonal, as often besides as
 * KPSS asks, up to two terms of each kind, a seasonal moving average (yearly rates carry one at twelve months).
 * Source: Hyndman & Khandakar (2008), JSS 27, whose stepwise search this narrows.
 */
export const chooseArima = (y: Float64Array, m: number): ChosenArima | null => {
  const n = y.length
  const isLong = m > 1 && n >= 3 * m + 5
  const seasonalD = isLong && hasYearlyPattern(y, m) ? 1 : 0
  const d = Math.min(differencesNeeded(applyLags(differencing(0, seasonalD, m), y)), 2 - seasonalD)
  const qs = seasonalD === 1 ? [1] : isLong ? [0, 1] : [0]
  return best(y, orders(d, { d: seasonalD, qs }, m), d + seasonalD <= 1)
}

const fitted = (y: Float64Array, { order, hasDrift }: Candidate, search: ArimaSearch): ChosenArima | null => {
  const fit = fitArima(y, hasDrift ? [driftColumn(order, y.length)] : [], order, search)
  return fit && Number.isFinite(fit.aicc) ? { fit, hasDrift } : null
}

/** How far behind the best a rough fit may lie and still be looked at again: a rough maximum is a little low. */
const NEAR = 2
const SECOND_LOOKS = 3

const best = (y: Float64Array, candidates: readonly ArimaOrder[], mayDrift: boolean): ChosenArima | null => {
  const all = candidates.flatMap((order): Candidate[] =>
    (mayDrift ? (order.d + order.seasonal.d > 0 ? [false, true] : [true]) : [false]).map((hasDrift) => ({
      order,
      hasDrift,
    })),
  )
  const rough = all
    .map((one) => fitted(y, one, { effort: 'rough' }))
    .filter((one) => one !== null)
    .sort((a, b) => a.fit.aicc - b.fit.aicc)
  const least = rough[0]?.fit.aicc ?? 0
  return rough
    .slice(0, SECOND_LOOKS)
    .filter(({ fit }) => fit.aicc <= least + NEAR)
    .map(({ fit, hasDrift }) => fitted(y, { order: fit.order, hasDrift }, {}))
    .reduce((a, b) => (b && (!a || b.fit.aicc < a.fit.aicc) ? b : a), null)
}
