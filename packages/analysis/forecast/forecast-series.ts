import { at, build } from '../numeric/vector.ts'
import type { TimeSeries } from '../series/time-series.ts'
import { type Distribution, meanOfForecasts, quantileOf } from './distribution.ts'
import { type Forecast, forecastBy, type Method } from './methods.ts'
import {
  type Accuracy,
  combinedPast,
  type Model,
  type Past,
  rollingOrigin,
  stretchOf,
  type Tried,
} from './rolling-origin.ts'
import { narrowedWithinYear } from './within-year.ts'

/** A forecast of a series, with how its method and the others did before. */
export type SeriesForecast = {
  kind: 'forecast'
  /** The method, or `combined`: the mean of several. */
  model: Model
  /** The methods behind it, the best of the past first. */
  members: readonly Method[]
  parameters: Readonly<Record<string, number | string>>
  mean: readonly number[]
  /** Bounds by level in percent. */
  lower: Readonly<Record<string, readonly number[]>>
  upper: Readonly<Record<string, readonly number[]>>
  /** Seasonal naive, to be shown beside. */
  naive: readonly number[]
  accuracy: { backtest: readonly Omit<Accuracy, 'scores'>[]; stretch: number }
  /** Where each coming value may lie, intervals as stretched; for targets. */
  distribution: Distribution
}

/** Why a series is not forecast. */
export type ForecastRefusal = {
  kind: 'refused'
  reason: 'frequency' | 'too-short' | 'too-many-gaps' | 'ends-in-gap' | 'horizon' | 'model-failed'
  message: string
}

/**
 * What is wanted: steps ahead, interval levels in percent, a method, the mean of the best, or what the past speaks for.
 * `isCumulative`: the values are growth rates of the year so far, which move less the nearer its end.
 */
export type ForecastAsk = {
  horizon: number
  levels?: readonly number[]
  model?: Model | 'auto'
  isCumulative?: boolean
}

type Wanted = Model | 'auto'

const isOne = (want: Wanted): want is Method => want !== 'auto' && want !== 'combined'

const METHODS: readonly Method[] = ['snaive', 'ets', 'hw', 'theta', 'arima']

const refuse = (reason: ForecastRefusal['reason'], message: string): ForecastRefusal => ({
  kind: 'refused',
  reason,
  message,
})

/** Periods ahead that can be asked for. */
export const LONGEST_HORIZON = 120

