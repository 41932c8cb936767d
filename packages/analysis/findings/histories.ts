import { afterBreaks, type FoundFigure, type SeriesBreak } from '@yundiao/figures'
import { parsePeriod, partsOf } from '@yundiao/kernel'

/** A figure with its place in time: months since year 0 at its end, the month it ends with and its months' number. */
export type Dated = { figure: FoundFigure; time: number; month: number; span: number }

/** Figures by series and region, oldest first; those without a value are left out. */
export type Histories = ReadonlyMap<string, readonly Dated[]>

type Series = Pick<FoundFigure['series'], 'indicator' | 'measure' | 'accumulation' | 'concept'>

const keyOf = (series: Series, region: string): string =>
  `${region} ${series.indicator} ${series.measure} ${series.accumulation} ${series.concept}`

type Time = Omit<Dated, 'figure'>

/** Where a period ends and how many months it has; null for one that is no period. */
export const timeOf = (text: string): Time | null => {
  const period = parsePeriod(text)
  if (!period) return null
  const [starts, ends] = [partsOf(period.starts), partsOf(period.ends)]
  return { time: ends.year * 12 + ends.month, month: ends.month, span: ends.month - starts.month + 1 }
}

const sinceBreak = (group: Dated[], breaks: readonly SeriesBreak[]): Dated[] => {
  const kept = new Set(
    afterBreaks(
      group.map(({ figure }) => figure),
      breaks,
    ).figures,
  )
  return group.filter(({ figure }) => kept.has(figure))
}

/** Groups a world's figures into histories, each from its last declared break on. */
export const historiesOf = (figures: readonly FoundFigure[], breaks: readonly SeriesBreak[] = []): Histories => {
  const groups = new Map<string, Dated[]>()
  const times = new Map<string, Time | null>()
  for (const figure of figures) {
    if (figure.value === null || figure.series.measure === 'rank') continue
    const known = times.get(figure.period)
    const time = known === undefined ? timeOf(figure.period) : known
    if (known === undefined) times.set(figure.period, time)
    if (!time) continue
    const key = keyOf(figure.series, figure.region)
    const group = groups.get(key)
    if (group) group.push({ figure, ...time })
    else groups.set(key, [{ figure, ...time }])
  }
  for (const [key, group] of groups) {
    group.sort((a, b) => a.time - b.time || a.span - b.span)
    if (breaks.length > 0) groups.set(key, sinceBreak(group, breaks))
  }
  return groups
}

/** All releases of a series in a region. */
export const historyOf = (histories: Histories, series: Series, region: string): readonly Dated[] =>
  histories.get(keyOf(series, region)) ?? []
