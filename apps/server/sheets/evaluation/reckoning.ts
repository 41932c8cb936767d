import type { ReckoningCell, ReckoningSheet } from '@yundiao/office'
import type { Indicator } from '@yundiao/scorecards'
import { methodOf } from '@yundiao/scorecards'
import { nameOfItem } from '../../views/evaluation/items.ts'
import type { Run } from '../../views/evaluation/kept.ts'
import { type Columns, cellAt, footOf, newColumns, parameter, RATIO, SCORE, wholeColumn } from './columns.ts'
import { addGradeColumns } from './grade-columns.ts'
import { gradePlan } from './grade-places.ts'
import { gradeSheet } from './grade-sheet.ts'
import { type ParameterRows, settingCells, WEIGHT_SHARE } from './parameters.ts'
import { fillFormula, nodeFormula, scoreFormula } from './score-formula.ts'
import { standingOf } from './standing.ts'

type Scored = Run & { result: NonNullable<Run['result']> }

export const RECKONING = '计算'

/** What the columns are built from, and where those already there stand. */
type Building = {
  run: Scored
  parameters: ParameterRows
  columns: Columns
  /** Units of the result, and the place of each among the inputs. */
  units: readonly string[]
  at: readonly number[]
  denominators: Map<string, string>
  groups: Map<string, string>
  scores: Map<string, string>
  notes: string[]
}

const number = (value: number | null | undefined, format?: string): ReckoningCell =>
  value === null || value === undefined ? null : { number: value, ...(format === undefined ? {} : { format }) }

const WIDTH = 12

const unitOf = ({ run }: Building, code: string): string => {
  const cell = run.inputs.read.cells.find((one) => one.code === code)
  return cell ? `（${cell.unitOfValue}）` : ''
}

const denominatorColumn = (building: Building, code: string): string => {
  const known = building.denominators.get(code)
  if (known !== undefined) return known
  const { run, at, columns } = building
  const values = run.inputs.read.inputs.denominators?.[code] ?? []
  const head = `${nameOfItem(run, code)}${unitOf(building, code)}`
  const letters = columns.add({ head, width: WIDTH, cell: (row) => number(values[at[row] ?? -1]) })
  building.denominators.set(code, letters)
  return letters
}

const labelOf = ({ version }: Run, code: string): string =>
  version.inputs.find((one) => one.code === code)?.label ?? code

/** The value a score is reckoned from: over its denominator, by formula. */
const valueColumn = (building: Building, indicator: Indicator): string => {
  const { run, at, columns } = building
  const values = run.inputs.read.inputs.values[indicator.code] ?? []
  const by = indicator.denominator === undefined ? null : denominatorColumn(building, indicator.denominator)
  const head = `${labelOf(run, indicator.code)}${unitOf(building, indicator.code)}`
  const own = columns.add({ head, width: WIDTH, cell: (row) => number(values[at[row] ?? -1]) })
  const denominators = run.inputs.read.inputs.denominators?.[indicator.denominator ?? ''] ?? []
  return columns.add({
    head: `${nameOfItem(run, indicator.code)}：指标值`,
    width: WIDTH,
    cell: (row) => {
      const [v, d] = [cellAt(own, row), by === null ? null : cellAt(by, row)]
      const value = values[at[row] ?? -1] ?? null
      const over = denominators[at[row] ?? -1] ?? null
      if (d === null) return { formula: `IF(${v}="","",${v})`, value, format: RATIO }
      return {
        formula: `IF(${v}="","",IF(${d}="","",IF(${d}<=0,"",${v}/${d})))`,
        value: value === null || over === null || over <= 0 ? null : value / over,
        format: RATIO,
      }
    },
  })
}

const isSame = (a: number | null | undefined, b: number | null | undefined): boolean => (a ?? null) === (b ?? null)