const faultOf = ({ frequency, values }: TimeSeries, horizon: number): ForecastRefusal | null => {
  if (frequency !== 12 && frequency !== 4 && frequency !== 1)
    return refuse('frequency', '不能预测：只预测月度（12）、季度（4）或年度（1）数列')
  if (!Number.isInteger(horizon) || horizon < 1 || horizon > LONGEST_HORIZON)
    return refuse('horizon', `不能预测：期数应为 1 至 ${LONGEST_HORIZON} 的整数`)
  const known = values.filter((value) => value !== null)
  const least = frequency === 1 ? 6 : 2 * frequency + 3
  if (known.length < least)
    return refuse(
      'too-short',
      `不能预测：至少要 ${least} 期有数${frequency === 1 ? '' : '（两年又三期）'}，只有 ${known.length} 期`,
    )
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

/** A method and how it did before. */
type Candidate = { method: Method; past: Past | null }

/** A method and its forecast of what is coming. */
type Member = Candidate & { made: Forecast }

const errorOf = ({ past }: Candidate): number => past?.accuracy.mae ?? Number.POSITIVE_INFINITY

/** The candidate's forecast, unless the series does not carry it. */
const madeBy = (one: Candidate, { y, m, horizon }: Tried): Member[] => {
  const made = forecastBy(one.method, y, { m, horizon, settled: null })
  const isUsable = made?.mean.every(Number.isFinite) && made.deviation.every(Number.isFinite)
  return made && isUsable ? [{ ...one, made }] : []
}

/** How much more than the best a method may have erred in the past and still count: a quarter, three at most. */
const NEAR = 1.25
const MOST_TOGETHER = 3

/**
 * The methods whose mean is taken, of candidates in the order of their past errors: those close to the best. The
 * seasonal naive counts only where it is the best itself. Source: that a mean of a few good forecasts does better than
 * the one that did best, Bates & Granger (1969), Operational Research Quarterly 20; Jose & Winkler (2008), Int. J.
 * Forecasting 24.
 */
const closeToBest = (order: readonly Candidate[]): Candidate[] => {
  const [best] = order
  if (!best?.past) return order.slice(0, 1)
  return order
    .filter((one) => one === best || one.method !== 'snaive')
    .slice(0, MOST_TOGETHER)
    .filter((one) => errorOf(one) <= NEAR * errorOf(best))
}

/** As asked: one method, the two best and those close to them, or whatever the past speaks for. */
const wantedOf = (want: Wanted, order: readonly Candidate[]): Candidate[] => {
  if (isOne(want)) return order.filter(({ method }) => method === want)
  const close = closeToBest(order)
  return want === 'combined' && close.length < 2 ? order.filter(({ past }) => past !== null).slice(0, 2) : close
}

/** The forecasts of those, or, where nothing was asked for in particular, of the next that gives one. */
const membersOf = (want: Wanted, order: readonly Candidate[], tried: Tried): Member[] => {
  const wanted = wantedOf(want, order)
  const members = wanted.flatMap((one) => madeBy(one, tried))
  if (members.length > 0 || isOne(want)) return members
  for (const one of order.filter((other) => !wanted.includes(other))) {
    const next = madeBy(one, tried)
    if (next.length > 0) return next
  }
  return []
}

const LEVELS = [80, 95]

/**
 * Forecast of a series. `auto` takes the method with the least mean absolute error from earlier origins, and where
 * others erred hardly more, the mean of them; intervals are stretched so that they held 80 % of the outcomes then.
 * Source: the methods' own files; rolling-origin.ts; distribution.ts.
 * Does not weigh what is known about the future (policy, holidays): a person must.
 */
export const forecastSeries = (series: TimeSeries, ask: ForecastAsk): SeriesForecast | ForecastRefusal => {
  const fault = faultOf(series, ask.horizon)
  if (fault) return fault
  const { y, known } = withoutGaps(series.values)
  const tried: Tried = { y, known, m: series.frequency, horizon: ask.horizon }
  const want = ask.model ?? 'auto'
  const asked = METHODS.filter((method) => !isOne(want) || method === 'snaive' || method === want)
  const order = asked
    .map((method) => ({ method, past: rollingOrigin(method, tried) }))
    .toSorted((a, b) => errorOf(a) - errorOf(b) || 0)
  const members = membersOf(want, order, tried)
  if (members.length === 0) return modelFailed(series, ask)
  const pasts = asked.flatMap((method) => order.find((one) => one.method === method)?.past ?? [])
  return present(members, { series, pasts, ask, tried })
}

const modelFailed = ({ frequency }: TimeSeries, { model }: ForecastAsk): ForecastRefusal =>
  refuse(
    'model-failed',
    model === 'hw' || model === 'snaive'
      ? `不能用这一方法预测：${frequency === 1 ? '年度数列没有季节' : '数列太短，或看不出年内的规律'}，请改用 auto`
      : '不能预测：数列太短或太规则，模型估计不出来',
  )

type Context = { series: TimeSeries; pasts: readonly Past[]; ask: ForecastAsk; tried: Tried }

type Taken = { model: Model; made: Distribution; past: Past | null; parameters: SeriesForecast['parameters'] }

const takenOf = (members: readonly Member[], tried: Tried): Taken | null => {
  const [first, ...others] = members
  if (!first) return null
  if (others.length === 0)
    return { model: first.method, made: first.made, past: first.past, parameters: first.made.parameters }
  return {
    model: 'combined',
    made: meanOfForecasts(members.map(({ made }) => made)),
    past: combinedPast(
      members.flatMap(({ past }) => past ?? []),
      tried,
    ),
    parameters: { methods: members.map(({ method }) => method).join(' ') },
  }
}

const present = (
  members: readonly Member[],
  { series, pasts, ask, tried }: Context,
): SeriesForecast | ForecastRefusal => {
  const taken = takenOf(members, tried)
  if (!taken) return refuse('model-failed', '不能预测：数列太短或太规则，模型估计不出来')
  const { y, m } = tried
  const stretch = stretchOf(taken.past?.accuracy ?? null)
  const stretched = { ...taken.made, deviation: taken.made.deviation.map((value) => value * stretch) }
  const distribution = ask.isCumulative ? narrowedWithinYear(series, stretched) : stretched
  const bounds = (isUpper: boolean): Record<string, readonly number[]> =>
    Object.fromEntries(
      (ask.levels ?? LEVELS).map((level) => {
        const tail = (1 - level / 100) / 2
        return [`${level}`, Array.from(quantileOf(distribution, isUpper ? 1 - tail : tail))]
      }),
    )
  const n = y.length
  const all = taken.model === 'combined' && taken.past ? [...pasts, taken.past] : pasts
  return {
    kind: 'forecast',
    model: taken.model,
    members: members.map(({ method }) => method),
    parameters: taken.parameters,
    mean: Array.from(taken.made.mean),
    lower: bounds(false),
    upper: bounds(true),
    naive: Array.from(build(ask.horizon, (h) => (m > 1 ? at(y, n - m + (h % m)) : at(y, n - 1)))),
    accuracy: {
      stretch,
      backtest: all.map(({ accuracy: { scores: _scores, ...shown } }) => shown),
    },
    distribution,
  }
}
