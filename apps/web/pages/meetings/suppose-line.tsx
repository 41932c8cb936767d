import { useQuery } from '@tanstack/react-query'
import { CompareView, fill, Mark } from '@yundiao/ui'
import { useDeferredValue, useState } from 'react'
import { supposeQuery } from '../../api/meetings.ts'
import { problemOf } from '../../api/request.ts'
import type { MeetingView } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import { useWords } from '../../shell/words.ts'

/** What a first quarter makes up of a year, about: a supposition the person may change, used where no amount is public. */
const FIRST_QUARTER = { from: '20', to: '24' } as const

const ratio = (text: string): number | null => {
  const value = Number(text)
  return text.trim() === '' || !Number.isFinite(value) ? null : value / 100
}

type Supposed = { target: string; from: string; to: string }

const NumberField = ({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (text: string) => void
}) => (
  <input
    className="field"
    aria-label={label}
    inputMode="decimal"
    size={4}
    maxLength={6}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
)

const useSupposition = (view: MeetingView, supposed: Supposed) => {
  const target = ratio(useDeferredValue(supposed.target))
  const asked = { target: target ?? 0, shareFrom: ratio(supposed.from), shareTo: ratio(supposed.to) }
  const query = useQuery({ ...supposeQuery(view.meeting.id, asked, useOn()), enabled: target !== null })
  return target === null ? null : query
}

/** 假设全年目标增速 x %: what the rest of the year would then need. Worked out, shown with its source, kept nowhere. */
export const SupposeLine = ({ view }: { view: MeetingView }) => {
  const words = useWords()
  const isFirst = view.period.endsWith('Q1')
  const [supposed, setSupposed] = useState<Supposed>({
    target: '',
    from: isFirst ? FIRST_QUARTER.from : '',
    to: isFirst ? FIRST_QUARTER.to : '',
  })
  const set = (part: Partial<Supposed>) => setSupposed((old) => ({ ...old, ...part }))
  const query = useSupposition(view, supposed)
  const label = isFirst ? words.quarterRest : words.rest
  const reasons = [
    ...new Set(
      view.headline.filter((row) => row.state.word === '未评').map((row) => row.state.reason.replace(/^未评：/u, '')),
    ),
  ]
  return (
    <div className="suppose noprint">
      {reasons.length > 0 ? (
        <span className="note">{fill(words.unassessedWhy, { why: reasons.join('；') })}</span>
      ) : null}
      <span className="grow" />
      <span className="nw">
        GDP {words.supposeTarget}{' '}
        <NumberField label={words.supposeTarget} value={supposed.target} onChange={(target) => set({ target })} />
      </span>
      {query?.data?.isShareSupposed ? (
        <span className="nw note">
          {words.shareSupposed}{' '}
          <NumberField label={`${words.shareSupposed} ≥`} value={supposed.from} onChange={(from) => set({ from })} />～
          <NumberField label={`${words.shareSupposed} ≤`} value={supposed.to} onChange={(to) => set({ to })} />
        </span>
      ) : null}
      {query?.error ? <span className="note">{problemOf(query.error).detail}</span> : null}
      {query?.data && !query.error ? (
        <span className="nw" aria-busy={query.isPlaceholderData}>
          → {label} <CompareView compare={query.data.answer} label={label} withUnit /> <Mark word="测算" />
        </span>
      ) : null}
    </div>
  )
}
