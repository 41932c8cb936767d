import type { FieldView } from '@yundiao/ui'
import type { EntryRow } from '../../api/types.ts'

/** A column's sum over known values, canonical, and how many rows have none. */
export type ColumnTotal = { sum: number; lacking: number }

const isAdditive = (field: FieldView): boolean => field.kind === 'money' || field.kind === 'area'

/** Sums of the money and area columns; a ratio or a plain number is never added. Null when nothing is known. */
export const columnTotal = (field: FieldView, rows: readonly EntryRow[]): ColumnTotal | null => {
  if (!isAdditive(field)) return null
  const known = rows.flatMap((row) => {
    const value = row.values[field.name]
    return typeof value === 'number' ? [value] : []
  })
  return known.length === 0 ? null : { sum: known.reduce((a, b) => a + b, 0), lacking: rows.length - known.length }
}
