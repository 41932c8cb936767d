import { requiredGrowth, requiredGrowthRange } from '@yundiao/figures'
import { heavyFactor, probabilityAbove, quantileOf } from '../forecast/distribution.ts'
import { forecastSeries, type SeriesForecast } from '../forecast/forecast-series.ts'
import { normalQuantile } from '../numeric/distributions.ts'
import { at, build, sumOf } from '../numeric/vector.ts'
import type { Start, TimeSeries } from '../series/time-series.ts'

/**
 * A yearly target and what is known. `amount`: history and elapsed are single-period amounts, whole years of history,
 * and the target is growth over last year (or the year's amount). `rate`: they are cumulative growth rates as
 * published, and the year's rate is that of its last period; `shares` bounds last year's share of the elapsed part.
 */
export type TargetCase = {
  measure: 'amount' | 'rate'
  target: { kind: 'growth' | 'level'; value: number }
  frequency: 12 | 4
  history: readonly (number | null)[]
  elapsed: readonly (number | null)[]
  shares?: readonly [number, number]
}

/** Where a target stands. Ratios, except an amount target's gap and interval in its own unit. */
export type TargetAssessment = {
  kind: 'assessed'
  /** Achieved so far less target: points of growth, or completion less time gone by. */
  gap: number
  /** Growth the rest of the year needs; a range where only rates are known; null where shares are not known either. */
  required: number | { from: number; to: number } | null
  /** Likelihood of attaining the target, from the forecast distribution. */
  probability: number
  /** Where the year's result lies with 80 %, and its middle. */
  interval: { low: number; middle: number; high: number }
  method: Pick<SeriesForecast, 'model' | 'members' | 'accuracy'> & { draws: number }
}

export type TargetRefusal = { kind: 'refused'; reason: string; message: string }

const refuse = (reason: string, message: string): TargetRefusal => ({ kind: 'refused', reason, message })

const DRAWS = 4000

const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41]
/** The dimension of the factor all shocks of a draw share; those before it are the places of the year. */
const SHARED = 12

/** A number in (0, 1) from place k of a fixed sequence: the same input gives the same answer. Weyl sequences. */
const spread = (k: number, dimension: number): number => {
  const u = (0.5 + (k + 1) * (Math.sqrt(PRIMES[dimension] ?? 2) % 1)) % 1
  return Math.min(1 - 1e-9, Math.max(1e-9, u))
}

let factors: Float64Array | null = null

/** The shared factor of every draw; the same for every series, so worked out once. */
const factorOf = (k: number): number => {
  factors ??= build(DRAWS, (draw) => heavyFactor(spread(draw, SHARED)))
  return at(factors, k)
}

/** Errors of the same origin hang together: the correlation between two coming places falls with their distance. */
const HANGING = 0.6

/** Sums of the coming places, drawn `DRAWS` times. */
const drawSums = (forecast: SeriesForecast, steps: number): Float64Array =>
  build(DRAWS, (k) => {
    const { mean, deviation, isLog } = forecast.distribution
    const heavy = factorOf(k)
    let shock = 0
    let total = 0
    for (let h = 0; h < steps; h += 1) {
      const fresh = normalQuantile(spread(k, h))
      shock = h === 0 ? fresh : HANGING * shock + Math.sqrt(1 - HANGING ** 2) * fresh
      const miss = heavy * shock * at(deviation, h)
      total += isLog ? at(mean, h) * Math.exp(miss) : at(mean, h) + miss
    }
    return total
  }).toSorted()

/** No forecast is surer than its draws can tell: never quite 0 or 1. */
const unsure = (share: number): number => (share * DRAWS + 0.5) / (DRAWS + 1)

const at80 = (sorted: Float64Array, share: number): number => at(sorted, Math.min(DRAWS - 1, Math.floor(share * DRAWS)))

const ANY_YEAR = 2000

const seriesOf = ({ frequency, history, elapsed }: TargetCase): TimeSeries => {
  const start: Start = [ANY_YEAR, 1]
  return { frequency, start, values: [...history, ...elapsed] }
}

/** Which period of a year has no value, and what to do. */
const lacking = (year: string, values: readonly (number | null)[]): TargetRefusal =>
  refuse('input-missing', `不能研判：${year}第 ${values.indexOf(null) + 1} 期没有数，请补上；只有合并数的，改用季度数`)

