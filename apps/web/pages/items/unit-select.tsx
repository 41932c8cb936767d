import { useQuery } from '@tanstack/react-query'
import { unitsQuery } from '../../api/admin.ts'
import { useWords } from '../../shell/words.ts'

type UnitSelectProps = {
  label: string
  /** What the empty choice says; 待明确 unless told. */
  empty?: string
  name?: string
  value?: string
  defaultValue?: string
  onChange?: (unit: string) => void
  className?: string
}

/** A unit of the city, or 待明确. */
export const UnitSelect = ({ label, empty, onChange, className = 'field', ...rest }: UnitSelectProps) => {
  const words = useWords()
  const units = useQuery(unitsQuery)
  const held = rest.value ?? rest.defaultValue ?? ''
  // A text may name a unit the list lacks: it stays a choice until somebody changes it.
  const isOutside = held !== '' && units.data !== undefined && !units.data.some((unit) => unit.id === held)
  return (
    <select
      className={className}
      aria-label={label}
      {...rest}
      onChange={onChange ? (event) => onChange(event.target.value) : undefined}
    >
      <option value="">{empty ?? words.pending}</option>
      {isOutside ? <option value={held}>{held}</option> : null}
      {(units.data ?? []).map((unit) => (
        <option key={unit.id} value={unit.id}>
          {unit.name}
        </option>
      ))}
    </select>
  )
}
