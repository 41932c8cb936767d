import { chiSquareTail, normalQuantile } from '../numeric/distributions.ts'
import { at, build } from '../numeric/vector.ts'

/** Coming values as distributions: the middle of each, and how far it may be off. */
export type Distribution = {
  mean: Float64Array
  /** What 1.28 of holds 80 %: a standard error, of the logarithm where `isLog`. */
  deviation: Float64Array
  isLog: boolean
}

/** The distribution function of Student's t with five degrees of freedom. Source: Abramowitz & Stegun 26.7.3. */
const student5 = (t: number): number => {
  const angle = Math.atan(t / Math.sqrt(5))
  const cosine = Math.cos(angle)
  return 0.5 + (angle + Math.sin(angle) * cosine * (1 + (2 / 3) * cosine * cosine)) / Math.PI
}

const density5 = (t: number): number => (8 / (3 * Math.sqrt(5) * Math.PI)) * (1 + (t * t) / 5) ** -3

const student5Quantile = (p: number): number => {
  if (p === 0.5) return 0
  // The tail falls as t⁻⁵: a start of the right size everywhere.
  const size = 2 * Math.min(p, 1 - p) ** -0.2 - 2
  let t = p < 0.5 ? -size : size
  for (let i = 0; i < 200; i += 1) {
    const step = (student5(t) - p) / density5(t)
    const bound = 0.5 * Math.max(1, Math.abs(t))
    t -= Math.max(-bound, Math.min(bound, step))
    if (Math.abs(step) <= 1e-13 * Math.max(1, Math.abs(t))) break
  }
  return t
}

/** Student's 90 % point over the normal one: with it, 80 % lie within 1.28 standard errors as under the normal. */
const SCALE = student5Quantile(0.9) / normalQuantile(0.9)

/**
 * The share of cases below `z` standard errors from the middle. Misses of forecasts are more often small and more often
 * large than the normal distribution has it: Student's t with five degrees of freedom, scaled to hold the same 80 %.
 * The five were found on yearly rates of 52 series from other countries (back-test.ts says how the national ones did).
 */
export const shareBelow = (z: number): number => student5(z * SCALE)

/** The place, in standard errors from the middle, below which a share of cases falls; 0 < share < 1. */
export const placeOfShare = (share: number): number => student5Quantile(share) / SCALE

/** χ² of five degrees of freedom: the value with a share `tail` above it, by halving. */
const chiSquare5 = (tail: number): number => {
  let [low, high] = [0, 1000]
  for (let i = 0; i < 50; i += 1) {
    const middle = (low + high) / 2
    if (chiSquareTail(middle, 5) > tail) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/**
 * What normal shocks of one draw are multiplied by, all alike, so that each is distributed as `shareBelow` has it;
 * `share` is the draw's place among all draws, 0 to 1. Source: Kotz & Nadarajah (2004), Multivariate t Distributions, §1.1.
 */
export const heavyFactor = (share: number): number => Math.sqrt(5 / chiSquare5(share)) / SCALE

/** The value each coming place stays below with probability `p`. */
export const quantileOf = ({ mean, deviation, isLog }: Distribution, p: number): Float64Array => {
  const z = placeOfShare(p)
  return build(mean.length, (h) => {
    if (!isLog) return at(mean, h) + z * at(deviation, h)
    // A logarithm's error can be past what a number holds: the largest one stands for it.
    return Math.min(Number.MAX_VALUE, at(mean, h) * Math.exp(z * at(deviation, h)))
  })
}

/** P(value > bound) for a coming place. */
export const probabilityAbove = ({ mean, deviation, isLog }: Distribution, place: number, bound: number): number => {
  if (at(deviation, place) === 0) return at(mean, place) >= bound ? 1 : 0
  if (isLog) return bound <= 0 ? 1 : shareBelow(Math.log(at(mean, place) / bound) / at(deviation, place))
  return shareBelow((at(mean, place) - bound) / at(deviation, place))
}

/** Further than any miss: a value the distribution has no room for, as one below nought where it is of logarithms. */
const FAR = 99

/** How far an outcome lies from the middle of its place, in standard errors, on the scale the distribution is of. */
export const missOf = ({ mean, deviation, isLog }: Distribution, place: number, outcome: number): number => {
  if (isLog && outcome <= 0) return FAR
  const miss = isLog ? Math.log(outcome / at(mean, place)) : outcome - at(mean, place)
  return Math.min(FAR, Math.abs(miss) / at(deviation, place))
}

/**
 * The mean of several forecasts, with the mean of their standard errors: of the logarithm where one of them is of
 * logarithms and all means are above nought. Errors of methods on one series hang together, so nothing is gained in width here;
 * what the mean gains shows in its own past.
 */
export const meanOfForecasts = (all: readonly Distribution[]): Distribution => {
  const count = all.length
  const share = (value: (one: Distribution) => number): number => all.reduce((sum, one) => sum + value(one), 0) / count
  const mean = build(all[0]?.mean.length ?? 0, (h) => share((one) => at(one.mean, h)))
  const isLog = all.some((one) => one.isLog) && mean.every((value) => value > 0)
  const deviation = build(mean.length, (h) =>
    share((one) => {
      const own = at(one.deviation, h)
      if (one.isLog === isLog) return own
      return isLog ? own / at(mean, h) : own * Math.abs(at(one.mean, h))
    }),
  )
  return { mean, deviation, isLog }
}
