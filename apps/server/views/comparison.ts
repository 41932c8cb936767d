import {
  type Comparison,
  comparisonOf,
  firstKind,
  type HeldKind,
  kindKey,
  kindsHeld,
  type SeriesKind,
} from '@yundiao/analysis'
import { economyCatalogue } from '@yundiao/domains/economy'
import { type Indicator, levelMeasureOf, type SeriesBreak, ytdBefore, ytdLagged, ytdLastYear } from '@yundiao/figures'
import type { LocalDate, Region } from '@yundiao/kernel'
import type { Caller, FigureRow, Store } from '@yundiao/store'
import { comparableCitiesOf } from '../load/city-area.ts'
import { boardPeriod, periodWords } from './board-period.ts'
import {
  type ComparedPlaces,
  groupInNote,
  kindAsked,
  kindViews,
  type PlaceGroup,
  readComparedPlaces,
} from './compared-places.ts'
import { comparedRegionView, type RowContext } from './comparison-row.ts'
import type { ComparedIndicator, ComparisonView, Scope } from './comparison-schema.ts'
import { unitShownOf } from './fig.ts'
import { indicatorOf } from './indicator.ts'
import { readLocked } from './locked-figures.ts'
import { readBreaks } from './series-breaks.ts'
import { isInner } from './slide-lines.ts'

export type ComparisonQuery = {
  indicator: string | undefined
  period: string | undefined
  scope: Scope
  kind: string | undefined
  on: LocalDate
}

/** The periods a comparison of one period reads: its own, last year's, the last release. */
export const comparedPeriods = (of: Indicator, period: string): string[] => {
  const own = (of.lagMonths > 0 ? ytdLagged(period, of.lagMonths) : null) ?? period
  return [own, ytdLastYear(own), ytdBefore(own)].filter((one) => one !== null)
}

export const regionsOf = ({ mean, above, groups }: ComparedPlaces): string[] => [
  ...new Set([mean, ...above, ...groups.flatMap(({ regions }) => regions)].map(({ code }) => code)),
]

const rowContext = (
  of: Indicator,
  places: ComparedPlaces,
  scope: Scope,
  { on, city }: { on: LocalDate; city: string },
): RowContext => ({
  indicator: of,
  on,
  own: places.self.code,
  comparable: scope === 'cities' ? comparableCitiesOf(city) : [],
  ranked: true,
  hole: scope === 'cities' ? '未公布' : '未报送',
})

const notesOf = (view: Omit<ComparisonView, 'notes'>): string[] => {
  const partial = view.groups.flatMap((group) =>
    group.whole && group.held < group.rows.length
      ? [`${groupInNote(group)}${group.rows.length}个，${group.held}个有数`]
      : [],
  )
  const unseen = view.groups.filter(({ whole }) => !whole).map(groupInNote)
  return [
    `数据截至${view.asKnownOn}，此后公布或更正的不计入`,
    `位次：有公布的照登；其余为测算，只在有数的地区中排，并列同位、下一位跳号${partial.length > 0 ? `（${partial.join('，')}）` : ''}`,
    ...(unseen.length > 0 ? [`其他${unseen.join('、')}的数不在查看范围，位次不测算`] : []),
    '“较”各栏为增速之差，两年平均、单季为测算；期别、来源、口径不同的，声明了口径变动的前后，不比较',
    ...(view.groups.some(({ rows }) => rows.some(({ smallBase }) => smallBase !== null))
      ? ['“基数小”：上年同期数不足本组中位数的四分之一（约定，见判定标准）']
      : []),
    ...(view.inner.length > 0 ? ['含未发布数，限内部使用'] : []),
  ]
}

const groupView = (group: PlaceGroup, compared: Comparison, context: RowContext): ComparisonView['groups'][number] => {
  const rows = compared.groups.find(({ key }) => key === group.key)?.rows ?? []
  const size = group.regions.length
  return {
    key: group.key,
    title: group.title,
    whole: group.whole,
    held: rows.filter(({ growth, level }) => growth.kind === 'figure' || level.kind === 'figure').length,
    rows: group.regions.flatMap((region, i) => {
      const row = rows[i]
      return row ? [comparedRegionView(row, region, size, { ...context, ranked: group.whole })] : []
    }),
  }
}

type Read = {
  of: Indicator
  places: ComparedPlaces
  kinds: readonly HeldKind[]
  kind: SeriesKind
  compared: Comparison
  inner: string[]
}

type ComparedBy = { of: Indicator; places: ComparedPlaces; period: string; breaks: readonly SeriesBreak[] }

const codesOf = (regions: readonly Region[]): string[] => regions.map(({ code }) => code)