/** Values the engine filled or drew in stand as numbers: what was done to them is no formula of a sheet. */
const treatedColumn = (building: Building, indicator: Indicator, letters: string): string => {
  const { run, columns, units, at, notes } = building
  const treated = run.result.treated[indicator.code] ?? []
  const values = run.inputs.read.inputs.values[indicator.code] ?? []
  const over = run.inputs.read.inputs.denominators?.[indicator.denominator ?? '']
  const plain = (row: number): number | null => {
    const [value, by] = [values[at[row] ?? -1] ?? null, over ? (over[at[row] ?? -1] ?? null) : 1]
    return value === null || by === null || by <= 0 ? null : over ? value / by : value
  }
  if (units.every((_, row) => isSame(treated[row], plain(row)))) return letters
  const name = nameOfItem(run, indicator.code)
  notes.push(`“${name}”有补缺或极端值处理，处理后的数按数值列出`)
  return columns.add({ head: `${name}：处理后`, width: WIDTH, cell: (row) => number(treated[row], RATIO) })
}

const groupColumn = (building: Building, kind: string): string => {
  const known = building.groups.get(kind)
  if (known !== undefined) return known
  const groups = building.run.inputs.read.inputs.groups?.[kind] ?? []
  const letters = building.columns.add({
    head: kind,
    width: WIDTH,
    cell: (row) => ({ text: groups[building.at[row] ?? -1] ?? '' }),
  })
  building.groups.set(kind, letters)
  return letters
}

const groupOf = ({ benchmark }: Indicator): string | null =>
  typeof benchmark === 'object' ? (benchmark.by ?? null) : null

const leafColumns = (building: Building, indicator: Indicator): void => {
  const { run, parameters, columns, units } = building
  const { scheme } = run.version
  const kind = groupOf(indicator)
  const group = kind === null ? null : groupColumn(building, kind)
  const x = treatedColumn(building, indicator, valueColumn(building, indicator))
  const scores = run.result.normalised[indicator.code] ?? []
  const name = nameOfItem(run, indicator.code)
  const cells = settingCells(scheme, indicator, parameters.rowOf.get(indicator.code) ?? 0)
  const placesAt = (row: number) => ({
    x: cellAt(x, row),
    column: wholeColumn(x, units.length),
    ...cells,
    group: group === null ? null : cellAt(group, row),
    groups: group === null ? null : wholeColumn(group, units.length),
  })
  const made = scoreFormula(scheme, indicator, placesAt(0))
  if (made === null) building.notes.push(`“${name}”的计分方法不能用表内公式表达，得分按数值列出`)
  const scoreCell = (row: number): ReckoningCell => {
    const formula = made === null ? null : scoreFormula(scheme, indicator, placesAt(row))
    return formula === null ? number(scores[row], SCORE) : { formula, value: scores[row] ?? null, format: SCORE }
  }
  const raw = columns.add({ head: `${name}：得分`, width: WIDTH, cell: scoreCell })
  const gapAt = (row: number) => ({
    x: cellAt(x, row),
    xColumn: wholeColumn(x, units.length),
    raw: cellAt(raw, row),
    rawColumn: wholeColumn(raw, units.length),
  })
  const isFilled = made !== null && fillFormula(scheme, indicator, gapAt(0)) !== null
  const filled = !isFilled
    ? raw
    : columns.add({
        head: `${name}：计入得分`,
        width: WIDTH,
        cell: (row) => ({
          formula: fillFormula(scheme, indicator, gapAt(row)) ?? '',
          value: scores[row] ?? null,
          format: SCORE,
        }),
      })
  building.scores.set(indicator.code, filled)
}

const nodeColumn = (building: Building, node: ParameterRows['tree']['nodes'][number]): void => {
  const { run, parameters, columns } = building
  const { scheme } = run.version
  const scores = run.result.scores[node.code] ?? []
  const points = node.code === run.result.root ? run.result.bonuses : undefined
  const bonus = points ? columns.add({ head: '加减分', width: WIDTH, cell: (row) => number(points[row]) }) : null
  const method = methodOf(scheme.aggregate, node)
  const partsAt = (row: number) =>
    node.parts.map((code) => ({
      cell: cellAt(building.scores.get(code) ?? '', row),
      weight: parameter(WEIGHT_SHARE, parameters.rowOf.get(code) ?? 0),
    }))
  const name = node.code === run.result.root ? '总分' : nameOfItem(run, node.code)
  if (nodeFormula(method, partsAt(0)) === null || scheme.aggregate.minPresent !== undefined)
    building.notes.push(`“${name}”的合成方法不能用表内公式表达，得分按数值列出`)
  const letters = columns.add({
    head: name,
    width: WIDTH,
    cell: (row) => {
      const mean = scheme.aggregate.minPresent === undefined ? nodeFormula(method, partsAt(row)) : null
      if (mean === null) return number(scores[row], SCORE)
      const formula = bonus === null ? mean : `IF(${mean}="","",${mean}+N(${cellAt(bonus, row)}))`
      return { formula, value: scores[row] ?? null, format: SCORE }
    },
  })
  building.scores.set(node.code, letters)
}

