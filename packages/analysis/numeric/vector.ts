/** Anything read by position. Engines work on Float64Array; plain arrays come in and go out. */
export type Vector = ArrayLike<number>

/** The value at `i`; NaN outside, so that a wrong position shows in the result instead of hiding as 0. */
export const at = (x: Vector, i: number): number => x[i] ?? Number.NaN

/** A new vector of `n` values, each given by its position. */
export const build = (n: number, value: (i: number) => number): Float64Array => {
  const out = new Float64Array(n)
  for (let i = 0; i < n; i += 1) out[i] = value(i)
  return out
}

/** Sum of x[from, to). */
export const sumOf = (x: Vector, from = 0, to = x.length): number => {
  let sum = 0
  for (let i = from; i < to; i += 1) sum += at(x, i)
  return sum
}

/** Mean of x[from, to). */
export const meanOf = (x: Vector, from = 0, to = x.length): number => sumOf(x, from, to) / (to - from)

/** Σ x². */
export const squaresOf = (x: Vector): number => {
  let sum = 0
  for (let i = 0; i < x.length; i += 1) sum += at(x, i) ** 2
  return sum
}

/** Non-negative remainder. */
export const modulo = (a: number, n: number): number => ((a % n) + n) % n
