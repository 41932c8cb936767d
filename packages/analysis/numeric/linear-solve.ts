import { at } from './vector.ts'

const largestBelow = (rows: readonly Float64Array[], k: number): number => {
  let best = k
  for (let i = k + 1; i < rows.length; i += 1)
    if (Math.abs(at(rows[i] ?? [], k)) > Math.abs(at(rows[best] ?? [], k))) best = i
  return best
}

const clearBelow = (rows: readonly Float64Array[], k: number, pivot: Float64Array): void => {
  for (const row of rows.slice(k + 1)) {
    const factor = at(row, k) / at(pivot, k)
    if (factor !== 0) for (let j = k; j < row.length; j += 1) row[j] = at(row, j) - factor * at(pivot, j)
  }
}

/** Solves A x = b by Gaussian elimination with partial pivoting; null when A is singular. */
export const solve = (a: readonly Float64Array[], b: Float64Array): Float64Array | null => {
  const n = b.length
  const rows = a.map((row, i) => Float64Array.from([...row, at(b, i)]))
  for (let k = 0; k < n; k += 1) {
    const best = largestBelow(rows, k)
    const [pivot, other] = [rows[best], rows[k]]
    if (!pivot || !other || Math.abs(at(pivot, k)) < 1e-300) return null
    rows[k] = pivot
    rows[best] = other
    clearBelow(rows, k, pivot)
  }
  const x = new Float64Array(n)
  for (let i = n - 1; i >= 0; i -= 1) {
    const row = rows[i] ?? x
    let value = at(row, n)
    for (let j = i + 1; j < n; j += 1) value -= at(row, j) * at(x, j)
    x[i] = value / at(row, i)
  }
  return x
}
