import type { ClauseRow } from '../../api/types.ts'

/** The clauses that can become items: headings only lead the others. */
export const requirementsOf = (clauses: readonly ClauseRow[]): ClauseRow[] =>
  clauses.filter((clause) => !clause.heading)

const STATED = ['leadUnit', 'deadline', 'measure'] as const

/** Whether a line that is worked on lacks what the count line counts: lead, time, measure. */
export const isLacking = (row: ClauseRow): boolean =>
  row.disposition === 'pending' ||
  (row.disposition === 'item' &&
    STATED.some((field) => row.cells[field] === '' && !(field === 'deadline' && row.cells.closure === 'standing')))

/** The next row after the current one for which something holds, from the top again at the end; null when there is none. */
export const nextWhere = (
  rows: readonly ClauseRow[],
  current: string | null,
  holds: (row: ClauseRow) => boolean,
): string | null => {
  const at = rows.findIndex((row) => row.id === current)
  const ordered = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))]
  return ordered.find(holds)?.id ?? null
}

/** The row `step` places on from the current one; the first when none is in hand. Stops at the ends. */
export const stepFrom = (rows: readonly ClauseRow[], current: string | null, step: 1 | -1): string | null => {
  const at = rows.findIndex((row) => row.id === current)
  if (at < 0) return rows[0]?.id ?? null
  return rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.id ?? null
}

/** What 并入 of a selection comes to: requirements into one item, or the first of them becoming it. Null for nothing. */
export type Merging = { clauses: ClauseRow[]; into: string | null }

const openRows = (rows: readonly ClauseRow[]): ClauseRow[] => rows.filter((row) => row.disposition === 'pending')

/** One row alone joins what stands above it: the item there, or the item it joined, or the requirement itself. */
const withAbove = (rows: readonly ClauseRow[], row: ClauseRow): Merging | null => {
  const above = rows.slice(0, rows.indexOf(row)).findLast((one) => one.disposition !== 'declined')
  if (!above || row.disposition !== 'pending') return null
  return above.disposition === 'pending' ? { clauses: [above, row], into: null } : { clauses: [row], into: above.item }
}

/** The selection joined: into the one item among it, else into its first row; a single row joins the one above. */
export const mergingOf = (rows: readonly ClauseRow[], selected: readonly ClauseRow[]): Merging | null => {
  const [only, ...more] = selected
  if (only && more.length === 0) return withAbove(rows, only)
  const items = selected.filter((row) => row.disposition === 'item')
  const open = openRows(selected)
  if (items.length > 1 || open.length === 0) return null
  const into = items[0]?.item ?? null
  return into === null && open.length < 2 ? null : { clauses: open, into }
}
