import { type Column, extremesOf, present } from '../numeric/column.ts'
import { arithmeticMean, partsAt } from './means.ts'

/** Coefficients by indicator and unit, and the weighted grade of each unit. */
export type GreyRelational = { coefficients: Column[]; grade: (number | null)[] }

const RESOLUTION = 0.5

/**
 * Grey relational grade (灰色关联度): how near each unit's scores run to the best of every column.
 * ξ = (Δmin + ρΔmax)/(Δ + ρΔmax), ρ = 0.5. Source: 邓聚龙 (Deng 1982), Systems & Control Letters 1.
 */
export const greyRelational = (
  columns: readonly Column[],
  weights: readonly number[],
  resolution = RESOLUTION,
): GreyRelational => {
  const gaps = columns.map((column) => {
    const { most } = extremesOf(present(column))
    return column.map((value) => (value === null ? null : Math.abs(most - value)))
  })
  const { least, most } = extremesOf(gaps.flatMap(present))
  const coefficients = gaps.map((column) =>
    column.map((gap) =>
      gap === null ? null : most === 0 ? 1 : (least + resolution * most) / (gap + resolution * most),
    ),
  )
  const grade = (columns[0] ?? []).map((_, unit) => {
    const parts = partsAt(coefficients, weights, unit)
    return parts.length === 0 ? null : arithmeticMean(parts)
  })
  return { coefficients, grade }
}
