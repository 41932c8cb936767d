import {
  breakBetween,
  breakRefusal,
  derived,
  type FigureCell,
  type FoundFigure,
  growthFromLevels,
  monthsElapsed,
  type Outcome,
  type Refusal,
  refuse,
  type SeriesBreak,
  ytdLastYear,
} from '@yundiao/figures'
import { parsePeriod } from '@yundiao/kernel'
import { type TwoYear, twoYearOf } from '../comparison/two-year.ts'
import type { Amount } from './amount.ts'
import { growthAtConstantPrices } from './constant-prices.ts'
import { growthOfStretch, impliedDeflator } from './growth.ts'
import { type PeriodCells, type PeriodSource, periodCells } from './period-cells.ts'
import { progress } from './progress.ts'
import { singleFromCumulative, stretchBetween } from './single-period.ts'

type Held = FigureCell & { kind: 'figure' }

/** A number of the period alone: published, or worked out, or why not; `as-cumulative` in the year's first release. */
export type AloneCell =
  | { kind: 'as-cumulative' }
  | { kind: 'published'; cell: Held }
  | { kind: 'outcome'; outcome: Outcome }

/** All that one cumulative release gives, with what was worked out of it. */
export type PeriodLine = {
  period: string
  level: FigureCell
  growth: FigureCell
  /** The period alone, as releases spell it (2021Q3, 2022-03); null in the year's first release. */
  alone: string | null
  single: AloneCell
  singleGrowth: AloneCell
  twoYear: TwoYear
  /** Growth at current prices from the amounts: never in the place of the published one. */
  nominal: Outcome
  /** Of real growth the price change it implies; of nominal growth what is left when prices are taken out. */
  price: Outcome
  /** Completion of the year's amount less time gone by. */
  pace: Outcome
}

export type PeriodSheetInput = PeriodSource & {
  /** 居民消费价格 of the same place: growth (ratio) by canonical period, with its figure. */
  prices: ReadonlyMap<string, { value: number; figure: FoundFigure }>
  /** The year's target of the place, and why there is none. */
  targetOf: (year: number) => { kind: 'level' | 'growth'; value: number } | null
  /** Declared breaks of the place's series; left out where none are known. */
  breaks?: readonly SeriesBreak[]
}

const outcome = (one: Outcome): AloneCell => ({ kind: 'outcome', outcome: one })
const isFigure = (cell: FigureCell): cell is Held => cell.kind === 'figure'
const yearOf = (period: string): number => Number(period.slice(0, 4))

const amountOf = ({ figure, value }: Held): Amount => ({
  period: figure.period,
  accumulation: 'ytd',
  concept: figure.series.concept,
  base: figure.series.origin,
  value,
})

/** The last release before a period in its own year; null where none is held. */
const beforeIn = ({ periods }: PeriodCells, period: string): string | null =>
  periods.filter((one) => yearOf(one) === yearOf(period) && stretchBetween(period, one) !== null).at(-1) ?? null

const isFirst = (period: string): boolean => {
  const read = parsePeriod(period)
  const months = read && monthsElapsed(read)
  return months !== null && months <= (read?.kind === 'quarter' ? 3 : 2)
}

/** The quarter or month a release closes when the one before it is not held. */
const naturalAlone = (period: string): string => (/^\d{4}$/.test(period) ? `${period}Q4` : period)

type Step = { input: PeriodSheetInput; cells: PeriodCells; period: string; before: string | null; alone: string }

const noSingle = ({ input, cells, period, before }: Step, by: 'level' | 'growth'): Refusal | null => {
  if (input.indicator.accumulation !== 'ytd') return refuse('not-applicable', '不适用：期末余额没有当期数')
  if (by === 'level' && cells.level(period).kind === 'not-applicable')
    return refuse('not-applicable', '不适用：绝对额不公布')
  return before === null ? refuse('input-missing', '不能计算：同一年此前各期累计数未公布') : null
}

const singleOf = (step: Step): AloneCell => {
  const { cells, period, before, alone } = step
  const published = cells.alone('level', alone)
  if (isFigure(published)) return { kind: 'published', cell: published }
  const fault = noSingle(step, 'level')
  if (fault) return outcome(fault)
  const [now, then] = [cells.level(period), cells.level(before)]
  if (!isFigure(now)) return outcome(cells.why('level', period))
  if (!isFigure(then)) return outcome(cells.why('level', before))
  const broken = breakBetween(now.figure, then.figure, step.input.breaks ?? [])
  if (broken) return outcome(breakRefusal(broken, '推算'))
  const made = singleFromCumulative(amountOf(now), amountOf(then))
  if (made.kind === 'refused') return outcome(made)
  return outcome(derived('level.single', made.amount.value, [now.figure.ref, then.figure.ref]))
}

/** What the two growths of a stretch need beside them, or the first that lacks. */
const stretchInputs = ({ cells, period, before }: Step): readonly Held[] | Refusal => {
  const wanted = [
    ['growth', before],
    ['growth', period],
    ['level', before === null ? null : ytdLastYear(before)],
    ['level', ytdLastYear(period)],
  ] as const
  const found: Held[] = []
  for (const [by, at] of wanted) {
    const cell = by === 'level' ? cells.level(at) : cells.growth(at)
    if (!isFigure(cell)) return cells.why(by, at)
    found.push(cell)
  }
  return found
}

/** Reasons for which last year's amounts are no base for this year's growth. */
const PARTED: readonly Refusal['reason'][] = ['base-revised', 'concept-differs']

