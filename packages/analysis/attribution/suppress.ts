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

/**
 * Whether hidden positive cells lead from a cell's row back to its column without the cell: then amounts can move
 * round the cycle both ways and every total stays as it is.
 */
const isOnCycle = (grid: Grid, row: number, column: number): boolean => {
  const rows = new Set([row])
  const columns = new Set<number>()
  const links = grid.marks.flatMap((line, r) =>
    line.flatMap((mark, c) =>
      mark !== null && amount(grid, r, c) > 0 && !(r === row && c === column) ? [[r, c] as const] : [],
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

/** The three other corners of the cheapest rectangle of positive cells with the given one; totals count as cells. */
const cheapestRectangle = (grid: Grid, row: number, column: number): readonly (readonly [number, number])[] | null => {
  let best: { cost: number; corners: readonly (readonly [number, number])[] } | null = null
  for (let r = 0; r < grid.values.length; r += 1)
    for (let c = 0; c < (grid.values[0]?.length ?? 0); c += 1) {
      if (r === row || c === column) continue
      const corners = [
        [row, c],
        [r, column],
        [r, c],
      ] as const
      if (corners.some(([i, j]) => !(amount(grid, i, j) > 0))) continue
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

/**
 * Cells that reveal a respondent (`revealing`: too few, or one dominates) hidden, and enough others with them that the
 * totals give none of these back: each lies on a cycle of hidden positive cells, along which amounts can move, so no
 * solution of the totals' equations in non-negative amounts pins it. Totals serve as guards when cells cannot.
 * Source: Cox (1980), Suppression methodology and statistical disclosure control, JASA 75; Kelly, Golden & Assad
 * (1992), Networks 22, on cycles. Guards are taken cheapest first, not the fewest possible; a range left to an
 * attacker may be narrow, never a point.
 */
export const suppress = (table: Table, rule: DisclosureRule = DISCLOSURE): Mask => {
  const values = withTotals(table.values)
  const marks = primary(table, values, rule)
  const grid: Grid = { values, marks }
  marks.forEach((line, row) => {
    line.forEach((mark, column) => {
      if (mark === null || mark === 'guard' || isOnCycle(grid, row, column)) return
      const corners = cheapestRectangle(grid, row, column)
      if (corners) for (const [r, c] of corners) hide(grid, r, c)
      else hideLines(grid, row, column)
    })
  })
  return marks
}
