import type { Lists } from '../scheme/grading.ts'
import type { Bonus } from '../scheme/scheme.ts'
import type { Evaluation, EvaluationRow, EvaluationVersion, Override } from './evaluation.ts'
import { passesAll } from './row-cells.ts'

/** A row that takes no part in a run, with the reason and the clause. */
export type Absent = { unit: string; name: string; reason: string; clause: string }

const textAt = (row: EvaluationRow, field: string | undefined): string | null => {
  const cell = field === undefined ? null : row.values[field]
  return typeof cell === 'string' && cell !== '' ? cell : null
}

const scopeReason = (version: EvaluationVersion, row: EvaluationRow, track: string | undefined) => {
  const own = version.tracks?.find(({ when }) => passesAll(row.values, when) === true)
  if (own?.name !== track)
    return own
      ? { reason: `另列一组评价：${own.name}`, clause: own.clause }
      : { reason: `不属于“${track}”一组`, clause: version.scope.clause }
  const within = passesAll(row.values, version.scope.when)
  if (within === true) return null
  const { words, clause } = version.scope
  return within === false
    ? { reason: `不在评价范围：${words}`, clause }
    : { reason: `评价范围待明确，所需栏目未填：${words}`, clause }
}

/** Why a row takes no part; null where it does. */
export const leftOutBy = (
  evaluation: Evaluation,
  version: EvaluationVersion,
  { row, track }: { row: EvaluationRow; track?: string | undefined },
): { reason: string; clause: string } | null => {
  const outside = scopeReason(version, row, track)
  if (outside) return outside
  const basis = textAt(row, evaluation.marks?.exclusion)
  const found = version.exclusions.find((one) => one.basis === basis && one.effect === 'left-out')
  return found ? { reason: found.basis, clause: found.clause } : null
}

const listed = (
  rows: readonly EvaluationRow[],
  field: string | undefined,
  overrides: readonly Override[],
): { unit: string; reason: string; override: Override }[] =>
  rows.flatMap((row) => {
    const override = overrides.find(({ basis }) => basis === textAt(row, field))
    return override ? [{ unit: row.id, reason: `${override.basis}（${override.clause}）`, override }] : []
  })

/** Lists the grading minds, from the marks of rows and the version's own kinds. */
export const listsOf = (
  { marks }: Evaluation,
  version: EvaluationVersion,
  rows: readonly EvaluationRow[],
): Required<Lists> => {
  const plain = ({ unit, reason }: { unit: string; reason: string }) => ({ unit, reason })
  const apart = version.exclusions.filter(({ effect }) => effect === 'ungraded')
  return {
    veto: listed(rows, marks?.veto, version.vetoes).map(plain),
    promote: listed(rows, marks?.promotion, version.promotions).flatMap((one) =>
      one.override.floor === undefined ? [] : [{ ...plain(one), floor: one.override.floor }],
    ),
    ungraded: rows.flatMap((row) => {
      const found = apart.find(({ basis }) => basis === textAt(row, marks?.exclusion))
      if (!found) return []
      return [
        {
          unit: row.id,
          reason: `${found.basis}（${found.clause}）`,
          ...(found.as === undefined ? {} : { as: found.as }),
        },
      ]
    }),
  }
}

/** Points the method adds or takes off, from fields of the rows. */
export const bonusesFrom = (version: EvaluationVersion, rows: readonly EvaluationRow[]): Bonus[] =>
  (version.bonuses ?? []).flatMap(({ field, label, clause }) =>
    rows.flatMap((row) => {
      const points = row.values[field]
      return typeof points === 'number' && points !== 0
        ? [{ unit: row.id, points, reason: `${label}（${clause}）` }]
        : []
    }),
  )

/** Marks of rows the version says nothing of: they change nothing, and a person should know. */
export const unheardMarks = (
  { marks }: Evaluation,
  version: EvaluationVersion,
  rows: readonly EvaluationRow[],
): { unit: string; basis: string }[] => {
  const known = new Set([...version.exclusions, ...version.vetoes, ...version.promotions].map(({ basis }) => basis))
  return rows.flatMap((row) =>
    [marks?.exclusion, marks?.veto, marks?.promotion].flatMap((field) => {
      const basis = textAt(row, field)
      return basis === null || known.has(basis) ? [] : [{ unit: row.id, basis }]
    }),
  )
}
