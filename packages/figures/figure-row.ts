import { type ProblemCode, parsePeriod } from '@yundiao/kernel'
import type { Indicator } from './catalogue.ts'
import { a1, type CsvRow } from './csv.ts'
import type { ImportContext, Reject } from './import-types.ts'
import { DEFAULT_CONCEPT } from './series-key.ts'
import type { PartMeasure } from './types.ts'
import { canonicalYtd } from './ytd-period.ts'

export const FIGURE_COLUMNS = [
  'region_code',
  'region_name',
  'period',
  'period_type',
  'indicator_code',
  'indicator_name',
  'value',
  'unit',
  'yoy_pct',
  'status',
  'note',
  'source',
  'source_date',
] as const
export type FigureColumn = (typeof FIGURE_COLUMNS)[number]

/** A row with its cells by column name. */
export type NamedRow = { row: number; cell: (column: string) => string; address: (column: string) => string }

export const namedRow = (header: readonly string[], { row, cells }: CsvRow): NamedRow => ({
  row,
  cell: (column) => cells[header.indexOf(column)]?.trim() ?? '',
  address: (column) => a1(header.indexOf(column), row),
})

/** A fault of one cell; the message names the row and the column and ends with what to do. */
export const rejectOf = (at: NamedRow, column: string, code: ProblemCode, wrong: string): Reject => {
  const value = at.cell(column)
  return { row: at.row, column, value, code, message: `第${at.row}行“${column}”列：${wrong}` }
}

/** What a row speaks of, before its numbers are read. */
export type RowSubject = {
  region: string
  period: string
  indicator: Indicator
  rank: 'level' | 'growth' | null
  /** 拉动 or 贡献率 of the indicator, as published; null for its own numbers. */
  part: PartMeasure | null
  concept: string
  dims: Readonly<Record<string, string>>
}
export type Subject = { kind: 'subject'; subject: RowSubject } | { kind: 'reject'; reject: Reject }

const regionOf = (at: NamedRow, context: ImportContext): string | Reject => {
  const code = at.cell('region_code')
  const name = at.cell('region_name')
  if (code === '') {
    const zone = context.zones[name]
    return (
      zone ??
      rejectOf(
        at,
        'region_name',
        'region.unknown',
        `园区“${name}”不在本市园区名单：请改用名单里的名称，或先在管理页增加`,
      )
    )
  }
  if (context.regions.has(code)) return code
  const isCity = /^\d{4}00$/.test(code)
  const known = isCity ? '市州代码不存在' : '行政区代码不存在'
  return rejectOf(
    at,
    'region_code',
    isCity ? 'city.unknown' : 'region.unknown',
    `${known}“${code}”：请按 GB/T 2260 填六位代码`,
  )
}

/** va2_pull and va2_contribution are what is published of va2's weight in the growth of its whole. */
const PART_CODE = /^(.+)_(pull|contribution)$/

const partOf = (code: string, { catalogue }: ImportContext): { code: string; part: PartMeasure | null } => {
  const [, own = code, part] = PART_CODE.exec(code) ?? []
  const isPart = catalogue.get(own)?.pullsOn != null
  return isPart && (part === 'pull' || part === 'contribution') ? { code: own, part } : { code, part: null }
}

type Named = Pick<RowSubject, 'indicator' | 'rank' | 'part'>

const indicatorOf = (at: NamedRow, context: ImportContext): Named | Reject => {
  const { code, part } = partOf(at.cell('indicator_code'), context)
  const rank = context.ranks[code]
  const indicator = context.catalogue.get(rank?.indicator ?? code)
  if (!indicator)
    return rejectOf(
      at,
      'indicator_code',
      'indicator.unknown',
      `指标“${code}”不在指标目录：请核对代码，或先在目录增加该指标`,
    )
  return { indicator, rank: rank?.by ?? null, part }
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  annual: ['year'],
  ytd: ['month', 'months', 'quarter', 'half', 'year'],
  rank: ['month', 'months', 'quarter', 'half', 'year'],
}

const periodOf = (at: NamedRow): string | Reject => {
  const text = at.cell('period')
  const kinds = KINDS[at.cell('period_type')]
  if (!kinds)
    return rejectOf(at, 'period_type', 'period.invalid', `“${at.cell('period_type')}”不识别：请填 ytd、annual 或 rank`)
  const period = parsePeriod(text)
  const canonical = canonicalYtd(text)
  if (period && canonical && kinds.includes(period.kind)) return canonical
  return rejectOf(
    at,
    'period',
    'period.invalid',
    `期别“${text}”与 period_type 不符：请改，年填 2022，季填 2022Q1，月填 2022-05`,
  )
}

const conceptOf = (region: string, period: string, indicator: string, context: ImportContext): string =>
  context.concepts.find(
    (rule) =>
      rule.region === region &&
      rule.period === period &&
      (rule.indicator === undefined || rule.indicator === indicator),
  )?.concept ?? DEFAULT_CONCEPT

const dimsOf = (at: NamedRow, code: string, context: ImportContext): Readonly<Record<string, string>> | Reject => {
  const rule = context.dimensions[code]
  if (!rule) return {}
  const label = at.cell('indicator_name').split(/[:：]/)[1] ?? ''
  const value = rule.values[label]
  return value === undefined
    ? rejectOf(
        at,
        'indicator_name',
        'input.invalid',
        `分组“${label}”不在名单：请按“指标名:分组名”填写，分组名用名单里的写法`,
      )
    : { [rule.dimension]: value }
}

const isReject = (item: object): item is Reject => 'message' in item && 'column' in item

/** Reads region, period, indicator, concept and dimensions of a row; the first fault found is the row's. */
export const subjectOf = (at: NamedRow, context: ImportContext): Subject => {
  const region = regionOf(at, context)
  if (typeof region !== 'string') return { kind: 'reject', reject: region }
  const named = indicatorOf(at, context)
  if (isReject(named)) return { kind: 'reject', reject: named }
  const period = periodOf(at)
  if (typeof period !== 'string') return { kind: 'reject', reject: period }
  const dims = dimsOf(at, named.indicator.code, context)
  if (isReject(dims)) return { kind: 'reject', reject: dims }
  const concept = conceptOf(region, period, named.indicator.code, context)
  return {
    kind: 'subject',
    subject: { region, period, ...named, concept, dims: named.rank ? { by: named.rank } : dims },
  }
}
