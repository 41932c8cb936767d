import { type LocalDate, parsePeriod } from '@yundiao/kernel'
import { canonicalValue } from './canonical-value.ts'
import { growthMeasureOf, levelMeasureOf } from './catalogue.ts'
import { parseCsv } from './csv.ts'
import { FIGURE_COLUMNS, type NamedRow, namedRow, type RowSubject, rejectOf, subjectOf } from './figure-row.ts'
import { gradeOf, type ImportContext, type Imported, type Reject, type SourceFile } from './import-types.ts'
import { mergeRepeats, type PlacedDraft } from './merge-drafts.ts'
import { readNumber } from './read-number.ts'
import { seriesKey } from './series-key.ts'
import { sourceDay } from './source-day.ts'
import type { FigureDraft, Measure } from './types.ts'

type Job = { file: SourceFile; context: ImportContext }
type Cell = { column: 'value' | 'yoy_pct'; measure: Measure; printedUnit: string }
type Read = { kind: 'draft'; draft: FigureDraft } | { kind: 'none' } | { kind: 'reject'; reject: Reject }

/** 缺: looked for and not found, or published as missing. */
const GAP = '缺'

const seriesOf = (subject: RowSubject, measure: Measure) =>
  seriesKey({
    indicator: subject.indicator.code,
    measure,
    accumulation: subject.indicator.accumulation,
    concept: subject.concept,
    dims: subject.dims,
  })

const periodEnd = (period: string): LocalDate | null => parsePeriod(period)?.ends ?? null

const draftOf = (
  job: Job,
  at: NamedRow,
  subject: RowSubject,
  cell: Cell,
  value: number | null,
  unit: string,
): FigureDraft => {
  const knownOn = sourceDay(at.cell('source_date'), periodEnd(subject.period))
  const raw = at.cell(cell.column)
  return {
    series: seriesOf(subject, cell.measure),
    unit,
    region: subject.region,
    period: subject.period,
    value,
    printed: raw === '' ? null : raw,
    printedUnit: raw === '' ? null : cell.printedUnit,
    round: at.cell('status') === '初步核算' ? 'preliminary' : null,
    note: at.cell('note') || null,
    ...(knownOn ? { knownOn } : {}),
    releaseState: 'released',
    passport: {
      kind: 'cell',
      file: job.file.sha256,
      sheet: job.file.name,
      cell: at.address(cell.column),
      raw,
      mapping: job.context.mapping,
      source: {
        url: at.cell('source'),
        date: at.cell('source_date'),
        grade: gradeOf(at.cell('status'), at.cell('note')),
      },
    },
  }
}

const rangeFault = (measure: Measure, value: number, mayBeNegative: boolean): string | null => {
  if (measure === 'growth-real' || measure === 'growth-nominal')
    return value < -1 ? '增速低于-100%：请核对小数点和正负号' : null
  if (measure === 'rank') return Number.isInteger(value) && value >= 1 ? null : '位次须是从1起的整数：请核对'
  if (measure === 'pull') return Math.abs(value) <= 1 ? null : '拉动超出±100个百分点：请核对小数点'
  // A part may make more than the whole change, or take from it.
  if (measure === 'contribution') return null
  if (measure === 'index') return value > 0 ? null : '指数须大于0：请填上年同期=100的指数，不是涨幅'
  return value < 0 && !mayBeNegative ? '该指标不会是负数：请核对正负号' : null
}

const readCell = (job: Job, at: NamedRow, subject: RowSubject, cell: Cell): Read => {
  const number = readNumber(at.cell(cell.column))
  if (number.kind === 'fault') {
    const wrong = `“${at.cell(cell.column)}”不是数字：${number.advice}`
    return { kind: 'reject', reject: rejectOf(at, cell.column, number.code, wrong) }
  }
  const isGap = number.kind === 'empty' && at.cell('status') === GAP
  if (number.kind === 'empty' && !isGap) return { kind: 'none' }
  const canonical = canonicalValue(number.kind === 'number' ? number.value : 0, cell.printedUnit)
  if (!canonical || (subject.part && canonical.unit !== 'ratio'))
    return {
      kind: 'reject',
      reject: rejectOf(
        at,
        'unit',
        'input.invalid',
        `单位“${cell.printedUnit}”不识别或不相符：请改用亿元、%、百分点、人等`,
      ),
    }
  if (isGap) return { kind: 'draft', draft: draftOf(job, at, subject, cell, null, canonical.unit) }
  const wrong = rangeFault(cell.measure, canonical.value, subject.indicator.mayBeNegative)
  if (wrong) return { kind: 'reject', reject: rejectOf(at, cell.column, 'value.out-of-range', wrong) }
  return { kind: 'draft', draft: draftOf(job, at, subject, cell, canonical.value, canonical.unit) }
}

