/** A row of the tableau: coefficients, then the right side. */
type Row = number[]

const pivotOn = (tableau: Row[], row: number, column: number): void => {
  const pivot = tableau[row] ?? []
  const by = pivot[column] ?? 1
  pivot.forEach((value, j) => {
    pivot[j] = value / by
  })
  tableau.forEach((line, i) => {
    const factor = line[column] ?? 0
    if (i === row || factor === 0) return
    line.forEach((value, j) => {
      line[j] = value - factor * (pivot[j] ?? 0)
    })
  })
}

/** Simplex by Bland's rule on a tableau whose last row is the cost to be driven up. */
const climb = (tableau: Row[], basis: number[], columns: number): void => {
  for (let round = 0; round < 5000; round += 1) {
    const cost = tableau.at(-1) ?? []
    const entering = cost.findIndex((value, j) => j < columns && value < -1e-9)
    if (entering < 0) return
    let leaving = -1
    let least = Number.POSITIVE_INFINITY
    for (let i = 0; i < basis.length; i += 1) {
      const coefficient = tableau[i]?.[entering] ?? 0
      const ratio = coefficient > 1e-9 ? (tableau[i]?.at(-1) ?? 0) / coefficient : Number.POSITIVE_INFINITY
      if (ratio < least - 1e-12 || (ratio < least + 1e-12 && leaving >= 0 && (basis[i] ?? 0) < (basis[leaving] ?? 0))) {
        least = ratio
        leaving = i
      }
    }
    if (leaving < 0) throw new Error('unbounded')
    pivotOn(tableau, leaving, entering)
    basis[leaving] = entering
  }
}

/**
 * The most c·x can be with A·x = b and x ≥ 0 (b ≥ 0), by the simplex method with artificial variables.
 * What an attacker who knows the totals can find out; small cases only.
 */
export const maximise = (a: readonly (readonly number[])[], b: readonly number[], c: readonly number[]): number => {
  const [m, n] = [a.length, c.length]
  const basis = Array.from({ length: m }, (_, i) => n + i)
  const rows = a.map((line, i): Row => [...line, ...Array.from({ length: m }, (_, j) => (i === j ? 1 : 0)), b[i] ?? 0])
  // Phase one drives the artificial variables out.
  const start: Row = Array.from({ length: n + m + 1 }, (_, j) =>
    j < n || j === n + m ? -rows.reduce((sum, row) => sum + (row[j] ?? 0), 0) : 0,
  )
  const tableau = [...rows, start]
  climb(tableau, basis, n)
  if (Math.abs(tableau.at(-1)?.at(-1) ?? 1) > 1e-6) throw new Error('infeasible')
  const cost: Row = [...c.map((value) => -value), ...new Array<number>(m + 1).fill(0)]
  basis.forEach((variable, i) => {
    const factor = cost[variable] ?? 0
    if (factor !== 0)
      cost.forEach((value, j) => {
        cost[j] = value - factor * (tableau[i]?.[j] ?? 0)
      })
  })
  tableau[m] = cost
  climb(tableau, basis, n)
  return tableau[m]?.at(-1) ?? Number.NaN
}
