import { derived, type FigureCell, type Outcome, type Refusal, refuse } from '@yundiao/figures'
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

const sumOf = (cells: PeriodCells, quarter: string): Outcome => {
  const months = cells.singles.filter((period) => quarterOf(period) === quarter)
  const held = months.map((period) => cells.alone('level', period)).filter((cell) => cell.kind === 'figure')
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

const growthOf = (source: PeriodSource, now: Outcome, then: Outcome): Outcome => {
  if (source.indicator.growth !== 'nominal')
    return refuse('growth-published-only', '不能推算：该指标增速按不变价或可比口径公布，以公布数为准')
  if (now.kind === 'refused') return now
  if (then.kind === 'refused') return refuse('input-missing', '不能计算：上年同季各月没有公布齐')
  if (then.value <= 0) return refuse('input-missing', '不能计算：上年同季数为零或负数')
  return derived('level.growth', now.value / then.value - 1, [...now.inputs, ...then.inputs])
}

/**
 * Quarters from the amounts of months (or of January and February together and March) that were published alone, in one
 * kind. Refused where a month lacks; a joint release is never split.
 */
export const summedPeriods = (source: PeriodSource): SummedPeriods => {
  const cells = periodCells(source)
  const quarters = [...new Set(cells.singles.flatMap((period) => quarterOf(period) ?? []))]
    .filter((quarter) => cells.alone('level', quarter).kind !== 'figure')
    .toReversed()
  const joint = cells.singles.findLast((period) => parsePeriod(period)?.kind === 'months')
  const cell = joint === undefined ? null : cells.alone('level', joint)
  return {
    quarters: quarters.map((period) => {
      const sum = sumOf(cells, period)
      return { period, sum, growth: growthOf(source, sum, sumOf(cells, lastYearOf(period))) }
    }),
    joint: cell?.kind === 'figure' ? monthFromJoint(amountOf(cell)) : null,
  }
}