const cellsOf = (at: NamedRow, subject: RowSubject): readonly Cell[] => {
  const printedUnit = at.cell('unit')
  if (subject.rank) return [{ column: 'value', measure: 'rank', printedUnit }]
  if (subject.part) return [{ column: 'value', measure: subject.part, printedUnit }]
  const growth: Cell = { column: 'yoy_pct', measure: growthMeasureOf(subject.indicator), printedUnit: '%' }
  if (subject.indicator.kind === 'growth-only') return [growth]
  return [{ column: 'value', measure: levelMeasureOf(subject.indicator), printedUnit }, growth]
}

const misplaced = (at: NamedRow, subject: RowSubject): Reject | null => {
  if (subject.part && at.cell('yoy_pct') !== '')
    return rejectOf(at, 'yoy_pct', 'input.invalid', '拉动、贡献率没有同比增速：请把数填在 value 列，yoy_pct 留空')
  if (subject.part) return null
  if (subject.indicator.kind === 'growth-only' && at.cell('value') !== '')
    return rejectOf(at, 'value', 'input.invalid', '该指标只公布增速：请把增速填在 yoy_pct 列，value 留空')
  return null
}

const readRow = (job: Job, at: NamedRow): { drafts: PlacedDraft[]; rejects: Reject[] } => {
  const found = subjectOf(at, job.context)
  if (found.kind === 'reject') return { drafts: [], rejects: [found.reject] }
  const wrong = misplaced(at, found.subject)
  if (wrong) return { drafts: [], rejects: [wrong] }
  const read = cellsOf(at, found.subject).map((cell) => ({ cell, result: readCell(job, at, found.subject, cell) }))
  const rejects = read.flatMap(({ result }) => (result.kind === 'reject' ? [result.reject] : []))
  const drafts = read.flatMap(({ cell, result }) =>
    result.kind === 'draft' ? [{ row: at.row, column: cell.column, draft: result.draft }] : [],
  )
  if (rejects.length > 0) return { drafts: [], rejects }
  if (drafts.length > 0) return { drafts, rejects }
  const blank = rejectOf(at, 'value', 'input.invalid', '没有数也没有增速：请补数；确实查不到的在 status 列写“缺”')
  return { drafts, rejects: [blank] }
}

const fileFault = (row: number, column: string, message: string): Imported => ({
  drafts: [],
  rejects: [{ row, column, value: '', code: 'input.format', message }],
  repeats: [],
  skipped: {},
})

/**
 * Reads an indicator file (columns FIGURE_COLUMNS) into figures. A row with `value` and `yoy_pct` is two figures; a row
 * marked 缺 is figures whose value is null; nothing is computed or filled in. Values come out canonical, digits and unit
 * as printed are kept, and every passport names the file, the cell and the source. A row with a fault is left out whole
 * and reported; a row that repeats another is merged, the earlier known day kept; one that contradicts is rejected.
 */
export const csvToFigures = (file: SourceFile, context: ImportContext): Imported => {
  const csv = parseCsv(file.text)
  if (csv.kind === 'fault') return fileFault(csv.row, '', `${file.name} ${csv.message}`)
  const lacking = FIGURE_COLUMNS.filter((column) => !csv.header.includes(column))
  if (lacking.length > 0)
    return fileFault(1, lacking.join('、'), `${file.name} 第1行缺少列“${lacking.join('、')}”：请按模板补齐表头`)
  const rows = csv.rows.map((row) => readRow({ file, context }, namedRow(csv.header, row)))
  const merged = mergeRepeats(rows.flatMap((row) => row.drafts))
  return {
    drafts: merged.drafts,
    rejects: [...rows.flatMap((row) => row.rejects), ...merged.rejects].sort((a, b) => a.row - b.row),
    repeats: merged.repeats,
    skipped: {},
  }
}
