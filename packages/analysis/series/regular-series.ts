import {
  type Accumulation,
  afterBreaks,
  type FoundFigure,
  printSeries,
  type SeriesBreak,
  type SeriesKey,
} from '@yundiao/figures'
import { type Cell, cellsOf, frequencyOf, isAmount, type MonthCount, placed, quartersOf } from './place-values.ts'
import type { TimeSeries } from './time-series.ts'

/** A series on a grid without breaks in time, as the engines take it, with what was done to come to it. */
export type RegularSeries = TimeSeries & {
  kind: 'regular'
  frequency: 12 | 4
  /** As published; cumulative amounts taken apart; or months added up to quarters, since January and February are not told apart. */
  basis: 'published' | 'single' | 'quarters'
  /** Of the values here: a cumulative amount taken apart is `period`. */
  accumulation: Accumulation
  /** Places that hold January and February together (rates; of amounts there is none left). */
  joint: readonly number[]
  /** Places for which a release is lacking. January, and February beside it, are none where rates are published from March on or jointly. */
  gaps: readonly number[]
  /** Releases not taken in: they stand apart from the rest by more than a short gap or a break, or cover no place. */
  leftOut: number
  /** In words, the declared break before which releases are on another base and not taken in; null where there is none. */
  since: string | null
}

/** Why releases make no series: with how many neighbouring ones there are, and how many it takes. */
export type SeriesRefusal = {
  kind: 'refused'
  reason:
    | 'no-points'
    | 'concept-differs'
    | 'not-applicable'
    | 'period-differs'
    | 'yearly-only'
    | 'too-short'
    | 'too-many-gaps'
  message: string
  have: number
  need: number
}

/** The fewest places a forecast takes: two years and three places. */
export const fewestPlaces = (frequency: 12 | 4): number => 2 * frequency + 3

const UNIT = { 12: '个月', 4: '个季度' } as const

/** Lacking releases in a row that end a series, January and February left aside. */
const LONGEST_GAP = { 12: 2, 4: 1 } as const

const refuse = (reason: SeriesRefusal['reason'], message: string, have = 0, need = 0): SeriesRefusal => ({
  kind: 'refused',
  reason,
  message,
  have,
  need,
})

/** January, and February where January is lacking too, of a monthly series of rates: not published alone. */
const isWinter = (month: MonthCount, width: number, isRate: boolean): boolean =>
  width === 1 && isRate && month % 12 <= 1

type Grid = { from: MonthCount; to: MonthCount; width: number }

/** The last stretch of releases, cut where more of them in a row are lacking than a short gap. */
const lastStretch = (cells: ReadonlyMap<MonthCount, Cell>, width: number, isRate: boolean): Grid | null => {
  const ends = [...cells.keys()]
  if (ends.length === 0) return null
  const to = Math.max(...ends)
  const earliest = Math.min(...ends)
  let [from, missing] = [to, 0]
  for (let month = to; month >= earliest; month -= width) {
    if (cells.has(month)) [from, missing] = [month, 0]
    else if (!isWinter(month, width, isRate)) missing += 1
    if (missing > LONGEST_GAP[width === 1 ? 12 : 4]) break
  }
  return { from, to, width }
}

type Taken = { key: SeriesKey; cells: Map<MonthCount, Cell>; basis: RegularSeries['basis']; releases: number }

const onGrid = ({ key, cells, basis, releases }: Taken, frequency: 12 | 4): RegularSeries | SeriesRefusal => {
  const isRate = !isAmount(key.measure)
  const width = 12 / frequency
  const grid = lastStretch(cells, width, isRate)
  if (!grid) return refuse('too-short', '没有能连成数列的公布数', 0, fewestPlaces(frequency))
  const months = Array.from({ length: (grid.to - grid.from) / width + 1 }, (_, i) => grid.from + i * width)
  const values = months.map((month) => cells.get(month)?.value ?? null)
  const placesWhere = (holds: (month: MonthCount, value: number | null) => boolean): number[] =>
    months.flatMap((month, i) => (holds(month, values[i] ?? null) ? [i] : []))
  const gaps = placesWhere((month, value) => value === null && !isWinter(month, width, isRate))
  const have = values.filter((value) => value !== null).length
  const need = fewestPlaces(frequency)
  if (have < need)
    return refuse(
      'too-short',
      `期数不足：相连的公布数只有${have}${UNIT[frequency]}，至少要${need}${UNIT[frequency]}`,
      have,
      need,
    )
  if (gaps.length * 10 > values.length)
    return refuse('too-many-gaps', `缺数过多：${values.length}期中有${gaps.length}期未公布，超过一成`, have, need)
  return {
    kind: 'regular',
    frequency,
    start: [Math.floor(grid.from / 12), Math.floor((grid.from % 12) / width) + 1],
    values,
    basis,
    accumulation: basis === 'published' ? key.accumulation : 'period',
    joint: placesWhere((month) => cells.get(month)?.isJoint === true),
    gaps,
    leftOut: releases - have,
    since: null,
  }
}

/**
 * The regular series that releases of one series and region make: by month, or by quarter when all of them end with
 * quarters. Cumulative amounts are taken apart; amounts of which January and February are only known together are added
 * up to quarters; rates and indices stand as published, January and February together at February. Only the last
 * stretch without a longer gap is taken, and of it what lies after the last declared break. Refuses mixed series (口径不同), yearly releases, too few places, too many gaps.
 * `figures` hold one vintage a period; values keep their canonical unit.
 */
export const regularSeries = (
  figures: readonly FoundFigure[],
  breaks: readonly SeriesBreak[] = [],
): RegularSeries | SeriesRefusal => {
  const told = figures.filter(({ value }) => value !== null)
  const { figures: known, last } = afterBreaks(told, breaks)
  const made = onOneSide(known)
  if (last === null) return made
  if (made.kind === 'refused') return { ...made, message: `${made.message}（${last.why}）` }
  return { ...made, leftOut: made.leftOut + told.length - known.length, since: last.why }
}

const onOneSide = (known: readonly FoundFigure[]): RegularSeries | SeriesRefusal => {
  const [first] = known
  if (!first) return refuse('no-points', '没有公布数')
  const identity = (figure: FoundFigure): string => `${printSeries(figure.series)} ${figure.region}`
  if (known.some((figure) => identity(figure) !== identity(first)))
    return refuse('concept-differs', '口径变化：前后各期不是同一口径，不可连成数列', known.length)
  const key = first.series
  if (key.measure === 'rank') return refuse('not-applicable', '位次不作预测和调整', known.length)
  const all = known.map(placed).filter((one) => one !== null)
  const frequency = frequencyOf(all, key.accumulation)
  if (all.length === 0) return refuse('period-differs', '只处理月度和季度数', known.length)
  if (frequency === 1)
    return refuse('yearly-only', `只有年度数（${all.length}年），不能看年内走势`, all.length, fewestPlaces(4))
  const cells = cellsOf(all, key, 12 / frequency)
  const isAmountOf = isAmount(key.measure)
  const releases = known.length
  if (frequency === 12 && isAmountOf && [...cells.values()].some(({ isJoint }) => isJoint))
    return onGrid({ key, cells: quartersOf(cells), basis: 'quarters', releases }, 4)
  const basis = isAmountOf && key.accumulation === 'ytd' ? 'single' : 'published'
  return onGrid({ key, cells, basis, releases }, frequency)
}
