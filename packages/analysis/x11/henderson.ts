import { at, type Vector } from '../numeric/vector.ts'

/**
 * Symmetric Henderson weights of odd `length`, summing to 1: the smoothest weights that pass a cubic.
 * Source: Henderson (1916); closed form in Ladiray & Quenneville (2001) §3.3.
 */
export const hendersonWeights = (length: number): Float64Array => {
  const half = (length - 1) / 2
  const n = half + 2
  const scale = 8 * n * (n ** 2 - 1) * (4 * n ** 2 - 1) * (4 * n ** 2 - 9) * (4 * n ** 2 - 25)
  const out = new Float64Array(length)
  for (let j = -half; j <= half; j += 1) {
    const squares = ((n - 1) ** 2 - j ** 2) * (n ** 2 - j ** 2) * ((n + 1) ** 2 - j ** 2)
    out[j + half] = (315 * squares * (3 * n ** 2 - 16 - 11 * j ** 2)) / scale
  }
  return out
}

/**
 * Weights for the last places, where only the first `kept` of the symmetric weights have data: those that revise
 * least when data arrive, if the series is a line plus noise with noise-to-slope ratio `ratio` (I/C).
 * Source: Musgrave (1964); formula of Doherty (2001), The Surrogate Henderson Filters in X-11.
 */
export const musgraveWeights = (weights: Vector, kept: number, ratio: number): Float64Array => {
  const slope = 4 / (Math.PI * ratio * ratio)
  const centre = (kept + 1) / 2
  let lost = 0
  let moment = 0
  for (let j = kept; j < weights.length; j += 1) {
    lost += at(weights, j)
    moment += (j + 1 - centre) * at(weights, j)
  }
  const tilt = slope / (1 + ((kept * (kept - 1) * (kept + 1)) / 12) * slope)
  const out = new Float64Array(kept)
  for (let i = 0; i < kept; i += 1) out[i] = at(weights, i) + lost / kept + (i + 1 - centre) * tilt * moment
  return out
}

/** The I/C ratio X-13 assumes for the end weights of a filter of a given length. */
export const usualEndRatio = (length: number, frequency: number): number => {
  if (frequency === 4) return length <= 5 ? 0.001 : 4.5
  if (length <= 9) return 1
  return length <= 13 ? 3.5 : 4.5
}

const applySymmetric = (x: Vector, weights: Vector, into: Float64Array): void => {
  const half = (weights.length - 1) / 2
  for (let t = half; t < x.length - half; t += 1) {
    let sum = 0
    for (let j = 0; j < weights.length; j += 1) sum += at(weights, j) * at(x, t - half + j)
    into[t] = sum
  }
}

const applyEnds = (x: Vector, weights: Vector, ratio: number, into: Float64Array): void => {
  const half = (weights.length - 1) / 2
  const n = x.length
  for (let k = 0; k < half; k += 1) {
    const end = musgraveWeights(weights, half + 1 + k, ratio)
    let last = 0
    let first = 0
    for (let j = 0; j < end.length; j += 1) {
      last += at(end, j) * at(x, n - end.length + j)
      first += at(end, j) * at(x, end.length - 1 - j)
    }
    into[n - 1 - k] = last
    into[k] = first
  }
}

/**
 * Henderson trend as long as x; `ratio` is the I/C its end weights assume. A quarterly 7-term filter gives way to the 5-term near the ends, as X-11 has always
 * done (Ladiray & Quenneville §3.3.4).
 */
export const hendersonTrend = (x: Vector, length: number, ratio: number): Float64Array => {
  const out = new Float64Array(x.length)
  const weights = hendersonWeights(length)
  applySymmetric(x, weights, out)
  if (length !== 7) {
    applyEnds(x, weights, ratio, out)
    return out
  }
  const five = hendersonWeights(5)
  const near = new Float64Array(x.length)
  applySymmetric(x, five, near)
  for (const t of [2, x.length - 3]) out[t] = at(near, t)
  applyEnds(x, five, 0.001, out)
  return out
}
