import type { UnitRow } from '../../api/types.ts'
import { initialsOf } from './pinyin.ts'

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '')

/** How well a unit fits what was typed: 0 best; null not at all. */
const fit = (unit: UnitRow, typed: string): number | null => {
  const [name, short] = [plain(unit.name), plain(unit.shortName)]
  if (short === typed || name === typed) return 0
  if (short.startsWith(typed)) return 1
  if (short.includes(typed)) return 2
  if (name.includes(typed)) return 3
  const initials = initialsOf(unit.shortName)
  if (initials.startsWith(typed) || initials.slice(1).startsWith(typed)) return 4
  return initials.includes(typed) || initialsOf(unit.name).includes(typed) ? 5 : null
}

/** Units by short name, full name or the initials of their pinyin, the closest first. */
export const findUnits = (units: readonly UnitRow[], typed: string, most = 8): UnitRow[] => {
  const words = plain(typed)
  if (words === '') return units.slice(0, most)
  return units
    .flatMap((unit, order) => {
      const found = fit(unit, words)
      return found === null ? [] : [{ unit, found, order }]
    })
    .sort((a, b) => a.found - b.found || a.order - b.order)
    .slice(0, most)
    .map(({ unit }) => unit)
}
