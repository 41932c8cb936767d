import { at, type Vector } from '../numeric/vector.ts'

/**
 * The 2×s centred moving average: one value for each place of x with s/2 neighbours on both sides (result is
 * x.length − s long, starting s/2 later). Source: Ladiray & Quenneville (2001), Seasonal Adjustment with the X-11
 * Method, §3.
 */
export const centredMean = (x: Vector, frequency: number): Float64Array => {
  const half = frequency / 2
  const out = new Float64Array(Math.max(0, x.length - frequency))
  for (let i = 0; i < out.length; i += 1) {
    let sum = (at(x, i) + at(x, i + frequency)) / 2
    for (let j = 1; j < frequency; j += 1) sum += at(x, i + j)
    out[i] = sum / (2 * half)
  }
  return out
}

/** The centred mean with its first and last value carried to the ends, as long as x. */
export const centredMeanCarried = (x: Vector, frequency: number): Float64Array => {
  const inner = centredMean(x, frequency)
  const half = frequency / 2
  const out = new Float64Array(x.length)
  for (let i = 0; i < out.length; i += 1) out[i] = at(inner, Math.min(Math.max(i - half, 0), inner.length - 1))
  return out
}
