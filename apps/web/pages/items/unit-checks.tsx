import { useQuery } from '@tanstack/react-query'
import { unitsQuery } from '../../api/admin.ts'
import type { UnitRow } from '../../api/types.ts'

type UnitChecksProps = { legend: string; name: string; chosen: readonly string[] }

/** Ids of units told by their shown names; the words of a text that no unit bears stand for themselves. */
const unitIds = (units: readonly UnitRow[], names: readonly string[]): string[] =>
  names.map((name) => units.find((unit) => unit.shortName === name || unit.name === name)?.id ?? name)

/** Several units of the city, each with its own box: every one is reached and changed by the keyboard. */
export const UnitChecks = ({ legend, name, chosen }: UnitChecksProps) => {
  const units = useQuery(unitsQuery)
  if (!units.data) return null
  const ids = new Set(unitIds(units.data, chosen))
  const listed = new Set(units.data.map((unit) => unit.id))
  const outside = [...ids].filter((id) => !listed.has(id)).map((id) => ({ id, shortName: id }))
  const first = units.data.filter((unit) => ids.has(unit.id))
  const rest = units.data.filter((unit) => !ids.has(unit.id))
  return (
    <fieldset className="checks wide">
      <legend>{legend}</legend>
      <div>
        {[...outside, ...first, ...rest].map((unit) => (
          <label key={unit.id}>
            <input type="checkbox" name={name} value={unit.id} defaultChecked={ids.has(unit.id)} /> {unit.shortName}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
