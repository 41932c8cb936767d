import { type Column, extremesOf, mapPresent, present } from '../numeric/column.ts'

/** Distance to the best value: 1 there, 0 at the least. Source: COINr's n_dist2max. */
export const distanceToBest = (column: Column): Column => {
  const { least, most } = extremesOf(present(column))
  return mapPresent(column, (value) => 1 - (most - value) / (most - least))
}

/** Distance to a target: 1 there, 0 at the least value; more beyond it unless `cap`. Source: COINr's n_dist2targ. */
export const distanceToTarget = (column: Column, target: number, cap = false): Column => {
  const { least } = extremesOf(present(column))
  return mapPresent(column, (value) => {
    const score = 1 - (target - value) / (target - least)
    return cap ? Math.min(1, score) : score
  })
}

/** Share of the best value. None where the best is 0, as for a column where less is better. Source: COINr's n_fracmax. */
export const shareOfBest = (column: Column): Column => {
  const { most } = extremesOf(present(column))
  return mapPresent(column, (value) => value / most)
}
