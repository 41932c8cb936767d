import { at, build, squaresOf } from './vector.ts'

/** Coefficients, what they leave, (XᵀX)⁻¹'s diagonal, and what each column has beside those before it: its length. */
export type Fit = { beta: Float64Array; residuals: Float64Array; inverseDiagonal: Float64Array; lengths: Float64Array }

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += at(a, i) * at(b, i)
  return sum
}

const takeOut = (x: Float64Array, q: Float64Array): number => {
  const share = dot(x, q)
  for (let i = 0; i < x.length; i += 1) x[i] = at(x, i) - share * at(q, i)
  return share
}

type Qr = { q: Float64Array[]; r: number[][] }

/** Columns made orthonormal one by one, each twice; null when one is a combination of those before it. */
const orthonormal = (columns: readonly Float64Array[]): Qr | null => {
  const q: Float64Array[] = []
  const r: number[][] = []
  for (const column of columns) {
    const left = column.slice()
    const shares = q.map((one) => takeOut(left, one))
    q.forEach((one, k) => {
      shares[k] = (shares[k] ?? 0) + takeOut(left, one)
    })
    const size = Math.sqrt(squaresOf(left))
    if (size <= 1e-10 * Math.sqrt(squaresOf(column)) || size === 0) return null
    r.push([...shares, size])
    q.push(left.map((value) => value / size))
  }
  return { q, r }
}

/** Solves R b = right for the triangle kept column by column. */
const backSolve = (r: readonly number[][], right: Float64Array): Float64Array => {
  const beta = right.slice()
  for (let i = r.length - 1; i >= 0; i -= 1) {
    let value = at(beta, i)
    for (let j = i + 1; j < r.length; j += 1) value -= (r[j]?.[i] ?? 0) * at(beta, j)
    beta[i] = value / (r[i]?.[i] ?? Number.NaN)
  }
  return beta
}

/**
 * Least squares of y on the columns by modified Gram–Schmidt with reorthogonalisation; null when the columns do not
 * determine their coefficients. Source: Björck (1996), Numerical Methods for Least Squares Problems, §2.4.
 */
export const leastSquares = (y: Float64Array, columns: readonly Float64Array[]): Fit | null => {
  const qr = orthonormal(columns)
  if (!qr) return null
  const residuals = y.slice()
  const right = Float64Array.from(qr.q, (one) => takeOut(residuals, one))
  const beta = backSolve(qr.r, right)
  const k = columns.length
  const inverse = Array.from({ length: k }, (_, i) =>
    backSolve(
      qr.r,
      build(k, (j) => (i === j ? 1 : 0)),
    ),
  )
  const inverseDiagonal = build(k, (i) => inverse.reduce((sum, column) => sum + at(column, i) ** 2, 0))
  return { beta, residuals, inverseDiagonal, lengths: lengthsOf(qr) }
}

const lengthsOf = ({ r }: Qr): Float64Array => Float64Array.from(r, (column) => column.at(-1) ?? Number.NaN)

/** Σ of squares that least squares of y on the columns leaves, and the columns' lengths; null as above. */
export const squaresBeside = (
  y: Float64Array,
  columns: readonly Float64Array[],
): { rest: number; lengths: Float64Array } | null => {
  const qr = orthonormal(columns)
  if (!qr) return null
  const left = y.slice()
  for (const one of qr.q) takeOut(left, one)
  return { rest: squaresOf(left), lengths: lengthsOf(qr) }
}
