import { parsePeriod } from '@yundiao/kernel'
import { canonicalValue } from './canonical-value.ts'
import { parseCsv } from './csv.ts'
import { type NamedRow, namedRow, rejectOf } from './figure-row.ts'
import type { Imported, Reject, SourceFile } from './import-types.ts'
import { mergeRepeats, type PlacedDraft } from './merge-drafts.ts'
import { readNumber } from './read-number.ts'
import { seriesKey } from './series-key.ts'
import { sourceDay } from './source-day.ts'
import type { Accumulation, FigureDraft, Measure } from './types.ts'
import { canonicalYtd } from './ytd-period.ts'

/** Which series a name in the file is, and the unit its numbers are printed in. */
export type LongSeries = { indicator: string; measure: Measure; accumulation: Accumulation; printedUnit: string }

/** How a long table (series, period, value, source) of one region is read. Series not in the map are left out. */
export type LongTable = {
  region: string
  seriesColumn: string
  noteColumn: string | null
  mapping: string
  series: Readonly<Record<string, LongSeries>>
  /** Why a series is left out on purpose; one neither mapped nor here is rejected. */
  leftOut: (name: string) => string | null
}

type Job = { file: SourceFile; table: LongTable }
type Read =
  | { kind: 'draft'; placed: PlacedDraft }
  | { kind: 'reject'; reject: Reject }
  | { kind: 'left-out'; reason: string }

const reject = (at: NamedRow, column: string, code: Reject['code'], wrong: string): Read => ({
  kind: 'reject',
  reject: rejectOf(at, column, code, wrong),
})

const draftOf = (
  job: Job,
  at: NamedRow,
  series: LongSeries,
  period: string,
  value: number,
  unit: string,
): FigureDraft => {
  const knownOn = sourceDay(at.cell('source_date'), parsePeriod(period)?.ends ?? null)
  const { printedUnit, ...key } = series
  return {
    series: seriesKey(key),
    unit,
    region: job.table.region,
    period,
    value,
    printed: at.cell('value'),
    printedUnit,
    round: null,
    note: (job.table.noteColumn && at.cell(job.table.noteColumn)) || null,
    ...(knownOn ? { knownOn } : {}),
    releaseState: 'released',
    passport: {
      kind: 'cell',
      file: job.file.sha256,
      sheet: job.file.name,
      cell: at.address('value'),
      raw: at.cell('value'),
      mapping: job.table.mapping,
      source: { url: at.cell('source'), date: at.cell('source_date'), grade: 'B' },
    },
  }
}

const isTooLow = (series: LongSeries, value: number): boolean =>
  series.measure.startsWith('growth') ? value < -1 : series.measure === 'index' && value <= 0

const readRow = (job: Job, at: NamedRow): Read => {
  const name = at.cell(job.table.seriesColumn)
  const series = job.table.series[name]
  if (!series) {
    const reason = job.table.leftOut(name)
    return reason
      ? { kind: 'left-out', reason }
      : reject(at, job.table.seriesColumn, 'series.unknown', `数列“${name}”没有对应的指标：请先在映射表增加`)
  }
  const text = at.cell('period')
  const period = series.accumulation === 'ytd' ? canonicalYtd(text) : (parsePeriod(text)?.text ?? null)
  if (!period) return reject(at, 'period', 'period.invalid', `期别“${text}”不识别：请写成 2022、2022Q1 或 2022-03`)
  const number = readNumber(at.cell('value'))
  if (number.kind === 'fault')
    return reject(at, 'value', number.code, `“${at.cell('value')}”不是数字：${number.advice}`)
  if (number.kind === 'empty') return { kind: 'left-out', reason: '空格：未公布' }
  const canonical = canonicalValue(number.value, series.printedUnit)
  if (!canonical) return reject(at, 'unit', 'input.invalid', `单位“${series.printedUnit}”不识别：请改用亿元、% 等`)
  if (isTooLow(series, canonical.value))
    return reject(at, 'value', 'value.out-of-range', '数值超出范围：请核对小数点和正负号')
  const draft = draftOf(job, at, series, period, canonical.value, canonical.unit)
  return { kind: 'draft', placed: { row: at.row, column: 'value', draft } }
}

const count = (reasons: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1
  return counts
}

/**
 * Reads a long table of one region's series into figures, one a row; the unit comes from the map, since exports name
 * their units freely. Rejects name the row and column; rows left out on purpose are counted by reason.
 */
export const longTableToFigures = (file: SourceFile, table: LongTable): Imported => {
  const csv = parseCsv(file.text)
  if (csv.kind === 'fault') {
    const message = `${file.name} ${csv.message}`
    return {
      drafts: [],
      rejects: [{ row: csv.row, column: '', value: '', code: 'input.format', message }],
      repeats: [],
      skipped: {},
    }
  }
  const read = csv.rows.map((row) => readRow({ file, table }, namedRow(csv.header, row)))
  const merged = mergeRepeats(read.flatMap((item) => (item.kind === 'draft' ? [item.placed] : [])))
  return {
    drafts: merged.drafts,
    rejects: [...read.flatMap((item) => (item.kind === 'reject' ? [item.reject] : [])), ...merged.rejects],
    repeats: merged.repeats,
    skipped: count(read.flatMap((item) => (item.kind === 'left-out' ? [item.reason] : []))),
  }
}
