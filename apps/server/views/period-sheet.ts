import {
  type AloneCell,
  compareKinds,
  type HeldKind,
  kindKey,
  type PeriodLine,
  PUBLISHED,
  periodSheet,
  type SeriesKind,
  summedPeriods,
  type TwoYear,
} from '@yundiao/analysis'
import { canonicalYtd, type FoundFigure, type Indicator, levelMeasureOf, type TargetFact } from '@yundiao/figures'
import { type LocalDate, Problem, parsePeriod, periodInWords } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { kindAsked, kindViews } from './compared-places.ts'
import { amountOf, compareOf, figOf, figOfCell, unitShownOf } from './fig.ts'
import type { Compare, Fig } from './figure-schema.ts'
import { indicatorOf } from './indicator.ts'
import { readLocked } from './locked-figures.ts'
import { type PullsView, pulledWith, readPulls } from './period-pulls.ts'
import type { PeriodLineView, PeriodSheetView } from './period-sheet-schema.ts'
import { readPlaces } from './places.ts'
import { readBreaks } from './series-breaks.ts'
import { isInner } from './slide-lines.ts'
import { readTargets } from './targets.ts'

const PRICES = 'cpi'

const aloneWords = (period: string | null): string | null => {
  const read = period === null ? null : parsePeriod(period)
  return read && periodInWords(read)
}

const aloneOf = (cell: AloneCell, of: Indicator, by: 'level' | 'growth'): Fig | Compare | null => {
  if (cell.kind === 'as-cumulative') return null
  if (cell.kind === 'published') return figOf(cell.cell.figure, of)
  return by === 'level' ? amountOf(cell.outcome, of) : compareOf(cell.outcome, 'percent')
}

const twoYearView = (of: TwoYear, indicator: Indicator): Fig | Compare =>
  of.kind === 'published' ? figOf(of.cell.figure, indicator) : compareOf(of.outcome, 'percent')

const lineView = (line: PeriodLine, of: Indicator): Omit<PeriodLineView, keyof PullsView> => {
  const read = parsePeriod(line.period)
  return {
    period: line.period,
    periodWords: read ? periodInWords(read, of.accumulation) : line.period,
    level: figOfCell(line.level, of),
    growth: figOfCell(line.growth, of),
    aloneWords: aloneWords(line.alone),
    single: aloneOf(line.single, of, 'level'),
    singleGrowth: aloneOf(line.singleGrowth, of, 'growth'),
    twoYear: twoYearView(line.twoYear, of),
    nominal: compareOf(line.nominal, 'percent'),
    price: compareOf(line.price, 'percent'),
    pace: compareOf(line.pace, 'points'),
  }
}

/** Kinds of an indicator's figures at a place, published first. */
const kindsOf = (figures: readonly FoundFigure[]): HeldKind[] => {
  const kinds = new Map([[kindKey(PUBLISHED), PUBLISHED]])
  for (const { series, value } of figures)
    if (value !== null && Object.keys(series.dims).length === 0)
      kinds.set(kindKey(series), { origin: series.origin, concept: series.concept })
  const held = ({ origin, concept }: SeriesKind): number =>
    figures.filter(({ series, value }) => value !== null && series.origin === origin && series.concept === concept)
      .length
  return [...kinds.values()].sort(compareKinds).map((kind) => ({ ...kind, regions: held(kind) }))
}

/** 居民消费价格 as growth: an index of 102.1 is 0.021. */
const pricesOf = (figures: readonly FoundFigure[], { origin, concept }: SeriesKind) =>
  new Map(
    figures.flatMap((figure) => {
      const { series, value } = figure
      const period = canonicalYtd(figure.period)
      const isOf = series.origin === origin && series.concept === concept && series.measure === 'index'
      return isOf && series.accumulation === 'ytd' && value !== null && period !== null
        ? [[period, { value: value / 100 - 1, figure }] as const]
        : []
    }),
  )

const targetOf =
  (targets: readonly TargetFact[], region: string) =>
  (year: number): { kind: 'level' | 'growth'; value: number } | null => {
    const held = targets.filter((one) => one.region === region && one.year === year && one.operator !== null)
    const level = held.find(({ measure, value }) => measure === 'level' && value !== null)
    if (level?.value) return { kind: 'level', value: level.value }
    const growth = held.find(({ measure, value }) => measure.startsWith('growth') && value !== null)
    return growth?.value == null ? null : { kind: 'growth', value: growth.value }
  }

type Asked = { code: string; region: string | undefined; kind: string | undefined; on: LocalDate }

