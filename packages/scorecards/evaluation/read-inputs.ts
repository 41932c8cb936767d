import { refuse, some } from '../run/refuse.ts'
import type { Refusal } from '../run/result.ts'
import type { Inputs } from '../scheme/scheme.ts'
import type { Evaluation, EvaluationColumn, EvaluationRow, EvaluationVersion } from './evaluation.ts'
import { gatherLong } from './gather-long.ts'
import { cellOf } from './row-cells.ts'
import { isRefusedSource, isSourceClass, REFUSED_CITE, type SourceClass } from './source-class.ts'
import { type Absent, bonusesFrom, leftOutBy, listsOf, unheardMarks } from './take-part.ts'

/** Where one value of a unit comes from: the row and version, its fields, the class of source, the method's clause. */
export type InputCell = {
  unit: string
  code: string
  role: 'value' | 'denominator'
  value: number | null
  /** The sum as the ledger has it, in the method's unit: a refund stays negative here. */
  asItIs: number | null
  unitOfValue: string
  row: { id: string; version: number }
  fields: readonly string[]
  sourceClass: SourceClass
  clause: string
}

/** A unit of a run: its code there (its row), what it is known by from year to year, its name and place. */
export type EvaluatedUnit = {
  unit: string
  identity: string
  name: string
  region: string
  row: { id: string; version: number }
}

/** What a scheme is run on, with the provenance of every value and who takes no part. */
export type EvaluationInputs = {
  kind: 'inputs'
  inputs: Inputs
  units: readonly EvaluatedUnit[]
  cells: readonly InputCell[]
  leftOut: readonly Absent[]
  /** Marks of rows the method says nothing of. */
  unheard: readonly { unit: string; basis: string }[]
}

const nameOf = ({ name }: Evaluation, row: EvaluationRow): string => String(row.values[name] ?? row.region)

const identityOf = (evaluation: Evaluation, row: EvaluationRow): string => {
  const own = evaluation.identity === undefined ? null : row.values[evaluation.identity]
  return typeof own === 'string' && own !== '' ? own : `${row.region} ${nameOf(evaluation, row)}`
}

/** Of a ledger with a row a unit and indicator, the row the value itself stands in. */
const rowOf = (row: EvaluationRow, code: string): InputCell['row'] => {
  const [id, version] = [row.values[`${code}/row`], row.values[`${code}/version`]]
  return typeof id === 'string' && typeof version === 'number' ? { id, version } : { id: row.id, version: row.version }
}

const columnsOf = (version: EvaluationVersion): { role: InputCell['role']; column: EvaluationColumn }[] => [
  ...version.inputs.flatMap((input) => (input.from === null ? [] : [{ role: 'value' as const, column: input }])),
  ...version.denominators.map((column) => ({ role: 'denominator' as const, column })),
]

const sourceAt = (row: EvaluationRow, column: EvaluationColumn): string => {
  const own = column.sourceField === undefined ? null : row.values[column.sourceField]
  return typeof own === 'string' && own !== '' ? own : column.sourceClass
}

/** Firm-level statistical returns, named by a column or a row, end the run: nothing of it may be kept. */
const refusedSources = (evaluation: Evaluation, version: EvaluationVersion, rows: readonly EvaluationRow[]) => {
  const places = rows.flatMap((row) =>
    columnsOf(version)
      .filter(({ column }) => !isSourceClass(sourceAt(row, column), evaluation.subject))
      .map(({ column }) => ({ words: sourceAt(row, column), place: `${nameOf(evaluation, row)} ${column.label}` })),
  )
  if (places.length === 0) return null
  const named = places.map(({ place }) => place)
  return places.some(({ words }) => isRefusedSource(words))
    ? refuse(
        'inputs',
        `${some(named)}：来源是统计联网直报（一套表），${REFUSED_CITE.article}不允许用于评价，请改用税务、电力、自然资源、企业自报等来源重新填报`,
        named,
      )
    : refuse('inputs', `${some(named)}：来源类别不能用于${evaluation.subject}评价，请核对后重新填报`, named)
}

