import type { EtsForm, EtsParameters } from './ets-model.ts'

/** The shared reader has met plain arrays too; one that only ever meets these runs faster. */
const at = (x: Float64Array, i: number): number => x[i] ?? Number.NaN

/** Slopes of −log-likelihood by each parameter; `season` by each seasonal before the first value. */
export type EtsSlopes = EtsParameters

/** −log-likelihood of one series and form, asked at many parameters; `slopesAt` gives its slopes at one of them. */
export type EtsLikelihood = { costAt: (p: EtsParameters) => number; slopesAt: (p: EtsParameters) => EtsSlopes }

/** What a pass leaves for the way back, a value a place. */
type Trace = { base: Float64Array; slope: Float64Array; old: Float64Array; forecast: Float64Array; squares: number }

const traceOf = (n: number): Trace => {
  const [base, slope, old, forecast] = [0, 1, 2, 3].map(() => new Float64Array(n))
  const none = new Float64Array(0)
  return { base: base ?? none, slope: slope ?? none, old: old ?? none, forecast: forecast ?? none, squares: 0 }
}

/** The same pass as `runEts`, keeping no results but what the way back needs. */
const forward = (y: Float64Array, form: EtsForm, p: EtsParameters, season: Float64Array, trace: Trace): number => {
  const m = season.length
  const [isMult, isRelative] = [form.season === 'M', form.error === 'M']
  const neutral = isMult ? 1 : 0
  season.set(p.season)
  let { level, slope } = p
  let [squares, logs] = [0, 0]
  for (let t = 0; t < y.length; t += 1) {
    const place = m > 0 ? t % m : 0
    const old = m > 0 ? at(season, place) : neutral
    const base = level + p.phi * slope
    const forecast = isMult ? base * old : base + old
    const error = at(y, t) - forecast
    const residual = isRelative ? error / forecast : error
    trace.base[t] = base
    trace.slope[t] = slope
    trace.old[t] = old
    trace.forecast[t] = forecast
    squares += residual * residual
    if (isRelative) logs += Math.log(Math.abs(forecast))
    const onLevel = isMult ? error / old : error
    level = base + p.alpha * onLevel
    slope = p.phi * slope + p.beta * onLevel
    if (m > 0) season[place] = old + p.gamma * (isMult ? error / base : error)
  }
  trace.squares = squares
  return 0.5 * (y.length * Math.log(squares) + 2 * logs)
}

/** Every state's effect on the likelihood, from the last place back to the first. */
const backward = (y: Float64Array, form: EtsForm, p: EtsParameters, trace: Trace): EtsSlopes => {
  const n = y.length
  const m = p.season.length
  const [isMult, isRelative] = [form.season === 'M', form.error === 'M']
  const season = new Float64Array(m)
  let [level, slope, alpha, beta, gamma, phi] = [0, 0, 0, 0, 0, 0]
  for (let t = n - 1; t >= 0; t -= 1) {
    const [base, old, forecast] = [at(trace.base, t), at(trace.old, t), at(trace.forecast, t)]
    const place = m > 0 ? t % m : 0
    const onSeason = m > 0 ? at(season, place) : 0
    const value = at(y, t)
    const error = value - forecast
    const onLevel = isMult ? error / old : error
    alpha += level * onLevel
    beta += slope * onLevel
    gamma += onSeason * (isMult ? error / base : error)
    const push = p.alpha * level + p.beta * slope
    const toError = isMult ? push / old + (p.gamma * onSeason) / base : push + p.gamma * onSeason
    const weight = n / trace.squares
    const direct = isRelative
      ? (-weight * (error / forecast) * value) / (forecast * forecast) + 1 / forecast
      : -weight * error
    const toForecast = direct - toError
    const toBase = level + (isMult ? toForecast * old - (p.gamma * onSeason * error) / (base * base) : toForecast)
    if (m > 0) season[place] = onSeason + (isMult ? toForecast * base - (push * error) / (old * old) : toForecast)
    phi += (slope + toBase) * at(trace.slope, t)
    slope = p.phi * (slope + toBase)
    level = toBase
  }
  return { alpha, beta, gamma, phi, level, slope, season }
}

/**
 * −log-likelihood of an exponential-smoothing form on y, as `runEts` has it, and its exact slopes: one pass forward and
 * one back instead of two passes for every parameter (a monthly form has up to eighteen). Source: reverse accumulation,
 * Griewank & Walther (2008), Evaluating Derivatives, ch. 3; the model as in ets-model.ts.
 */
export const etsLikelihood = (y: Float64Array, form: EtsForm, m: number): EtsLikelihood => {
  const season = new Float64Array(form.season === 'N' ? 0 : m)
  const trace = traceOf(y.length)
  return {
    costAt: (p) => forward(y, form, p, season, trace),
    slopesAt: (p) => {
      forward(y, form, p, season, trace)
      return backward(y, form, p, trace)
    },
  }
}