const faultOf = ({ frequency, history, elapsed, target, measure }: TargetCase): TargetRefusal | null => {
  if (!Number.isFinite(target.value)) return refuse('target-missing', '不能研判：没有目标值')
  if (history.length % frequency !== 0 || history.length < 2 * frequency)
    return refuse('history', `不能研判：历史数须为整年，至少两年（每年 ${frequency} 期），现为 ${history.length} 期`)
  if (elapsed.length === 0 || elapsed.length >= frequency)
    return refuse('elapsed', `不能研判：当年已过期数须大于 0、少于全年 ${frequency} 期，现为 ${elapsed.length} 期`)
  if (elapsed.includes(null) && measure === 'amount') return lacking('当年', elapsed)
  if (measure === 'rate' && elapsed.at(-1) === null) return refuse('input-missing', '不能研判：最近一期没有数')
  if (measure === 'rate' && target.kind === 'level') return refuse('target-kind', '不能研判：只有增速时，目标须为增速')
  return null
}

const assessAmount = (one: TargetCase, forecast: SeriesForecast): TargetAssessment | TargetRefusal => {
  const { frequency, history, elapsed, target } = one
  const last = history.slice(-frequency)
  if (last.includes(null)) return lacking('上年', last)
  const lastYear = Float64Array.from(last, (value) => value ?? 0)
  const [lastTotal, lastElapsed] = [sumOf(lastYear), sumOf(lastYear, 0, elapsed.length)]
  if (!(lastElapsed > 0 && lastTotal > lastElapsed))
    return refuse('base', '不能研判：上年已过各期合计须大于 0、小于全年，请核对是不是当期数（不是累计数）')
  const done = elapsed.reduce((sum: number, value) => sum + (value ?? 0), 0)
  const level = target.kind === 'level' ? target.value : lastTotal * (1 + target.value)
  const sums = drawSums(forecast, frequency - elapsed.length).map((rest) => done + rest)
  const reached = sums.reduce((count, total) => count + (total >= level ? 1 : 0), 0)
  const needed = requiredGrowth({
    target: level / lastTotal - 1,
    share: lastElapsed / lastTotal,
    growth: done / lastElapsed - 1,
  })
  const gap =
    target.kind === 'growth' ? done / lastElapsed - 1 - target.value : done / level - elapsed.length / frequency
  const shown = (total: number): number => (target.kind === 'growth' ? total / lastTotal - 1 : total)
  return {
    kind: 'assessed',
    gap,
    required: needed.kind === 'growth' ? needed.value : null,
    probability: unsure(reached / DRAWS),
    interval: { low: shown(at80(sums, 0.1)), middle: shown(at80(sums, 0.5)), high: shown(at80(sums, 0.9)) },
    method: { model: forecast.model, members: forecast.members, accuracy: forecast.accuracy, draws: DRAWS },
  }
}

const assessRate = (one: TargetCase, forecast: SeriesForecast): TargetAssessment => {
  const { frequency, elapsed, target, shares } = one
  const end = frequency - elapsed.length - 1
  const now = elapsed.at(-1) ?? 0
  const { distribution } = forecast
  const required = shares
    ? requiredGrowthRange({ target: target.value, shareFrom: shares[0], shareTo: shares[1], growth: now })
    : null
  return {
    kind: 'assessed',
    gap: now - target.value,
    required: required?.kind === 'range' ? { from: required.from, to: required.to } : null,
    probability: unsure(probabilityAbove(distribution, end, target.value)),
    interval: {
      low: at(quantileOf(distribution, 0.1), end),
      middle: at(forecast.mean, end),
      high: at(quantileOf(distribution, 0.9), end),
    },
    method: { model: forecast.model, members: forecast.members, accuracy: forecast.accuracy, draws: 0 },
  }
}

/**
 * Gap, growth required and likelihood of a yearly target. The likelihood is that of the forecast distribution, its
 * intervals stretched by how they did before (rolling-origin.ts); shocks of one year are taken to hang together.
 * Does not weigh measures still to come: it says what the past makes likely.
 */
export const assessTarget = (one: TargetCase): TargetAssessment | TargetRefusal => {
  const fault = faultOf(one)
  if (fault) return fault
  const forecast = forecastSeries(seriesOf(one), {
    horizon: one.frequency - one.elapsed.length,
    levels: [80],
    isCumulative: one.measure === 'rate',
  })
  if (forecast.kind === 'refused') return forecast
  return one.measure === 'amount' ? assessAmount(one, forecast) : assessRate(one, forecast)
}
