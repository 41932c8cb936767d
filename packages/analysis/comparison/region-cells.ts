import {
  type FigureCell,
  type FigureIndex,
  growthMeasureOf,
  type Indicator,
  levelMeasureOf,
  ytdBefore,
  ytdLagged,
  ytdLastYear,
} from '@yundiao/figures'
import type { SeriesKind } from './series-kind.ts'

const UNREPORTED: FigureCell = { kind: 'unreported' }
const NOT_APPLICABLE: FigureCell = { kind: 'not-applicable' }
const FIRST_QUARTER = /^\d{4}Q1$/

/** Figures of one indicator in one kind, by region. */
export type RegionCells = {
  /** Its own period: earlier than the sheet's where its data lag. */
  period: string
  lastYear: string | null
  before: string | null
  level: (region: string, period?: string | null) => FigureCell
  growth: (region: string, period?: string | null) => FigureCell
  /** The growth of two years as published, where it is. */
  twoYear: (region: string) => FigureCell
  /** The amount of the last quarter or month alone as published, where it is. */
  alone: (region: string) => FigureCell
  rank: (region: string, by: 'level' | 'growth', period?: string | null) => FigureCell
}

/** Reads figures of one indicator and kind. The first quarter alone is January to March, so either spelling serves. */
export const regionCells = (
  index: FigureIndex,
  of: Indicator,
  { origin, concept }: SeriesKind,
  sheetPeriod: string,
): RegionCells => {
  const period = (of.lagMonths > 0 ? ytdLagged(sheetPeriod, of.lagMonths) : null) ?? sheetPeriod
  const series = { indicator: of.code, origin, concept }
  const cell = (measure: Parameters<FigureIndex['cell']>[0]['measure'], region: string, at: string | null) => {
    if (at === null) return UNREPORTED
    const own = index.cell({ ...series, measure, accumulation: of.accumulation }, region, at)
    if (own.kind !== 'unreported' || of.accumulation !== 'ytd' || !FIRST_QUARTER.test(at)) return own
    return index.cell({ ...series, measure, accumulation: 'period' }, region, at)
  }
  return {
    period,
    lastYear: ytdLastYear(period),
    before: ytdBefore(period),
    level: (region, at = period) =>
      of.kind === 'growth-only' || !of.levelShown ? NOT_APPLICABLE : cell(levelMeasureOf(of), region, at),
    growth: (region, at = period) => cell(growthMeasureOf(of), region, at),
    twoYear: (region) => cell('growth-2y-average', region, period),
    alone: (region) => index.cell({ ...series, measure: levelMeasureOf(of), accumulation: 'period' }, region, period),
    rank: (region, by, at = period) =>
      at === null
        ? UNREPORTED
        : index.cell({ ...series, measure: 'rank', accumulation: of.accumulation, dims: { by } }, region, at),
  }
}
