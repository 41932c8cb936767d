import { minimiseFrom } from '../numeric/minimise.ts'
import { at, build, meanOf, sumOf } from '../numeric/vector.ts'
import { type EtsSlopes, etsLikelihood } from './ets-likelihood.ts'
import { type EtsForm, type EtsParameters, type EtsRun, etsName, runEts } from './ets-model.ts'
import { firstStates } from './ets-start.ts'
import { differsByPlace, hasYearlyPattern } from './naive.ts'

/** An exponential-smoothing model, estimated. */
export type EtsFit = { form: EtsForm; parameters: EtsParameters; run: EtsRun; aicc: number; sigma2: number }

/** A fit and the free numbers behind it, to start another search from. */
export type FoundEts = EtsFit & { free: Float64Array }

const sigmoid = (u: number): number => 1 / (1 + Math.exp(-u))
const between = (low: number, high: number, u: number): number => low + (high - low) * sigmoid(u)
const logit = (share: number): number => Math.log(share / (1 - share))

/** Number of free smoothing parameters, states left aside. */
const smoothing = ({ trend, season }: EtsForm): number =>
  1 + (trend === 'N' ? 0 : 1) + (trend === 'Ad' ? 1 : 0) + (season === 'N' ? 0 : 1)

/** Free numbers to parameters; states are in units of `scale`, the last seasonal closes the sum. */
const unpack = (free: Float64Array, form: EtsForm, m: number, scale: number): EtsParameters => {
  let i = 0
  const next = (): number => {
    i += 1
    return at(free, i - 1)
  }
  const alpha = between(1e-4, 0.9999, next())
  const beta = form.trend === 'N' ? 0 : between(1e-4, Math.max(2e-4, alpha), next())
  const gamma = form.season === 'N' ? 0 : between(1e-4, Math.max(2e-4, 1 - alpha), next())
  const phi = form.trend === 'Ad' ? between(0.8, 0.98, next()) : 1
  const level = next() * scale
  const slope = form.trend === 'N' ? 0 : next() * scale
  if (form.season === 'N') return { alpha, beta, gamma, phi, level, slope, season: new Float64Array(0) }
  const unit = form.season === 'M' ? 1 : scale
  const season = build(m, (k) => (k < m - 1 ? next() * unit : 0))
  season[m - 1] = (form.season === 'M' ? m : 0) - sumOf(season)
  return { alpha, beta, gamma, phi, level, slope, season }
}

/** d between(low, high, u) / du */
const tilt = (low: number, high: number, u: number): number => (high - low) * sigmoid(u) * (1 - sigmoid(u))

/** Slopes by the free numbers from slopes by the parameters: the chain rule through `unpack`. */
const slopesOf = (free: Float64Array, form: EtsForm, scale: number, by: EtsSlopes): Float64Array => {
  const out = new Float64Array(free.length)
  const [hasTrend, hasSeason] = [form.trend !== 'N', form.season !== 'N']
  const [betaAt, gammaAt] = [1, hasTrend ? 2 : 1]
  const alpha = between(1e-4, 0.9999, at(free, 0))
  let byAlpha = by.alpha
  if (hasTrend) {
    const high = Math.max(2e-4, alpha)
    out[betaAt] = by.beta * tilt(1e-4, high, at(free, betaAt))
    if (high === alpha) byAlpha += by.beta * sigmoid(at(free, betaAt))
  }
  if (hasSeason) {
    const high = Math.max(2e-4, 1 - alpha)
    out[gammaAt] = by.gamma * tilt(1e-4, high, at(free, gammaAt))
    if (high === 1 - alpha) byAlpha -= by.gamma * sigmoid(at(free, gammaAt))
  }
  out[0] = byAlpha * tilt(1e-4, 0.9999, at(free, 0))
  let i = gammaAt + (hasSeason ? 1 : 0)
  if (form.trend === 'Ad') {
    out[i] = by.phi * tilt(0.8, 0.98, at(free, i))
    i += 1
  }
  out[i] = by.level * scale
  if (hasTrend) out[i + 1] = by.slope * scale
  i += hasTrend ? 2 : 1
  const unit = form.season === 'M' ? 1 : scale
  const last = at(by.season, by.season.length - 1)
  for (let k = 0; k < by.season.length - 1; k += 1) out[i + k] = (at(by.season, k) - last) * unit
  return out
}

/** First values of a search: α, and γ as a share of what α leaves. */
type First = { alpha: number; gamma: number }

const startFrom = (y: Float64Array, form: EtsForm, m: number, scale: number, { alpha, gamma }: First): Float64Array => {
  const first = firstStates(y, m, form.season)
  const unit = form.season === 'M' ? 1 : scale
  return Float64Array.from([
    logit(alpha),
    ...(form.trend === 'N' ? [] : [logit(0.1)]),
    ...(form.season === 'N' ? [] : [logit(gamma)]),
    ...(form.trend === 'Ad' ? [logit(0.9)] : []),
    (form.trend === 'N' && form.season === 'N' ? meanOf(y.subarray(0, Math.min(10, y.length))) : first.level) / scale,
    ...(form.trend === 'N' ? [] : [first.slope / scale]),
    ...(form.season === 'N' ? [] : Array.from(first.season.subarray(0, m - 1), (value) => value / unit)),
  ])
}

