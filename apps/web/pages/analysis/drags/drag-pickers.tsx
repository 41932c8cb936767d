import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { DragOpen, Drags } from '../../../api/types.ts'
import type { Search } from '../../../shell/search.ts'
import { useWords } from '../../../shell/words.ts'

/** The address of a step: what is not said anew stays as it is. */
export const searchOf =
  ({ subject, indicator, region, group }: DragOpen) =>
  (before: Search): Search => ({
    ...before,
    ask: subject,
    indicator,
    region: region ?? undefined,
    group: group ?? undefined,
    by: before.ask === subject ? before.by : undefined,
  })

type PickProps = {
  label: string
  value: string
  options: readonly { key: string; label: string }[]
  onPick: (key: string) => void
  disabled?: boolean
}

const Pick = ({ label, value, options, onPick, disabled = false }: PickProps) => (
  <label>
    <span>{label}</span>
    <select className="field" value={value} disabled={disabled} onChange={({ target }) => onPick(target.value)}>
      {options.map(({ key, label: each }) => (
        <option key={key} value={key}>
          {each}
        </option>
      ))}
    </select>
  </label>
)

/** What was asked for, where it is one of the options; else what the answer is of. */
const askedOr = (asked: string | undefined, options: PickProps['options'], shown: string): string =>
  options.some(({ key }) => key === asked) ? (asked ?? shown) : shown

/**
 * 归因对象, 指标, 比较对象. Another subject begins anew, but for a place it shares. While its answer is on the way
 * (`isLate`) the subject stands as picked, and the choices of the one before cannot call it back.
 */
export const DragPickers = ({ drags, isLate }: { drags: Drags; isLate: boolean }) => {
  const words = useWords()
  const navigate = useNavigate()
  const asked = useSearch({ strict: false })
  const go = (search: (before: Search) => Search) => void navigate({ to: '/analysis', search })
  const { options, kind } = drags
  const subject = isLate ? askedOr(asked.ask, options.subjects, drags.subject) : drags.subject
  const isOther = subject !== drags.subject
  const indicator = isLate ? askedOr(asked.indicator, options.indicators, drags.indicator) : drags.indicator
  const against = isLate ? askedOr(asked.by, options.against, drags.against) : drags.against
  return (
    <div className="drag-pickers">
      <Pick
        label={words.dragSubject}
        value={subject}
        options={options.subjects}
        onPick={(ask) =>
          go((before) => ({ ...before, ask, indicator: undefined, by: undefined, group: undefined, kind: undefined }))
        }
      />
      <Pick
        label={words.dragIndicator}
        value={indicator}
        options={options.indicators}
        disabled={isOther}
        onPick={(picked) => go((before) => ({ ...before, ask: subject, indicator: picked }))}
      />
      <Pick
        label={words.dragAgainst}
        value={against}
        options={options.against}
        disabled={isOther}
        onPick={(by) => go((before) => ({ ...before, ask: subject, by }))}
      />
      {kind !== null && options.kinds.length > 1 ? (
        <Pick
          label={words.sourceAndConcept}
          value={kind}
          options={options.kinds}
          disabled={isLate}
          onPick={(picked) => go((before) => ({ ...before, ask: subject, kind: picked }))}
        />
      ) : null}
    </div>
  )
}

/** After a step the bar that was pressed is gone: where one stands now takes the keyboard, unless something else has it. */
const useFocusAfterStep = (place: string) => {
  const here = useRef<HTMLElement>(null)
  const before = useRef(place)
  useEffect(() => {
    if (before.current === place) return
    before.current = place
    if (document.activeElement === document.body) here.current?.focus()
  }, [place])
  return here
}

/** 全市 › 江油 › 产业, each a way back. */
export const DragPath = ({ drags }: { drags: Drags }) => {
  const words = useWords()
  const here = useFocusAfterStep(drags.path.map(({ label }) => label).join('›'))
  return (
    <nav className="drag-path" aria-label={words.dragPath}>
      {drags.path.map(({ label, open }, at) => (
        <span key={label}>
          {at > 0 ? ' › ' : ''}
          {at === drags.path.length - 1 ? (
            <b ref={here} tabIndex={-1} aria-current="page">
              {label}
            </b>
          ) : (
            <Link to="/analysis" search={searchOf(open)} activeOptions={{ exact: true }}>
              {label}
            </Link>
          )}
        </span>
      ))}
    </nav>
  )
}
