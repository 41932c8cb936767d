/** The shared reader has met plain arrays too; one that only ever meets these runs faster. */
const at = (x: Float64Array, i: number): number => x[i] ?? Number.NaN

/** A smoothing: window in points, degree 0 or 1 of the local line, every how many points it is fitted. */
export type Smoothing = { window: number; degree: number; jump: number }

/** Cleveland's tricube of a distance; 0 beyond 0.999 of the reach, 1 within 0.001 of it. */
const tricube = (distance: number, reach: number): number => {
  if (distance > 0.999 * reach) return 0
  if (distance <= 0.001 * reach) return 1
  const r = distance / reach
  const rest = 1 - r * r * r
  return rest * rest * rest
}

/** Tricube kernel of a window centred on its middle; the interior of a series uses no other. */
const kernelOf = (window: number): Float64Array => {
  const reach = Math.floor(window / 2)
  const kernel = new Float64Array(window)
  for (let j = 0; j < window; j += 1) kernel[j] = tricube(Math.abs(j - reach), reach)
  return kernel
}

const weightedMean = (y: Float64Array, from: number, to: number, weights: Float64Array, total: number): number => {
  let value = 0
  for (let j = from; j <= to; j += 1) value += at(weights, j - from) * at(y, j)
  return value / total
}

const localLine = (y: Float64Array, x: number, from: number, to: number, weights: Float64Array, total: number) => {
  let centre = 0
  for (let j = from; j <= to; j += 1) centre += at(weights, j - from) * j
  centre /= total
  let spread = 0
  for (let j = from; j <= to; j += 1) spread += at(weights, j - from) * (j - centre) * (j - centre)
  spread /= total
  if (Math.sqrt(spread) <= 0.001 * (y.length - 1)) return weightedMean(y, from, to, weights, total)
  const slope = (x - centre) / spread
  let value = 0
  for (let j = from; j <= to; j += 1) value += at(weights, j - from) * (slope * (j - centre) + 1) * at(y, j)
  return value / total
}

/**
 * The loess value at `x` (a place, perhaps outside) from y[from..to], places counted from 0; null where all weights
 * vanish. `robustness` multiplies the tricube weights.
 */
export const loessAt = (
  y: Float64Array,
  x: number,
  [from, to]: readonly [number, number],
  { window, degree }: Smoothing,
  robustness: Float64Array | null,
): number | null => {
  const extra = window > y.length ? Math.floor((window - y.length) / 2) : 0
  const reach = Math.max(x - from, to - x) + extra
  const weights = new Float64Array(to - from + 1)
  let total = 0
  for (let j = from; j <= to; j += 1) {
    const near = tricube(Math.abs(j - x), reach)
    const weight = robustness ? near * at(robustness, j) : near
    weights[j - from] = weight
    total += weight
  }
  if (total <= 0) return null
  if (reach <= 0 || degree === 0) return weightedMean(y, from, to, weights, total)
  return localLine(y, x, from, to, weights, total)
}

type Fit = (i: number) => number

/** The same line by moments about the middle, in one pass over the window: what robust fits spend their time on. */
const robustMiddle = (y: Float64Array, i: number, kernel: Float64Array, degree: number, robustness: Float64Array) => {
  const reach = (kernel.length - 1) / 2
  let [total, first, second, sum, firstSum] = [0, 0, 0, 0, 0]
  for (let u = -reach; u <= reach; u += 1) {
    const weight = at(kernel, u + reach) * at(robustness, i + u)
    const value = weight * at(y, i + u)
    total += weight
    first += weight * u
    second += weight * u * u
    sum += value
    firstSum += value * u
  }
  if (total <= 0) return at(y, i)
  const mean = sum / total
  const centre = first / total
  const spread = second / total - centre * centre
  if (degree === 0 || Math.sqrt(Math.max(0, spread)) <= 0.001 * (y.length - 1)) return mean
  return mean - (centre / spread) * (firstSum / total - centre * mean)
}

/** Fits inside, where the window is symmetric: without robustness the line's slope does not move its middle. */
const interiorFit = (y: Float64Array, window: number, degree: number, robustness: Float64Array | null): Fit => {
  const kernel = kernelOf(window)
  if (robustness) return (i) => robustMiddle(y, i, kernel, degree, robustness)
  const reach = (window - 1) / 2
  let total = 0
  for (const one of kernel) total += one
  return (i) => weightedMean(y, i - reach, i + reach, kernel, total)
}

const windowAt = (i: number, n: number, window: number): readonly [number, number] => {
  if (window >= n) return [0, n - 1]
  const from = Math.min(Math.max(i - (window - 1) / 2, 0), n - window)
  return [from, from + window - 1]
}

const interpolate = (out: Float64Array, from: number, to: number): void => {
  const slope = (at(out, to) - at(out, from)) / (to - from)
  for (let j = from + 1; j < to; j += 1) out[j] = at(out, from) + slope * (j - from)
}

/**
 * Loess over all of y: fitted every `jump` points and at the last, straight lines between.
 * Source: Cleveland & Devlin (1988); the rules of Cleveland, Cleveland, McRae & Terpenning (1990), STL.
 */
export const loess = (y: Float64Array, smoothing: Smoothing, robustness: Float64Array | null): Float64Array => {
  const n = y.length
  if (n < 2) return y.slice()
  const { window, degree } = smoothing
  const jump = Math.min(smoothing.jump, n - 1)
  const out = new Float64Array(n)
  const half = (window - 1) / 2
  const inside: Fit = window < n ? interiorFit(y, window, degree, robustness) : () => Number.NaN
  const fit: Fit = (i) =>
    window < n && i >= half && i <= n - 1 - half
      ? inside(i)
      : (loessAt(y, i, windowAt(i, n, window), smoothing, robustness) ?? at(y, i))
  let last = 0
  for (let i = 0; i < n; i += jump) {
    out[i] = fit(i)
    if (i > 0) interpolate(out, i - jump, i)
    last = i
  }
  if (last !== n - 1) {
    // The last point is fitted on the window of the last step: with jumps beyond half a window that is not the end's own.
    out[n - 1] = loessAt(y, n - 1, windowAt(last, n, window), smoothing, robustness) ?? at(y, n - 1)
    interpolate(out, last, n - 1)
  }
  return out
}
