import { meanShift } from './mean-shift.ts'
import type { Ranker } from './rank-draw.ts'
import type { Sensitivity } from './robustness.ts'
import { sobolIndices } from './sobol.ts'
import { FACTORS, type Factor } from './uncertainty.ts'

/** Rows of the design, the factors in doubt and the nominal ranks (0 for none). */
export type SensitivityAsked = { rows: number; factors: readonly Factor[]; nominal: Uint32Array }

/**
 * Sobol indices of the mean shift in rank, a factor (all weights, all errors of data) being one group. The two samples
 * of Saltelli's design are rows 0 … n − 1 and n … 2n − 1 of the same numbers the draws are made from. Yields after each
 * row of the design how many draws were made for it.
 */
export function* assessSensitivity(
  { room, rank }: Ranker,
  { rows, factors, nominal }: SensitivityAsked,
): Generator<number, Sensitivity, void> {
  const shift = (): number => meanShift(rank(), nominal)
  const [a, b] = [new Float64Array(rows), new Float64Array(rows)]
  const mixed = factors.map(() => new Float64Array(rows))
  for (let row = 0; row < rows; row += 1) {
    room.rows.fill(row)
    a[row] = shift()
    room.rows.fill(rows + row)
    b[row] = shift()
    factors.forEach((factor, i) => {
      room.rows.fill(row)
      room.rows[FACTORS.indexOf(factor)] = rows + row
      const outputs = mixed[i]
      if (outputs) outputs[row] = shift()
    })
    yield factors.length + 2
  }
  const mean = a.reduce((sum, value) => sum + value, 0) / rows
  // About their mean: Sᵢ does not change by a constant, and its error shrinks several times over.
  const middle = (mean + b.reduce((sum, value) => sum + value, 0) / rows) / 2
  for (const outputs of [a, b, ...mixed]) for (let i = 0; i < rows; i += 1) outputs[i] = (outputs[i] ?? 0) - middle
  return { rows, factors: [...factors], ...sobolIndices(a, b, mixed), meanShift: mean }
}
