import {
  type BoardRow,
  boardOf,
  type Catalogue,
  type FoundFigure,
  ytdBefore,
  ytdLagged,
  ytdLastYear,
} from '@yundiao/figures'
import type { Region } from '@yundiao/kernel'
import type { FlatInput } from './findings-input.ts'
import { type Histories, historiesOf, historyOf } from './histories.ts'
import { weightsOf } from './weigh.ts'
import type { World } from './worlds.ts'

/** One indicator of one region in one world: its row of the board and its releases so far. */
export type Reading = {
  input: FlatInput
  world: World
  region: Region
  row: BoardRow
  histories: Histories
  /** Published growth of the row's period; null where there is none. */
  growth: FoundFigure | null
  /** Growth of the same series at another period, of the same region unless said. */
  growthAt: (period: string, region?: string) => FoundFigure | null
  /** Readings of the same world: the same region's other indicators, other regions' same indicator. */
  beside: (of: { region?: string; indicator?: string }) => Reading | null
  /** Share of the city's whole the row stands for, 0–1 (weigh.ts). */
  weight: number
}

/** Only the indicators a region has figures of, all as lines of the sheet, so that each gets its row. */
const catalogueFor = (catalogue: Catalogue, figures: readonly FoundFigure[]): Catalogue => {
  const held = new Set(figures.map(({ series }) => series.indicator))
  return { ...catalogue, t1: catalogue.all.filter(({ code }) => held.has(code)), supplement: [] }
}

/** Periods a board reads: its own and a lagging line's, the same of last year, the releases before, all of last year. */
const periodsOf = (period: string): ReadonlySet<string> => {
  const own = [period, ytdLagged(period, 1)].filter((one) => one !== null)
  const beside = own.flatMap((one) => [one, ytdLastYear(one), ytdBefore(one)])
  return new Set([...beside, String(Number(period.slice(0, 4)) - 1).padStart(4, '0')].filter((one) => one !== null))
}

type ByRegion = ReadonlyMap<string, readonly FoundFigure[]>

/** A region's rows of the board, from its own figures and those it is compared with. */
const rowsOf = (input: FlatInput, world: World, code: string, byRegion: ByRegion): readonly BoardRow[] => {
  const own = byRegion.get(code) ?? []
  if (own.length === 0) return []
  const others = [input.regions.province, input.regions.nation].flatMap((region) => byRegion.get(region) ?? [])
  const periods = periodsOf(input.period)
  return boardOf({
    catalogue: catalogueFor(input.catalogue, own),
    figures: [...own, ...others].filter(({ period }) => periods.has(period)),
    targets: world.targets,
    period: input.period,
    regions: { ...input.regions, self: code },
    ...(input.breaks ? { breaks: input.breaks } : {}),
    on: input.on,
  }).rows
}

type Place = {
  input: FlatInput
  world: World
  histories: Histories
  beside: (region: string, code: string) => Reading | null
}

const readingOf = ({ input, world, histories, beside }: Place, region: Region, row: BoardRow): Reading => {
  const growth = row.growth.kind === 'figure' ? row.growth.figure : null
  return {
    input,
    world,
    region,
    row,
    histories,
    growth,
    growthAt: (period, of) =>
      (growth &&
        historyOf(histories, growth.series, of ?? region.code).find(({ figure }) => figure.period === period)
          ?.figure) ??
      null,
    beside: (of) => beside(of.region ?? region.code, of.indicator ?? row.indicator.code),
    weight: 1,
  }
}

/** The city's readings first, then its counties' and zones', each in the order of the board. */
export const readingsOf = (input: FlatInput, world: World): readonly Reading[] => {
  const byRegion = Map.groupBy(world.figures, ({ region }) => region)
  const self = input.tree.get(input.regions.self)
  const below = input.tree.children(input.regions.self).filter(({ kind }) => kind === 'county' || kind === 'zone')
  const byPlace = new Map<string, Reading>()
  const place: Place = {
    input,
    world,
    histories: historiesOf(world.figures, input.breaks),
    beside: (region, code) => byPlace.get(`${region} ${code}`) ?? null,
  }
  for (const region of [...(self ? [self] : []), ...below])
    for (const row of rowsOf(input, world, region.code, byRegion))
      byPlace.set(`${region.code} ${row.indicator.code}`, readingOf(place, region, row))
  const weightOf = weightsOf(input, place.beside)
  return [...byPlace.values()].map((reading) => ({ ...reading, weight: weightOf(reading) }))
}

/** Readings of the city's counties for the same indicator, in the city's order; none for another region's. */
export const countiesOf = ({ input, region, beside }: Reading): readonly Reading[] =>
  region.code !== input.regions.self
    ? []
    : input.tree
        .children(region.code)
        .filter(({ kind }) => kind === 'county')
        .flatMap(({ code }) => beside({ region: code }) ?? [])

/** The releases just before, newest first, as far as none is missing. */
export const unbrokenPast = ({ growthAt }: Pick<Reading, 'growthAt'>, period: string): readonly FoundFigure[] => {
  const out: FoundFigure[] = []
  for (let at = ytdBefore(period); at !== null; at = ytdBefore(at)) {
    const figure = growthAt(at)
    if (!figure) return out
    out.push(figure)
  }
  return out
}
