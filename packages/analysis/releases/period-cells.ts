import {
  canonicalYtd,
  DEFAULT_CONCEPT,
  DEMONSTRATION,
  type FigureCell,
  type FoundFigure,
  figureIndex,
  growthMeasureOf,
  type Indicator,
  levelMeasureOf,
  type Measure,
  type PartMeasure,
  type Refusal,
  refuse,
} from '@yundiao/figures'
import { parsePeriod, periodInWords } from '@yundiao/kernel'
import { type RegionCells, regionCells } from '../comparison/region-cells.ts'
import { kindKey, type SeriesKind } from '../comparison/series-kind.ts'

/** Figures of one indicator and one region, every kind and accumulation, as a reader sees them. */
export type PeriodSource = { indicator: Indicator; region: string; figures: readonly FoundFigure[]; kind: SeriesKind }

export type PeriodCells = {
  /** Cumulative releases (or balances) held in the kind, canonical, oldest first. */
  periods: readonly string[]
  level: (period: string | null) => FigureCell
  growth: (period: string | null) => FigureCell
  /** 拉动 or 贡献率 as published of a cumulative release. */
  told: (by: PartMeasure, period: string) => FigureCell
  /** Of a period alone, as published. */
  alone: (by: 'level' | 'growth', period: string) => FigureCell
  /** Texts of single periods with a published amount of their own, oldest first. */
  singles: readonly string[]
  region: (period: string) => RegionCells
  /** Why a number is not there: another 口径, another source, or nobody published it. */
  why: (by: 'level' | 'growth', period: string | null) => Refusal
}

const endOf = (period: string): string => parsePeriod(period)?.ends ?? ''
const byEnd = (a: string, b: string): number => (endOf(a) < endOf(b) ? -1 : endOf(a) > endOf(b) ? 1 : 0)

const wordsOf = (period: string): string => {
  const read = parsePeriod(period)
  return read ? periodInWords(read, 'ytd') : period
}

const lackWords = (by: 'level' | 'growth'): string => (by === 'level' ? '绝对额' : '增速')

const conceptWords = ({ concept }: SeriesKind): string =>
  concept === DEFAULT_CONCEPT ? '通常口径' : `“${concept}”口径`

/** Another kind that does hold the number: why it may not be taken instead. */
const otherKind = (held: readonly FoundFigure[], { concept }: SeriesKind, words: string): Refusal | null => {
  const other = held.find(({ series }) => series.concept !== concept)
  if (other)
    return refuse('concept-differs', `不能计算：${words}只有${conceptWords(other.series)}的数，口径不同，前后不可比`)
  return held.length > 0 ? refuse('origin-differs', `不能计算：${words}只有别的来源的数，来源不同不混算`) : null
}

/** Reads the figures of one place by period. A lag of the indicator does not shift them: each stands at its own period. */
export const periodCells = ({ indicator, region, figures, kind }: PeriodSource): PeriodCells => {
  const index = figureIndex(figures)
  const of: Indicator = { ...indicator, lagMonths: 0 }
  const own = figures.filter(({ series }) => kindKey(series) === kindKey(kind) && Object.keys(series.dims).length === 0)
  const measureOf = (by: 'level' | 'growth'): Measure => (by === 'level' ? levelMeasureOf(of) : growthMeasureOf(of))
  const wanted: readonly Measure[] = [measureOf('level'), measureOf('growth')]
  const held = (accumulation: string, measures: readonly Measure[]) =>
    own.filter(
      ({ series, value }) =>
        value !== null && series.accumulation === accumulation && measures.includes(series.measure),
    )
  const cumulative = held(of.accumulation, wanted).filter(({ period }) => canonicalYtd(period) === period)
  const cells = (period: string): RegionCells => regionCells(index, of, kind, period)
  const unreported: FigureCell = { kind: 'unreported' }
  return {
    periods: [...new Set(cumulative.map(({ period }) => period))].sort(byEnd),
    level: (period) => (period === null ? unreported : cells(period).level(region)),
    growth: (period) => (period === null ? unreported : cells(period).growth(region)),
    told: (measure, period) =>
      index.cell({ indicator: of.code, ...kind, measure, accumulation: of.accumulation }, region, period),
    alone: (by, period) =>
      index.cell({ indicator: of.code, ...kind, measure: measureOf(by), accumulation: 'period' }, region, period),
    singles: [...new Set(held('period', [measureOf('level')]).map(({ period }) => period))].sort(byEnd),
    region: cells,
    why: (by, period) => {
      if (period === null) return refuse('input-missing', `不能计算：前一期${lackWords(by)}未公布`)
      const measure = measureOf(by)
      const others = figures.filter(
        ({ series, period: at, value }) =>
          value !== null &&
          canonicalYtd(at) === period &&
          series.measure === measure &&
          series.accumulation === of.accumulation &&
          series.concept !== DEMONSTRATION &&
          Object.keys(series.dims).length === 0,
      )
      return (
        otherKind(others, kind, wordsOf(period)) ??
        refuse('input-missing', `不能计算：${wordsOf(period)}${lackWords(by)}未公布`)
      )
    },
  }
}