/** From the total to the grade, with the sheet of grades; null where the scheme has none, or no sheet can carry it. */
const gradeColumns = (building: Building, total: string): Made['grades'] => {
  const { run, columns, units } = building
  const { scheme, promotions } = run.version
  const { inputs } = run.inputs.read
  if (!scheme.grades || !run.result.grades) return null
  const lists = inputs.lists ?? {}
  const plan = gradePlan(scheme.grades, lists, promotions)
  if (plan === null) {
    building.notes.push('提档的等次不止一种，等次按本次评价列出，不随表内改动')
    return null
  }
  const { ties } = scheme.grades
  const by = typeof ties === 'object' ? ties.by : null
  const tieBreaks = by === null ? null : (run.result.normalised[by] ?? null)
  const scores = run.result.scores[run.result.root] ?? []
  const standing = standingOf({
    grading: scheme.grades,
    units,
    scores,
    tieBreaks,
    lists,
    of: inputs.units.length,
    floor: plan.floor ?? '',
  })
  const tieBreak = by === null ? null : (building.scores.get(by) ?? null)
  const grades = run.result.grades.units.map(({ grade }) => grade)
  const made = addGradeColumns(columns, { plan, units, lists, total, tieBreak, tieBreaks, standing, grades })
  const counted = { sheet: RECKONING, columns: made, rows: units.length, inputs: inputs.units.length }
  const words = { title: run.record.title, foot: footOf(run), nameOf: (code: string) => nameOfItem(run, code) }
  const drawn = { plan, standing, counts: run.result.grades.counts, counted }
  return { column: made.grade, sheet: gradeSheet(scheme, drawn, words) }
}

/** The sheet that reckons, the column its totals stand in, and the grades where they follow by formulas. */
export type Made = { sheet: ReckoningSheet; total: string; grades: { column: string; sheet: ReckoningSheet } | null }

/** Everything from the values to the score and the grade. */
export const reckoningSheet = (run: Scored, parameters: ParameterRows, placeName: (region: string) => string): Made => {
  const { units } = run.result
  const places = new Map(run.inputs.read.inputs.units.map((unit, i) => [unit, i]))
  const at = units.map((unit) => places.get(unit) ?? -1)
  const columns = newColumns()
  const ofRow = (row: number) => run.inputs.read.units[at[row] ?? -1]
  columns.add({ head: '名称', width: 30, cell: (row) => ({ text: ofRow(row)?.name ?? '' }) })
  columns.add({ head: '地区', width: 12, cell: (row) => ({ text: placeName(ofRow(row)?.region ?? '') }) })
  const building: Building = {
    run,
    parameters,
    columns,
    units,
    at,
    denominators: new Map(),
    groups: new Map(),
    scores: new Map(),
    notes: [],
  }
  for (const indicator of parameters.tree.leaves) leafColumns(building, indicator)
  for (const node of parameters.tree.nodes) nodeColumn(building, node)
  const total = building.scores.get(run.result.root) ?? ''
  const grades = gradeColumns(building, total)
  const { all } = columns
  return {
    total,
    grades,
    sheet: {
      name: RECKONING,
      title: `${run.record.title}：计算`,
      head: all.map(({ head }) => head),
      widths: all.map(({ width }) => width),
      freezeColumns: 1,
      rows: units.map((_, row) => all.map(({ cell }) => cell(row))),
      notes: [...new Set(building.notes)],
      foot: footOf(run),
    },
  }
}
