import { at, build, sumOf } from '../numeric/vector.ts'
import {
  DISCLOSURE,
  type DisclosureRule,
  type Hidden,
  type Largest,
  largestWithTotals,
  revealing,
} from './disclosure.ts'

/**
 * Amounts (not negative) by row and column, how many respondents stand behind each cell, and the two largest of them;
 * left out, dominance is not weighed. Totals are formed here.
 */
export type Table = {
  values: readonly (readonly number[])[]
  respondents: readonly (readonly number[])[]
  largest?: readonly (readonly Largest[])[]
}

/**
 * What may be shown, one row and one column more than the table: the last row and column are the totals, which may
 * have to be hidden like any cell.
 */
export type Mask = readonly (readonly (Hidden | null)[])[]

type Grid = { values: Float64Array[]; marks: (Hidden | null)[][] }

const withTotals = (values: Table['values']): Float64Array[] => {
  const rows = values.map((line) => Float64Array.from([...line, sumOf(line)]))
  const width = rows[0]?.length ?? 0
  return [...rows, build(width, (column) => rows.reduce((sum, row) => sum + at(row, column), 0))]
}

const amount = ({ values }: Grid, row: number, column: number): number => at(values[row] ?? [], column)
const isHidden = ({ marks }: Grid, row: number, column: number): boolean => (marks[row]?.[column] ?? null) !== null

const hide = ({ marks }: Grid, row: number, column: number): void => {
  const line = marks[row]
  if (line && line[column] === null) line[column] = 'guard'
}

/** Whether a cell has something to move, and `need` of it. */
const holds = (grid: Grid, [row, column]: Spot, need: number): boolean => {
  const own = amount(grid, row, column)
  return own > 0 && own >= need
}

type Spot = readonly [row: number, column: number]

/**
 * Whether hidden positive cells of at least `need` lead from a cell's row back to its column without the cell: then that
 * much can move round the cycle both ways and every total stays as it is.
 */
const isOnCycle = (grid: Grid, [row, column]: Spot, need: number): boolean => {
  const rows = new Set([row])
  const columns = new Set<number>()
  const links = grid.marks.flatMap((line, r) =>
    line.flatMap((mark, c) =>
      mark !== null && holds(grid, [r, c], need) && !(r === row && c === column) ? [[r, c] as const] : [],
    ),
  )
  for (let before = -1; before !== rows.size + columns.size; ) {
    before = rows.size + columns.size
    for (const [r, c] of links)
      if (rows.has(r) || columns.has(c)) {
        rows.add(r)
        columns.add(c)
      }
  }
  return columns.has(column)
}

/**
 * The three other corners of the cheapest rectangle of cells that hold `need`, the given one its fourth; totals count as
 * cells. What would hide the total of all is left out where something must be held.
 */
const cheapestRectangle = (grid: Grid, [row, column]: Spot, need: number): readonly Spot[] | null => {
  const [last, end] = [grid.values.length - 1, (grid.values[0]?.length ?? 0) - 1]
  let best: { cost: number; corners: readonly Spot[] } | null = null
  for (let r = 0; r <= last; r += 1)
    for (let c = 0; c <= end; c += 1) {
      if (r === row || c === column) continue
      const corners: readonly Spot[] = [
        [row, c],
        [r, column],
        [r, c],
      ]
      if (!corners.every((corner) => holds(grid, corner, need))) continue
      if (need > 0 && corners.some(([i, j]) => i === last && j === end && !isHidden(grid, i, j))) continue
      const cost = corners.reduce((sum, [i, j]) => sum + (isHidden(grid, i, j) ? 0 : amount(grid, i, j)), 0)
      if (!best || cost < best.cost) best = { cost, corners }
    }
  return best?.corners ?? null
}

const hideLines = (grid: Grid, row: number, column: number): void => {
  grid.values.forEach((line, r) => {
    if (r === row) for (let c = 0; c < line.length; c += 1) hide(grid, r, c)
    hide(grid, r, column)
  })
}

/** Marks of the cells and totals that reveal a respondent themselves. */
const primary = ({ respondents, largest }: Table, values: readonly Float64Array[], rule: DisclosureRule) => {
  // Totals are cells too: a row of two respondents tells each of them the other's amount.
  const counts = withTotals(respondents)
  const tops = largest && largestWithTotals(largest)
  return values.map((line, row) =>
    Array.from(line, (amount, column): Hidden | null =>
      revealing({ amount, respondents: at(counts[row] ?? [], column), largest: tops?.[row]?.[column] }, rule),
    ),
  )
}

/** Guards one cell: by what can move `need`, else by whatever can move at all, else by its whole row and column. */
const guardCell = (grid: Grid, spot: Spot, need: number): void => {
  if (isOnCycle(grid, spot, need)) return
  const wide = cheapestRectangle(grid, spot, need)
  if (!wide && isOnCycle(grid, spot, 0)) return
  const corners = wide ?? cheapestRectangle(grid, spot, 0)
  if (corners) for (const [r, c] of corners) hide(grid, r, c)
  else hideLines(grid, spot[0], spot[1])
}

/**
 * Cells that reveal a respondent (`revealing`: too few, or one dominates) hidden, and enough others with them that the
 * totals give none of these back: each lies on a cycle of hidden positive cells, along which amounts can move, so no
 * solution of the totals' equations in non-negative amounts pins it; where cells large enough are there, by at least
 * `margin` of its amount each way. Totals serve as guards when cells cannot.
 * Source: Cox (1980), Suppression methodology and statistical disclosure control, JASA 75; Kelly, Golden & Assad
 * (1992), Networks 22, on cycles. Guards are taken cheapest first, not the fewest possible; among small cells the range
 * left to an attacker may be narrower than `margin`, never a point.
 */
export const suppress = (table: Table, rule: DisclosureRule = DISCLOSURE): Mask => {
  const values = withTotals(table.values)
  const marks = primary(table, values, rule)
  const grid: Grid = { values, marks }
  marks.forEach((line, row) => {
    line.forEach((mark, column) => {
      if (mark !== null && mark !== 'guard') guardCell(grid, [row, column], rule.margin * amount(grid, row, column))
    })
  })
  return marks
}