const singleGrowthOf = (step: Step, nominal: Outcome): AloneCell => {
  const { input, cells, alone } = step
  const published = cells.alone('growth', alone)
  if (isFigure(published)) return { kind: 'published', cell: published }
  // What the rule forbids is said before what lacks: no later release would mend it.
  const nothing = { growthBefore: 0, growthNow: 0, baseBefore: 1, baseNow: 2 }
  const forbidden = growthOfStretch(input.indicator.growth, nothing)
  if (input.indicator.accumulation === 'ytd' && forbidden.kind === 'refused') return outcome(forbidden)
  const fault = noSingle(step, 'growth')
  if (fault) return outcome(fault)
  if (nominal.kind === 'refused' && PARTED.includes(nominal.reason)) return outcome(nominal)
  const read = stretchInputs(step)
  if ('kind' in read) return outcome(read)
  const [growthBefore = Number.NaN, growthNow = Number.NaN, baseBefore = Number.NaN, baseNow = Number.NaN] = read.map(
    ({ value }) => value,
  )
  const made = growthOfStretch(input.indicator.growth, { growthBefore, growthNow, baseBefore, baseNow })
  if (made.kind === 'refused') return outcome(made)
  return outcome(
    derived(
      'growth.single',
      made.value,
      read.map(({ figure }) => figure.ref),
    ),
  )
}

/** Published growth is rounded to 0.1 point, amounts to two decimals: further apart than this they have another base. */
const SAME_BASE = 0.0015

const percent = (ratio: number): string => `${(ratio * 100).toFixed(1)}%`

/**
 * Growth at current prices, from this year's amount and last year's. Where the published growth is nominal too and says
 * otherwise, last year's amount has been revised since: refused (base-revised), the published one stands.
 */
const nominalOf = ({ input, cells, period }: Step): Outcome => {
  const { growth } = input.indicator
  if (growth === 'published-only')
    return refuse('growth-published-only', '不能推算：该指标增速按可比口径公布，以公布数为准')
  const last = ytdLastYear(period)
  const [now, then] = [cells.level(period), cells.level(last)]
  if (now.kind === 'not-applicable') return refuse('not-applicable', '不适用：绝对额不公布')
  if (!isFigure(now)) return cells.why('level', period)
  if (!isFigure(then)) return cells.why('level', last)
  const made = growthFromLevels(now, then, { growth: 'nominal', breaks: input.breaks ?? [] })
  const published = cells.growth(period)
  if (made.kind === 'refused' || growth !== 'nominal' || !isFigure(published)) return made
  if (Math.abs(made.value - published.value) <= SAME_BASE) return made
  return refuse(
    'base-revised',
    `不能推算：两年绝对额相比为${percent(made.value)}，公布增速为${percent(published.value)}，上年同期基数已调整，以公布数为准`,
  )
}

const priceOf = ({ input, cells, period }: Step, nominal: Outcome): Outcome => {
  const { growth } = input.indicator
  if (growth === 'real') {
    if (nominal.kind === 'refused') return nominal
    const real = cells.growth(period)
    if (!isFigure(real)) return cells.why('growth', period)
    const made = impliedDeflator(nominal.value, real.value)
    return made.kind === 'refused' ? made : derived('price.implied', made.value, [...nominal.inputs, real.figure.ref])
  }
  const own = cells.growth(period)
  if (growth === 'published-only') return growthAtConstantPrices(growth, 0, 0) as Refusal
  if (!isFigure(own)) return cells.why('growth', period)
  const price = input.prices.get(period)
  if (!price) return refuse('input-missing', '不能计算：该地区同期居民消费价格未公布')
  const made = growthAtConstantPrices(growth, own.value, price.value)
  return made.kind === 'refused' ? made : derived('growth.deflated', made.value, [own.figure.ref, price.figure.ref])
}

const paceOf = ({ input, cells, period }: Step): Outcome => {
  const year = yearOf(period)
  const target = input.targetOf(year)
  if (cells.level(period).kind === 'not-applicable') return refuse('not-applicable', '不适用：绝对额不公布')
  if (target === null) return refuse('target-missing', `不能计算：${year}年目标待明确`)
  const done = cells.level(period)
  if (target.kind === 'growth') return progress(period, 0, target) as Refusal
  if (!isFigure(done)) return cells.why('level', period)
  const made = progress(period, done.value, target)
  return made.kind === 'refused' ? made : derived('target.pace', made.gap, [done.figure.ref])
}

const lineOf = (input: PeriodSheetInput, cells: PeriodCells, period: string): PeriodLine => {
  const before = beforeIn(cells, period)
  const alone = (before && stretchBetween(period, before)?.text) ?? naturalAlone(period)
  const step: Step = { input, cells, period, before, alone }
  const nominal = nominalOf(step)
  const first = before === null && isFirst(period) && input.indicator.accumulation === 'ytd'
  return {
    period,
    level: cells.level(period),
    growth: cells.growth(period),
    alone: first || input.indicator.accumulation !== 'ytd' ? null : alone,
    single: first ? { kind: 'as-cumulative' } : singleOf(step),
    singleGrowth: first ? { kind: 'as-cumulative' } : singleGrowthOf(step, nominal),
    twoYear: twoYearOf(cells.region(period), input.region, input.breaks),
    nominal,
    price: priceOf(step, nominal),
    pace: paceOf(step),
  }
}

/**
 * Every cumulative release of one indicator, place and kind, newest first, with what it gives beyond itself: the period
 * alone and its growth, 两年平均, growth at current prices and the price change beside real growth, 较序时. Published
 * numbers stand before ours; what may not be formed is a typed refusal in words (concept changed, base revised, growth
 * published only). Source: domain rules §7.2 m.cum, g.2y, t.progress. Does not add months to quarters: `summedPeriods`.
 */
export const periodSheet = (input: PeriodSheetInput): PeriodLine[] => {
  const cells = periodCells(input)
  return cells.periods.toReversed().map((period) => lineOf(input, cells, period))
}
