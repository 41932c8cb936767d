import { at, build } from '../numeric/vector.ts'
import type { TimeSeries } from '../series/time-series.ts'
import { type Forecast, forecastBy, type Method, quantileOf } from './methods.ts'
import { type Accuracy, rollingOrigin, stretchOf } from './rolling-origin.ts'

/** A forecast of a series, with how its method and the others did before. */
export type SeriesForecast = {
  kind: 'forecast'
  model: Method
  parameters: Readonly<Record<string, number | string>>
  mean: readonly number[]
  /** Bounds by level in percent. */
  lower: Readonly<Record<string, readonly number[]>>
  upper: Readonly<Record<string, readonly number[]>>
  /** Seasonal naive, to be shown beside. */
  naive: readonly number[]
  accuracy: { backtest: readonly Omit<Accuracy, 'scores'>[]; stretch: number }
  /** Probability of each coming value to reach a bound; for targets. */
  distribution: Forecast
}

/** Why a series is not forecast. */
export type ForecastRefusal = {
  kind: 'refused'
  reason: 'frequency' | 'too-short' | 'too-many-gaps' | 'ends-in-gap' | 'horizon' | 'model-failed'
  message: string
}

/** What is wanted: steps ahead, interval levels in percent, a method or the best of the past. */
export type ForecastAsk = { horizon: number; levels?: readonly number[]; model?: Method | 'auto' }

const METHODS: readonly Method[] = ['snaive', 'ets', 'hw', 'theta', 'arima']

const refuse = (reason: ForecastRefusal['reason'], message: string): ForecastRefusal => ({
  kind: 'refused',
  reason,
  message,
})

const LONGEST_HORIZON = 120

const faultOf = ({ frequency, values }: TimeSeries, horizon: number): ForecastRefusal | null => {
  if (frequency !== 12 && frequency !== 4 && frequency !== 1)
    return refuse('frequency', '不能预测：只预测月度（12）、季度（4）或年度（1）数列')
  if (!Number.isInteger(horizon) || horizon < 1 || horizon > LONGEST_HORIZON)
    return refuse('horizon', `不能预测：期数应为 1 至 ${LONGEST_HORIZON} 的整数`)
  const known = values.filter((value) => value !== null)
  if (known.length < (frequency === 1 ? 6 : 2 * frequency + 3)) return refuse('too-short', '不能预测：数据不足两年')
  if (values.at(-1) === null) return refuse('ends-in-gap', '不能预测：最后一期没有数，请去掉末尾的空值')
  if (known.length * 2 < values.length) return refuse('too-many-gaps', '不能预测：缺数超过一半')
  return null
}

/** Gaps (a January without release) take the straight line between their neighbours; a leading gap is cut off. */
const withoutGaps = (values: readonly (number | null)[]): { y: Float64Array; known: boolean[] } => {
  const cut = values.slice(
    Math.max(
      0,
      values.findIndex((value) => value !== null),
    ),
  )
  const known = cut.map((value) => value !== null)
  const y = Float64Array.from(cut, (value, i) => {
    if (value !== null) return value
    const before = cut.findLastIndex((one, j) => j < i && one !== null)
    const after = cut.findIndex((one, j) => j > i && one !== null)
    const [left, right] = [cut[before] ?? 0, cut[after] ?? 0]
    return left + ((right - left) * (i - before)) / (after - before)
  })
  return { y, known }
}

type Trial = { method: Method; accuracy: Accuracy | null }

/** Best first; a method whose past cannot be judged comes last. */
const ranked = (trials: readonly Trial[]): Trial[] =>
  trials.toSorted(
    (a, b) => (a.accuracy?.mae ?? Number.POSITIVE_INFINITY) - (b.accuracy?.mae ?? Number.POSITIVE_INFINITY) || 0,
  )

const LEVELS = [80, 95]

/**
 * Forecast of a series. `auto` takes the method with the least mean absolute error from earlier origins; intervals are
 * stretched so that they held 80 % of the outcomes then. Source: the methods' own files; rolling-origin.ts.
 * Does not weigh what is known about the future (policy, holidays): a person must.
 */
export const forecastSeries = (series: TimeSeries, ask: ForecastAsk): SeriesForecast | ForecastRefusal => {
  const fault = faultOf(series, ask.horizon)
  if (fault) return fault
  const { y, known } = withoutGaps(series.values)
  const m = series.frequency
  const want = ask.model ?? 'auto'
  const asked = want === 'auto' ? METHODS : (['snaive', want] as const).filter((one, i, all) => all.indexOf(one) === i)
  const trials = asked.map((method) => ({
    method,
    accuracy: rollingOrigin(method, y, { m, horizon: ask.horizon, known }),
  }))
  const order = want === 'auto' ? ranked(trials) : trials.filter(({ method }) => method === want)
  for (const { method, accuracy } of order) {
    const made = forecastBy(method, y, { m, horizon: ask.horizon, settled: null })
    if (made?.mean.every(Number.isFinite) && made.deviation.every(Number.isFinite))
      return present(made, { method, accuracy, trials, ask, y, m })
  }
  return refuse('model-failed', '不能预测：数列太短或太规则，模型估计不出来')
}

type Context = {
  method: Method
  accuracy: Accuracy | null
  trials: readonly Trial[]
  ask: ForecastAsk
  y: Float64Array
  m: number
}

const present = (made: Forecast, { method, accuracy, trials, ask, y, m }: Context): SeriesForecast => {
  const stretch = accuracy ? stretchOf(accuracy) : 1
  const levels = ask.levels ?? LEVELS
  const bounds = (isUpper: boolean): Record<string, readonly number[]> =>
    Object.fromEntries(
      levels.map((level) => {
        const tail = (1 - level / 100) / 2
        return [`${level}`, Array.from(quantileOf(made, isUpper ? 1 - tail : tail, stretch))]
      }),
    )
  const n = y.length
  const naive = build(ask.horizon, (h) => (m > 1 ? at(y, n - m + (h % m)) : at(y, n - 1)))
  return {
    kind: 'forecast',
    model: method,
    parameters: made.parameters,
    mean: Array.from(made.mean),
    lower: bounds(false),
    upper: bounds(true),
    naive: Array.from(naive),
    accuracy: {
      stretch,
      backtest: trials.flatMap(({ accuracy: one }) => {
        if (!one) return []
        const { scores: _scores, ...shown } = one
        return [shown]
      }),
    },
    distribution: { ...made, deviation: made.deviation.map((value) => value * stretch) },
  }
}
