import { refuse, some } from '../run/refuse.ts'
import type { Refusal } from '../run/result.ts'
import type { Evaluation, EvaluationRow, EvaluationVersion } from './evaluation.ts'

type Gathered = { kind: 'rows'; rows: readonly EvaluationRow[] }

/**
 * Rows of a unit and indicator each → one row a unit, its fields the codes of the indicators and `<code>/source` their
 * source. A unit goes by its region. Rows of indicators the version does not score are left aside; an indicator told twice
 * for a unit is refused with both places.
 */
export const gatherLong = (
  evaluation: Evaluation,
  version: EvaluationVersion,
  rows: readonly EvaluationRow[],
): Gathered | Refusal => {
  const { layout, name } = evaluation
  if (!layout) return { kind: 'rows', rows }
  const byLabel = new Map(version.inputs.map(({ code, label }) => [label, code]))
  const units = new Map<string, { first: EvaluationRow; values: Record<string, EvaluationRow['values'][string]> }>()
  const twice: string[] = []
  for (const row of rows) {
    const label = String(row.values[layout.indicator] ?? '')
    const code = byLabel.get(label)
    if (code === undefined) continue
    const unit = units.get(row.region) ?? { first: row, values: { [name]: row.values[name] ?? null } }
    if (code in unit.values) twice.push(`${String(row.values[name] ?? row.region)} ${label}`)
    unit.values[code] = row.values[layout.value] ?? null
    unit.values[`${code}/source`] = row.values[layout.sourceClass] ?? null
    unit.values[`${code}/row`] = row.id
    unit.values[`${code}/version`] = row.version
    units.set(row.region, unit)
  }
  if (twice.length > 0) return refuse('inputs', `同一指标重复：${some(twice)}，请核对后只留一行`, twice)
  return {
    kind: 'rows',
    rows: [...units.values()].map(({ first, values }) => ({ ...first, id: first.region, values })),
  }
}