/**
 * How hard a maximum is looked for: first values (the likelihood has more than one top: seasons that stand, and seasons
 * that move), or the free numbers of an earlier fit; rounds, tolerance.
 */
export type Search = { starts: readonly First[]; rounds: number; tolerance: number; from?: Float64Array }

const STILL = 0.05
const STARTS: readonly First[] = [
  { alpha: 0.1, gamma: STILL },
  { alpha: 0.5, gamma: STILL },
  { alpha: 0.95, gamma: STILL },
  { alpha: 0.5, gamma: 0.6 },
]

const THOROUGH: Search = { starts: STARTS, rounds: 120, tolerance: 3e-11 }

/** Enough to tell forms apart: a form is not to lose because its search ended on a lower top. */
const CHOOSING: Search = { starts: STARTS, rounds: 80, tolerance: 3e-7 }

/** Enough to forecast from earlier origins. */
export const ROUGH: Search = { starts: [{ alpha: 0.3, gamma: STILL }], rounds: 60, tolerance: 3e-6 }

/** A slope of the log-likelihood this small moves it by less than anyone can tell. */
const FLAT = 3e-5

/** Without a season the starts differ in α alone. */
const startsFor = ({ starts }: Search, { season }: EtsForm): readonly First[] =>
  season === 'N' ? starts.filter(({ gamma }) => gamma === STILL) : starts

/**
 * One form by maximum likelihood; null when values or length forbid it. Bounds as R's "usual" region: 0 < β < α,
 * 0 < γ < 1 − α, 0.8 < φ < 0.98. Source: Hyndman et al. (2008) ch. 5; Hyndman & Khandakar (2008), JSS 27.
 */
export const fitEts = (y: Float64Array, form: EtsForm, m: number, search: Search = THOROUGH): FoundEts | null => {
  const n = y.length
  const states = 1 + (form.trend === 'N' ? 0 : 1) + (form.season === 'N' ? 0 : m - 1)
  const count = smoothing(form) + states + 1
  if (n <= count + 1 || (form.season !== 'N' && (m < 2 || n < 2 * m))) return null
  if ((form.error === 'M' || form.season === 'M') && y.some((value) => value <= 0)) return null
  const scale = meanOf(y.map(Math.abs)) || 1
  const { costAt, slopesAt } = etsLikelihood(y, form, m)
  // In the unit of the series the search would end sooner or later as the unit is small or large.
  const unit = n * Math.log(scale)
  const cost = (free: Float64Array): number => {
    const value = costAt(unpack(free, form, m, scale)) - unit
    return Number.isFinite(value) ? value : Number.POSITIVE_INFINITY
  }
  const slopes = (free: Float64Array): Float64Array =>
    slopesOf(free, form, scale, slopesAt(unpack(free, form, m, scale)))
  const best = minimiseFrom(
    cost,
    search.from ? [search.from] : startsFor(search, form).map((first) => startFrom(y, form, m, scale, first)),
    { rounds: search.rounds, tolerance: search.tolerance, flat: FLAT, slopes },
  )
  if (!Number.isFinite(best.value)) return null
  const parameters = unpack(best.x, form, m, scale)
  const run = runEts(y, form, parameters)
  const sigma2 = run.residuals.reduce((sum, e) => sum + e * e, 0) / (n - count + 1)
  return {
    form,
    parameters,
    run,
    sigma2,
    free: best.x,
    aicc: 2 * (best.value + unit) + 2 * count + (2 * count * (count + 1)) / (n - count - 1),
  }
}

/** The forms R's `ets` tries: additive error does not meet multiplicative season, nor M error a trend with A season. */
const etsForms = (isPositive: boolean, isSeasonal: boolean): EtsForm[] =>
  (['A', 'M'] as const)
    .filter((error) => error === 'A' || isPositive)
    .flatMap((error) =>
      (['N', 'A', 'Ad'] as const).flatMap((trend) =>
        (isSeasonal ? (['N', 'A', 'M'] as const) : (['N'] as const))
          .filter((season) => season !== 'M' || (error === 'M' && isPositive))
          .map((season) => ({ error, trend, season })),
      ),
    )

/** The form of least AICc, seasonal forms only where a yearly pattern may be; each is tried from one start, the best again from several. */
export const chooseEts = (y: Float64Array, m: number): FoundEts | null => {
  const isPositive = y.every((value) => value > 0)
  const isSeasonal = m > 1 && m <= 24 && y.length >= 2 * m + 3 && (hasYearlyPattern(y, m) || differsByPlace(y, m))
  const least = (fits: (FoundEts | null)[]): FoundEts | null =>
    fits.reduce((best, fit) => (fit && (!best || fit.aicc < best.aicc) ? fit : best), null)
  const rough = least(etsForms(isPositive, isSeasonal).map((form) => fitEts(y, form, m, CHOOSING)))
  return rough && least([rough, fitEts(y, rough.form, m)])
}

/** What a fit is called and rests on, for people. */
export const etsReport = ({ form, parameters }: EtsFit): Record<string, number | string> => ({
  form: etsName(form),
  alpha: parameters.alpha,
  ...(form.trend === 'N' ? {} : { beta: parameters.beta }),
  ...(form.season === 'N' ? {} : { gamma: parameters.gamma }),
  ...(form.trend === 'Ad' ? { phi: parameters.phi } : {}),
})
