import type { AnswerLine, BoundNumber } from '@yundiao/briefings'
import { economyCatalogue } from '@yundiao/domains/economy'
import {
  DEFAULT_CONCEPT,
  type FoundFigure,
  growthMeasureOf,
  type Indicator,
  levelMeasureOf,
  parseFigureRef,
  printSeries,
  seriesKey,
  ytdBefore,
  ytdLastYear,
} from '@yundiao/figures'
import type { BoardRow } from './board-schema.ts'
import { figOf, rowUnitOf } from './fig.ts'
import type { Fig } from './figure-schema.ts'
import { reviewRow } from './review-rows.ts'

/** Indicators counties are asked about: those of sheet T2, and what stands behind industry and investment. */
export const PLACE_CODES: readonly string[] = ['gdp', 'iva', 'fai', 'ind_inv', 'retail', 'budget', 'inc_u', 'inc_r']

type Origin = FoundFigure['series']['origin']
type Kind = { origin: Origin; concept: string }

/** Figures by series, region and period. */
export type FigureFinder = (series: FoundFigure['series'], region: string, period: string | null) => FoundFigure | null

export const finderOf = (figures: readonly FoundFigure[]): FigureFinder => {
  const key = (series: FoundFigure['series'], region: string, period: string) =>
    `${printSeries(series)} ${region} ${period}`
  const held = new Map(figures.map((figure) => [key(figure.series, figure.region, figure.period), figure]))
  return (series, region, period) => (period === null ? null : (held.get(key(series, region, period)) ?? null))
}

/** Printed digits with the hyphen papers print a fall with; a declared gap is no number. */
const boundOf = (figure: FoundFigure | null, indicator: Indicator): BoundNumber | undefined => {
  if (!figure || figure.value === null) return undefined
  const { ref, shown, mark } = figOf(figure, indicator)
  if (shown === null) return undefined
  const marked = mark === '演示' || mark === '测算' ? { mark } : {}
  return { ref: ref as BoundNumber['ref'], shown: shown.replace('\u2212', '-'), ...marked }
}

const named = <T>(name: string, value: T | undefined): Record<string, T> =>
  value === undefined ? {} : { [name]: value }

/**
 * In whose series the places of a group are told of one indicator: published ones where any place has one, else the kind
 * most places have. All are then of one kind, so that they may be ranked and held against the city's own of it.
 */
export const kindOf = (
  figures: readonly FoundFigure[],
  { indicator, regions, period }: { indicator: Indicator; regions: ReadonlySet<string>; period: string },
): Kind | null => {
  const measure = growthMeasureOf(indicator)
  const counts = new Map<string, { kind: Kind; n: number }>()
  for (const { series, region, period: own, value } of figures) {
    if (series.indicator !== indicator.code || series.measure !== measure) continue
    if (own !== period || value === null || !regions.has(region)) continue
    const { origin, concept } = series
    const one = counts.get(`${origin} ${concept}`) ?? { kind: { origin, concept }, n: 0 }
    counts.set(`${origin} ${concept}`, { kind: one.kind, n: one.n + 1 })
  }
  const published = counts.get(`official ${DEFAULT_CONCEPT}`)
  const [most] = [...counts.values()].sort((a, b) => b.n - a.n)
  return (published ?? most)?.kind ?? null
}

type Reading = { find: FigureFinder; period: string; city: string }

/** One indicator of one place; without a kind it has no number, and says which hole that is. */
export const placeLine = (
  indicator: Indicator,
  region: string,
  kind: Kind | null,
  { find, period, city }: Reading,
): AnswerLine => {
  const head = {
    indicator: indicator.code,
    label: indicator.name,
    short: indicator.shortName,
    unit: rowUnitOf(indicator),
  }
  if (kind === null) return { ...head, gap: '未公布' }
  const { code, accumulation } = indicator
  const series = (measure: ReturnType<typeof growthMeasureOf>) =>
    seriesKey({ indicator: code, measure, accumulation, ...kind })
  const growth = (place: string, at: string | null) =>
    boundOf(find(series(growthMeasureOf(indicator)), place, at), indicator)
  const level = indicator.levelShown
    ? boundOf(find(series(levelMeasureOf(indicator)), region, period), indicator)
    : undefined
  const own = growth(region, period)
  return {
    ...head,
    ...named('level', level),
    ...named('growth', own),
    ...named('wider', own && growth(city, period)),
    ...named('before', growth(region, ytdBefore(period))),
    ...named('lastYear', growth(region, ytdLastYear(period))),
    ...(own || level ? {} : { gap: '未报送' as const }),
  }
}

/** The same series a period away: of a figure shown on the board, its neighbour in time. */
const neighbour = (fig: Fig | null, at: (period: string) => string | null, find: FigureFinder): FoundFigure | null => {
  const address = fig && parseFigureRef(fig.ref)
  return address ? find(address.series, address.region, at(address.period)) : null
}

/** 拉动 of an indicator in its whole as published, beside the growth it stands with; undefined where there is none. */
export const publishedPull = (
  indicator: Indicator,
  growth: string | undefined,
  { whole, find }: { whole: string; find: FigureFinder },
): BoundNumber | undefined => {
  const at = growth === undefined ? null : parseFigureRef(growth)
  if (!at || indicator.pullsOn !== whole) return undefined
  return boundOf(find({ ...at.series, measure: 'pull' }, at.region, at.period), indicator)
}

/** A line of the city's board as an answer has it: against the province, the period before and a year ago. */
export const boardLine = (row: BoardRow, period: string, find: FigureFinder): AnswerLine | null => {
  const indicator = economyCatalogue.get(row.indicator)
  if (!indicator) return null
  const { label, unit, level, growth, provinceGrowth, growthRank, gap } = reviewRow(row, period)
  const own = growth === 'not-applicable' ? undefined : growth
  const none = own === undefined && (level === undefined || level === 'not-applicable')
  return {
    indicator: row.indicator,
    label,
    short: indicator.shortName,
    unit,
    ...named('level', level === 'not-applicable' ? undefined : level),
    ...named('growth', own),
    ...named('wider', provinceGrowth),
    ...named('before', own && boundOf(neighbour(row.growth, ytdBefore, find), indicator)),
    ...named('lastYear', own && boundOf(neighbour(row.growth, ytdLastYear, find), indicator)),
    ...named('rank', growthRank),
    ...(none ? { gap: gap ?? ('未报送' as const) } : {}),
  }
}
