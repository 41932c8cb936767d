import type { FoundFigure } from '@yundiao/figures'
import { parsePeriod } from '@yundiao/kernel'

/** Figures by series and region, oldest first; those without a value are left out. */
export type Histories = ReadonlyMap<string, readonly FoundFigure[]>

type Series = Pick<FoundFigure['series'], 'indicator' | 'measure' | 'accumulation' | 'concept'>

const keyOf = (series: Series, region: string): string =>
  `${region} ${series.indicator} ${series.measure} ${series.accumulation} ${series.concept}`

/** Groups a world's figures into histories. */
export const historiesOf = (figures: readonly FoundFigure[]): Histories => {
  const groups = new Map<string, FoundFigure[]>()
  const ends = new Map<string, string>()
  for (const figure of figures) {
    if (figure.value === null || figure.series.measure === 'rank') continue
    if (!ends.has(figure.period)) ends.set(figure.period, parsePeriod(figure.period)?.ends ?? '')
    const key = keyOf(figure.series, figure.region)
    const group = groups.get(key)
    if (group) group.push(figure)
    else groups.set(key, [figure])
  }
  for (const group of groups.values())
    group.sort((a, b) => ((ends.get(a.period) ?? '') < (ends.get(b.period) ?? '') ? -1 : 1))
  return groups
}

/** All releases of a figure's series, of its own region unless said. */
export const historyOf = (histories: Histories, figure: FoundFigure, region?: string): readonly FoundFigure[] =>
  histories.get(keyOf(figure.series, region ?? figure.region)) ?? []

/** All releases of a series. */
export const seriesHistory = (histories: Histories, series: Series, region: string): readonly FoundFigure[] =>
  histories.get(keyOf(series, region)) ?? []
