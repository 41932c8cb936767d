import { DISCLOSURE, type DisclosureRule, type Hidden, type Largest, largestOf, revealing } from './disclosure.ts'

type Cells<T> = readonly (readonly (readonly T[])[])[]

/**
 * Amounts (not negative) by row, column and layer (region × industry × size), how many respondents each has, and the two
 * largest of them; left out, dominance is not weighed.
 */
export type Cube = { values: Cells<number>; respondents: Cells<number>; largest?: Cells<Largest> }

/** What may be shown of a cube, one more on every side for the totals; or why none of it may be. */
export type CubeOutcome = { kind: 'mask'; mask: Cells<Hidden | null> } | { kind: 'refused'; message: string }

type Spot = readonly [row: number, column: number, layer: number]

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** With the totals of every side, one more on each: `join` makes one of several. */
const withTotals = <T>(cells: Cells<T>, join: (parts: readonly T[]) => T): T[][][] => {
  const across = (lines: readonly (readonly T[])[]): T[] =>
    (lines[0] ?? []).map((_, i) => join(lines.flatMap((line) => line.slice(i, i + 1))))
  const rows = cells.map((plane) => {
    const lines = plane.map((line) => [...line, join(line)])
    return [...lines, across(lines)]
  })
  return [...rows, (rows[0] ?? []).map((_, column) => across(rows.map((row) => row[column] ?? [])))]
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

/** Marks of the cells and totals that reveal a respondent themselves. */
const primary = (cube: Cube, values: Cells<number>, rule: DisclosureRule): (Hidden | null)[][][] => {
  const counts = withTotals(cube.respondents, sum)
  const tops = cube.largest && withTotals(cube.largest, largestOf)
  return values.map((plane, r) =>
    plane.map((line, c) =>
      line.map((amount, l) =>
        revealing({ amount, respondents: counts[r]?.[c]?.[l] ?? 0, largest: tops?.[r]?.[c]?.[l] }, rule),
      ),
    ),
  )
}

/**
 * As `suppress`, for three dimensions and all their totals: cells that reveal a respondent are hidden (totals too), and
 * each is made a corner of a box whose other corners hold positive amounts and are hidden with it. Along a box amounts
 * can move both ways while every total stays, so nobody can compute the cell back. Boxes are taken cheapest first, not
 * the fewest possible. Refused where a cell has no such box: then lines must be merged first.
 * Source: the hypercube method (Repsilber 1994; Giessing & Repsilber 2002, in Inference Control in Statistical Databases).
 * Does not weigh tables of more dimensions: merge them, or give separate tables only where these share no cell but
 * totals shown in both.
 */
export const suppressCube = (cube: Cube, rule: DisclosureRule = DISCLOSURE): CubeOutcome => {
  const values = withTotals(cube.values, sum)
  const grid: Grid = { values, marks: primary(cube, values, rule) }
  const found = grid.marks.flatMap((plane, r) =>
    plane.flatMap((line, c) => line.flatMap((mark, l): Spot[] => (mark === null ? [] : [[r, c, l]]))),
  )
  for (const spot of found) {
    const corners = cheapestBox(grid, spot)
    if (!corners)
      return {
        kind: 'refused',
        message: `不能出表：有的格不足${rule.least}家或一家占比过大，且没有可一并隐去的格，请先合并地区、行业或规模后再出`,
      }
    for (const corner of corners) guard(grid, corner)
  }
  return { kind: 'mask', mask: grid.marks }
}
