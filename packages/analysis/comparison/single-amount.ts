import {
  breakBetween,
  breakRefusal,
  derived,
  type FigureCell,
  type Indicator,
  type Outcome,
  refuse,
  type SeriesBreak,
} from '@yundiao/figures'
import { parsePeriod } from '@yundiao/kernel'
import type { Amount } from '../releases/amount.ts'
import { singleFromCumulative } from '../releases/single-period.ts'
import type { RegionCells } from './region-cells.ts'

/** The amount of the last stretch alone: published, or worked out; `as-cumulative` in the year's first release. */
export type Single =
  | { kind: 'as-cumulative' }
  | { kind: 'published'; cell: FigureCell & { kind: 'figure' } }
  | { kind: 'outcome'; outcome: Outcome }

const refused = (...parts: Parameters<typeof refuse>): Single => ({ kind: 'outcome', outcome: refuse(...parts) })

const amountOf = ({ figure, value }: FigureCell & { kind: 'figure' }): Amount => ({
  period: figure.period,
  accumulation: 'ytd',
  concept: figure.series.concept,
  base: figure.series.origin,
  value,
})

/** Whether a cumulative period is the first the year has, so that it is its own single period. */
const isFirstRelease = (period: string, before: string | null): boolean =>
  before === null || parsePeriod(before)?.ends.slice(0, 4) !== parsePeriod(period)?.ends.slice(0, 4)

/** 单季 from two cumulative releases of one year, by `singleFromCumulative`; else why not, in words. */
export const singleAmount = (
  of: Indicator,
  cells: RegionCells,
  region: string,
  breaks: readonly SeriesBreak[] = [],
): Single => {
  const now = cells.level(region)
  if (now.kind === 'not-applicable') return refused('not-applicable', '不适用：绝对额不公布，没有单季数')
  if (of.accumulation !== 'ytd') return refused('not-applicable', '不适用：期末余额没有单季数')
  if (isFirstRelease(cells.period, cells.before)) return { kind: 'as-cumulative' }
  const alone = cells.alone(region)
  if (alone.kind === 'figure') return { kind: 'published', cell: alone }
  const before = cells.level(region, cells.before)
  if (now.kind !== 'figure') return refused('input-missing', '不能计算：本期累计数未公布')
  if (before.kind !== 'figure') return refused('input-missing', `不能计算：上期累计数（${cells.before}）未公布`)
  const broken = breakBetween(now.figure, before.figure, breaks)
  if (broken) return { kind: 'outcome', outcome: breakRefusal(broken, '推算') }
  const answer = singleFromCumulative(amountOf(now), amountOf(before))
  if (answer.kind === 'refused') return { kind: 'outcome', outcome: answer }
  const outcome = derived('level.single', answer.amount.value, [now.figure.ref, before.figure.ref])
  return { kind: 'outcome', outcome }
}
