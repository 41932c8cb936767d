import { chooseArima, driftColumn } from '../arima/choose-arima.ts'
import { type ArimaOrder, fitArima, forecastArima } from '../arima/regarima.ts'
import { normalQuantile } from '../numeric/distributions.ts'
import { at, build } from '../numeric/vector.ts'
import { chooseEts, etsReport, fitEts, ROUGH } from './ets.ts'
import { forecastEts } from './ets-forecast.ts'
import type { EtsForm } from './ets-model.ts'
import { fitHoltWinters, forecastHoltWinters } from './holt-winters.ts'
import { drift, hasYearlyPattern, seasonalNaive } from './naive.ts'
import { forecastTheta } from './theta.ts'

/** Methods that can be asked for or chosen. */
export type Method = 'snaive' | 'ets' | 'hw' | 'theta' | 'arima'

/** What a method settled on, to be estimated again on other stretches of the same series without a new search. */
export type Settled =
  | { method: 'ets'; form: EtsForm }
  | { method: 'arima'; order: ArimaOrder; hasDrift: boolean; isLog: boolean }
  | { method: 'hw'; isMult: boolean }
  | { method: 'snaive' | 'theta' }

/** A forecast as a distribution: its middle, and the value below which a share of cases falls. */
export type Forecast = {
  mean: Float64Array
  /** Standard error, of the logarithm where `isLog`. */
  deviation: Float64Array
  isLog: boolean
  parameters: Readonly<Record<string, number | string>>
  settled: Settled
}

/** The value each coming place stays below with probability `p`; `widen` stretches the distribution. */
export const quantileOf = (forecast: Forecast, p: number, widen = 1): Float64Array => {
  const z = normalQuantile(p) * widen
  return build(forecast.mean.length, (h) => {
    const [mean, deviation] = [at(forecast.mean, h), at(forecast.deviation, h)]
    return forecast.isLog ? mean * Math.exp(z * deviation) : mean + z * deviation
  })
}

type Made = Forecast | null

const naive = (y: Float64Array, m: number, horizon: number): Made => {
  if (m > 1 && y.length <= m + 1) return null
  const made = m > 1 ? seasonalNaive(y, m, horizon) : drift(y, horizon)
  return { ...made, isLog: false, parameters: {}, settled: { method: 'snaive' } }
}

const ets = (y: Float64Array, m: number, horizon: number, form: EtsForm | null): Made => {
  const fit = form ? fitEts(y, form, m, ROUGH) : chooseEts(y, m)
  if (!fit) return null
  const made = forecastEts(fit, y.length, horizon)
  return { ...made, isLog: false, parameters: etsReport(fit), settled: { method: 'ets', form: fit.form } }
}

const holtWinters = (y: Float64Array, m: number, horizon: number): Made => {
  const fits = [false, true].map((isMult) => ({
    isMult,
    fit: m > 1 && hasYearlyPattern(y, m) ? fitHoltWinters(y, m, isMult) : null,
  }))
  const best = fits.reduce((a, b) => (b.fit && (!a.fit || b.fit.sse < a.fit.sse) ? b : a))
  const { fit, isMult } = best
  if (!fit) return null
  const sd = Math.sqrt(fit.sse / Math.max(1, fit.fitted.length - 3))
  const { alpha, beta, gamma } = fit.weights
  let spread = 0
  const deviation = build(horizon, (h) => {
    if (h > 0) spread += (alpha * (1 + h * beta) + (h % m === 0 ? gamma * (1 - alpha) : 0)) ** 2
    return sd * Math.sqrt(1 + spread)
  })
  const parameters = { season: isMult ? '乘法' : '加法', alpha, beta, gamma }
  const mean = forecastHoltWinters(fit, isMult, horizon)
  return { mean, deviation, isLog: false, parameters, settled: { method: 'hw', isMult } }
}

const theta = (y: Float64Array, m: number, horizon: number): Made => {
  const made = forecastTheta(y, m, horizon)
  if (!made) return null
  const { mean, deviation, alpha } = made
  return { mean, deviation, isLog: false, parameters: { alpha, drift: made.drift }, settled: { method: 'theta' } }
}

const orderWords = (order: ArimaOrder): string =>
  `(${order.p} ${order.d} ${order.q})(${order.seasonal.p} ${order.seasonal.d} ${order.seasonal.q})`

const arima = (y: Float64Array, m: number, horizon: number, before: Settled | null): Made => {
  const isLog = before?.method === 'arima' ? before.isLog : y.every((value) => value > 0)
  const x = isLog ? y.map(Math.log) : y
  const found = before?.method === 'arima' ? null : chooseArima(x, m)
  const order = before?.method === 'arima' ? before.order : found?.fit.order
  const hasDrift = before?.method === 'arima' ? before.hasDrift : (found?.hasDrift ?? false)
  if (!order) return null
  const columns = hasDrift ? [driftColumn(order, x.length + horizon)] : []
  const fit = found?.fit ?? fitArima(x, columns, order)
  const made = fit && forecastArima(x, columns, fit, horizon)
  if (!fit || !made) return null
  const { ar, ma, seasonalMa } = fit.coefficients
  const named = (name: string, list: readonly number[]) => list.map((value, i) => [`${name}${i + 1}`, value] as const)
  return {
    mean: isLog ? made.mean.map(Math.exp) : made.mean,
    deviation: made.deviation,
    isLog,
    parameters: {
      order: orderWords(order),
      scale: isLog ? '对数' : '原值',
      ...Object.fromEntries([...named('ar', ar), ...named('ma', ma), ...named('sma', seasonalMa)]),
      ...(hasDrift ? { drift: fit.beta[0] ?? 0 } : {}),
      aicc: fit.aicc,
    },
    settled: { method: 'arima', order, hasDrift, isLog },
  }
}

/** One method's forecast of y (no gaps, period m), or null where the series does not carry it. */
export const forecastBy = (
  method: Method,
  y: Float64Array,
  ask: { m: number; horizon: number; settled: Settled | null },
): Forecast | null => {
  const { m, horizon, settled } = ask
  switch (method) {
    case 'snaive':
      return naive(y, m, horizon)
    case 'ets':
      return ets(y, m, horizon, settled?.method === 'ets' ? settled.form : null)
    case 'hw':
      return holtWinters(y, m, horizon)
    case 'theta':
      return theta(y, m, horizon)
    case 'arima':
      return arima(y, m, horizon, settled)
  }
}
