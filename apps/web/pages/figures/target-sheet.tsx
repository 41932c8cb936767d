import { type Compare, CompareView, Mark, ProblemNote, Sheet } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { whatIf } from '../../api/figures.ts'
import { problemOf } from '../../api/request.ts'
import type { TargetRow } from '../../api/types.ts'
import { textOf } from '../../shell/form-text.ts'
import { useWords } from '../../shell/words.ts'

const ratio = (form: FormData, name: string): number => Number(textOf(form, name) ?? Number.NaN) / 100

type Outcome = { compare: Compare } | { error: unknown } | null

/** What growth the rest of the year needs under a target somebody supposes; marked 测算 and stored nowhere. */
const WhatIf = () => {
  const words = useWords()
  const [outcome, setOutcome] = useState<Outcome>(null)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    whatIf({ target: ratio(form, 'target'), share: ratio(form, 'share'), growth: ratio(form, 'growth') }).then(
      (compare) => setOutcome({ compare }),
      (error: unknown) => setOutcome({ error }),
    )
  }
  return (
    <form className="inline-form" onSubmit={submit}>
      {(['target', 'share', 'growth'] as const).map((name) => (
        <label key={name}>
          {{ target: words.ifTarget, share: words.ifShare, growth: words.ifGrowth }[name]}（%）
          <input className="field" name={name} type="number" step="any" required size={6} />
        </label>
      ))}
      <button type="submit" className="btn small">
        {words.compute}
      </button>
      {outcome && 'compare' in outcome ? (
        <span>
          {words.required} <CompareView compare={outcome.compare} label={words.required} withUnit />{' '}
          <Mark word="测算" />
        </span>
      ) : null}
      {outcome && 'error' in outcome ? <ProblemNote problem={problemOf(outcome.error)} /> : null}
    </form>
  )
}

/** Targets known for this indicator, each naming its layer and document, and a box for supposing one. */
export const TargetSheet = ({ targets }: { targets: readonly TargetRow[] }) => {
  const words = useWords()
  return (
    <Sheet title={words.targets}>
      {targets.length === 0 ? (
        <p className="muted">
          <Mark word="待明确" /> {words.noTargets}
        </p>
      ) : (
        <ul className="links">
          {targets.map((target) => (
            <li key={`${target.region}/${target.year}/${target.layer}/${target.text}`}>
              {target.regionName} {target.year} · <span className="serif">{target.text}</span>
              <div className="note">
                {target.layer} · {target.source ?? <Mark word="缺" />} · {words.knownOn} {target.knownOn}
              </div>
            </li>
          ))}
        </ul>
      )}
      <WhatIf />
    </Sheet>
  )
}
