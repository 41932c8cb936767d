import { comparePeriods, parsePeriod } from '@yundiao/kernel'
import type { Indicator } from './catalogue.ts'
import type { FoundFigure } from './found-figure.ts'
import { neighbouringPeriods } from './neighbouring-periods.ts'
import { DEMONSTRATION, printSeries } from './series-key.ts'

export type SeriesPoint = {
  period: string
  figure: FoundFigure
  /** Earlier vintages of the same figure, oldest first. */
  earlier: readonly FoundFigure[]
}
export type SeriesLine = {
  series: string
  region: string
  points: readonly SeriesPoint[]
  /** Periods of one release with no neighbour: no line is drawn through them. */
  lone: readonly string[]
}
/** Two concepts of one region and measure: values on the two sides are not comparable. */
export type ConceptBreak = { region: string; measure: string; concepts: readonly string[]; periods: readonly string[] }
export type IndicatorPage = {
  indicator: Indicator
  lines: readonly SeriesLine[]
  breaks: readonly ConceptBreak[]
}

const byPeriod = (a: string, b: string): number => {
  const [left, right] = [parsePeriod(a), parsePeriod(b)]
  return left && right ? comparePeriods(left, right) : a < b ? -1 : 1
}

const grouped = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

const vintageOf = (figure: FoundFigure): number => Number(figure.ref.slice(figure.ref.lastIndexOf('@') + 1))

const pointOf = (period: string, vintages: readonly FoundFigure[]): SeriesPoint[] => {
  const sorted = [...vintages].sort((a, b) => vintageOf(a) - vintageOf(b))
  const figure = sorted.at(-1)
  return figure ? [{ period, figure, earlier: sorted.slice(0, -1) }] : []
}

const lineOf = (series: string, region: string, figures: readonly FoundFigure[]): SeriesLine => {
  const points = [...grouped(figures, (figure) => figure.period)]
    .flatMap(([period, vintages]) => pointOf(period, vintages))
    .sort((a, b) => byPeriod(a.period, b.period))
  const held = new Set(points.filter((point) => point.figure.value !== null).map((point) => point.period))
  const lone = [...held].filter((period) => !neighbouringPeriods(period).some((neighbour) => held.has(neighbour)))
  return { series, region, points, lone }
}

const breakOf = (figures: readonly FoundFigure[]): ConceptBreak[] => {
  const concepts = [...new Set(figures.map((figure) => figure.series.concept))].sort()
  const [first] = figures
  if (!first || concepts.length < 2) return []
  const periods = [...new Set(figures.map((figure) => figure.period))].sort(byPeriod)
  return [{ region: first.region, measure: first.series.measure, concepts, periods }]
}

/**
 * One indicator over periods and regions: a line per series and region in time order, with earlier vintages beside each
 * point, concept breaks (口径不同，不可比) and lone releases that must not be joined by a line. `regions` gives the order.
 */
export const indicatorPage = (
  indicator: Indicator,
  figures: readonly FoundFigure[],
  regions: readonly string[],
): IndicatorPage => {
  const own = figures.filter((figure) => figure.series.indicator === indicator.code && regions.includes(figure.region))
  const known = own.filter(({ value, series }) => value !== null && series.concept !== DEMONSTRATION)
  const lines = [...grouped(own, (figure) => `${printSeries(figure.series)} ${figure.region}`).values()].flatMap(
    (group) => group.slice(0, 1).map((first) => lineOf(printSeries(first.series), first.region, group)),
  )
  const order = (line: SeriesLine): number => regions.indexOf(line.region)
  return {
    indicator,
    lines: lines.sort((a, b) => (a.series === b.series ? order(a) - order(b) : a.series < b.series ? -1 : 1)),
    breaks: [...grouped(known, (figure) => `${regions.indexOf(figure.region)} ${figure.series.measure}`).values()]
      .flatMap(breakOf)
      .sort((a, b) => regions.indexOf(a.region) - regions.indexOf(b.region)),
  }
}
