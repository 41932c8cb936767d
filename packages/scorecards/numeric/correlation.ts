import { type Column, meanOf, sumOf } from './column.ts'

/** Pearson correlation over the places where both have a value; NaN when one does not vary there. */
export const correlationOf = (a: Column, b: Column): number => {
  const pairs = a.flatMap((x, i) => {
    const y = b[i] ?? null
    return x === null || y === null ? [] : [[x, y] as const]
  })
  const [meanA, meanB] = [meanOf(pairs.map(([x]) => x)), meanOf(pairs.map(([, y]) => y))]
  const cross = sumOf(pairs.map(([x, y]) => (x - meanA) * (y - meanB)))
  const [squareA, squareB] = [
    sumOf(pairs.map(([x]) => (x - meanA) ** 2)),
    sumOf(pairs.map(([, y]) => (y - meanB) ** 2)),
  ]
  return cross / (Math.sqrt(squareA) * Math.sqrt(squareB))
}

/** Correlations of every column with every other. */
export const correlationsOf = (columns: readonly Column[]): number[][] =>
  columns.map((a, i) => columns.map((b, j) => (i === j ? 1 : correlationOf(a, b))))
