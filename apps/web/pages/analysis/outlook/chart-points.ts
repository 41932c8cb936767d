import { MINUS, showNumber } from '@yundiao/kernel'
import type { ChartTable, ComingPoint, FanPoint } from '@yundiao/ui'
import type { OutlookAdjusted, OutlookChosen, OutlookForecast } from '../../../api/types.ts'

/** Decimals of what was worked out: rates and indices one, amounts two. */
const decimalsOf = (unit: string): number => (unit === '%' || unit === '指数' ? 1 : 2)

/** A number worked out, rounded once, with its unit. */
export const said = (value: number, unit: string): string =>
  `${showNumber(value, decimalsOf(unit), { minus: MINUS })}${unit === '指数' ? '' : unit}`

type Fill = (template: string, values: Record<string, string | number>) => string
type ChartWords = Readonly<
  Record<
    | 'outlookComposed'
    | 'outlookComposedOf'
    | 'outlookReleasedOf'
    | 'outlookForecastOf'
    | 'outlookPeriod'
    | 'outlookReleased'
    | 'outlookForecast'
    | 'outlookBand80'
    | 'outlookBand95'
    | 'outlookNaive'
    | 'outlookAdjustedLine',
    string
  >
>
export type Wording = { words: ChartWords; fill: Fill }

/** Releases as the chart draws and names them. */
const releasedPoints = ({ points, unitShown }: OutlookChosen, { words, fill }: Wording): FanPoint[] =>
  points.map(({ period, periodWords, starts, ends, value, fig }) => {
    const shown = fill(words.outlookReleasedOf, { value: `${fig.shown ?? ''}${unitShown === '指数' ? '' : unitShown}` })
    return { period, starts, ends, value, words: `${periodWords} ${shown}` }
  })

/** What the forecast stands on: releases, or the single periods worked out of them, so that both have one scale. */
export const drawnPoints = (chosen: OutlookChosen, wording: Wording): FanPoint[] =>
  pointsOf(chosen, wording).map((point) => ({
    ...point,
    side: String(chosen.parted.filter(({ from }) => from <= point.ends).length),
  }))

const pointsOf = (chosen: OutlookChosen, wording: Wording): FanPoint[] =>
  chosen.composed.length === 0
    ? releasedPoints(chosen, wording)
    : chosen.composed.map(({ periodWords, shown, ...one }) => ({
        ...one,
        words: `${periodWords} ${wording.fill(wording.words.outlookComposedOf, { value: shown ?? '' })}`,
      }))

/** What may come, with its bounds in words. */
export const comingPoints = (
  { points }: OutlookForecast,
  unit: string,
  { words, fill }: Wording,
): (ComingPoint & { naive: number })[] =>
  points.map(({ mean, periodWords, ...one }) => {
    const shown = Object.fromEntries(
      (['low80', 'high80', 'low95', 'high95', 'naive'] as const).map((name) => [name, said(one[name], unit)]),
    )
    const told = fill(words.outlookForecastOf, { ...shown, value: said(mean, unit) })
    return { ...one, value: mean, words: `${periodWords} ${told}` }
  })

/** The adjusted values as a line of their own. */
export const adjustedPoints = ({ points }: OutlookAdjusted): FanPoint[] =>
  points.map(({ period, periodWords, starts, ends, adjusted }) => ({
    period,
    starts,
    ends,
    value: adjusted,
    words: periodWords,
  }))

const RECENT_YEARS = 6

/** The last six years of what is longer. */
export const recentOnly = <P extends { ends: string }>(points: readonly P[]): P[] => {
  const last = points.at(-1)
  const from = Number(last?.ends.slice(0, 4) ?? 0) - RECENT_YEARS + 1
  return points.filter(({ ends }) => Number(ends.slice(0, 4)) >= from)
}

type Drawn = { chosen: OutlookChosen; forecast: OutlookForecast | null; adjusted: OutlookAdjusted | null }

/** The numbers of the chart, newest first. */
export const chartTable = ({ chosen, forecast, adjusted }: Drawn, { words }: Wording): ChartTable => {
  const unit = chosen.unitShown
  const byEnd = new Map(adjusted?.points.map((one) => [one.ends, one.adjusted]))
  const adjustedAt = (ends: Drawn['chosen']['points'][number]['ends']): string | null => {
    const value = byEnd.get(ends) ?? null
    return value === null ? null : said(value, unit)
  }
  const both = (low: number, high: number): string => `${said(low, unit)}～${said(high, unit)}`
  const isComposed = chosen.composed.length > 0
  const past = isComposed
    ? chosen.composed
    : chosen.points.map(({ fig, ...one }) => ({ ...one, shown: fig.shown ?? fig.mark }))
  const released = past.map(({ periodWords, shown, ends }) => [
    periodWords,
    shown,
    adjustedAt(ends),
    null,
    null,
    null,
    null,
  ])
  const coming = forecast?.points.map((one) => [
    one.periodWords,
    null,
    null,
    said(one.mean, unit),
    both(one.low80, one.high80),
    both(one.low95, one.high95),
    said(one.naive, unit),
  ])
  const heads = [
    words.outlookPeriod,
    `${isComposed ? words.outlookComposed : words.outlookReleased}${unit === '指数' ? '' : `（${unit}）`}`,
    words.outlookAdjustedLine,
    words.outlookForecast,
    words.outlookBand80,
    words.outlookBand95,
    words.outlookNaive,
  ]
  const keeps = (column: number): boolean => column !== 2 || adjusted !== null
  const rows = [...released, ...(coming ?? [])].toReversed().map((row) => row.filter((_, column) => keeps(column)))
  return { heads: heads.filter((_, column) => keeps(column)), rows }
}
