import type { Column } from '../numeric/column.ts'

/**
 * Values per unit of something (tax per 亩): value ÷ denominator. A denominator of 0 or below leaves no value: a firm
 * without land has no figure per 亩, and is judged on another track.
 */
export const denominate = (values: Column, denominators: Column): Column =>
  values.map((value, i) => {
    const by = denominators[i] ?? null
    const ratio = value === null || by === null || by <= 0 ? Number.NaN : value / by
    return Number.isFinite(ratio) ? ratio : null
  })
