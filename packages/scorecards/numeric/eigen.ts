/** Eigenvalues, largest first, and their unit vectors, the largest entry of each positive. */
export type Eigen = { values: readonly number[]; vectors: readonly (readonly number[])[] }

const SWEEPS = 100

type Square = number[][]

const entry = (a: readonly (readonly number[])[], i: number, j: number): number => a[i]?.[j] ?? Number.NaN

const put = (a: Square, i: number, j: number, value: number): void => {
  const row = a[i]
  if (row) row[j] = value
}

const rotateColumns = (a: Square, p: number, q: number, cos: number, sin: number): void => {
  for (let k = 0; k < a.length; k += 1) {
    const [x, y] = [entry(a, k, p), entry(a, k, q)]
    put(a, k, p, cos * x - sin * y)
    put(a, k, q, sin * x + cos * y)
  }
}

const rotateRows = (a: Square, p: number, q: number, cos: number, sin: number): void => {
  for (let k = 0; k < a.length; k += 1) {
    const [x, y] = [entry(a, p, k), entry(a, q, k)]
    put(a, p, k, cos * x - sin * y)
    put(a, q, k, sin * x + cos * y)
  }
}

const rotate = (a: Square, vectors: Square, p: number, q: number): void => {
  const off = entry(a, p, q)
  if (off === 0) return
  const theta = (entry(a, q, q) - entry(a, p, p)) / (2 * off)
  const tan = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const cos = 1 / Math.sqrt(tan * tan + 1)
  rotateColumns(a, p, q, cos, tan * cos)
  rotateRows(a, p, q, cos, tan * cos)
  rotateColumns(vectors, p, q, cos, tan * cos)
}

const offDiagonal = (a: Square): number =>
  a.reduce((sum, row, i) => sum + row.reduce((part, value, j) => part + (i === j ? 0 : value * value), 0), 0)

const pointed = (vector: readonly number[]): number[] => {
  const largest = vector.reduce((best, value) => (Math.abs(value) > Math.abs(best) + 1e-12 ? value : best), 0)
  return vector.map((value) => (largest < 0 ? -value : value))
}

/**
 * Eigenvalues and vectors of a symmetric matrix by cyclic Jacobi rotations.
 * Source: Golub & Van Loan (2013), Matrix Computations, §8.5.
 */
export const symmetricEigen = (matrix: readonly (readonly number[])[]): Eigen => {
  const a: Square = matrix.map((row) => [...row])
  const vectors: Square = a.map((_, i) => a.map((_, j) => (i === j ? 1 : 0)))
  for (let sweep = 0; sweep < SWEEPS && offDiagonal(a) > 1e-28; sweep += 1)
    for (let p = 0; p < a.length; p += 1) for (let q = p + 1; q < a.length; q += 1) rotate(a, vectors, p, q)
  const order = a.map((_, i) => i).sort((i, j) => entry(a, j, j) - entry(a, i, i))
  return {
    values: order.map((i) => entry(a, i, i)),
    vectors: order.map((i) => pointed(vectors.map((row) => row[i] ?? Number.NaN))),
  }
}

/**
 * The largest eigenvalue of a matrix of positive numbers and its vector, summing to 1, by power iteration.
 * Source: Perron's theorem; Saaty (1980) for its use on comparisons.
 */
export const perron = (matrix: readonly (readonly number[])[]): { value: number; vector: number[] } => {
  let vector = matrix.map(() => 1 / matrix.length)
  let value = matrix.length
  for (let step = 0; step < 10_000; step += 1) {
    const product = matrix.map((row) => row.reduce((sum, x, j) => sum + x * (vector[j] ?? 0), 0))
    const total = product.reduce((sum, x) => sum + x, 0)
    const next = product.map((x) => x / total)
    const moved = next.reduce((most, x, i) => Math.max(most, Math.abs(x - (vector[i] ?? 0))), 0)
    vector = next
    value = total
    if (moved < 1e-15) break
  }
  return { value, vector }
}
