import { type Measure, partsMeasure } from '@yundiao/figures'
import type { LocalDate } from '@yundiao/kernel'
import type { ChartBreak, ChartSeries } from '@yundiao/ui'
import type { DeclaredBreak, IndicatorSeries, IndicatorView, SeriesPoint } from '../../api/types.ts'

const SHAPES: Readonly<Record<string, ChartSeries['shape']>> = { city: 'dot', province: 'square', nation: 'line' }

/** Printed digits as a number to draw; what is not plainly a number is not drawn. */
const plotted = (shown: string | null): number | null => {
  const value = shown === null ? Number.NaN : Number(shown)
  return Number.isFinite(value) ? value : null
}

/** Declared breaks that part a measure of one place. */
const breaksOf = (view: IndicatorView, measure: string, region: string): DeclaredBreak[] => {
  const [series] = seriesOf(view, measure)
  const by = series?.measure as Measure | undefined
  return by ? view.declared.filter((one) => one.region === region && partsMeasure(one, by)) : []
}

/** Breaks the chart draws: those of the city, the province and the nation, each named where it is not the city's. */
export const chartBreaks = (view: IndicatorView, measure: string): ChartBreak[] =>
  view.regions.flatMap((region) =>
    SHAPES[region.kind]
      ? breaksOf(view, measure, region.code).map(({ from, kind }) => ({
          from: from as LocalDate,
          label: region.kind === 'city' ? kind : `${region.name}${kind}`,
        }))
      : [],
  )

/** On which side of the breaks a point stands: points of two sides are not joined. */
const sideOf = (breaks: readonly DeclaredBreak[], { ends }: SeriesPoint): number =>
  breaks.filter(({ from }) => from <= ends).length

const chartPoint = (conceptOf: (point: SeriesPoint) => string) => (point: SeriesPoint) => ({
  period: point.period,
  words: point.periodWords,
  starts: point.starts as LocalDate,
  ends: point.ends as LocalDate,
  value: plotted(point.fig.shown),
  shown: point.fig.shown,
  concept: conceptOf(point),
})

const largest = ({ points }: ChartSeries): number =>
  Math.max(0, ...points.flatMap(({ value }) => (value === null ? [] : [Math.abs(value)])))

/** Amounts so many times the city's would press its dots flat on the axis. */
const DWARFS = 8

/** Whether a wider place would leave nothing to be seen of the city on one scale. */
export const dwarfsCity = (one: ChartSeries, all: readonly ChartSeries[]): boolean => {
  const city = all.find(({ shape }) => shape === SHAPES.city)
  return city !== undefined && largest(city) > 0 && largest(one) > DWARFS * largest(city)
}

/**
 * City, province and nation as series of a chart; counties and zones stand in the table beside. What is not released is
 * not drawn.
 */
export const chartSeries = (
  view: IndicatorView,
  measure: string,
  unreleased: Pick<ReadonlySet<string>, 'has'>,
): ChartSeries[] =>
  view.regions.flatMap((region) => {
    const shape = SHAPES[region.kind]
    if (!shape) return []
    const breaks = breaksOf(view, measure, region.code)
    const points = seriesOf(view, measure).flatMap((series) =>
      series.points
        .filter((point) => point.region === region.code && !unreleased.has(point.fig.ref))
        .map(chartPoint((point) => `${series.key} ${sideOf(breaks, point)}`)),
    )
    return points.length === 0 ? [] : [{ key: region.code, label: region.name, shape, points }]
  })

export const seriesOf = (view: IndicatorView, measure: string): IndicatorSeries[] =>
  view.series.filter((series) => series.measureLabel === measure)

/** The measures an indicator has, in the order of its series. */
export const measuresOf = (view: IndicatorView): string[] => [
  ...new Set(view.series.map((series) => series.measureLabel)),
]

/** The measure a figure stands under; null where the page does not hold it. */
export const measureWith = (view: IndicatorView, ref: string | null): string | null =>
  view.series.find((series) => series.points.some((point) => point.fig.ref === ref))?.measureLabel ?? null

/** What the page opens with: the city's own growth, else whatever the city has, else the first measure. */
export const firstMeasure = (view: IndicatorView): string => {
  const city = view.regions.find((region) => region.kind === 'city')?.code
  const measures = measuresOf(view)
  const ofCity = measures.filter((measure) =>
    seriesOf(view, measure).some((series) => series.points.some((point) => point.region === city)),
  )
  return ofCity.find((measure) => measure.includes('增')) ?? ofCity[0] ?? measures[0] ?? ''
}

export type PointRow = SeriesPoint & { key: string; concept: string; origin: string }

/** Points of a set of regions, newest first. */
export const pointRows = (view: IndicatorView, measure: string, regions: ReadonlySet<string>): PointRow[] =>
  seriesOf(view, measure)
    .flatMap((series) =>
      series.points
        .filter((point) => regions.has(point.region))
        .map((point) => ({
          ...point,
          key: `${series.key}/${point.region}/${point.period}`,
          concept: series.concept,
          origin: series.origin,
        })),
    )
    .sort((a, b) => (a.ends < b.ends ? 1 : a.ends > b.ends ? -1 : 0))

/** Counties and zones at the newest period any of them has, in the order the API gives the regions. */
export const newestByRegion = (
  view: IndicatorView,
  measure: string,
): { period: string; words: string; rows: PointRow[] } | null => {
  const kinds = new Set(['county', 'zone'])
  const codes = view.regions.filter((region) => kinds.has(region.kind)).map((region) => region.code)
  const rows = pointRows(view, measure, new Set(codes))
  const newest = rows[0]
  if (!newest) return null
  const order = new Map(codes.map((code, index) => [code, index]))
  const same = rows.filter((row) => row.period === newest.period)
  same.sort((a, b) => (order.get(a.region) ?? 0) - (order.get(b.region) ?? 0))
  return { period: newest.period, words: newest.periodWords, rows: same }
}
