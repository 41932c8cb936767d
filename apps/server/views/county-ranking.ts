import {
  belowMean,
  type ComparedRegion,
  type Comparison,
  firstKind,
  type HeldKind,
  kindKey,
  kindsHeld,
  type SeriesKind,
} from '@yundiao/analysis'
import { economyCatalogue } from '@yundiao/domains/economy'
import { COUNTY_INDICATORS, type Indicator, levelMeasureOf } from '@yundiao/figures'
import type { LocalDate, Region } from '@yundiao/kernel'
import type { Caller, FigureRow, Store } from '@yundiao/store'
import { boardPeriod, periodWords } from './board-period.ts'
import {
  type ComparedPlaces,
  groupInNote,
  kindAsked,
  kindViews,
  type PlaceGroup,
  readComparedPlaces,
} from './compared-places.ts'
import { comparedPeriods, compareIn, regionsOf } from './comparison.ts'
import { comparedRegionView, type RowContext } from './comparison-row.ts'
import type { CountyRanking, PlaceCells } from './comparison-schema.ts'
import { placesOf, unitShownOf } from './fig.ts'
import { readLocked } from './locked-figures.ts'
import { readBreaks } from './series-breaks.ts'
import { isInner } from './slide-lines.ts'

/** Indicators of sheet T2, in its order. */
const RANKED: readonly Indicator[] = COUNTY_INDICATORS.flatMap((code) => {
  const found = economyCatalogue.get(code)
  return found ? [found] : []
})

export type CountyRankingQuery = { period: string | undefined; kind: string | undefined; on: LocalDate }

/** Kinds any indicator of the sheet may be compared in; a sheet is of one kind throughout. */
const kindsOfSheet = (figures: readonly FigureRow[], places: ComparedPlaces, period: string): HeldKind[] => {
  const regions = places.groups.flatMap((group) => group.regions.map(({ code }) => code))
  const found = new Map<string, HeldKind>()
  for (const of of RANKED) {
    const own = figures.filter(({ series }) => series.indicator === of.code)
    for (const kind of kindsHeld(own, regions, comparedPeriods(of, period)[0] ?? period)) {
      const held = found.get(kindKey(kind))
      if (!held || held.regions < kind.regions) found.set(kindKey(kind), kind)
    }
  }
  return [...found.values()]
}

const cellsOf = (row: ComparedRegion, region: Region, size: number, context: RowContext): PlaceCells => {
  const view = comparedRegionView(row, region, size, context)
  const { level, rankLevel, growth, rankGrowth, moveGrowth, vsMean, hole, smallBase, end } = view
  return { level, rankLevel, growth, rankGrowth, move: moveGrowth, vsMean, hole, smallBase, end }
}

type Job = { on: LocalDate; own: string; compared: readonly { of: Indicator; found: Comparison }[] }

type Line = { region: Region; rows: readonly ComparedRegion[]; size: number; ranked: boolean }

const lineView = ({ on, own, compared }: Job, { region, rows, size, ranked }: Line) => {
  const below = belowMean(rows.map(({ compare }) => compare.mean))
  const counted = placesOf(below.outcome)
  const context = { on, own, comparable: [], ranked, hole: '未报送' as const }
  return {
    region: { code: region.code, name: region.shortName, kind: region.kind },
    cells: compared.flatMap(({ of }, i) => {
      const row = rows[i]
      return row ? [cellsOf(row, region, size, { ...context, indicator: of })] : []
    }),
    below: counted.kind === 'value' ? { ...counted, unitShown: '项' } : counted,
    belowOf: below.of,
  }
}

type GroupView = CountyRanking['groups'][number]

const groupView = (job: Job, { key, title, regions, whole }: PlaceGroup): GroupView => ({
  key: key === 'zones' ? 'zones' : 'counties',
  title,
  whole,
  rows: regions.map((region, at) => {
    const rows = job.compared.flatMap(({ found }) => found.groups.find((group) => group.key === key)?.rows[at] ?? [])
    return lineView(job, { region, rows, size: regions.length, ranked: whole })
  }),
})

const partialWords = (groups: readonly GroupView[], label: (at: number) => string): string[] =>
  groups.flatMap((group) => {
    const { rows, whole } = group
    const held = RANKED.map((_, at) => rows.filter(({ cells }) => cells[at]?.growth?.shown != null).length)
    return held.flatMap((n, at) =>
      whole && n > 0 && n < rows.length ? [`${label(at)}${groupInNote(group)}${n}/${rows.length}个有数`] : [],
    )
  })

