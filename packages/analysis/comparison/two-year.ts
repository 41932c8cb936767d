import { derived, type FigureCell, type Outcome, periodsFault, refuse, type SeriesBreak } from '@yundiao/figures'
import { twoYearAverage } from '../releases/growth.ts'
import type { RegionCells } from './region-cells.ts'

/** 两年平均 of a region: published, or from the two rates, or why not. */
export type TwoYear =
  | { kind: 'published'; cell: FigureCell & { kind: 'figure' } }
  | { kind: 'outcome'; outcome: Outcome }

/** The published average stands before ours; ours needs both years' rates of one series, on one side of every break. */
export const twoYearOf = (cells: RegionCells, region: string, breaks?: readonly SeriesBreak[]): TwoYear => {
  const published = cells.twoYear(region)
  if (published.kind === 'figure') return { kind: 'published', cell: published }
  const [now, last] = [cells.growth(region), cells.growth(region, cells.lastYear)]
  const lacking = (message: string) => ({ kind: 'outcome', outcome: refuse('input-missing', message) }) as const
  if (now.kind !== 'figure') return lacking('不能计算：本期增速未公布')
  if (last.kind !== 'figure') return lacking('不能计算：上年同期增速未公布')
  const fault = periodsFault(now.figure, last.figure, breaks)
  const answer = fault ?? twoYearAverage(last.value, now.value)
  if (answer.kind === 'refused') return { kind: 'outcome', outcome: answer }
  const inputs = [last.figure.ref, now.figure.ref]
  return { kind: 'outcome', outcome: derived('growth.two-year', answer.value, inputs) }
}
