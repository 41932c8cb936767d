import { Button, Mark, Sheet } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import type { OutlookEstimate, OutlookTarget } from '../../../api/types.ts'
import { useWords } from '../../../shell/words.ts'

/** What a person supposes, as typed, in per cent. */
export type Supposed = { target: string; from: string; to: string }
export const NOTHING_SUPPOSED: Supposed = { target: '', from: '', to: '' }

const ratio = (text: string): number | null => {
  const value = Number(text)
  return text.trim() === '' || !Number.isFinite(value) ? null : value / 100
}

/** Ratios of what is typed; a share counts only with both its ends. */
export const ratiosOf = ({ target, from, to }: Supposed) => {
  const [shareFrom, shareTo] = [ratio(from), ratio(to)]
  const both = shareFrom !== null && shareTo !== null
  return { target: ratio(target), shareFrom: both ? shareFrom : null, shareTo: both ? shareTo : null }
}

const Percent = ({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) => (
  <>
    <input
      className="field"
      aria-label={label}
      inputMode="decimal"
      size={4}
      maxLength={6}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
    %
  </>
)

const SupposeForm = ({ supposed, onSuppose }: { supposed: Supposed; onSuppose: (supposed: Supposed) => void }) => {
  const words = useWords()
  const [typed, setTyped] = useState(supposed)
  const set = (part: Partial<Supposed>) => setTyped((old) => ({ ...old, ...part }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSuppose(typed)
  }
  return (
    <form className="suppose-line" onSubmit={submit}>
      <span className="nw">
        {words.outlookSuppose}{' '}
        <Percent label={words.outlookSuppose} value={typed.target} onChange={(target) => set({ target })} />
      </span>{' '}
      <span className="nw">
        {words.outlookShare}{' '}
        <Percent label={words.outlookShare} value={typed.from} onChange={(from) => set({ from })} />
        {words.outlookTo}
        <Percent label={words.outlookShareTo} value={typed.to} onChange={(to) => set({ to })} />
      </span>{' '}
      <Button small type="submit">
        {words.compute}
      </Button>
    </form>
  )
}

const Likelihood = ({ likelihood }: { likelihood: OutlookEstimate['likelihood'] }) => {
  if (!likelihood) return null
  if (likelihood.kind === 'refused') return <p className="note">{likelihood.why}</p>
  return (
    <>
      <p>
        <Mark word="测算" /> {likelihood.words}
      </p>
      <p className="note">{likelihood.assumption}</p>
    </>
  )
}

/** The year's target, the gap to it, what the rest of the year needs, how likely it is; and a target to suppose. */
export const TargetBlock = ({
  target,
  likelihood,
  supposed,
  onSuppose,
}: {
  target: OutlookTarget
  likelihood: OutlookEstimate['likelihood']
  supposed: Supposed
  onSuppose: (supposed: Supposed) => void
}) => {
  const words = useWords()
  const { used, gap, required, known } = target
  if (required.kind === 'refused' && required.reason === 'not-applicable' && !used) return null
  return (
    <Sheet title={words.outlookTargetTitle} foot={words.outlookBounds}>
      <p>
        {used ? `${used.year}年${used.shown}` : <Mark word="待明确" />}
        {used || required.kind === 'value' ? '' : ` ${required.why}`}
        {gap ? `，${gap}` : ''}
        {known[0]?.source && !used?.supposed ? <span className="note">（{known[0].source}）</span> : null}
      </p>
      {required.kind === 'value' ? (
        <p>
          <Mark word="测算" /> {required.shown}
          <span className="note">（{required.basis}）</span>
        </p>
      ) : used ? (
        <p className="note">{required.why}</p>
      ) : null}
      <Likelihood likelihood={likelihood} />
      <SupposeForm supposed={supposed} onSuppose={onSuppose} />
    </Sheet>
  )
}
