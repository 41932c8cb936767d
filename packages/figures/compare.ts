import { type GrowthConcept, growthMeasureOf } from './catalogue.ts'
import { derived, type Outcome, type Refusal, refuse } from './derive.ts'
import type { FigureCell, FoundFigure } from './found-figure.ts'
import { breakBetween, breakRefusal, type SeriesBreak } from './series-break.ts'
import { ytdLastYear } from './ytd-period.ts'

/** Along what two figures are compared: two regions of one period, or two periods of one region. */
export type Across = 'regions' | 'periods'

/**
 * Whether two figures may be set against each other: same indicator, measure, concept and origin, and one period when
 * regions are compared. Null when they may; else the reason in words.
 */
export const comparableFault = (a: FoundFigure, b: FoundFigure, across: Across): Refusal | null => {
  if (a.series.indicator !== b.series.indicator || a.series.measure !== b.series.measure)
    return refuse('measure-differs', '不能比较：不是同一指标的同一种数')
  if (a.series.concept !== b.series.concept) return refuse('concept-differs', '不能比较：口径不同')
  if (a.series.origin !== b.series.origin) return refuse('origin-differs', '不能比较：一个是公布数，一个不是')
  if (across === 'regions' && a.period !== b.period) return refuse('period-differs', '不能比较：期别不同')
  return null
}

const missing = (cell: FigureCell): Refusal =>
  cell.kind === 'not-applicable'
    ? refuse('not-applicable', '不适用')
    : refuse('input-missing', cell.kind === 'gap' ? '不能计算：未公布' : '不能计算：未报送')

const difference = (
  a: FigureCell,
  b: FigureCell,
  faultOf: (a: FoundFigure, b: FoundFigure) => Refusal | null,
): Outcome => {
  if (a.kind !== 'figure') return missing(a)
  if (b.kind !== 'figure') return missing(b)
  const fault = faultOf(a.figure, b.figure)
  return fault ?? derived('growth.difference', a.value - b.value, [a.figure.ref, b.figure.ref])
}

/**
 * A region's growth less another's, as a ratio (0.013 prints +1.3 个百分点); refused when an input is missing or not
 * comparable.
 */
export const growthDifference = (a: FigureCell, b: FigureCell): Outcome =>
  difference(a, b, (one, other) => comparableFault(one, other, 'regions'))

/** Why two periods of one region, `before` the earlier, may not be set against each other; null when they may. */
export const periodsFault = (
  now: FoundFigure,
  before: FoundFigure,
  breaks: readonly SeriesBreak[] = [],
): Refusal | null => {
  const broken = breakBetween(now, before, breaks)
  return comparableFault(now, before, 'periods') ?? (broken && breakRefusal(broken, '比较'))
}

/** A region's growth less its own of an earlier period, as a ratio; refused likewise, and across a declared break. */
export const growthChange = (now: FigureCell, before: FigureCell, breaks: readonly SeriesBreak[] = []): Outcome =>
  difference(now, before, (one, other) => periodsFault(one, other, breaks))

/** Places gained since last period: positive is 前移. */
export const rankMove = (now: FigureCell, before: FigureCell): Outcome => {
  if (now.kind !== 'figure') return missing(now)
  if (before.kind !== 'figure') return missing(before)
  return derived('rank.move', before.value - now.value, [before.figure.ref, now.figure.ref])
}

/**
 * Nominal growth from two levels a year apart. Refused where the concept forbids it: growth that is only published
 * (投资) or at constant prices cannot come from levels, nor across concepts, origins or a re-based series.
 */
export const growthFromLevels = (
  now: FigureCell,
  before: FigureCell,
  rule: { growth: GrowthConcept; breaks: readonly SeriesBreak[] },
): Outcome => {
  if (rule.growth === 'published-only')
    return refuse('growth-published-only', '不能推算：该指标增速按可比口径公布，以公布数为准')
  if (growthMeasureOf(rule) === 'growth-real')
    return refuse('growth-published-only', '不能推算：该指标增速按不变价计算，绝对额是现价，以公布数为准')
  if (now.kind !== 'figure') return missing(now)
  if (before.kind !== 'figure') return missing(before)
  const fault = comparableFault(now.figure, before.figure, 'periods')
  if (fault) return fault
  if (now.figure.region !== before.figure.region || ytdLastYear(now.figure.period) !== before.figure.period)
    return refuse('period-differs', '不能推算：不是同一地区的上年同期')
  const broken = breakBetween(now.figure, before.figure, rule.breaks)
  if (broken) return breakRefusal(broken, '推算')
  if (before.value <= 0) return refuse('input-missing', '不能推算：上年同期数为零或负数')
  return derived('level.growth', now.value / before.value - 1, [now.figure.ref, before.figure.ref])
}
