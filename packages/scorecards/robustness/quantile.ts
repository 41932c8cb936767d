/**
 * The quantile at `share` (0–1) of values in ascending order: linear between order statistics at (n − 1) · share.
 * Source: Hyndman & Fan (1996), type 7, R's default. NaN of nothing.
 */
export const quantileOf = (ascending: ArrayLike<number>, share: number): number => {
  const place = (ascending.length - 1) * share
  const below = Math.floor(place)
  const low = ascending[below] ?? Number.NaN
  const high = ascending[Math.min(below + 1, ascending.length - 1)] ?? Number.NaN
  return low + (place - below) * (high - low)
}