const NOTES = [
  '公布的当期数、两年平均照登；其余为测算',
  '增速以公布数为准：按不变价、可比口径公布的，不由绝对额推算；口径、来源不同的不混算',
]

const FIELDS = [
  ['single', '当期绝对额'],
  ['singleGrowth', '当期增速'],
  ['twoYear', '两年平均'],
  ['nominal', '现价增速'],
  ['price', '价格'],
] as const

/** Refusals that nobody's waiting will mend: said under the sheet, each once with where it holds. */
const LASTING: readonly string[] = ['concept-differs', 'origin-differs', 'base-revised', 'growth-published-only']

const refusalNotes = (rows: readonly PeriodLineView[], levelApplies: boolean): string[] => {
  const fields = FIELDS.filter(([field]) => levelApplies || field === 'singleGrowth' || field === 'twoYear')
  const found = rows.flatMap((row) =>
    fields.flatMap(([field, label]) => {
      const cell = row[field]
      return cell && 'kind' in cell && cell.kind === 'refused' && LASTING.includes(cell.code)
        ? [{ label, why: cell.why, words: row.periodWords }]
        : []
    }),
  )
  return [...Map.groupBy(found, ({ why }) => why)].map(([why, cells]) => {
    const labels = [...new Set(cells.map(({ label }) => label))].join('、')
    const [first, ...more] = [...new Set(cells.map(({ words }) => words))]
    return `${labels}（${first}${more.length > 0 ? `等${more.length + 1}期` : ''}）：${why}`
  })
}

/** Every release of one indicator and place with what the algebra of periods gives, as known on a day. */
export const readPeriodSheet = async (store: Store, caller: Caller, asked: Asked): Promise<PeriodSheetView> => {
  const { code, on } = asked
  const of = indicatorOf(code)
  const { tree, self } = await readPlaces(store, caller)
  const place = tree.get(asked.region || self)
  if (!place || !new Set([...caller.regions, ...caller.references]).has(place.code))
    throw new Problem('region.unknown', `地区 ${asked.region} 不在查看范围，请从页面上选取`, {
      region: asked.region ?? self,
    })
  const [all, targets, breaks] = await Promise.all([
    store.figures(caller, { on, indicators: [...new Set([code, PRICES, ...pulledWith(of)])] }),
    readTargets(store, caller, on, { indicator: code }),
    readBreaks(store, caller, on, code),
  ])
  const here = all.filter(({ region }) => region === place.code)
  const figures = here.filter(({ series }) => series.indicator === code)
  const locked = await readLocked(store, caller, [...new Set(figures.map(({ period }) => period))], on)
  const inner = figures.filter((row) => isInner(row, locked)).map(({ ref }) => ref)
  const kinds = kindsOf(figures)
  const usual = kinds.find(({ regions }) => regions > 0) ?? PUBLISHED
  const kind = kindAsked(kinds, asked.kind, usual)
  const source = { indicator: of, region: place.code, figures, kind }
  const prices = pricesOf(
    here.filter(({ series }) => series.indicator === PRICES),
    kind,
  )
  const summed = summedPeriods(source, breaks)
  const lines = periodSheet({ ...source, prices, breaks, targetOf: targetOf(targets, place.code) })
  const pulls = readPulls({ ...source, figures: here }, lines)
  const rows = lines.map((line) => ({ ...lineView(line, of), ...pulls.of(line.period) }))
  const levelApplies = of.levelShown && of.kind !== 'growth-only'
  const holders = new Set(all.filter(({ series }) => series.indicator === code).map(({ region }) => region))
  return {
    indicator: code,
    region: { code: place.code, name: place.shortName },
    regions: tree.all
      .filter((region) => holders.has(region.code))
      .map((region) => ({ code: region.code, name: region.shortName })),
    kind: kindKey(kind),
    kinds: kindViews(kinds),
    levelUnit: unitShownOf(of, levelMeasureOf(of)),
    levelApplies,
    singleApplies: of.accumulation === 'ytd',
    price: of.growth === 'real' ? 'implied' : of.growth === 'nominal' && of.kind !== 'index' ? 'deflated' : null,
    pullsOn: pulls.whole,
    rows,
    inner,
    quarters: summed.quarters.map(({ period, sum, growth }) => ({
      period,
      periodWords: aloneWords(period) ?? period,
      sum: amountOf(sum, of),
      growth: compareOf(growth, 'percent'),
    })),
    notes: [
      ...refusalNotes(rows, levelApplies),
      ...NOTES,
      ...pulls.notes,
      ...(inner.length > 0 ? ['含未发布数，限内部使用'] : []),
      ...(summed.joint === null ? [] : [summed.joint.message]),
    ],
  }
}
