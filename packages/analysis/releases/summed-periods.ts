import {
  breakBetween,
  breakRefusal,
  derived,
  type FigureCell,
  type FoundFigure,
  type Outcome,
  type Refusal,
  refuse,
  type SeriesBreak,
  seriesKey,
} from '@yundiao/figures'
import { parsePeriod, partsOf, quarterPeriod } from '@yundiao/kernel'
import type { Amount } from './amount.ts'
import { type PeriodCells, type PeriodSource, periodCells } from './period-cells.ts'
import { monthFromJoint, sumOfPeriods } from './single-period.ts'

/** A quarter put together from its months, with its growth at current prices; or why it cannot be. */
export type SummedPeriod = { period: string; sum: Outcome; growth: Outcome }

export type SummedPeriods = {
  /** Newest first; quarters published by themselves are left out. */
  quarters: readonly SummedPeriod[]
  /** Said where January and February came out together: neither is taken apart. */
  joint: Refusal | null
}

type Held = FigureCell & { kind: 'figure' }

const quarterOf = (period: string): string | null => {
  const read = parsePeriod(period)
  if (!read || (read.kind !== 'month' && read.kind !== 'months')) return null
  const [first, last] = [partsOf(read.starts), partsOf(read.ends)]
  const quarter = Math.ceil(last.month / 3)
  return Math.ceil(first.month / 3) === quarter ? (quarterPeriod(last.year, quarter)?.text ?? null) : null
}

const amountOf = ({ figure, value }: Held): Amount => ({
  period: figure.period,
  accumulation: 'period',
  concept: figure.series.concept,
  base: figure.series.origin,
  value,
})

type Breaks = readonly SeriesBreak[]

/** The first two neighbours that a break parts, or null. */
const partedIn = (figures: readonly FoundFigure[], breaks: Breaks): SeriesBreak | null => {
  const [first, last] = [figures[0], figures.at(-1)]
  return first && last ? breakBetween(last, first, breaks) : null
}

const sumOf = (cells: PeriodCells, quarter: string, breaks: Breaks): Outcome => {
  const months = cells.singles.filter((period) => quarterOf(period) === quarter)
  const held = months.map((period) => cells.alone('level', period)).filter((cell) => cell.kind === 'figure')
  const broken = partedIn(
    held.map(({ figure }) => figure),
    breaks,
  )
  if (broken) return breakRefusal(broken, '合成')
  const made = sumOfPeriods(held.map(amountOf))
  if (made.kind === 'refused') return made
  if (made.amount.period !== quarter) return refuse('input-missing', '不能合成：该季各月没有公布齐')
  return derived(
    'level.sum',
    made.amount.value,
    held.map(({ figure }) => figure.ref),
  )
}

const lastYearOf = (quarter: string): string => `${Number(quarter.slice(0, 4)) - 1}${quarter.slice(4)}`

type Quarter = { period: string; breaks: Breaks }

/** A break between a quarter and that of the year before. */
const partedSince = ({ indicator, region }: PeriodSource, { period, breaks }: Quarter): SeriesBreak | null => {
  const at = (quarter: string) => ({ series: levelSeries(indicator.code), region, period: quarter })
  return breakBetween(at(period), at(lastYearOf(period)), breaks)
}

const levelSeries = (code: string) => seriesKey({ indicator: code, measure: 'level', accumulation: 'period' })

const growthOf = (source: PeriodSource, quarter: Quarter, { now, then }: { now: Outcome; then: Outcome }): Outcome => {
  if (source.indicator.growth !== 'nominal')
    return refuse('growth-published-only', '不能推算：该指标增速按不变价或可比口径公布，以公布数为准')
  if (now.kind === 'refused') return now
  const broken = partedSince(source, quarter)
  if (broken) return breakRefusal(broken, '推算')
  if (then.kind === 'refused') return refuse('input-missing', '不能计算：上年同季各月没有公布齐')
  if (then.value <= 0) return refuse('input-missing', '不能计算：上年同季数为零或负数')
  return derived('level.growth', now.value / then.value - 1, [...now.inputs, ...then.inputs])
}

/**
 * Quarters from the amounts of months (or of January and February together and March) that were published alone, in one
 * kind. Refused where a month lacks or a declared break lies between; a joint release is never split.
 */
export const summedPeriods = (source: PeriodSource, breaks: readonly SeriesBreak[] = []): SummedPeriods => {
  const cells = periodCells(source)
  const quarters = [...new Set(cells.singles.flatMap((period) => quarterOf(period) ?? []))]
    .filter((quarter) => cells.alone('level', quarter).kind !== 'figure')
    .toReversed()
  const joint = cells.singles.findLast((period) => parsePeriod(period)?.kind === 'months')
  const cell = joint === undefined ? null : cells.alone('level', joint)
  return {
    quarters: quarters.map((period) => {
      const sum = sumOf(cells, period, breaks)
      const then = sumOf(cells, lastYearOf(period), breaks)
      return { period, sum, growth: growthOf(source, { period, breaks }, { now: sum, then }) }
    }),
    joint: cell?.kind === 'figure' ? monthFromJoint(amountOf(cell)) : null,
  }
}
