import { type Column, meanOf, present } from '../numeric/column.ts'

/**
 * Missing values filled with the mean of those present, within the unit's group where `groups` is given. A group without
 * any value stays empty. Source: COINr's i_mean and i_mean_grp.
 */
export const imputeMean = (column: Column, groups?: readonly string[]): Column => {
  const meanWithin = (group: string | null): number | null => {
    const values = present(column.filter((_, i) => group === null || groups?.[i] === group))
    return values.length === 0 ? null : meanOf(values)
  }
  const means = new Map([...new Set(groups ?? [''])].map((group) => [group, meanWithin(groups ? group : null)]))
  return column.map((value, i) => value ?? means.get(groups?.[i] ?? '') ?? null)
}
