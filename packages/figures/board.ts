import { type LocalDate, parsePeriod } from '@yundiao/kernel'
import { type BoardCells, boardCells } from './board-cells.ts'
import { type Catalogue, growthMeasureOf, type Indicator } from './catalogue.ts'
import { growthChange, growthDifference, rankMove } from './compare.ts'
import { derived, type Outcome, refuse } from './derive.ts'
import { type FigureIndex, figureIndex } from './figure-index.ts'
import type { FigureCell, FoundFigure } from './found-figure.ts'
import { requiredGrowth } from './required-growth.ts'
import type { SeriesBreak } from './series-break.ts'
import { type Assessment, assessTarget, type TargetFact, targetsOf } from './target.ts'
import { monthsElapsed, ytdLastYear } from './ytd-period.ts'

export type BoardInput = {
  catalogue: Catalogue
  figures: readonly FoundFigure[]
  targets: readonly TargetFact[]
  /** The cumulative period, canonical: `2022Q1`. */
  period: string
  regions: { self: string; province: string; nation: string }
  /** Declared breaks of the figures' series; left out where none are known. */
  breaks?: readonly SeriesBreak[]
  /** Targets are read as known on this day; null for all. Figures come already filtered. */
  on: LocalDate | null
}

/** One row of sheet T1. Rates and differences are ratios; levels canonical. Nothing is rounded here. */
export type BoardRow = {
  indicator: Indicator
  /** The period its figures are of: earlier than the board's for lagging indicators (1—2月 beside 一季度). */
  period: string
  targets: { self: TargetFact | null; province: TargetFact | null; nation: TargetFact | null }
  level: FigureCell
  growth: FigureCell
  provinceGrowth: FigureCell
  nationGrowth: FigureCell
  shareOfTarget: Outcome
  compare: { target: Outcome; lastYear: Outcome; lastPeriod: Outcome; province: Outcome; nation: Outcome }
  ranks: { total: FigureCell; growth: FigureCell; move: Outcome }
  required: Outcome
  state: Assessment
  /** `gap` 缺: declared missing; `unreported` 未报送: no figure; null when there is one. */
  missing: 'gap' | 'unreported' | null
}
export type Board = {
  period: string
  /** Every row of T1, with figures or without. */
  rows: readonly BoardRow[]
  /** Other indicators, only those the region has a figure or a declared gap for. */
  supplement: readonly BoardRow[]
  missing: { gaps: readonly string[]; unreported: readonly string[] }
}

type Job = { input: BoardInput; index: FigureIndex; year: number; elapsed: number }

const againstTarget = (target: TargetFact | null, growth: FigureCell): Outcome => {
  if (!target || target.operator === null) return refuse('target-missing', '不能计算：目标待明确')
  if (target.value === null) return refuse('target-in-words', '不能计算：目标没有数值')
  if (!target.measure.startsWith('growth')) return refuse('not-applicable', '不适用：目标是绝对额，看占年度目标')
  if (growth.kind !== 'figure') return refuse('input-missing', '不能计算：增速未公布或未报送')
  if (growth.figure.series.concept !== target.concept)
    return refuse('concept-differs', '不能比较：目标与完成数口径不同')
  if (growth.figure.series.measure !== target.measure)
    return refuse('measure-differs', '不能比较：目标与完成数不是同一种增速')
  return derived('target.difference', growth.value - target.value, [growth.figure.ref])
}

const shareOf = (target: TargetFact | null, level: FigureCell): Outcome => {
  if (!target || target.operator === null) return refuse('target-missing', '不能计算：目标待明确')
  if (target.measure !== 'level' || target.unit === 'ratio') return refuse('not-applicable', '不适用：目标不是绝对额')
  if (!target.value) return refuse('target-in-words', '不能计算：目标没有数值')
  if (level.kind !== 'figure') return refuse('input-missing', '不能计算：完成数未公布或未报送')
  if (level.figure.series.concept !== target.concept) return refuse('concept-differs', '不能计算：目标与完成数口径不同')
  return derived('target.share', level.value / target.value, [level.figure.ref])
}

