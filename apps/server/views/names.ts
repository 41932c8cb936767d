import type { Caller, Store } from '@yundiao/store'

type Place = { code: string; name: string }

/** Names for the codes rows carry. */
export type Names = {
  /** A county in full, a zone by its short name; null for the city itself (待归属) and for codes unknown. */
  place: (code: string) => Place | null
  /** Short name of a unit; null for one unknown. */
  unit: (id: string) => string | null
  /** Every unit by its short name, in the city's order. */
  units: readonly { id: string; name: string }[]
  cityName: string
}

type RegionRow = { code: string; name: string; shortName: string; kind: string }
type UnitRow = { id: string; shortName: string; sort: number | null }

/** The words a sheet prints for a region: 江油市, 经开区. */
const sheetName = (region: RegionRow): string => (region.kind === 'zone' ? region.shortName : region.name)

const namesOf = (city: string, regions: readonly RegionRow[], units: readonly UnitRow[]): Names => {
  const places = new Map(regions.map((region) => [region.code, region]))
  const offices = new Map(units.map((unit) => [unit.id, unit.shortName]))
  return {
    place: (code) => {
      const region = code === city ? undefined : places.get(code)
      return region ? { code, name: sheetName(region) } : null
    },
    unit: (id) => offices.get(id) ?? null,
    units: [...units]
      .sort((a, b) => (a.sort ?? 0) - (b.sort ?? 0) || (a.id < b.id ? -1 : 1))
      .map(({ id, shortName }) => ({ id, name: shortName })),
    cityName: places.get(city)?.shortName ?? '',
  }
}

/** Places and units as they stand: a name is no fact of a day. */
export const readNames = async (store: Store, caller: Caller): Promise<Names> => {
  const [regions, units] = await Promise.all([store.records(caller, 'region'), store.records(caller, 'unit')])
  return namesOf(caller.city, regions, units)
}
