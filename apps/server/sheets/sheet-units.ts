import { fieldOf, type LedgerDefinition, type Values } from '@yundiao/ledgers'

type UnitRow = { id: string; name: string; shortName: string }

/** Words for a unit as sheets write them. */
export type SheetUnits = {
  /** Values of one row with the ids of the units they name; a unit nobody knows stays as it was written. */
  withIds: (definition: LedgerDefinition, values: Values) => Values
  nameOf: (id: string) => string
}

const plain = (word: string): string => word.normalize('NFKC').replaceAll(/\s/gu, '')

/** Reads columns of units by short name, full name or id; two units of one name are neither. */
export const sheetUnits = (units: readonly UnitRow[]): SheetUnits => {
  const ids = new Map<string, string | null>()
  for (const { id, name, shortName } of units)
    for (const word of new Set([id, name, shortName].map(plain))) {
      const held = ids.get(word)
      ids.set(word, held === undefined || held === id ? id : null)
    }
  const names = new Map(units.map(({ id, shortName }) => [id, shortName]))
  return {
    withIds: (definition, values) =>
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => {
          const isUnit = fieldOf(definition, name)?.kind === 'unit' && typeof value === 'string'
          return [name, isUnit ? (ids.get(plain(value)) ?? value) : value]
        }),
      ),
    nameOf: (id) => names.get(id) ?? id,
  }
}
