import type { LocalDate } from '@yundiao/kernel'
import { canonicalValue } from './canonical-value.ts'
import { type Catalogue, growthMeasureOf, type Indicator } from './catalogue.ts'
import { parseCsv } from './csv.ts'
import { type NamedRow, namedRow, rejectOf } from './figure-row.ts'
import type { Reject, SourceFile } from './import-types.ts'
import { readNumber } from './read-number.ts'
import { DEFAULT_CONCEPT } from './series-key.ts'
import { sourceDay } from './source-day.ts'
import type { TargetFact, TargetLayer, TargetOperator } from './target.ts'
import type { Measure } from './types.ts'

export const TARGET_OPERATORS = [
  '=',
  '≈',
  '≥',
  '≤',
  '>gdp',
  'sync',
  'qual',
] as const satisfies readonly TargetOperator[]

/** What the pack knows of a set of targets beyond the file: the document that states them, and when it became public. */
export type TargetDocument = {
  region: string
  year: number
  layer: TargetLayer | null
  owner: string
  document: string
  /** The document's own day, where it is cited; else the day of the row's source counts. */
  publicOn: LocalDate | null
  concepts: Readonly<Record<string, string>>
}
export type TargetContext = {
  catalogue: Catalogue
  regions: ReadonlySet<string>
  documents: readonly TargetDocument[]
}
export type ImportedTargets = { targets: readonly TargetFact[]; rejects: readonly Reject[] }

type Row = { at: NamedRow; indicator: Indicator; document: TargetDocument | null }

const measureOf = (indicator: Indicator, unit: string): Measure => {
  if (unit.includes('=100')) return 'index'
  const isRate = unit === '%' || unit === ''
  return isRate && indicator.kind !== 'ratio' ? growthMeasureOf(indicator) : 'level'
}

const citeOf = (at: NamedRow, document: TargetDocument | null): TargetFact['cite'] => ({
  document: document?.document ?? at.cell('indicator_name'),
  ...(at.cell('source') ? { url: at.cell('source') } : {}),
  ...(at.cell('source_date') ? { date: at.cell('source_date') } : {}),
})

type Stated = Pick<TargetFact, 'layer' | 'document' | 'clause' | 'operator' | 'knownOn' | 'grade'>

const NOT_FOUND: Stated = { layer: null, document: null, clause: null, operator: null, knownOn: null, grade: 'C' }

const statedBy = ({ at, document }: Row, operator: TargetOperator): Stated => ({
  layer: document?.layer ?? null,
  document: document?.document ?? null,
  clause: at.cell('text') || null,
  operator,
  knownOn: document?.publicOn ?? sourceDay(at.cell('source_date'), null),
  grade: 'B',
})

const factOf = (row: Row, operator: TargetOperator | null, value: number | null): TargetFact => {
  const { at, indicator, document } = row
  const region = at.cell('region_code')
  const year = Number(at.cell('year'))
  const unit = at.cell('unit')
  const canonical = canonicalValue(value ?? 0, unit || '%')
  return {
    id: `${region}/${year}/${indicator.code}`,
    owner: document?.owner ?? at.cell('region_name'),
    indicator: indicator.code,
    concept: document?.concepts[indicator.code] ?? DEFAULT_CONCEPT,
    region,
    year,
    measure: measureOf(indicator, unit),
    value: value === null ? null : (canonical?.value ?? null),
    unit: canonical?.unit ?? 'ratio',
    printed: at.cell('target') || null,
    printedUnit: value === null ? null : unit,
    cite: citeOf(at, document),
    ...(operator ? statedBy(row, operator) : NOT_FOUND),
  }
}

const needsNumber = (operator: TargetOperator | null): boolean =>
  operator === '=' || operator === '≈' || operator === '≥' || operator === '≤'

const readRow = (at: NamedRow, context: TargetContext): TargetFact | Reject => {
  const code = at.cell('indicator_code')
  const region = at.cell('region_code')
  const indicator = context.catalogue.get(code)
  if (!context.regions.has(region))
    return rejectOf(at, 'region_code', 'region.unknown', `行政区代码不存在“${region}”：请按 GB/T 2260 填六位代码`)
  if (!indicator)
    return rejectOf(
      at,
      'indicator_code',
      'indicator.unknown',
      `指标“${code}”不在指标目录：请核对代码，或先在目录增加该指标`,
    )
  if (!/^\d{4}$/.test(at.cell('year')))
    return rejectOf(at, 'year', 'period.invalid', `年份“${at.cell('year')}”不识别：请填四位年份`)
  const text = at.cell('op')
  const operator = TARGET_OPERATORS.find((item) => item === text) ?? null
  if (!operator && text !== '')
    return rejectOf(
      at,
      'op',
      'input.invalid',
      `符号“${text}”不识别：请填 ${TARGET_OPERATORS.join(' ')} 之一，查不到的留空`,
    )
  const number = readNumber(at.cell('target'))
  if (number.kind === 'fault')
    return rejectOf(at, 'target', number.code, `“${at.cell('target')}”不是数字：${number.advice}`)
  const value = number.kind === 'number' ? number.value : null
  if (needsNumber(operator) !== (value !== null))
    return rejectOf(at, 'target', 'input.invalid', '符号与目标值不相配：有数值才用 = ≈ ≥ ≤，只有文字的用 qual')
  if (value !== null && !canonicalValue(value, at.cell('unit')))
    return rejectOf(at, 'unit', 'input.invalid', `单位“${at.cell('unit')}”不识别：请改用 %、人、亿元等`)
  const document = context.documents.find((item) => item.region === region && item.year === Number(at.cell('year')))
  return factOf({ at, indicator, document: document ?? null }, operator, value)
}

const isFact = (item: TargetFact | Reject): item is TargetFact => 'operator' in item

/**
 * Reads year-start targets (region_code, year, indicator_code, op, target, unit, text, source, source_date). An empty
 * `op` is a declared gap: a fact without operator, not a target of zero. Rejects name row, column and remedy.
 */
export const csvToTargets = (file: SourceFile, context: TargetContext): ImportedTargets => {
  const csv = parseCsv(file.text)
  if (csv.kind === 'fault') {
    const message = `${file.name} ${csv.message}`
    return { targets: [], rejects: [{ row: csv.row, column: '', value: '', code: 'input.format', message }] }
  }
  const read = csv.rows.map((row) => readRow(namedRow(csv.header, row), context))
  return {
    targets: read.filter(isFact),
    rejects: read.flatMap((item) => (isFact(item) ? [] : [item])),
  }
}
