import { at } from './vector.ts'

type Objective = (x: Float64Array) => number

const gradientOf = (f: Objective, x: Float64Array): Float64Array =>
  Float64Array.from(x, (value, i) => {
    const step = 1e-5 * Math.max(1, Math.abs(value))
    const probe = x.slice()
    probe[i] = value + step
    const up = f(probe)
    probe[i] = value - step
    return (up - f(probe)) / (2 * step)
  })

/**
 * Forward differences: half the work, and about seven digits of each slope. Enough where only the order of minima
 * matters, not their places.
 */
export const roughSlopes =
  (f: Objective) =>
  (x: Float64Array): Float64Array => {
    const here = f(x)
    return Float64Array.from(x, (value, i) => {
      const step = 1e-7 * Math.max(1, Math.abs(value))
      const probe = x.slice()
      probe[i] = value + step
      return (f(probe) - here) / step
    })
  }

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * at(b, i), 0)
const moved = (x: Float64Array, by: number, along: Float64Array): Float64Array =>
  x.map((value, i) => value + by * at(along, i))

/** Halves the step until the objective falls enough (Armijo); null when no step does. */
const lineSearch = (f: Objective, x: Float64Array, value: number, along: Float64Array, slope: number) => {
  for (let step = 1; step > 1e-10; step /= 2) {
    const next = moved(x, step, along)
    const reached = f(next)
    if (reached <= value + 1e-4 * step * slope) return { next, reached }
  }
  return null
}

const identity = (n: number): Float64Array[] =>
  Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (__, j) => (i === j ? 1 : 0)))

/** The BFGS update of the inverse Hessian from a step and the change of gradient it brought. */
const update = (inverse: Float64Array[], step: Float64Array, change: Float64Array): Float64Array[] => {
  const curvature = dot(step, change)
  if (curvature <= 1e-14) return inverse
  const along = Float64Array.from(inverse, (row) => dot(row, change))
  const scale = (1 + dot(change, along) / curvature) / curvature
  return inverse.map((row, i) =>
    row.map(
      (value, j) =>
        value +
        scale * at(step, i) * at(step, j) -
        (at(along, i) * at(step, j) + at(step, i) * at(along, j)) / curvature,
    ),
  )
}

/**
 * How hard to look: rounds at most, the part of the value a round must gain to go on, how flat is flat enough (both of
 * the value, of 1 where that is less), and slopes where they are known.
 */
export type Effort = { rounds?: number; tolerance?: number; flat?: number; slopes?: (x: Float64Array) => Float64Array }

/**
 * A local minimum from `start` by BFGS, until a round gains less than `tolerance` of the value. Slopes that are not
 * given are central differences. The objective may return +Infinity outside its domain.
 * Source: Nocedal & Wright (2006), Numerical Optimization, §6.1.
 */
const minimise = (
  f: Objective,
  start: Float64Array,
  { rounds = 200, tolerance = 1e-13, flat = 1e-7, slopes = (point: Float64Array) => gradientOf(f, point) }: Effort = {},
): { x: Float64Array; value: number } => {
  let x = start
  let value = f(x)
  let gradient = slopes(x)
  let inverse = identity(x.length)
  for (let round = 0; round < rounds; round += 1) {
    const size = Math.sqrt(dot(gradient, gradient))
    if (size < flat * Math.max(1, Math.abs(value))) break
    let along = Float64Array.from(inverse, (row) => -dot(row, gradient))
    if (dot(along, gradient) >= 0 || round === 0) along = gradient.map((one) => -one / Math.max(1, size))
    const found = lineSearch(f, x, value, along, dot(along, gradient))
    if (!found) break
    const next = slopes(found.next)
    const step = found.next.map((one, i) => one - at(x, i))
    inverse = update(
      inverse,
      step,
      next.map((one, i) => one - at(gradient, i)),
    )
    const gain = value - found.reached
    x = found.next
    value = found.reached
    gradient = next
    if (gain < tolerance * Math.max(1, Math.abs(value))) break
  }
  return { x, value }
}

/** The best of the local minima found from several starts. */
export const minimiseFrom = (
  f: Objective,
  starts: readonly Float64Array[],
  effort: Effort = {},
): { x: Float64Array; value: number } =>
  starts.map((start) => minimise(f, start, effort)).reduce((best, one) => (one.value < best.value ? one : best))
