import { type LocalDate, parsePeriod } from '@yundiao/kernel'
import { type Refusal, refuse } from './derive.ts'
import type { FoundFigure } from './found-figure.ts'
import type { Measure } from './types.ts'

/** What changed between the two sides of a break: what is counted, the base it is counted on, or the place itself. */
export const BREAK_KINDS = ['口径变化', '基数修订', '区划调整'] as const
export type BreakKind = (typeof BREAK_KINDS)[number]

/**
 * A declared break of a region's series of one indicator: from the day `from`, the first of the first period on the new
 * side, its numbers cannot be set against those before. `why` says so in words, with the document.
 */
export type SeriesBreak = { indicator: string; region: string; from: LocalDate; kind: BreakKind; why: string }

/**
 * Whether a break parts numbers of a measure. Amounts always; growth and shares only where what is counted changed, since
 * growth is published on a comparable base (domain rules §7.2 gdp.vintage); places among others never.
 */
export const partsMeasure = ({ kind }: Pick<SeriesBreak, 'kind'>, measure: Measure): boolean => {
  if (measure === 'rank') return false
  return measure === 'level' || kind === '口径变化'
}

const endOf = (period: string): string => parsePeriod(period)?.ends ?? ''

type Side = Pick<FoundFigure, 'series' | 'region' | 'period'>

const isOf = (item: SeriesBreak, { series, region }: Side): boolean =>
  item.indicator === series.indicator && item.region === region && partsMeasure(item, series.measure)

/** The latest break between two figures of one region and indicator, `before` the earlier one; null where there is none. */
export const breakBetween = (now: Side, before: Side, breaks: readonly SeriesBreak[]): SeriesBreak | null =>
  breaks
    .filter((item) => isOf(item, now) && endOf(before.period) < item.from && item.from <= endOf(now.period))
    .reduce<SeriesBreak | null>((last, one) => (last === null || one.from > last.from ? one : last), null)

/** Why two numbers on the two sides may not be reckoned with: typed by what changed, citing the document. */
export const breakRefusal = ({ kind, why }: SeriesBreak, act: '推算' | '计算' | '合成' | '比较'): Refusal =>
  refuse(kind === '口径变化' ? 'concept-differs' : 'base-revised', `不能${act}：${why}`)

/** Figures of a series on the newest side of its breaks, and the break that parts them from the rest. */
export const afterBreaks = <F extends Side>(
  figures: readonly F[],
  breaks: readonly SeriesBreak[],
): { figures: readonly F[]; last: SeriesBreak | null } => {
  const newest = figures.reduce<F | null>(
    (last, one) => (last === null || endOf(one.period) > endOf(last.period) ? one : last),
    null,
  )
  const oldest = figures.reduce<F | null>(
    (first, one) => (first === null || endOf(one.period) < endOf(first.period) ? one : first),
    null,
  )
  const last = newest && oldest && breakBetween(newest, oldest, breaks)
  return last ? { figures: figures.filter(({ period }) => endOf(period) >= last.from), last } : { figures, last: null }
}
