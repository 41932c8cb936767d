import { cellOf, type FigureCell, type FoundFigure } from './found-figure.ts'
import { DEMONSTRATION, dimsKey, printSeries, seriesKey } from './series-key.ts'
import type { SeriesKey } from './types.ts'

/** Figures by address. A cell of a series that is not in the list is unreported. */
export type FigureIndex = {
  cell: (
    series: Pick<SeriesKey, 'indicator' | 'measure' | 'accumulation'> & Partial<SeriesKey>,
    region: string,
    period: string,
  ) => FigureCell
  /** Concepts in which the indicator's figure of a region and period exists. */
  concepts: (indicator: string, region: string, period: string) => readonly string[]
}

const addressOf = (series: SeriesKey, region: string, period: string): string =>
  `${printSeries(series)} ${region} ${period}`

/** Finds figures by series, region and period. Of two vintages of one figure the later one in the list stands. */
export const figureIndex = (figures: readonly FoundFigure[]): FigureIndex => {
  const byAddress = new Map(figures.map((item) => [addressOf(item.series, item.region, item.period), item]))
  const concepts = new Map<string, Set<string>>()
  for (const { series, region, period } of figures) {
    // A demonstration figure never stands in for a real one that lacks.
    if (dimsKey(series.dims) !== '' || series.concept === DEMONSTRATION) continue
    const place = `${series.indicator} ${region} ${period}`
    concepts.set(place, (concepts.get(place) ?? new Set()).add(series.concept))
  }
  return {
    cell: (series, region, period) => cellOf(byAddress.get(addressOf(seriesKey(series), region, period))),
    concepts: (indicator, region, period) => [...(concepts.get(`${indicator} ${region} ${period}`) ?? [])],
  }
}
