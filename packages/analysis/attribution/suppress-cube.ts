import type { Hidden } from './suppress.ts'

type Cells<T> = readonly (readonly (readonly T[])[])[]

/** Amounts (not negative) by row, column and layer (region × industry × size), and how many respondents each has. */
export type Cube = { values: Cells<number>; respondents: Cells<number> }

/** What may be shown of a cube, one more on every side for the totals; or why none of it may be. */
export type CubeOutcome = { kind: 'mask'; mask: Cells<Hidden | null> } | { kind: 'refused'; message: string }

type Spot = readonly [row: number, column: number, layer: number]

const sums = (lines: readonly (readonly number[])[]): number[] =>
  (lines[0] ?? []).map((_, i) => lines.reduce((sum, line) => sum + (line[i] ?? 0), 0))

const withTotals = (cells: Cells<number>): number[][][] => {
  const rows = cells.map((plane) => {
    const lines = plane.map((line) => [...line, line.reduce((sum, value) => sum + value, 0)])
    return [...lines, sums(lines)]
  })
  const plane = (rows[0] ?? []).map((_, column) => sums(rows.map((row) => row[column] ?? [])))
  return [...rows, plane]
}

type Grid = { values: number[][][]; marks: (Hidden | null)[][][] }

const valueAt = ({ values }: Grid, [row, column, layer]: Spot): number => values[row]?.[column]?.[layer] ?? 0
const markAt = ({ marks }: Grid, [row, column, layer]: Spot): Hidden | null => marks[row]?.[column]?.[layer] ?? null

const guard = (grid: Grid, spot: Spot): void => {
  const line = grid.marks[spot[0]]?.[spot[1]]
  if (line && markAt(grid, spot) === null) line[spot[2]] = 'guard'
}

/** The seven other corners of the box between a spot and the one across it. */
const cornersOf = ([row, column, layer]: Spot, [r, c, l]: Spot): readonly Spot[] => [
  [r, column, layer],
  [row, c, layer],
  [row, column, l],
  [r, c, layer],
  [r, column, l],
  [row, c, l],
  [r, c, l],
]

const costOf = (grid: Grid, corners: readonly Spot[]): number | null => {
  let cost = 0
  for (const corner of corners) {
    const value = valueAt(grid, corner)
    if (!(value > 0)) return null
    if (markAt(grid, corner) === null) cost += value
  }
  return cost
}

/** Spots that differ from one on every side. */
const across = ({ values }: Grid, [row, column, layer]: Spot): readonly Spot[] =>
  values.flatMap((plane, r) =>
    r === row
      ? []
      : plane.flatMap((line, c) =>
          c === column ? [] : line.flatMap((_, l): Spot[] => (l === layer ? [] : [[r, c, l]])),
        ),
  )

const cheapestBox = (grid: Grid, spot: Spot): readonly Spot[] | null => {
  let best: { cost: number; corners: readonly Spot[] } | null = null
  for (const opposite of across(grid, spot)) {
    const corners = cornersOf(spot, opposite)
    const cost = costOf(grid, corners)
    if (cost !== null && (best === null || cost < best.cost)) best = { cost, corners }
    if (best?.cost === 0) return best.corners
  }
  return best?.corners ?? null
}

/**
 * As `suppress`, for three dimensions and all their totals: cells of fewer than `least` respondents are hidden (totals
 * too), and each is made a corner of a box whose other corners hold positive amounts and are hidden with it. Along a box
 * amounts can move both ways while every total stays, so nobody can compute the cell back. Boxes are taken cheapest first,
 * not the fewest possible. Refused where a cell has no such box: then lines must be merged first.
 * Source: the hypercube method (Repsilber 1994; Giessing & Repsilber 2002, in Inference Control in Statistical Databases).
 * Does not weigh one respondent who dominates a cell, nor tables of more dimensions: merge them, or give separate tables
 * only where these share no cell but totals shown in both.
 */
export const suppressCube = (cube: Cube, least = 3): CubeOutcome => {
  const counts = withTotals(cube.respondents)
  const isFew = (count: number): boolean => count > 0 && count < least
  const grid: Grid = {
    values: withTotals(cube.values),
    marks: counts.map((plane) => plane.map((line) => line.map((count) => (isFew(count) ? 'few' : null)))),
  }
  const few = counts.flatMap((plane, r) =>
    plane.flatMap((line, c) => line.flatMap((count, l): Spot[] => (isFew(count) ? [[r, c, l]] : []))),
  )
  for (const spot of few) {
    const corners = cheapestBox(grid, spot)
    if (!corners)
      return {
        kind: 'refused',
        message: `不能出表：有的格不足${least}家，且没有可一并隐去的格，请先合并地区、行业或规模后再出`,
      }
    for (const corner of corners) guard(grid, corner)
  }
  return { kind: 'mask', mask: grid.marks }
}
