import type { Column } from '../numeric/column.ts'
import type { Screening } from '../scheme/scheme.ts'

/** How much of a unit's data is there: shares of its indicators. `nonZero` is of those present. */
export type Presence = { unit: string; present: number; nonZero: number }

/** How much is there of each unit. */
export const presenceOf = (units: readonly string[], columns: readonly Column[]): Presence[] =>
  units.map((unit, i) => {
    const there = columns.map((column) => column[i] ?? null).filter((value) => value !== null)
    return {
      unit,
      present: columns.length === 0 ? 0 : there.length / columns.length,
      nonZero: there.length === 0 ? 0 : there.filter((value) => value !== 0).length / there.length,
    }
  })

/**
 * Units with too little data to be scored: a share present below `minPresent`, or a share other than 0 (of those
 * present) below `minNonZero`. Source: COINr's Screen.
 */
export const screenUnits = (presences: readonly Presence[], { minPresent, minNonZero }: Screening): Presence[] =>
  presences.filter(
    ({ present, nonZero }) =>
      (minPresent !== undefined && present < minPresent) || (minNonZero !== undefined && nonZero < minNonZero),
  )
