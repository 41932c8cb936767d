import type { Person } from './world.ts'

// Rights told a second time, straight from DATA.md §4 and without a look at the store: tests hold the two together.

export type ModelEntry = { id: string; place: string; demo: boolean }
export type ModelVintage = { value: number; ref: string; released: boolean; embargoed: boolean }
export type ModelFigure = { key: string; place: string; indicator: string; vintages: ModelVintage[] }
export type ModelItem = { id: string; place: string | null; lead: string | null; assists: readonly string[] }

/** A paper and what its readers must hold: the ledger, or that and clearance for firms, or a ledger nobody was granted. */
export type ModelPaper = { id: string; asks: 'nothing' | 'ledger' | 'firm' | 'other'; revisions: string[] }

const SUBTREE: Readonly<Record<string, readonly string[]>> = { c1: ['c1', 'c1t'], c2: ['c2'], z1: ['z1'] }

const actsForCity = (person: Person): boolean => !['department', 'county', 'park'].includes(person.role)

const holdsAllPlaces = (person: Person): boolean => actsForCity(person) || person.role === 'department'

export const holdsPlace = (person: Person, place: string): boolean =>
  place === 'nation' ? false : holdsAllPlaces(person) || (SUBTREE[person.region ?? ''] ?? []).includes(place)

const READERS = ['office', 'county', 'park', 'leader', 'auditor']

export const opensLedger = (person: Person): boolean => READERS.includes(person.role) || person.unit === 'land'

export const writesLedger = (person: Person): boolean =>
  ['office', 'county', 'park'].includes(person.role) || person.unit === 'land'

export const seesEntry = (person: Person, entry: ModelEntry): boolean =>
  opensLedger(person) && holdsPlace(person, entry.place)

export const isEarly = (person: Person, indicator: string): boolean =>
  indicator === 'gdp' && ['office', 'statistics'].includes(person.name)

/** The vintage a person sees: the newest in sight; before a lock lifts that is the one before it. */
export const seesFigure = (person: Person, figure: ModelFigure): ModelVintage | null => {
  const newest = (isSeen: (vintage: ModelVintage) => boolean): ModelVintage | null =>
    figure.vintages.findLast(isSeen) ?? null
  if (holdsPlace(person, figure.place)) return newest((one) => !one.embargoed || isEarly(person, figure.indicator))
  return figure.place === 'CITY' || figure.place === 'nation' ? newest((one) => one.released && !one.embargoed) : null
}

export const seesItem = (person: Person, item: ModelItem): boolean => {
  if (actsForCity(person)) return true
  if (person.unit !== null) return item.lead === person.unit || item.assists.includes(person.unit)
  return (
    item.place !== null &&
    item.place !== 'CITY' &&
    (item.place === person.region || (person.region === 'c1' && item.place === 'c1t'))
  )
}

export const seesPaper = (person: Person, asks: ModelPaper['asks']): boolean => {
  if (!actsForCity(person) || asks === 'other') return false
  return asks === 'nothing' || (opensLedger(person) && (asks === 'ledger' || seesPrice(person)))
}

export const reports = (person: Person, origin: string): boolean =>
  origin === 'official'
    ? person.role === 'statistics'
    : ['office', 'department', 'county', 'park', ...(origin === 'department' ? ['statistics'] : [])].includes(
        person.role,
      )

export const seesPrice = (person: Person): boolean =>
  ['office', 'department', 'county', 'park', 'leader'].includes(person.role)