/** Compares what the reader may see of an indicator about a period, in one kind. */
export const compareIn = (
  figures: readonly FigureRow[],
  { of, places, period, breaks, kind }: ComparedBy & { kind: SeriesKind },
): { compared: Comparison } => {
  const groups = places.groups.map(({ key, regions }) => ({ key, regions: codesOf(regions) }))
  const [mean, above] = [places.mean.code, codesOf(places.above)]
  return { compared: comparisonOf({ indicator: of, period, figures, kind, breaks, mean, above, groups }) }
}

/** The kinds the ranked regions hold, and the one asked for or the first. */
const choose = (figures: readonly FigureRow[], { of, places, period }: ComparedBy, asked: string | undefined) => {
  const [own = period] = comparedPeriods(of, period)
  const ranked = places.groups.flatMap(({ regions }) => codesOf(regions))
  const kinds = kindsHeld(figures, ranked, own)
  return { kinds, kind: kindAsked(kinds, asked, firstKind(kinds)) }
}

const indicatorView = (of: Indicator): ComparisonView['indicator'] => ({
  code: of.code,
  name: of.name,
  label: of.shortName,
  levelUnit: unitShownOf(of, levelMeasureOf(of)),
  levelApplies: of.levelShown && of.kind !== 'growth-only',
  lowIsBetter: of.better === 'down',
  note: of.note,
})

const viewOf = ({ of, places, kinds, kind, compared, inner }: Read, context: RowContext, scope: Scope) => {
  const wordsOf = (period: string | null): string => (period === null ? '' : periodWords(period))
  const view: Omit<ComparisonView, 'notes'> = {
    scope,
    indicator: indicatorView(of),
    period: compared.period,
    periodWords: periodWords(compared.period),
    lastYearWords: wordsOf(compared.lastYear),
    beforeWords: wordsOf(compared.before),
    singleApplies: of.accumulation === 'ytd' && compared.mean.single.kind !== 'as-cumulative',
    asKnownOn: context.on,
    kind: kindKey(kind),
    kinds: kindViews(kinds),
    meanWords: places.meanWords,
    mean: comparedRegionView(compared.mean, { ...places.mean, shortName: places.meanWords }, 0, {
      ...context,
      own: '',
    }),
    above: places.above.flatMap((region, i) => {
      const row = compared.above[i]
      return row ? [comparedRegionView(row, region, 0, context)] : []
    }),
    groups: places.groups.map((group) => groupView(group, compared, context)),
    inner,
  }
  return { ...view, notes: notesOf(view) }
}

/** One indicator over cities or counties, as known on a day, from the figures the caller may see. */
export const readComparison = async (store: Store, caller: Caller, query: ComparisonQuery): Promise<ComparisonView> => {
  const { scope, on } = query
  const of = indicatorOf(query.indicator || 'gdp')
  const [period, places] = await Promise.all([
    boardPeriod(store, caller, on, query.period),
    readComparedPlaces(store, caller, scope),
  ])
  const periods = comparedPeriods(of, period)
  const [figures, locked, breaks] = await Promise.all([
    store.figures(caller, { on, indicators: [of.code], periods, regions: regionsOf(places) }),
    readLocked(store, caller, periods, on),
    readBreaks(store, caller, on, of.code),
  ])
  const by = { of, places, period, breaks }
  const chosen = choose(figures, by, query.kind)
  const inner = figures.filter((row) => isInner(row, locked)).map(({ ref }) => ref)
  const read: Read = { of, places, ...chosen, ...compareIn(figures, { ...by, kind: chosen.kind }), inner }
  return viewOf(read, rowContext(of, places, scope, { on, city: caller.city }), scope)
}

/** The catalogue with how many regions of a scope hold a figure of the period, for the choice of an indicator. */
export const readComparedIndicators = async (
  store: Store,
  caller: Caller,
  { period: asked, scope, on }: Pick<ComparisonQuery, 'period' | 'scope' | 'on'>,
): Promise<ComparedIndicator[]> => {
  const [period, places] = await Promise.all([
    boardPeriod(store, caller, on, asked),
    readComparedPlaces(store, caller, scope),
  ])
  const regions = places.groups.flatMap((group) => group.regions.map(({ code }) => code))
  const lagged = ytdLagged(period, 1)
  const periods = lagged === null ? [period] : [period, lagged]
  const figures = await store.figures(caller, { on, periods, regions })
  return economyCatalogue.all.map((of) => {
    const [own] = comparedPeriods(of, period)
    const held = figures.filter(
      (one) =>
        one.series.indicator === of.code && one.period === own && one.value !== null && one.series.measure !== 'rank',
    )
    return {
      code: of.code,
      label: of.shortName,
      indent: of.indent,
      held: new Set(held.map(({ region }) => region)).size,
    }
  })
}
