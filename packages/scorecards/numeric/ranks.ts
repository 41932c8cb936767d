import type { Column } from './column.ts'

/** Which place equals take. */
export type Ties = 'min' | 'max' | 'average'

const placeOf = (first: number, last: number, ties: Ties): number =>
  ties === 'min' ? first : ties === 'max' ? last : (first + last) / 2

/** Ranks in ascending order, 1 the least; null keeps null. Equals share a place by `ties`, as R's rank(). */
export const ranksUp = (column: Column, ties: Ties = 'min'): (number | null)[] => {
  const order = column
    .flatMap((value, index) => (value === null ? [] : [{ value, index }]))
    .sort((a, b) => a.value - b.value)
  const ranks: (number | null)[] = column.map(() => null)
  for (let first = 0; first < order.length; ) {
    let last = first
    while (last + 1 < order.length && order[last + 1]?.value === order[first]?.value) last += 1
    for (const { index } of order.slice(first, last + 1)) ranks[index] = placeOf(first + 1, last + 1, ties)
    first = last + 1
  }
  return ranks
}

/** Places, 1 the highest score; equals share the better place. */
export const placesDown = (column: Column): (number | null)[] =>
  ranksUp(column.map((value) => (value === null ? null : -value)))
