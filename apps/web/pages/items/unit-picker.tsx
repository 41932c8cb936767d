import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useState } from 'react'
import { unitsQuery } from '../../api/admin.ts'
import type { UnitRow } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'
import { findUnits } from './find-units.ts'

type UnitPickerProps = {
  label: string
  chosen: readonly string[]
  onChange: (units: string[]) => void
  /** Several units as tokens; otherwise one, which the next choice replaces. */
  many?: boolean
}

type ListProps = {
  id: string
  label: string
  found: readonly UnitRow[]
  active: number
  onPick: (unit: UnitRow) => void
}

const UnitList = ({ id, label, found, active, onPick }: ListProps) => (
  <div id={id} className="options" role="listbox" aria-label={label}>
    {found.map((unit, at) => (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
      <div
        key={unit.id}
        id={`${id}-${at}`}
        role="option"
        tabIndex={-1}
        aria-selected={at === active}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onPick(unit)}
      >
        {unit.shortName} <span className="note">{unit.name === unit.shortName ? '' : unit.name}</span>
      </div>
    ))}
  </div>
)

/** Does it, and says that the key is used up. */
const used = (act: () => void): true => {
  act()
  return true
}

const useTyping = (
  chosen: readonly string[],
  units: readonly UnitRow[],
  onChange: (units: string[]) => void,
  many: boolean,
) => {
  const [text, setText] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const open = units.filter((unit) => !many || !chosen.includes(unit.id))
  const found = text === null ? [] : findUnits(open, text)
  const pick = (unit: UnitRow) => {
    onChange(many ? [...chosen, unit.id] : [unit.id])
    setText(null)
    setActive(0)
  }
  const type = (words: string) => {
    setText(words)
    setActive(0)
    if (!many && words === '') onChange([])
  }
  const move = (by: number) => setActive((at) => Math.max(0, Math.min(found.length - 1, at + by)))
  return { text, setText, active, found, pick, type, move }
}

/** Units chosen by typing a short name, a full one or the initials of its pinyin; arrows, Enter or Tab take one. */
export const UnitPicker = ({ label, chosen, onChange, many = false }: UnitPickerProps) => {
  const words = useWords()
  const id = useId()
  const units = useQuery(unitsQuery).data ?? []
  const nameOf = (unit: string) => units.find((one) => one.id === unit)?.shortName ?? unit
  const { text, setText, active, found, pick, type, move } = useTyping(chosen, units, onChange, many)
  const held = many ? '' : chosen.map(nameOf).join('')
  const take = (): boolean => {
    const current = found[active]
    if (current) pick(current)
    return current !== undefined
  }
  /** Each says whether the key is used up; Tab takes what is in hand and goes on. */
  const keys: Readonly<Record<string, () => boolean>> = {
    ArrowDown: () => used(() => (text === null ? setText('') : move(1))),
    ArrowUp: () => used(() => move(-1)),
    Enter: take,
    Tab: () => (text ? take() : false) && false,
    Escape: () => text !== null && used(() => setText(null)),
    Backspace: () => {
      if (many && !text) onChange(chosen.slice(0, -1))
      return false
    },
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    if (keys[event.key]?.()) event.preventDefault()
  }
  return (
    <div className="picker">
      <label htmlFor={`${id}-field`}>{label}</label>
      <div className="field tokens">
        {many
          ? chosen.map((unit) => (
              <span key={unit} className="token">
                {nameOf(unit)}
                <button
                  type="button"
                  aria-label={`${words.unlinkUnit} ${nameOf(unit)}`}
                  onClick={() => onChange(chosen.filter((one) => one !== unit))}
                >
                  ×
                </button>
              </span>
            ))
          : null}
        <input
          id={`${id}-field`}
          role="combobox"
          autoComplete="off"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length > 0 ? `${id}-list-${active}` : undefined}
          placeholder={chosen.length === 0 ? words.unitSearch : undefined}
          value={text ?? held}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => setText(null)}
        />
      </div>
      {found.length > 0 ? (
        <UnitList id={`${id}-list`} label={label} found={found} active={active} onPick={pick} />
      ) : null}
    </div>
  )
}
