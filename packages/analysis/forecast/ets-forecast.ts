import { at, build } from '../numeric/vector.ts'
import type { EtsFit } from './ets.ts'
import { damping, type MeanAndDeviation } from './ets-model.ts'

const responses = ({ parameters: p, form, run }: EtsFit, horizon: number, withSeason: boolean): Float64Array => {
  const m = run.season.length
  return build(horizon, (k) => {
    const j = k + 1
    const season = withSeason && m > 0 && j % m === 0 ? p.gamma : 0
    return p.alpha + (form.trend === 'N' ? 0 : p.beta * damping(p.phi, j)) + season
  })
}

/** θₕ = μₕ² + σ² Σ c²ⱼθₕ₋ⱼ: second moments under multiplicative errors. */
const secondMoments = (mu: Float64Array, c: Float64Array, sigma2: number): Float64Array => {
  const theta = new Float64Array(mu.length)
  for (let h = 0; h < mu.length; h += 1) {
    let value = at(mu, h) ** 2
    for (let j = 1; j <= h; j += 1) value += sigma2 * at(c, j - 1) ** 2 * at(theta, h - j)
    theta[h] = value
  }
  return theta
}

/**
 * Forecasts of an ETS model, `n` values after which they begin. Variances: exact for additive errors and for
 * multiplicative errors with additive parts, the published approximation for multiplicative seasons.
 * Source: Hyndman, Koehler, Ord & Snyder (2008), §6.2–6.4 (classes 1, 2 and 3).
 */
export const forecastEts = (fit: EtsFit, n: number, horizon: number): MeanAndDeviation => {
  const { form, parameters: p, run, sigma2 } = fit
  const m = run.season.length
  const base = build(horizon, (h) => run.level + (form.trend === 'N' ? 0 : damping(p.phi, h + 1) * run.slope))
  const seasonAt = (h: number): number => (m > 0 ? at(run.season, (n + h) % m) : form.season === 'M' ? 1 : 0)
  const mean = build(horizon, (h) => (form.season === 'M' ? at(base, h) * seasonAt(h) : at(base, h) + seasonAt(h)))
  if (form.error === 'A') {
    const c = responses(fit, horizon, true)
    let sum = 0
    const deviation = build(horizon, (h) => {
      if (h > 0) sum += at(c, h - 1) ** 2
      return Math.sqrt(sigma2 * (1 + sum))
    })
    return { mean, deviation }
  }
  if (form.season !== 'M') {
    const theta = secondMoments(mean, responses(fit, horizon, true), sigma2)
    return { mean, deviation: build(horizon, (h) => Math.sqrt((1 + sigma2) * at(theta, h) - at(mean, h) ** 2)) }
  }
  const theta = secondMoments(base, responses(fit, horizon, false), sigma2)
  const deviation = build(horizon, (h) => {
    const years = Math.floor(h / m)
    const moment = at(theta, h) * (1 + sigma2) * (1 + p.gamma ** 2 * sigma2) ** years
    return Math.sqrt(Math.max(0, moment - at(base, h) ** 2)) * Math.abs(seasonAt(h))
  })
  return { mean, deviation }
}
