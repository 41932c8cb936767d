import { type KeyboardEvent, useId, useState } from 'react'
import { type Choice, findChoices } from './find-choices.ts'
import { useUiWords } from './language.tsx'
import { fill } from './messages.ts'

const MOST = 8

type ChoiceBoxProps = {
  label: string
  choices: readonly Choice[]
  /** Key of what is chosen; undefined is nothing. */
  value: string | undefined
  onChoose: (key: string | undefined) => void
  placeholder?: string
  /** The label stands where it is; otherwise it is told to assistive technology alone. */
  labelled?: boolean
}

type ListProps = { id: string; label: string; active: number; onPick: (choice: Choice) => void } & ReturnType<
  typeof findChoices
>

const ChoiceList = ({ id, label, found, total, active, onPick }: ListProps) => {
  const words = useUiWords()
  return (
    <div className="options">
      <div id={id} role="listbox" aria-label={label}>
        {found.map((choice, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
          <div
            key={choice.key}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(choice)}
          >
            {choice.label} <span className="note">{choice.note}</span>
          </div>
        ))}
      </div>
      {total > found.length || total === 0 ? (
        <p className="note" role="status">
          {total === 0 ? words.noChoice : fill(words.moreChoices, { n: total - found.length })}
        </p>
      ) : null}
    </div>
  )
}

/** One of many, found by typing a part of it; arrows and Enter take one, Esc leaves it as it was, emptied it is none. */
export const ChoiceBox = ({ label, choices, value, onChoose, placeholder, labelled = false }: ChoiceBoxProps) => {
  const id = useId()
  const [text, setText] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const listed = text === null ? null : findChoices(choices, text, MOST)
  const held = choices.find(({ key }) => key === value)?.label ?? ''
  const show = (words: string | null) => {
    setText(words)
    setActive(0)
  }
  const pick = (choice: Choice) => {
    onChoose(choice.key)
    show(null)
  }
  const type = (words: string) => {
    show(words)
    if (words === '') onChoose(undefined)
  }
  const take = (): boolean => {
    const choice = listed?.found[active]
    if (choice) pick(choice)
    return text !== null
  }
  const move = (by: number): boolean => {
    if (listed === null) show('')
    else setActive(Math.max(0, Math.min(listed.found.length - 1, active + by)))
    return true
  }
  const leave = (): boolean => {
    show(null)
    return text !== null
  }
  const keys: Readonly<Record<string, () => boolean>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: take,
    Escape: leave,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    if (!keys[event.key]?.()) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="choice-box">
      {labelled ? <label htmlFor={`${id}-field`}>{label}</label> : null}
      <input
        id={`${id}-field`}
        className="field"
        role="combobox"
        autoComplete="off"
        aria-label={labelled ? undefined : label}
        aria-expanded={listed !== null}
        aria-controls={`${id}-list`}
        aria-activedescendant={listed && listed.found.length > 0 ? `${id}-list-${active}` : undefined}
        placeholder={text === null || held === '' ? placeholder : held}
        value={text ?? held}
        onClick={() => (text === null ? show('') : undefined)}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => show(null)}
      />
      {listed ? (
        <ChoiceList
          id={`${id}-list`}
          label={label}
          found={listed.found}
          total={listed.total}
          active={active}
          onPick={pick}
        />
      ) : null}
    </div>
  )
}
