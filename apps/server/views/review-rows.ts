import type { BoundNumber, ReviewRow } from '@yundiao/briefings'
import { economyCatalogue, OTHER_SUBJECT, SUBJECTS } from '@yundiao/domains/economy'
import { type FigureRef, parseFigureRef } from '@yundiao/figures'
import { parsePeriod, periodInWords } from '@yundiao/kernel'
import type { BoardRow } from './board-schema.ts'
import type { Fig } from './figure-schema.ts'

/** Papers print a fall with the hyphen of the office's sheets. */
const digitsOf = (shown: string): string => shown.replace('\u2212', '-')

const bound = (fig: Fig | null): BoundNumber | undefined => {
  if (fig === null || fig.value === null || fig.shown === null) return undefined
  const mark = fig.mark === '测算' || fig.mark === '演示' ? { mark: fig.mark } : {}
  return { ref: fig.ref as FigureRef, shown: digitsOf(fig.shown), ...mark }
}

const named = <T>(name: string, value: T | undefined): Record<string, T> =>
  value === undefined ? {} : { [name]: value }

/** 1—2月, where a line's newest figure is of other months than the paper's. */
const monthsOf = (row: BoardRow, period: string): string | undefined => {
  const fig = row.level ?? row.growth
  const own = fig && parseFigureRef(fig.ref)?.period
  const parsed = own && own !== period ? parsePeriod(own) : null
  return parsed ? periodInWords(parsed, 'ytd').replace(/^\d+年/u, '') : undefined
}

const gapOf = (row: BoardRow): ReviewRow['gap'] => {
  if (row.level?.mark === '缺' || row.growth?.mark === '缺') return '缺'
  return row.missing ?? undefined
}

/** Of the same months only are province and nation beside a line. */
const sameMonths = (row: BoardRow, other: Fig | null): Fig | null => {
  const period = row.growth && parseFigureRef(row.growth.ref)?.period
  return other && parseFigureRef(other.ref)?.period === period ? other : null
}

const subjectOf = (indicator: string): string =>
  SUBJECTS.find(({ codes }) => codes.includes(indicator))?.title ?? OTHER_SUBJECT

const vsTargetOf = ({ vsTarget }: BoardRow): ReviewRow['vsTarget'] => {
  if (vsTarget.kind === 'refused') return vsTarget.code === 'target-missing' ? '待明确' : undefined
  const { formula: id, version, inputs, shown } = vsTarget
  return { formula: { id, version, inputs }, shown: digitsOf(shown) }
}

/** A line of the board as the quarter's review prints it: its name in full, the same digits, each bound to its figure. */
export const reviewRow = (row: BoardRow, period: string): ReviewRow => ({
  indicator: row.indicator,
  label: economyCatalogue.get(row.indicator)?.name ?? row.label,
  indent: row.indent,
  unit: row.unitShown,
  ...named('months', monthsOf(row, period)),
  ...named('level', row.levelApplies ? bound(row.level) : ('not-applicable' as const)),
  ...named('growth', bound(row.growth)),
  ...named('provinceGrowth', bound(sameMonths(row, row.provinceGrowth))),
  ...named('nationGrowth', bound(sameMonths(row, row.nationGrowth))),
  ...named('levelRank', bound(row.rankTotal)),
  ...named('growthRank', bound(row.rankGrowth)),
  ...named('gap', gapOf(row)),
  subject: subjectOf(row.indicator),
  ...named('vsTarget', vsTargetOf(row)),
})
