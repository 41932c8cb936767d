import { type Column, mapPresent, present } from '../numeric/column.ts'
import { ranksUp, type Ties } from '../numeric/ranks.ts'

/** Ranks as scores: 1 for the least, n for the largest. */
export const rankScore = (column: Column, ties: Ties = 'min'): Column => ranksUp(column, ties)

/** Share of the others that a unit is above: (rank − 1)/(n − 1), equals at the lower place. */
export const percentile = (column: Column): Column => {
  const others = present(column).length - 1
  return mapPresent(ranksUp(column), (rank) => (rank - 1) / others)
}

/** Borda points: how many units are below. */
export const borda = (column: Column): Column => mapPresent(ranksUp(column), (rank) => rank - 1)
