import { parsePeriod } from '@yundiao/kernel'
import { growthMeasureOf, type Indicator, levelMeasureOf } from './catalogue.ts'
import type { FigureIndex } from './figure-index.ts'
import type { FigureCell } from './found-figure.ts'
import { DEFAULT_CONCEPT } from './series-key.ts'
import { monthsElapsed, ytdBefore, ytdLagged, ytdLastYear } from './ytd-period.ts'

/** The figures a row of the board is made of. */
export type BoardCells = {
  indicator: Indicator
  period: string
  level: FigureCell
  levelAt: (period: string) => FigureCell
  growth: FigureCell
  growthLastYear: FigureCell
  growthBefore: FigureCell
  provinceGrowth: FigureCell
  nationGrowth: FigureCell
  rankTotal: FigureCell
  rankGrowth: FigureCell
  rankBefore: FigureCell
}

const UNREPORTED: FigureCell = { kind: 'unreported' }
const NOT_APPLICABLE: FigureCell = { kind: 'not-applicable' }

/** The concept the region's figure is in: the usual one, else its only other; a mixture is left unreported. */
const conceptOf = (index: FigureIndex, code: string, region: string, period: string): string => {
  const found = index.concepts(code, region, period)
  const [only] = found
  return found.includes(DEFAULT_CONCEPT) || found.length !== 1 || only === undefined ? DEFAULT_CONCEPT : only
}

const isFirstQuarter = (period: string): boolean => {
  const parsed = parsePeriod(period)
  return parsed?.kind === 'quarter' && monthsElapsed(parsed) === 3
}

/** Growth of an indicator; the first quarter alone is January to March, so a single-quarter figure serves there. */
const growthAt = (index: FigureIndex, of: Indicator, region: string, period: string | null): FigureCell => {
  if (period === null) return UNREPORTED
  const concept = conceptOf(index, of.code, region, period)
  const series = { indicator: of.code, measure: growthMeasureOf(of), concept }
  const cell = index.cell({ ...series, accumulation: of.accumulation }, region, period)
  if (cell.kind !== 'unreported' || of.accumulation !== 'ytd' || !isFirstQuarter(period)) return cell
  return index.cell({ ...series, accumulation: 'period' }, region, period)
}

/** Gathers a row's figures for a period; an indicator whose data lag is read at its own, earlier period. */
export const boardCells = (
  index: FigureIndex,
  of: Indicator,
  regions: { self: string; province: string; nation: string },
  boardPeriod: string,
): BoardCells => {
  const period = (of.lagMonths > 0 ? ytdLagged(boardPeriod, of.lagMonths) : null) ?? boardPeriod
  const growth = (region: string, at: string | null): FigureCell => growthAt(index, of, region, at)
  const rank = (by: 'level' | 'growth', at: string | null): FigureCell =>
    at === null
      ? UNREPORTED
      : index.cell(
          { indicator: of.code, measure: 'rank', accumulation: of.accumulation, dims: { by } },
          regions.self,
          at,
        )
  const levelAt = (at: string): FigureCell =>
    of.kind === 'growth-only'
      ? NOT_APPLICABLE
      : index.cell(
          {
            indicator: of.code,
            measure: levelMeasureOf(of),
            accumulation: of.accumulation,
            concept: conceptOf(index, of.code, regions.self, at),
          },
          regions.self,
          at,
        )
  return {
    indicator: of,
    period,
    level: levelAt(period),
    levelAt,
    growth: growth(regions.self, period),
    growthLastYear: growth(regions.self, ytdLastYear(period)),
    growthBefore: growth(regions.self, ytdBefore(period)),
    provinceGrowth: growth(regions.province, period),
    nationGrowth: growth(regions.nation, period),
    rankTotal: rank('level', period),
    rankGrowth: rank('growth', period),
    rankBefore: rank('growth', ytdBefore(period)),
  }
}
