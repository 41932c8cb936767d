import { Link, useNavigate } from '@tanstack/react-router'
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
}

const Pick = ({ label, value, options, onPick }: PickProps) => (
  <label>
    <span>{label}</span>
    <select className="field" value={value} onChange={({ target }) => onPick(target.value)}>
      {options.map(({ key, label: each }) => (
        <option key={key} value={key}>
          {each}
        </option>
      ))}
    </select>
  </label>
)

/** 归因对象, 指标, 比较对象. Another subject begins anew, but for a place it shares. */
export const DragPickers = ({ drags }: { drags: Drags }) => {
  const words = useWords()
  const navigate = useNavigate()
  const go = (search: (before: Search) => Search) => void navigate({ to: '/analysis', search })
  const { options, subject, indicator, against } = drags
  return (
    <div className="drag-pickers">
      <Pick
        label={words.dragSubject}
        value={subject}
        options={options.subjects}
        onPick={(ask) => go((before) => ({ ...before, ask, indicator: undefined, by: undefined, group: undefined }))}
      />
      <Pick
        label={words.dragIndicator}
        value={indicator}
        options={options.indicators}
        onPick={(picked) => go((before) => ({ ...before, ask: subject, indicator: picked }))}
      />
      <Pick
        label={words.dragAgainst}
        value={against}
        options={options.against}
        onPick={(by) => go((before) => ({ ...before, ask: subject, by }))}
      />
    </div>
  )
}

/** 全市 › 江油 › 产业, each a way back. */
export const DragPath = ({ drags }: { drags: Drags }) => {
  const words = useWords()
  return (
    <nav className="drag-path" aria-label={words.dragPath}>
      {drags.path.map(({ label, open }, at) => (
        <span key={label}>
          {at > 0 ? ' › ' : ''}
          {at === drags.path.length - 1 ? (
            <b aria-current="page">{label}</b>
          ) : (
            <Link to="/analysis" search={searchOf(open)}>
              {label}
            </Link>
          )}
        </span>
      ))}
    </nav>
  )
}
