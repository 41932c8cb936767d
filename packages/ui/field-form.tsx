import type { FieldKind } from '@yundiao/ledgers'
import { type FormEvent, type ReactNode, useState } from 'react'
import { isNumericKind, parseShown, plainNumber, shownNumber } from './field-units.ts'
import { useUiWords } from './language.tsx'
import { Mark } from './mark.tsx'
import { fill, type UiWords } from './messages.ts'
import { OutlineView } from './outline-view.tsx'

/** A column of a ledger as the API hands it out; values are canonical, `shownIn` is the unit of the sheet. */
export type FieldView = {
  name: string
  kind: FieldKind
  label: string
  under: string[]
  shownIn: string | null
  /** A second unit the same value is printed in: 亩 beside 公顷. */
  alsoShownIn?: string | null
  required: boolean
  choices: string[] | null
  /** For a field that names a unit: those it may name. */
  units?: { id: string; name: string }[] | null
  sortable: boolean
  width?: number
}

export type FieldValue = string | number | boolean | null
export type FieldValues = Record<string, FieldValue>

/** A value in the unit and words of the sheet; null is not known and shows 缺. */
export const FieldText = ({ field, value }: { field: FieldView; value: FieldValue | undefined }) => {
  const words = useUiWords()
  if (value === null || value === undefined || value === '') return <Mark word="缺" />
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return shownNumber(value, field.shownIn)
  if (field.kind === 'geometry') return <OutlineView text={String(value)} />
  if (field.kind === 'day' || field.kind === 'choice') return <span className="nw">{value}</span>
  return field.units?.find((unit) => unit.id === value)?.name ?? value
}

const draftOf = (field: FieldView, value: FieldValue | undefined): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return plainNumber(value, field.shownIn)
  return String(value)
}

type Read = { value: FieldValue } | { bad: string }

const readField = (field: FieldView, text: string, words: UiWords): Read => {
  const trimmed = text.trim()
  if (trimmed === '') return field.required ? { bad: fill(words.isRequired, { label: field.label }) } : { value: null }
  if (field.kind === 'boolean') return { value: trimmed === 'true' }
  if (!isNumericKind(field.kind)) return { value: trimmed }
  const number = parseShown(trimmed, field.shownIn)
  return typeof number === 'number'
    ? { value: number }
    : { bad: fill(words.notNumber, { label: field.label, text: trimmed }) }
}

/** What a select offers; null for a field a person writes in. */
const optionsOf = (field: FieldView, text: string, words: UiWords): { value: string; label: string }[] | null => {
  if (field.kind === 'boolean')
    return [
      { value: 'true', label: words.yes },
      { value: 'false', label: words.no },
    ]
  if (field.kind === 'choice') return (field.choices ?? []).map((word) => ({ value: word, label: word }))
  if (!field.units) return null
  const units = field.units.map(({ id, name }) => ({ value: id, label: name }))
  // A sheet may have brought a unit the city does not list: it stays until a person chooses another.
  return text === '' || units.some(({ value }) => value === text) ? units : [{ value: text, label: text }, ...units]
}

type FieldInputProps = {
  field: FieldView
  id: string
  text: string
  bad: string | null
  onText: (text: string) => void
}

const FieldInput = ({ field, id, text, bad, onText }: FieldInputProps) => {
  const words = useUiWords()
  const shared = {
    id,
    className: 'field',
    value: text,
    'aria-invalid': bad !== null,
    'aria-describedby': bad ? `${id}-bad` : undefined,
    required: field.required,
  }
  const change = (event: { target: { value: string } }) => onText(event.target.value)
  const options = optionsOf(field, text, words)
  if (options) {
    return (
      <select {...shared} onChange={change}>
        <option value="">{words.choose}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )
  }
  if (field.kind === 'long-text' || field.kind === 'geometry')
    return <textarea {...shared} rows={3} onChange={change} />
  return (
    <input
      {...shared}
      type={field.kind === 'day' ? 'date' : 'text'}
      inputMode={isNumericKind(field.kind) ? 'decimal' : undefined}
      onChange={change}
    />
  )
}

type FieldFormProps = {
  fields: readonly FieldView[]
  values: FieldValues
  /** Only the values that changed, canonical. */
  onSubmit: (changed: FieldValues) => void
  submit: string
  busy?: boolean
  /** More controls before the buttons, such as region and state. */
  more?: ReactNode
  cancel?: ReactNode
}

/** A form drawn from a ledger's definition. Units are those of the sheet; what is empty stays not known. */
export const FieldForm = ({ fields, values, onSubmit, submit, busy = false, more, cancel }: FieldFormProps) => {
  const words = useUiWords()
  const [drafts, setDrafts] = useState<Record<string, string>>(() =>
    Object.fromEntries(fields.map((f) => [f.name, draftOf(f, values[f.name])])),
  )
  const [faults, setFaults] = useState<Record<string, string>>({})
  const send = (event: FormEvent) => {
    event.preventDefault()
    const found: Record<string, string> = {}
    const changed: FieldValues = {}
    for (const field of fields) {
      const text = drafts[field.name] ?? ''
      const read = readField(field, text, words)
      if ('bad' in read) found[field.name] = read.bad
      else if (text !== draftOf(field, values[field.name])) changed[field.name] = read.value
    }
    setFaults(found)
    const first = fields.find((field) => field.name in found)
    if (first) document.getElementById(`field-${first.name}`)?.focus()
    else onSubmit(changed)
  }
  return (
    <form className="fields" onSubmit={send} noValidate>
      {fields.map((field) => {
        const id = `field-${field.name}`
        const bad = faults[field.name] ?? null
        return (
          <div
            key={field.name}
            className={field.kind === 'long-text' || field.kind === 'geometry' ? 'one wide' : 'one'}
          >
            <label htmlFor={id}>
              {[...field.under, field.label].join(' · ')}
              {field.shownIn ? <small>（{field.shownIn}）</small> : null}
              {field.required ? <small className="must"> {words.required}</small> : null}
            </label>
            <FieldInput
              field={field}
              id={id}
              text={drafts[field.name] ?? ''}
              bad={bad}
              onText={(text) => setDrafts((old) => ({ ...old, [field.name]: text }))}
            />
            {bad ? (
              <p id={`${id}-bad`} className="bad" role="alert">
                {bad}
              </p>
            ) : null}
          </div>
        )
      })}
      {more}
      <div className="actions wide">
        <button type="submit" className="btn primary" disabled={busy}>
          {submit}
        </button>
        {cancel}
      </div>
    </form>
  )
}
