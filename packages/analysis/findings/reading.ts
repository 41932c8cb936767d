import { type BoardRow, boardOf, type Catalogue, type FoundFigure, ytdBefore } from '@yundiao/figures'
import { parsePeriod, type Region } from '@yundiao/kernel'
import type { FindingsInput } from './findings-input.ts'
import type { World } from './worlds.ts'

/** One indicator of one region in one world: its row of the board and its releases so far. */
export type Reading = {
  input: FindingsInput
  world: World
  region: Region
  row: BoardRow
  /** Published growth of the row's period; null where there is none. */
  growth: FoundFigure | null
  /** Growth of the same series at an earlier period. */
  growthAt: (period: string) => FoundFigure | null
  /** All growth of the series up to the row's period, oldest first, without gaps. */
  history: readonly FoundFigure[]
  /** Share of the city's whole the row stands for, 0–1 (weigh.ts). */
  weight: number
}

const keyOf = ({ series, region }: FoundFigure): string =>
  `${region} ${series.indicator} ${series.measure} ${series.accumulation} ${series.concept}`

/** Figures by series and region, oldest first; those without a value are left out. */
export type Histories = ReadonlyMap<string, readonly FoundFigure[]>

/** Groups a world's figures into histories. */
export const historiesOf = (figures: readonly FoundFigure[]): Histories => {
  const groups = new Map<string, FoundFigure[]>()
  for (const figure of figures) {
    if (figure.value === null || figure.series.measure === 'rank') continue
    const key = keyOf(figure)
    const group = groups.get(key)
    if (group) group.push(figure)
    else groups.set(key, [figure])
  }
  const ends = new Map(figures.map(({ period }) => [period, '']))
  for (const period of ends.keys()) ends.set(period, parsePeriod(period)?.ends ?? '')
  for (const group of groups.values())
    group.sort((a, b) => ((ends.get(a.period) ?? '') < (ends.get(b.period) ?? '') ? -1 : 1))
  return groups
}

/** The releases of a figure's own series and region, itself among them. */
export const historyOf = (histories: Histories, figure: FoundFigure): readonly FoundFigure[] =>
  histories.get(keyOf(figure)) ?? []

/** Only the indicators a region has figures of: a county with six is not asked for sixty. */
const catalogueFor = (catalogue: Catalogue, figures: readonly FoundFigure[]): Catalogue => {
  const held = new Set(figures.map(({ series }) => series.indicator))
  const only = (list: Catalogue['all']) => list.filter(({ code }) => held.has(code))
  return { ...catalogue, t1: only(catalogue.t1), supplement: only(catalogue.supplement), all: only(catalogue.all) }
}

/** A region's rows of the board, from its own figures and those it is compared with. */
const rowsOf = (input: FindingsInput, world: World, code: string, byRegion: ByRegion): readonly BoardRow[] => {
  const own = byRegion.get(code) ?? []
  if (own.length === 0) return []
  const others = [input.regions.province, input.regions.nation].flatMap((region) => byRegion.get(region) ?? [])
  const board = boardOf({
    catalogue: catalogueFor(input.catalogue, own),
    figures: [...own, ...others],
    targets: world.targets,
    period: input.period,
    regions: { ...input.regions, self: code },
    on: input.on,
  })
  return [...board.rows, ...board.supplement]
}

type ByRegion = ReadonlyMap<string, readonly FoundFigure[]>

const readingOf = (
  input: FindingsInput,
  world: World,
  region: Region,
  row: BoardRow,
  histories: Histories,
): Reading => {
  const growth = row.growth.kind === 'figure' ? row.growth.figure : null
  const history = growth ? historyOf(histories, growth) : []
  const byPeriod = new Map(history.map((figure) => [figure.period, figure]))
  const last = growth ? history.indexOf(growth) : -1
  return {
    input,
    world,
    region,
    row,
    growth,
    growthAt: (period) => byPeriod.get(period) ?? null,
    history: history.slice(0, last + 1),
    weight: 1,
  }
}

/** The city's readings first, then its counties' and zones', each in the order of the board. */
export const readingsOf = (input: FindingsInput, world: World): readonly Reading[] => {
  const byRegion = Map.groupBy(world.figures, ({ region }) => region)
  const histories = historiesOf(world.figures)
  const self = input.tree.get(input.regions.self)
  const below = input.tree.children(input.regions.self).filter(({ kind }) => kind === 'county' || kind === 'zone')
  return [...(self ? [self] : []), ...below].flatMap((region) =>
    rowsOf(input, world, region.code, byRegion).map((row) => readingOf(input, world, region, row, histories)),
  )
}

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
