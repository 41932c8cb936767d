type Point = { id: string; version: number }

/** The whole order after one point moved a place up or down; null where it cannot move. */
export const movePoint = (points: readonly Point[], id: string, by: -1 | 1): Point[] | null => {
  const from = points.findIndex((point) => point.id === id)
  const to = from + by
  const moved = points[from]
  const other = points[to]
  if (from < 0 || !moved || !other) return null
  return points
    .map((point, at) => (at === from ? other : at === to ? moved : point))
    .map(({ id, version }) => ({ id, version }))
}
