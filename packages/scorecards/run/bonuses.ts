import type { Column } from '../numeric/column.ts'
import type { Inputs } from '../scheme/scheme.ts'

/** Code under which points beside the indicators stand in an explanation. */
export const BONUS = 'bonus'

/** Points besides, by unit, several for one unit summed; null where no unit has any. */
export const bonusesOf = ({ bonuses = [] }: Inputs, units: readonly string[]): number[] | null => {
  const sums = new Map<string, number>()
  for (const { unit, points } of bonuses) sums.set(unit, (sums.get(unit) ?? 0) + points)
  return units.some((unit) => sums.has(unit)) ? units.map((unit) => sums.get(unit) ?? 0) : null
}

/** Scores with those points. A unit without a score gets none by a bonus alone. */
export const withBonuses = (scores: Column, bonuses: readonly number[] | null): Column =>
  bonuses ? scores.map((score, i) => (score === null ? null : score + (bonuses[i] ?? 0))) : scores
