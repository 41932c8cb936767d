/** A board on the wire: a column per series, aligned with the region order; a hole is null, never a shift. */
export type BoardColumns = {
  regions: readonly string[]
  columns: readonly { series: string; values: readonly (number | null)[]; refs: readonly (string | null)[] }[]
}

export type BoardPoint = { series: string; region: string; value: number | null; ref: string }

/**
 * Packs points into columns by region order. A value of null with a ref is a declared gap; null without one is no
 * figure. Points of regions outside the order are left out; of two points of one place the later stands.
 */
export const encodeColumns = (regions: readonly string[], points: readonly BoardPoint[]): BoardColumns => {
  const place = new Map(regions.map((region, index) => [region, index]))
  const columns = new Map<string, { values: (number | null)[]; refs: (string | null)[] }>()
  for (const point of points) {
    const index = place.get(point.region)
    if (index === undefined) continue
    const column = columns.get(point.series) ?? {
      values: regions.map(() => null),
      refs: regions.map(() => null),
    }
    column.values[index] = point.value
    column.refs[index] = point.ref
    columns.set(point.series, column)
  }
  return { regions, columns: [...columns].map(([series, column]) => ({ series, ...column })) }
}

/** The points of the columns, series by series in region order; the inverse of encodeColumns. */
export const decodeColumns = (board: BoardColumns): readonly BoardPoint[] =>
  board.columns.flatMap(({ series, values, refs }) =>
    board.regions.flatMap((region, index) => {
      const ref = refs[index]
      return ref === null || ref === undefined ? [] : [{ series, region, value: values[index] ?? null, ref }]
    }),
  )
