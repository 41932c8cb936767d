import type { Block, PaperColumn, PaperRow, Run } from './paper.ts'
import { pointsDifference } from './points-difference.ts'
import { type BoundNumber, numberOf, type ReviewRow } from './review-input.ts'

const COLUMNS: readonly PaperColumn[] = [
  { label: '指标名称', share: 44, align: 'left' },
  { label: '单位', share: 18, align: 'center' },
  { label: '绝对额', under: ['本期完成'], share: 17, align: 'right' },
  { label: '同比%', under: ['本期完成'], share: 14, align: 'right' },
  { label: '全省', under: ['同比%'], share: 14, align: 'right' },
  { label: '全国', under: ['同比%'], share: 14, align: 'right' },
  { label: '较全省', under: ['增速比较（百分点，测算）'], share: 17.5, align: 'right' },
  { label: '较全国', under: ['增速比较（百分点，测算）'], share: 17.5, align: 'right' },
]

const NOT_APPLICABLE: readonly Run[] = [{ text: '—' }]

const gapRuns = (row: ReviewRow): readonly Run[] => {
  if (row.gap === '未公布') return [{ text: '…' }]
  return row.gap === undefined || row.gap === '未报送' ? [] : [{ gap: row.gap }]
}

const numberCell = (row: ReviewRow, slot: BoundNumber | 'not-applicable' | undefined): readonly Run[] => {
  if (slot === 'not-applicable') return NOT_APPLICABLE
  if (slot === undefined) return gapRuns(row)
  return [{ figure: slot.ref, shown: slot.shown, ...(slot.mark === undefined ? {} : { mark: slot.mark }) }]
}

const otherCell = (slot: BoundNumber | undefined): readonly Run[] =>
  slot ? [{ figure: slot.ref, shown: slot.shown, ...(slot.mark === undefined ? {} : { mark: slot.mark }) }] : []

const SIGNS = { 1: '+', 0: '', [-1]: '-' } as const

const differenceCell = (row: ReviewRow, other: BoundNumber | undefined): readonly Run[] => {
  const own = numberOf(row.growth)
  const difference = own && other && pointsDifference(own.shown, other.shown)
  if (!own || !other || !difference) return []
  const shown = difference.sign === 0 ? '持平' : `${SIGNS[difference.sign]}${difference.digits}`
  return [{ formula: { id: 'difference-in-points', version: 1, inputs: [own.ref, other.ref] }, shown }]
}

const labelRuns = (row: ReviewRow): readonly Run[] =>
  row.months === undefined ? [{ text: row.label }] : [{ text: row.label }, { free: `（${row.months}）`, as: 'period' }]

const tableRow = (row: ReviewRow): PaperRow => ({
  indent: row.indent ?? 0,
  cells: [
    labelRuns(row),
    [{ text: row.unit }],
    numberCell(row, row.level),
    numberCell(row, row.growth),
    otherCell(row.provinceGrowth),
    otherCell(row.nationGrowth),
    differenceCell(row, row.provinceGrowth),
    differenceCell(row, row.nationGrowth),
  ],
})

/** The board's lines as a table of a paper: level, growth, province, nation and the differences in points. */
export const reviewTable = (rows: readonly ReviewRow[]): Extract<Block, { kind: 'table' }> => ({
  kind: 'table',
  caption: '主要经济指标完成情况',
  unitLine: '',
  columns: COLUMNS,
  rows: rows.map(tableRow),
})

/** What the signs of the table mean, only those that occur; empty when none does. */
export const signLegend = (rows: readonly ReviewRow[]): string => {
  const isEmpty = (row: ReviewRow) => row.level === undefined || row.growth === undefined
  const signs: readonly [string, boolean][] = [
    ['“…”为未公布', rows.some((row) => row.gap === '未公布' && isEmpty(row))],
    ['“缺”为未查到公开数', rows.some((row) => row.gap === '缺' && isEmpty(row))],
    ['“—”为不适用', rows.some((row) => row.level === 'not-applicable' || row.growth === 'not-applicable')],
  ]
  return signs
    .filter(([, occurs]) => occurs)
    .map(([words]) => words)
    .join('，')
}
