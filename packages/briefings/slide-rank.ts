import type { SlideCell, SlideRow } from './slides.ts'

/** A place with its growth as a ratio and as printed; `value` null is not published or not reported. */
export type RankedPlace = { name: string; value: number | null; cells: readonly SlideCell[]; own?: boolean }

/** Places shaded at each end, where there are enough of them for the ends not to meet. */
const SHADED = 3

/**
 * Places by growth, the best first; those without a number last, in the order given. 并列同位, the next place skipped.
 * Places are numbered, in the first cell, and the first and last three named as such, only when all of them have a
 * number: a place among some is no place, and there is then no such cell.
 */
export const rankPlaces = (places: readonly RankedPlace[]): { rows: readonly SlideRow[]; isWhole: boolean } => {
  const known = places.filter((place) => place.value !== null)
  const ordered = [...known].sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
  const isWhole = known.length === places.length
  const hasEnds = isWhole && places.length >= 2 * SHADED
  const endOf = (at: number): Pick<SlideRow, 'end'> => {
    if (!hasEnds) return {}
    if (at < SHADED) return { end: 'first' }
    return at >= ordered.length - SHADED ? { end: 'last' } : {}
  }
  const rows = ordered.map((place, at): SlideRow => {
    const rank = 1 + ordered.findIndex((other) => other.value === place.value)
    return {
      name: place.name,
      cells: isWhole ? [{ text: String(rank) }, ...place.cells] : place.cells,
      ...endOf(at),
      ...(place.own ? { own: true } : {}),
    }
  })
  const without = places
    .filter((place) => place.value === null)
    .map((place): SlideRow => ({ name: place.name, cells: place.cells }))
  return { rows: [...rows, ...without], isWhole }
}
