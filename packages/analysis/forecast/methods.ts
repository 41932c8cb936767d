import { chooseArima, driftColumn } from '../arima/choose-arima.ts'
import { type ArimaOrder, fitArima, forecastArima } from '../arima/regarima.ts'
import { build } from '../numeric/vector.ts'
import type { Distribution } from './distribution.ts'
import { chooseEts, etsReport, fitEts, ROUGH } from './ets.ts'
import { forecastEts } from './ets-forecast.ts'
import type { EtsForm } from './ets-model.ts'
import { type FoundHoltWinters, fitHoltWinters, forecastHoltWinters } from './holt-winters.ts'
import { drift, hasYearlyPattern, seasonalNaive } from './naive.ts'
import { forecastTheta } from './theta.ts'

/** Methods that can be asked for or chosen. */
export type Method = 'snaive' | 'ets' | 'hw' | 'theta' | 'arima'

/**
 * What a method settled on, to be estimated again on other stretches of the same series without a new search: its form,
 * and the free numbers of the last estimate to start the next from.
 */
export type Settled =
  | { method: 'ets'; form: EtsForm; free: Float64Array }
  | { method: 'arima'; order: ArimaOrder; hasDrift: boolean; isLog: boolean; free: Float64Array }
  | { method: 'hw'; isMult: boolean; free: Float64Array }
  | { method: 'snaive' | 'theta' }

/** A method's forecast: the distribution, what the method settled on, and its parameters for people. */
export type Forecast = Distribution & {
  parameters: Readonly<Record<string, number | string>>
  settled: Settled
}

type Made = Forecast | null

const naive = (y: Float64Array, m: number, horizon: number): Made => {
  if (m > 1 && y.length <= m + 1) return null
  const made = m > 1 ? seasonalNaive(y, m, horizon) : drift(y, horizon)
  return { ...made, isLog: false, parameters: {}, settled: { method: 'snaive' } }
}

const ets = (y: Float64Array, m: number, horizon: number, before: Settled | null): Made => {
  const fit = before?.method === 'ets' ? fitEts(y, before.form, m, { ...ROUGH, from: before.free }) : chooseEts(y, m)
  if (!fit) return null
  const made = forecastEts(fit, y.length, horizon)
  return {
    ...made,
    isLog: false,
    parameters: etsReport(fit),
    settled: { method: 'ets', form: fit.form, free: fit.free },
  }
}

type Smoothed = { isMult: boolean; fit: FoundHoltWinters }

/** The kind of season that erred least, or the one settled on before. */
const smoothed = (y: Float64Array, m: number, before: Settled | null): Smoothed | null => {
  const settled = before?.method === 'hw' ? before : null
  const kinds = settled ? [settled.isMult] : [false, true]
  return kinds
    .map((isMult) => ({ isMult, fit: fitHoltWinters(y, m, isMult, settled?.free ?? null) }))
    .reduce<Smoothed | null>((a, { isMult, fit }) => (fit && (!a || fit.sse < a.fit.sse) ? { isMult, fit } : a), null)
}

const holtWinters = (y: Float64Array, m: number, horizon: number, before: Settled | null): Made => {
  const best = m > 1 && hasYearlyPattern(y, m) ? smoothed(y, m, before) : null
  if (!best) return null
  const { fit, isMult } = best
  const sd = Math.sqrt(fit.sse / Math.max(1, fit.fitted.length - 3))
  const { alpha, beta, gamma } = fit.weights
  let spread = 0
  const deviation = build(horizon, (h) => {
    if (h > 0) spread += (alpha * (1 + h * beta) + (h % m === 0 ? gamma * (1 - alpha) : 0)) ** 2
    return sd * Math.sqrt(1 + spread)
  })
  const parameters = { season: isMult ? '乘法' : '加法', alpha, beta, gamma }
  const mean = forecastHoltWinters(fit, isMult, horizon)
  return { mean, deviation, isLog: false, parameters, settled: { method: 'hw', isMult, free: fit.free } }
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
  const settled = before?.method === 'arima' ? before : null
  const isLog = settled ? settled.isLog : y.every((value) => value > 0)
  const x = isLog ? y.map(Math.log) : y
  const found = settled ? null : chooseArima(x, m)
  const order = settled?.order ?? found?.fit.order
  const hasDrift = settled?.hasDrift ?? found?.hasDrift ?? false
  if (!order) return null
  const columns = hasDrift ? [driftColumn(order, x.length + horizon)] : []
  const fit = found?.fit ?? fitArima(x, columns, order, { from: settled?.free ?? null })
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
    settled: { method: 'arima', order, hasDrift, isLog, free: fit.free },
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
      return ets(y, m, horizon, settled)
    case 'hw':
      return holtWinters(y, m, horizon, settled)
    case 'theta':
      return theta(y, m, horizon)
    case 'arima':
      return arima(y, m, horizon, settled)
  }
}
