import type { ClauseRow } from '../../api/types.ts'

/** The clauses that can become items: headings only lead the others. */
export const requirementsOf = (clauses: readonly ClauseRow[]): ClauseRow[] =>
  clauses.filter((clause) => !clause.heading)

/** The requirement `step` places on from the current one; the first when none is in hand. Stops at the ends. */
export const stepFrom = (clauses: readonly ClauseRow[], current: string | null, step: 1 | -1): string | null => {
  const rows = requirementsOf(clauses)
  const at = rows.findIndex((row) => row.id === current)
  if (at < 0) return rows[0]?.id ?? null
  return rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.id ?? null
}

/** The next undecided requirement after the current one, from the top again at the end; null when all are settled. */
export const nextPending = (clauses: readonly ClauseRow[], current: string | null): string | null => {
  const rows = requirementsOf(clauses)
  const at = rows.findIndex((row) => row.id === current)
  const ordered = [...rows.slice(at + 1), ...rows.slice(0, at + 1)]
  return ordered.find((row) => row.disposition === 'pending' && row.id !== current)?.id ?? null
}
