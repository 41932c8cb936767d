import type { Column } from './column.ts'

/** Which place equals take. */
export type Ties = 'min' | 'max' | 'average'

const placeOf = (first: number, last: number, ties: Ties): number =>
  ties === 'min' ? first : ties === 'max' ? last : (first + last) / 2

type Same = (lower: number, higher: number) => boolean

/**
 * Ranks in ascending order, 1 the least; null keeps null. Equals share a place by `ties`, as R's rank(); `isSame` says
 * what counts as equal, by default the same number.
 */
export const ranksUp = (
  column: Column,
  ties: Ties = 'min',
  isSame: Same = (lower, higher) => lower === higher,
): (number | null)[] => {
  const order = column
    .flatMap((value, index) => (value === null ? [] : [{ value, index }]))
    .sort((a, b) => a.value - b.value)
  const ranks: (number | null)[] = column.map(() => null)
  for (let first = 0; first < order.length; ) {
    let last = first
    while (last + 1 < order.length && isSame(order[last]?.value ?? Number.NaN, order[last + 1]?.value ?? Number.NaN))
      last += 1
    for (const { index } of order.slice(first, last + 1)) ranks[index] = placeOf(first + 1, last + 1, ties)
    first = last + 1
  }
  return ranks
}

/** What adding up leaves over, as a share of the score: ½ + ⅓ + ⅙ falls short of 1 by a hair. */
const NOISE = 1e-12
/** Whether a score is as high as a bound but for the noise of adding up: neither a place nor a grade may hang on it. */
export const isAtLeast = (score: number, bound: number): boolean =>
  score >= bound || bound - score <= NOISE * Math.max(Math.abs(score), Math.abs(bound))

/** Whether two scores are one but for noise. */
export const isSameScore = (a: number, b: number): boolean => {
  const sizeA = a < 0 ? -a : a
  const sizeB = b < 0 ? -b : b
  const gap = a < b ? b - a : a - b
  return gap <= NOISE * (sizeA < sizeB ? sizeB : sizeA)
}

/** Places, 1 the highest score; equals (within noise) share the better place. */
export const placesDown = (column: Column): (number | null)[] => {
  const order = column
    .flatMap((value, index) => (value === null ? [] : [{ value, index }]))
    .sort((a, b) => b.value - a.value)
  const places: (number | null)[] = column.map(() => null)
  let [place, before] = [0, Number.POSITIVE_INFINITY]
  order.forEach(({ value, index }, i) => {
    if (i === 0 || !isAtLeast(value, before)) place = i + 1
    before = value
    places[index] = place
  })
  return places
}
