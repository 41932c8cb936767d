import type { RankedPlace, SlidePlaces } from '@yundiao/briefings'
import { economyCatalogue } from '@yundiao/domains/economy'
import { DEMONSTRATION, type FoundFigure, growthMeasureOf, type Indicator } from '@yundiao/figures'
import type { LocalDate, Region } from '@yundiao/kernel'
import type { Caller, Store } from '@yundiao/store'
import { figOf } from './fig.ts'
import { readPlaces } from './places.ts'
import { isInner, type Locked, slideCell } from './slide-lines.ts'

/** Indicators of sheet T2, in its order. */
const RANKED: readonly string[] = ['gdp', 'iva', 'fai', 'retail', 'budget', 'inc_u', 'inc_r']

/** Fewer places than this with a number are no comparison. */
const FEWEST = 3

type Group = { kind: SlidePlaces['kind']; regions: readonly Region[] }

/** Growth figures of one origin and concept only: official ones, or where there is none the demonstration's. */
const oneKind = (figures: readonly FoundFigure[]): FoundFigure[] => {
  const official = figures.filter(({ series }) => series.origin === 'official' && series.concept === 'default')
  return official.length > 0 ? official : figures.filter(({ series }) => series.concept === DEMONSTRATION)
}

type Reading = { own: string; locked: Locked }

const placeOf = (
  region: Region,
  found: FoundFigure | undefined,
  of: Indicator,
  { own, locked }: Reading,
): RankedPlace => {
  const fig = found ? figOf(found, of) : null
  const cell = slideCell(fig, '未报送', locked)
  const isDemo = found?.series.concept === DEMONSTRATION
  return {
    name: region.shortName,
    value: found?.value ?? null,
    cells: [isDemo ? { ...cell, mark: '演示' } : cell],
    ...(region.code === own ? { own: true } : {}),
  }
}

const placesOn = (
  indicator: Indicator,
  figures: readonly FoundFigure[],
  { kind, regions }: Group,
  reading: Reading,
): SlidePlaces[] => {
  const codes = new Set(regions.map(({ code }) => code))
  const measure = growthMeasureOf(indicator)
  const held = figures.filter(
    ({ series, region }) => series.indicator === indicator.code && series.measure === measure && codes.has(region),
  )
  const chosen = oneKind(held)
  const byRegion = new Map(chosen.map((figure) => [figure.region, figure]))
  if (chosen.filter(({ value }) => value !== null).length < FEWEST) return []
  return [
    {
      id: `${kind}-${indicator.code}`,
      kind,
      indicator: `${indicator.shortName}增速`,
      columns: [{ label: '同比%', align: 'right' }],
      places: regions.map((region) => placeOf(region, byRegion.get(region.code), indicator, reading)),
      isInner: chosen.some((figure) => isInner(figure, reading.locked)),
    },
  ]
}

/** Other cities, counties and zones side by side, each kind on slides of its own, from figures in the caller's sight. */
export const readSlidePlaces = async (
  store: Store,
  caller: Caller,
  { period, on, locked }: { period: string; on: LocalDate; locked: Locked },
): Promise<SlidePlaces[]> => {
  const { tree, self } = await readPlaces(store, caller)
  const of = (kind: Region['kind']) => tree.all.filter((region) => region.kind === kind)
  const city = tree.get(self)
  const groups: Group[] = [
    { kind: 'peers', regions: [...(city ? [city] : []), ...of('peer')] },
    { kind: 'counties', regions: of('county') },
    { kind: 'zones', regions: of('zone') },
  ]
  const regions = groups.flatMap((group) => group.regions.map(({ code }) => code))
  const figures = await store.figures(caller, { on, indicators: [...RANKED], periods: [period], regions })
  return groups.flatMap((group) =>
    RANKED.flatMap((code) => {
      const indicator = economyCatalogue.get(code)
      return indicator ? placesOn(indicator, figures, group, { own: self, locked }) : []
    }),
  )
}
