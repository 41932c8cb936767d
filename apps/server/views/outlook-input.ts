import { fewestPlaces, type RegularSeries, regularSeries, type SeriesRefusal } from '@yundiao/analysis'
import {
  DEMONSTRATION,
  type FoundFigure,
  type Indicator,
  parseSeries,
  printSeries,
  type SeriesBreak,
  type SeriesKey,
} from '@yundiao/figures'
import { comparePeriods, daysBetween, type LocalDate, Problem, parsePeriod, type Region } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { indicatorOf } from './indicator.ts'
import type { OutlookView } from './outlook-schema.ts'
import { type PlaceTime, timeOfPlace } from './outlook-units.ts'
import { readPlaces } from './places.ts'
import { readBreaks } from './series-breaks.ts'
import { measureLabel } from './series-words.ts'

/** Releases of one series and region, oldest first, and the regular series they make. */
export type OutlookLine = {
  key: SeriesKey
  region: Region
  figures: readonly FoundFigure[]
  made: RegularSeries | SeriesRefusal
}

export type OutlookInput = {
  indicator: Indicator
  lines: readonly OutlookLine[]
  regions: readonly Region[]
  /** Declared breaks of the indicator in the caller's sight. */
  breaks: readonly SeriesBreak[]
  chosen: OutlookLine | null
  /** The end of the period the page is about, or the day it is read at. */
  asOf: LocalDate
}

export type OutlookAsk = {
  indicator: string
  region?: string | undefined
  series?: string | undefined
  /** The period the page is about: releases of later ones are left aside. */
  period?: string | undefined
  on: LocalDate
}

const ORDER: readonly string[] = [
  'growth-real',
  'growth-nominal',
  'level',
  'index',
  'share',
  'growth-2y-average',
  'pull',
  'contribution',
]
const ACCUMULATIONS: readonly string[] = ['ytd', 'period', 'stock']

/** Real before demonstration, growth before amounts, cumulative before single. */
const rankOf = ({ key }: OutlookLine): number =>
  (key.concept === DEMONSTRATION ? 1000 : 0) +
  ORDER.indexOf(key.measure) * 100 +
  ACCUMULATIONS.indexOf(key.accumulation) * 10 +
  (key.origin === 'official' ? 0 : 1)

const inTime = (a: FoundFigure, b: FoundFigure): number => {
  const [left, right] = [parsePeriod(a.period), parsePeriod(b.period)]
  return left && right ? comparePeriods(left, right) : 0
}

const linesOf = (
  figures: readonly FoundFigure[],
  regions: readonly Region[],
  breaks: readonly SeriesBreak[],
): OutlookLine[] => {
  const shown = figures.filter(({ series }) => series.measure !== 'rank')
  const groups = Map.groupBy(shown, (figure) => `${printSeries(figure.series)} ${figure.region}`)
  return [...groups.values()]
    .flatMap((group): OutlookLine[] => {
      const [first] = group
      const region = regions.find(({ code }) => code === first?.region)
      if (!first || !region) return []
      const sorted = group.toSorted(inTime)
      return [{ key: first.series, region, figures: sorted, made: regularSeries(sorted, breaks) }]
    })
    .sort((a, b) => regions.indexOf(a.region) - regions.indexOf(b.region) || rankOf(a) - rankOf(b))
}

const endOf = (text: string): LocalDate => {
  const period = parsePeriod(text)
  if (!period) throw new Problem('period.invalid', `期别 ${text} 不识别，请从页面上选取`, { period: text })
  return period.ends
}

const upTo = (figures: readonly FoundFigure[], period: string | undefined): readonly FoundFigure[] => {
  if (period === undefined) return figures
  const end = endOf(period)
  return figures.filter((figure) => (parsePeriod(figure.period)?.ends ?? end) <= end)
}

const asOfOf = ({ period, on }: OutlookAsk): LocalDate => (period === undefined ? on : endOf(period))

/** A year and a quarter: later than this after its last place, what follows a series is no outlook of today. */
const STALE_DAYS = 460

/** Where a series that can be forecast from ends, if long before the day asked about; null where it is of the time. */
export const endsBefore = ({ made }: Pick<OutlookLine, 'made'>, asOf: LocalDate): PlaceTime | 'unfit' | null => {
  if (made.kind === 'refused') return 'unfit'
  const last = timeOfPlace(made, made.values.length - 1)
  return last === null || daysBetween(last.ends, asOf) > STALE_DAYS ? (last ?? 'unfit') : null
}

const choose = (lines: readonly OutlookLine[], ask: OutlookAsk, city: string): OutlookLine | null => {
  if (ask.series !== undefined && !parseSeries(ask.series))
    throw new Problem('series.unknown', `数列 ${ask.series} 写法不对，请从页面上选取`, { series: ask.series })
  const here = lines.filter(({ region }) => region.code === (ask.region ?? city))
  const own = here.length > 0 || ask.region !== undefined ? here : lines
  const asked = own.find(({ key }) => printSeries(key) === ask.series)
  // Where none is asked for, one that can be forecast from goes before the usual first: a page of refusals helps nobody.
  const fit = own.find((line) => line.key.concept !== DEMONSTRATION && endsBefore(line, asOfOf(ask)) === null)
  return asked ?? (ask.series === undefined ? fit : undefined) ?? own[0] ?? null
}

/** The series of an indicator in the caller's sight, as known on a day, and the one asked for. */
export const readOutlookInput = async (store: Store, caller: Caller, ask: OutlookAsk): Promise<OutlookInput> => {
  const indicator = indicatorOf(ask.indicator)
  const [{ tree, self }, figures, breaks] = await Promise.all([
    readPlaces(store, caller),
    store.figures(caller, { on: ask.on, indicators: [ask.indicator] }),
    readBreaks(store, caller, ask.on, ask.indicator),
  ])
  const lines = linesOf(upTo(figures, ask.period), tree.all, breaks)
  const regions = [...new Set(lines.map(({ region }) => region))]
  return { indicator, lines, regions, breaks, chosen: choose(lines, ask, self), asOf: asOfOf(ask) }
}

/** A series as the picker offers it. */
export const choiceOf = ({ key, region, figures, made }: OutlookLine): OutlookView['choices'][number] => ({
  region: region.code,
  regionName: region.shortName,
  series: printSeries(key),
  label: measureLabel(key),
  isDemo: key.concept === DEMONSTRATION,
  releases: figures.filter(({ value }) => value !== null).length,
  places: made.kind === 'regular' ? made.values.length : made.have,
  fits: made.kind === 'regular',
})

const UNIT = { 12: '个月', 4: '个季度' } as const
const BASIS: Readonly<Record<RegularSeries['basis'], string>> = {
  published: '按公布数',
  single: '由累计数推算的当期数（测算）',
  quarters: '1—2月合并公布，由月度数合成季度（测算）',
}

/** What a forecast stands on: how many periods, from which on, what was done to them, what is lacking. */
export const regularWords = ({ frequency, values, basis, gaps, joint, leftOut }: RegularSeries): string =>
  [
    `相连${values.length}${UNIT[frequency]}（至少要${fewestPlaces(frequency)}${UNIT[frequency]}）`,
    BASIS[basis],
    ...(joint.length > 0 ? ['1—2月合并公布，记在2月，1月不补数'] : []),
    ...(gaps.length > 0 ? [`其中${gaps.length}期未公布，按相邻两期连线补，不计入误差`] : []),
    ...(leftOut > 0 ? [`另有${leftOut}个零散公布数不相连，未用`] : []),
  ].join('；')