/** Places whose growth stands on a small base, with the indicators it does. */
const smallBases = (groups: readonly GroupView[]): string[] =>
  groups.flatMap(({ rows }) =>
    rows.flatMap(({ region, cells }) => {
      const small = RANKED.filter((_, at) => cells[at]?.smallBase != null).map(({ shortName }) => shortName)
      return small.length > 0 ? [`${region.name}（${small.join('、')}）`] : []
    }),
  )

const notesOf = (
  groups: readonly GroupView[],
  facts: { on: LocalDate; kind: SeriesKind; inner: readonly string[] },
): string[] => {
  const unseen = groups.filter(({ whole }) => !whole)
  const small = smallBases(groups)
  const partial = partialWords(groups, (at) => RANKED[at]?.shortName ?? '')
  return [
    `数据截至${facts.on}，此后公布或更正的不计入。空白为未报送，“缺”为未查到公开数，“—”为不适用。`,
    '位次有公布的照登，其余为测算：在有数的地区中排，并列同位、下一位跳号；园区与县区重叠，另排，不加入全市。',
    '“较全市平均”为增速之差（百分点，测算）；“低于全市平均指标数”只计能比较的指标。',
    ...(small.length > 0
      ? [`基数小：${small.join('、')}，上年同期数不足本组中位数的四分之一（约定，见判定标准）。`]
      : []),
    ...(partial.length > 0 ? [`不全的：${partial.join('；')}。`] : []),
    ...(unseen.length > 0 ? ['其他县区园区的数不在查看范围，位次不测算。'] : []),
    ...(facts.kind.concept === '演示' ? ['本表为演示数据，非真实数据，不得引用。'] : []),
    ...(facts.inner.length > 0 ? ['含未发布数，限内部使用。'] : []),
  ]
}

const readFigures = async (
  store: Store,
  caller: Caller,
  places: ComparedPlaces,
  { period, on }: { period: string; on: LocalDate },
) => {
  const periods = [...new Set(RANKED.flatMap((of) => comparedPeriods(of, period)))]
  const indicators = RANKED.map(({ code }) => code)
  const [figures, locked, breaks] = await Promise.all([
    store.figures(caller, { on, indicators, periods, regions: regionsOf(places) }),
    readLocked(store, caller, periods, on),
    readBreaks(store, caller, on),
  ])
  return { figures, breaks, inner: figures.filter((row) => isInner(row, locked)).map(({ ref }) => ref as string) }
}

/** Sheet T2: the city first, counties in the city's own order, zones as a block of their own, over its indicators. */
export const readCountyRanking = async (
  store: Store,
  caller: Caller,
  query: CountyRankingQuery,
): Promise<CountyRanking> => {
  const { on } = query
  const [period, places] = await Promise.all([
    boardPeriod(store, caller, on, query.period),
    readComparedPlaces(store, caller, 'counties'),
  ])
  const { figures, breaks, inner } = await readFigures(store, caller, places, { period, on })
  const kinds = kindsOfSheet(figures, places, period)
  const kind = kindAsked(kinds, query.kind, firstKind(kinds))
  const compared = RANKED.map((of) => {
    const own = figures.filter(({ series }) => series.indicator === of.code)
    return { of, found: compareIn(own, { of, places, period, breaks, kind }).compared }
  })
  const job: Job = { on, own: places.self.code, compared }
  const mean = { region: places.mean, rows: compared.map(({ found }) => found.mean), size: 0, ranked: false }
  const groups: GroupView[] = [
    { key: 'mean', title: places.meanWords, whole: true, rows: [lineView(job, mean)] },
    ...places.groups.map((group) => groupView(job, group)),
  ]
  return {
    period,
    periodWords: periodWords(period),
    asKnownOn: on,
    city: { code: places.self.code, name: places.self.name },
    kind: kindKey(kind),
    kinds: kindViews(kinds),
    indicators: RANKED.map((of) => ({
      code: of.code,
      name: of.name,
      label: of.shortName,
      levelUnit: unitShownOf(of, levelMeasureOf(of)),
    })),
    groups,
    inner,
    notes: notesOf(groups, { on, kind, inner }),
  }
}