const requiredOf = (job: Job, target: TargetFact | null, cells: BoardCells): Outcome => {
  const difference = againstTarget(target, cells.growth)
  if (difference.kind === 'refused') return difference
  if (!target?.value || cells.growth.kind !== 'figure') return refuse('target-missing', '不能计算：目标待明确')
  const lastYear = ytdLastYear(cells.period)
  const part = lastYear ? cells.levelAt(lastYear) : cells.level
  const whole = cells.levelAt(String(job.year - 1).padStart(4, '0'))
  if (part.kind !== 'figure' || whole.kind !== 'figure')
    return refuse('input-missing', '不能计算：上年同期或上年全年绝对额未公布')
  if (part.figure.series.concept !== whole.figure.series.concept)
    return refuse('concept-differs', '不能计算：上年同期与上年全年口径不同')
  const answer = requiredGrowth({ target: target.value, share: part.value / whole.value, growth: cells.growth.value })
  if (answer.kind === 'refused') return refuse('share-out-of-range', answer.message)
  return derived('target.required', answer.value, [cells.growth.figure.ref, part.figure.ref, whole.figure.ref])
}

const stateOf = (job: Job, target: TargetFact | null, cells: BoardCells, gdp: FigureCell): Assessment => {
  const { indicator } = cells
  const isGrowthTarget = target?.measure.startsWith('growth') ?? true
  const cell = isGrowthTarget ? cells.growth : cells.level
  const figure = cell.kind === 'figure' ? cell : null
  return assessTarget(target, {
    measure: figure?.figure.series.measure ?? target?.measure ?? growthMeasureOf(indicator),
    concept: figure?.figure.series.concept ?? target?.concept ?? 'default',
    value: figure?.value ?? null,
    ref: figure?.figure.ref ?? null,
    elapsed: job.elapsed,
    gdpGrowth: gdp.kind === 'figure' ? { value: gdp.value, ref: gdp.figure.ref } : null,
    better: indicator.better,
  })
}

const missingOf = ({ level, growth }: BoardCells): BoardRow['missing'] => {
  if (level.kind === 'figure' || growth.kind === 'figure') return null
  return level.kind === 'gap' || growth.kind === 'gap' ? 'gap' : 'unreported'
}

const targetOf = (job: Job, indicator: Indicator, region: string): TargetFact | null =>
  targetsOf(job.input.targets, { indicator: indicator.code, region, year: job.year, on: job.input.on })[0] ?? null

const rowOf = (job: Job, indicator: Indicator): BoardRow => {
  const { regions, period } = job.input
  const cells = boardCells(job.index, indicator, regions, period)
  const gdp = job.index.cell({ indicator: 'gdp', measure: 'growth-real', accumulation: 'ytd' }, regions.self, period)
  const target = targetOf(job, indicator, regions.self)
  return {
    indicator,
    period: cells.period,
    targets: {
      self: target,
      province: targetOf(job, indicator, regions.province),
      nation: targetOf(job, indicator, regions.nation),
    },
    level: cells.level,
    growth: cells.growth,
    provinceGrowth: cells.provinceGrowth,
    nationGrowth: cells.nationGrowth,
    shareOfTarget: shareOf(target, cells.level),
    compare: {
      target: againstTarget(target, cells.growth),
      lastYear: growthChange(cells.growth, cells.growthLastYear, job.input.breaks),
      lastPeriod: growthChange(cells.growth, cells.growthBefore, job.input.breaks),
      province: growthDifference(cells.growth, cells.provinceGrowth),
      nation: growthDifference(cells.growth, cells.nationGrowth),
    },
    ranks: { total: cells.rankTotal, growth: cells.rankGrowth, move: rankMove(cells.rankGrowth, cells.rankBefore) },
    required: requiredOf(job, target, cells),
    state: stateOf(job, target, cells, gdp),
    missing: missingOf(cells),
  }
}

/**
 * The board: sheet T1 as a read model. Every cell is a figure with its reference, a declared gap, not reported or not
 * applicable; every comparison a value computed by a versioned formula (测算) or a refusal in words. A state is judged
 * against the region's own target only; without one it is 未评. Throws on a period that is none: check it at the door.
 */
export const boardOf = (input: BoardInput): Board => {
  const period = parsePeriod(input.period)
  const months = period && monthsElapsed(period)
  if (!period || !months) throw new RangeError(`not a cumulative period: ${input.period}`)
  const job: Job = {
    input,
    index: figureIndex(input.figures),
    year: Number(input.period.slice(0, 4)),
    elapsed: months / 12,
  }
  const rows = input.catalogue.t1.map((indicator) => rowOf(job, indicator))
  const supplement = input.catalogue.supplement
    .map((indicator) => rowOf(job, indicator))
    .filter((row) => row.missing !== 'unreported')
  const codes = (which: 'gap' | 'unreported'): readonly string[] =>
    [...rows, ...supplement].filter((row) => row.missing === which).map((row) => row.indicator.code)
  return { period: input.period, rows, supplement, missing: { gaps: codes('gap'), unreported: codes('unreported') } }
}
