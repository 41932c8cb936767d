import { compareKinds, kindKey, PUBLISHED, type SeriesKind } from '@yundiao/analysis'
import { type DragPart, type Known, SUMS } from '@yundiao/domains/economy'
import {
  type FigureIndex,
  type FoundFigure,
  figureIndex,
  growthMeasureOf,
  type Indicator,
  type PartMeasure,
} from '@yundiao/figures'
import type { LocalDate } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { indicatorOf } from './indicator.ts'
import type { Places } from './places.ts'

/** Where a part's figures stand: an industry of the city, or the indicator of a county. */
export type PartAddress = { key: string; name: string; indicator: Indicator; region: string; besideRegion: string }

/** Which period and place a part is set beside. */
export type Beside = { period: string; isOtherRegion: boolean; words: string }

export type DragFigures = {
  /** Who stands behind them all: figures of another kind are never set beside them. */
  kind: SeriesKind
  /** Every kind in which all parts have amounts and growth, in the order they are offered. */
  kinds: readonly SeriesKind[]
  whole: DragPart
  parts: DragPart[]
  /** The figures themselves, to be printed with their 出处. */
  found: ReadonlyMap<string, FoundFigure>
  /** The indicator of each part, by the part's key. */
  indicators: ReadonlyMap<string, Indicator>
}

type Told = 'level' | 'growth' | PartMeasure
type Lookup = (indicator: Indicator, measure: Told, region: string, period: string) => FoundFigure | null

const lookup =
  (index: FigureIndex, kind: SeriesKind): Lookup =>
  (indicator, measure, region, period) => {
    const key = { indicator: indicator.code, measure: measure === 'growth' ? growthMeasureOf(indicator) : measure }
    const cell = index.cell({ ...key, accumulation: 'ytd', ...kind }, region, period)
    return cell.kind === 'figure' ? cell.figure : null
  }

const known = (figure: FoundFigure | null): Known | null =>
  figure === null || figure.value === null ? null : { value: figure.value, ref: figure.ref }

type Read = { whole: PartAddress; parts: readonly PartAddress[]; period: string; beside: Beside }

type InKind = Omit<DragFigures, 'kinds'>

const withKind = (index: FigureIndex, kind: SeriesKind, { whole, parts, period, beside }: Read): InKind => {
  const at = lookup(index, kind)
  const found = new Map<string, FoundFigure>()
  const keep = (figure: FoundFigure | null): Known | null => {
    if (figure) found.set(figure.ref, figure)
    return known(figure)
  }
  const part = ({ key, name, indicator, region, besideRegion }: PartAddress): DragPart => {
    const place = beside.isOtherRegion ? besideRegion : region
    // A published pull is of the whole the catalogue names, and of no other.
    const isTold = indicator.pullsOn === whole.indicator.code && indicator.code !== whole.indicator.code
    const told = (measure: PartMeasure) => (isTold ? keep(at(indicator, measure, region, period)) : null)
    return {
      key,
      name,
      beside: beside.words,
      level: keep(at(indicator, 'level', region, period)),
      growth: keep(at(indicator, 'growth', region, period)),
      besideLevel: keep(at(indicator, 'level', place, beside.period)),
      besideGrowth: keep(at(indicator, 'growth', place, beside.period)),
      pull: told('pull'),
      contribution: told('contribution'),
    }
  }
  const indicators = new Map(parts.map(({ key, indicator }) => [key, indicator]))
  return { kind, whole: part(whole), parts: parts.map(part), found, indicators }
}

const isReckonable = ({ level, growth, pull, contribution }: DragPart): boolean =>
  (level !== null && growth !== null) || pull != null || contribution != null
const isWhole = ({ parts }: InKind): boolean => parts.every(isReckonable)

/** The kinds the figures are of: what is published first, the demonstration last. */
const kindsOf = (figures: readonly FoundFigure[]): SeriesKind[] => [
  ...new Map(
    [PUBLISHED, ...figures.map(({ series: { origin, concept } }): SeriesKind => ({ origin, concept }))]
      .sort(compareKinds)
      .map((kind) => [kindKey(kind), kind]),
  ).values(),
]

/**
 * The figures of a question, all of one kind: the one asked for, else the first in which all parts are held (published
 * before estimates, estimates before the demonstration), else the published ones, which then lack.
 */
export const readDragFigures = async (
  store: Store,
  caller: Caller,
  read: Read & { on: LocalDate; kind: string | undefined },
): Promise<DragFigures> => {
  const all = [read.whole, ...read.parts]
  const figures = await store.figures(caller, {
    on: read.on,
    indicators: [...new Set(all.map(({ indicator }) => indicator.code))],
    periods: [...new Set([read.period, read.beside.period])],
    regions: [...new Set(all.flatMap(({ region, besideRegion }) => [region, besideRegion]))],
  })
  const index = figureIndex(figures)
  const held = kindsOf(figures).map((kind) => withKind(index, kind, read))
  const whole = held.filter(isWhole)
  const kinds = whole.map(({ kind }) => kind)
  const chosen = whole.find(({ kind }) => kindKey(kind) === read.kind) ?? whole[0] ?? withKind(index, PUBLISHED, read)
  return { ...chosen, kinds }
}

/** The parts a published total is the sum of; null where it is none. */
export const partsOf = (total: string, { self, province }: Places): Pick<Read, 'whole' | 'parts'> | null => {
  const sum = SUMS.find((one) => one.total === total)
  if (!sum) return null
  const address = (code: string): PartAddress => {
    const indicator = indicatorOf(code)
    return { key: code, name: indicator.shortName, indicator, region: self, besideRegion: province }
  }
  return { whole: address(total), parts: sum.parts.map(address) }
}

/** The counties of an indicator, in the city's own order. */
export const countiesOf = (code: string, { self, province, tree }: Places): Pick<Read, 'whole' | 'parts'> => {
  const indicator = indicatorOf(code)
  const counties = tree.all.filter(({ kind }) => kind === 'county').sort((a, b) => a.order - b.order)
  return {
    whole: { key: self, name: '全市', indicator, region: self, besideRegion: province },
    parts: counties.map(({ code: region, shortName }) => ({
      key: region,
      name: shortName,
      indicator,
      region,
      besideRegion: region,
    })),
  }
}
