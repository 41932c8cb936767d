import { parseLocalDate } from '@yundiao/kernel'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useUiWords } from './language.tsx'

type AsOfPickerProps = { on: string | null; businessDay: string; onChange: (day: string | null) => void }

/** 截至 in the top bar: the day whose knowledge everything below shows. */
export const AsOfPicker = ({ on, businessDay, onChange }: AsOfPickerProps) => {
  const words = useUiWords()
  const [text, setText] = useState(on ?? businessDay)
  const [bad, setBad] = useState(false)
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => setText(on ?? businessDay), [on, businessDay])
  const fold = () => {
    if (details.current) details.current.open = false
  }
  const choose = (day: string | null) => {
    setBad(false)
    fold()
    onChange(day)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (parseLocalDate(text) === null) setBad(true)
    else choose(text === businessDay ? null : text)
  }
  return (
    <details ref={details} className="as-of" onKeyDown={(event) => event.key === 'Escape' && fold()}>
      <summary className="asof" aria-label={`${words.asOfLabel} ${on ?? businessDay}`}>
        {words.asOf} {on ?? businessDay} ▾
      </summary>
      <form className="drop" onSubmit={submit}>
        <label>
          {words.asOfLabel}
          <input
            type="date"
            className="field"
            min="1978-01-01"
            max="2099-12-31"
            value={text}
            onChange={(event) => setText(event.target.value)}
            aria-invalid={bad}
          />
        </label>
        {bad ? (
          <p role="alert" className="bad">
            {words.badDay}
          </p>
        ) : null}
        <span className="actions">
          <button type="submit" className="btn small primary">
            {words.apply}
          </button>
          <button type="button" className="btn small" onClick={() => choose(null)}>
            {words.today}
          </button>
        </span>
      </form>
    </details>
  )
}
