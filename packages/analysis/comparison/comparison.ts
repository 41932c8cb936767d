import {
  type FigureCell,
  type FoundFigure,
  figureIndex,
  growthChange,
  growthDifference,
  type Indicator,
  type Outcome,
  refuse,
  type SeriesBreak,
} from '@yundiao/figures'
import { type RegionCells, regionCells } from './region-cells.ts'
import { type Rank, rankMoves, ranksOf } from './region-ranks.ts'
import type { SeriesKind } from './series-kind.ts'
import { type Single, singleAmount } from './single-amount.ts'
import { type TwoYear, twoYearOf } from './two-year.ts'

/** Regions ranked among themselves: the cities of a province, the counties, the zones apart. */
export type ComparedGroup = { key: string; regions: readonly string[] }

export type ComparisonInput = {
  indicator: Indicator
  /** The sheet's cumulative period, canonical. */
  period: string
  /** Of the indicator: this period, last year's, the one before and last year's of it. In the reader's sight. */
  figures: readonly FoundFigure[]
  kind: SeriesKind
  /** Declared breaks of the indicator; left out where none are known. */
  breaks?: readonly SeriesBreak[]
  /** Whose figure is the mean the regions are set against: the province of cities, the city of counties. */
  mean: string
  /** Further regions shown beside the mean, unranked: the nation. */
  above?: readonly string[]
  groups: readonly ComparedGroup[]
}

/** A region's line. Rates and differences are ratios, levels canonical; nothing is rounded. */
export type ComparedRegion = {
  region: string
  level: FigureCell
  growth: FigureCell
  ranks: { level: Rank; growth: Rank }
  moves: { level: Outcome; growth: Outcome }
  compare: { mean: Outcome; lastYear: Outcome; before: Outcome }
  /** 两年平均: published, or from the two rates. */
  twoYear: TwoYear
  single: Single
  /** Last year's amount beside the median of its group: what a rule of 基数小 needs; null where too few are held. */
  base: { value: number; median: number } | null
}
export type Comparison = {
  /** The indicator's own period: earlier than the sheet's where its data lag. */
  period: string
  lastYear: string | null
  before: string | null
  mean: ComparedRegion
  above: readonly ComparedRegion[]
  groups: readonly { key: string; rows: readonly ComparedRegion[] }[]
}

/** Fewer amounts than this have no median to speak of. */
const FEWEST_BASES = 5

const medianOf = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

type Job = { input: ComparisonInput; cells: RegionCells }

/** What a line says of its region alone and against the mean; places come from its group. */
const alone = ({ input, cells }: Job, region: string): Omit<ComparedRegion, 'ranks' | 'moves' | 'base'> => {
  const growth = cells.growth(region)
  return {
    region,
    level: cells.level(region),
    growth,
    compare: {
      mean:
        region === input.mean
          ? refuse('not-applicable', '不适用：本行即比较的平均')
          : growthDifference(growth, cells.growth(input.mean)),
      lastYear: growthChange(growth, cells.growth(region, cells.lastYear), input.breaks),
      before: growthChange(growth, cells.growth(region, cells.before), input.breaks),
    },
    twoYear: twoYearOf(cells, region, input.breaks),
    single: singleAmount(input.indicator, cells, region, input.breaks),
  }
}

const basesOf = (cells: RegionCells, regions: readonly string[]): ComparedRegion['base'][] => {
  const values = regions.map((region) => {
    const cell = cells.level(region, cells.lastYear)
    return cell.kind === 'figure' ? cell.value : null
  })
  const held = values.filter((value) => value !== null)
  const median = held.length < FEWEST_BASES ? null : medianOf(held)
  return values.map((value) => (value === null || median === null ? null : { value, median }))
}

const groupRows = (job: Job, { regions }: ComparedGroup): ComparedRegion[] => {
  const { cells, input } = job
  const better = input.indicator.better ?? 'up'
  const both = (by: 'level' | 'growth') => {
    const way = { by, better: by === 'level' ? ('up' as const) : better }
    const now = ranksOf(cells, regions, way)
    return { now, moves: rankMoves(regions, now, ranksOf(cells, regions, { ...way, period: cells.before })) }
  }
  const [level, growth] = [both('level'), both('growth')]
  const bases = basesOf(cells, regions)
  const none: Rank = { kind: 'none' }
  const unmoved = refuse('input-missing', '不能计算：没有位次')
  return regions.map((region, i) => ({
    ...alone(job, region),
    ranks: { level: level.now[i] ?? none, growth: growth.now[i] ?? none },
    moves: { level: level.moves[i] ?? unmoved, growth: growth.moves[i] ?? unmoved },
    base: bases[i] ?? null,
  }))
}

const unranked = (job: Job, region: string): ComparedRegion => {
  const apart = refuse('not-applicable', '不适用：不参加排位')
  return {
    ...alone(job, region),
    ranks: { level: { kind: 'none' }, growth: { kind: 'none' } },
    moves: { level: apart, growth: apart },
    base: null,
  }
}

/**
 * One indicator over regions: places by level and growth within each group (published ones before ours), their moves
 * since the last release, points against the mean, last year's same period and the last release, 两年平均 and 单季. Figures
 * of one kind only: nothing of another origin or 口径 enters, and a region without is kept as unreported or a gap. What
 * cannot be formed is a refusal in words. Does not weigh the size of a region in the mean: the mean is its own figure.
 */
export const comparisonOf = (input: ComparisonInput): Comparison => {
  const { indicator, kind, figures } = input
  const cells = regionCells(figureIndex(figures), indicator, kind, input.period)
  const job: Job = { input, cells }
  return {
    period: cells.period,
    lastYear: cells.lastYear,
    before: cells.before,
    mean: unranked(job, input.mean),
    above: (input.above ?? []).map((region) => unranked(job, region)),
    groups: input.groups.map((group) => ({ key: group.key, rows: groupRows(job, group) })),
  }
}
