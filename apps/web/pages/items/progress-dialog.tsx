import { Dialog, fill } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { addProgress, type NewProgress } from '../../api/directives.ts'
import { textOf } from '../../shell/form-text.ts'
import { useMe } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

const percentOf = (text: string | null): number | null => (text === null ? null : Number(text))

type ProgressProps = { item: string; longest: number; onClose: () => void }

/** 反馈进展 as of a day: what happened, how far, what stands in the way, what comes next. */
export const ProgressDialog = ({ item, longest, onClose }: ProgressProps) => {
  const words = useWords()
  const me = useMe()
  const [length, setLength] = useState(0)
  const isTooLong = length > longest
  const act = useAct((body: NewProgress) => addProgress(item, body), { done: words.saved, after: onClose })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    act.run({
      asOf: textOf(form, 'asOf') ?? me.businessDay,
      text: textOf(form, 'text') ?? '',
      percent: percentOf(textOf(form, 'percent')),
      problems: textOf(form, 'problems'),
      nextSteps: textOf(form, 'nextSteps'),
    })
  }
  return (
    <Dialog title={words.feedback} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <label>
          {words.asOfDay}
          <input className="field" type="date" name="asOf" required defaultValue={me.businessDay} />
        </label>
        <label>
          {words.percentDone}（%）
          <input className="field" type="number" name="percent" min="0" max="100" />
        </label>
        <label className="wide">
          {words.progress}
          <textarea
            className="field"
            name="text"
            rows={4}
            required
            aria-describedby="progress-length"
            aria-invalid={isTooLong}
            onChange={(event) => setLength(event.target.value.trim().length)}
          />
          <span id="progress-length" className={isTooLong ? 'problem' : 'note'} role={isTooLong ? 'alert' : undefined}>
            {fill(isTooLong ? words.progressTooLong : words.progressLength, {
              n: length,
              most: longest,
              over: length - longest,
            })}
          </span>
        </label>
        <label className="wide">
          {words.problems}
          <textarea className="field" name="problems" rows={2} />
        </label>
        <label className="wide">
          {words.nextSteps}
          <textarea className="field" name="nextSteps" rows={2} />
        </label>
        <div className="actions wide">
          <button type="submit" className="btn primary" disabled={act.busy || isTooLong}>
            {words.submitReport}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
