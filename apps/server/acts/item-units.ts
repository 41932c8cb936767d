import { simplify } from '@yundiao/directives'
import { Problem } from '@yundiao/kernel'
import type { Caller, RecordOf, Store } from '@yundiao/store'

type Unit = RecordOf<'unit'>

/** The units of the city, as items name them: by id where listed, else in the words of the text. */
export type UnitBook = {
  /** The id of a unit the text names in full or in short; else its words, simplified. */
  named: (words: string) => string
  /** The id of a unit by id, full or short name; null for one that is not listed. */
  find: (words: string) => string | null
  /** Short name of a unit; the words themselves for one the list lacks. */
  nameOf: (unit: string) => string
  /** A unit chosen by a person. Throws Problem input.invalid for one that is not listed, unless it was there before. */
  chosen: (place: string, unit: string, held?: readonly string[]) => string
  /** The county or zone a unit speaks for. */
  regionOf: (unit: string | null) => string | null
}

const bookOf = (units: readonly Unit[]): UnitBook => {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const byName = new Map(units.flatMap((unit) => [unit.name, unit.shortName].map((name) => [name, unit.id] as const)))
  return {
    named: (words) => {
      const name = simplify(words).trim()
      return byName.get(name) ?? name
    },
    find: (words) => (byId.has(words) ? words : (byName.get(simplify(words).trim()) ?? null)),
    nameOf: (unit) => byId.get(unit)?.shortName ?? unit,
    chosen: (place, unit, held = []) => {
      if (byId.has(unit) || held.includes(unit)) return unit
      throw new Problem('input.invalid', `${place}“${unit}”不在单位名录，请从名录中选择`, { field: place })
    },
    regionOf: (unit) => (unit === null ? null : (byId.get(unit)?.region ?? null)),
  }
}

export const readUnits = async (store: Store, caller: Caller): Promise<UnitBook> =>
  bookOf(await store.records(caller, 'unit'))