const twiceNamed = (evaluation: Evaluation, rows: readonly EvaluationRow[]): string[] => {
  const names = rows.map((row) => `${nameOf(evaluation, row)}（${row.region}）`)
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))]
}

const cellsOf = (version: EvaluationVersion, rows: readonly EvaluationRow[]): InputCell[] =>
  rows.flatMap((row) =>
    columnsOf(version).map(({ role, column }) => ({
      unit: row.id,
      code: column.code,
      role,
      ...cellOf(row.values, column),
      unitOfValue: column.unit,
      row: rowOf(row, column.code),
      fields: [...column.from.add, ...(column.from.less ?? [])],
      sourceClass: sourceAt(row, column) as SourceClass,
      clause: column.clause,
    })),
  )

const groupsOf = ({ groups = {} }: EvaluationVersion, rows: readonly EvaluationRow[]): Inputs['groups'] =>
  Object.fromEntries(
    Object.entries(groups).map(([kind, field]) => [
      kind,
      rows.map((row) => (field === 'region' ? row.region : String(row.values[field] ?? '待明确'))),
    ]),
  )

const inputsFrom = (
  evaluation: Evaluation,
  version: EvaluationVersion,
  { rows, cells }: { rows: readonly EvaluationRow[]; cells: readonly InputCell[] },
): Inputs => {
  const values: Record<string, (number | null)[]> = {}
  const denominators: Record<string, (number | null)[]> = {}
  for (const { code, from } of version.inputs) if (from === null) values[code] = rows.map(() => null)
  for (const { role, code, value } of cells) {
    const table = role === 'value' ? values : denominators
    const column = table[code] ?? []
    column.push(value)
    table[code] = column
  }
  const bonuses = bonusesFrom(version, rows)
  return {
    units: rows.map(({ id }) => id),
    values,
    denominators,
    groups: groupsOf(version, rows) ?? {},
    lists: listsOf(evaluation, version, rows),
    ...(bonuses.length > 0 ? { bonuses } : {}),
  }
}

/**
 * The rows of one year as the reader sees them → what the scheme is run on, unit by unit in the order of the rows, each
 * value with its row, fields, source and clause. Rows out of scope or excluded are listed with the reason. Refused where a
 * source is a firm-level statistical return, where a unit stands twice, or where nobody takes part.
 * `track`: the group judged apart; left out, those that fall into none.
 */
export const readInputs = (
  evaluation: Evaluation,
  version: EvaluationVersion,
  { rows: given, track }: { rows: readonly EvaluationRow[]; track?: string | undefined },
): EvaluationInputs | Refusal => {
  const all = evaluation.layout ? gatherLong(evaluation, version, given) : { kind: 'rows' as const, rows: given }
  if (all.kind === 'refused') return all
  const judged = all.rows.map((row) => ({ row, out: leftOutBy(evaluation, version, { row, track }) }))
  const rows = judged.flatMap(({ row, out }) => (out ? [] : [row]))
  const leftOut = judged.flatMap(({ row, out }) =>
    out ? [{ unit: row.id, name: nameOf(evaluation, row), ...out }] : [],
  )
  if (rows.length === 0) return refuse('inputs', '没有参评对象：所选年度没有数据，或都不在评价范围，请先填报基础数据')
  const double = twiceNamed(evaluation, rows)
  if (double.length > 0) return refuse('inputs', `同一年度重复：${some(double)}，请核对后只留一行`, double)
  const refused = refusedSources(evaluation, version, rows)
  if (refused) return refused
  const cells = cellsOf(version, rows)
  return {
    kind: 'inputs',
    inputs: inputsFrom(evaluation, version, { rows, cells }),
    units: rows.map((row) => ({
      unit: row.id,
      identity: identityOf(evaluation, row),
      name: nameOf(evaluation, row),
      region: row.region,
      row: { id: row.id, version: row.version },
    })),
    cells,
    leftOut,
    unheard: unheardMarks(evaluation, version, rows),
  }
}
