import { Dialog, fill } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { publishEvaluation } from '../../api/evaluation.ts'
import type { EvaluationView } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { useMe } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

const MOST_DAYS = 60

/** From which day; for how long says the method, or the person where it does not. */
export const PublishDialog = ({ view, onClose }: { view: EvaluationView; onClose: () => void }) => {
  const words = useWords()
  const me = useMe()
  const { run, publicityDays } = view
  const act = useAct(publishEvaluation, { done: words.evPublished, after: onClose, inPlace: true })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const days = textOf(form, 'days')
    act.run({
      id: run.id,
      version: run.version,
      from: textOf(form, 'from') ?? me.businessDay,
      ...(days === null ? {} : { days: Number(days) }),
    })
  }
  return (
    <Dialog title={words.evPublishTitle} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <label>
          {words.evPublishFrom}
          <input
            className="field"
            type="date"
            name="from"
            required
            defaultValue={me.businessDay}
            min={me.businessDay}
          />
        </label>
        {publicityDays === null ? (
          <label>
            {words.evPublishDays}
            <input className="field" type="number" name="days" required min={1} max={MOST_DAYS} />
          </label>
        ) : null}
        <p className="note wide">
          {publicityDays === null ? `${words.evPublishNoDays} ` : fill(words.evPublishNote, { days: publicityDays })}
          {words.evPublishSeen}
          {run.openAppeals > 0 ? ` ${fill(words.evPublishOpen, { n: run.openAppeals })}` : ''}
          {run.nearBorder === null ? ` ${words.evNotAssessed}` : ''}
        </p>
        <FormEnd act={act}>{words.evPublish}</FormEnd>
      </form>
    </Dialog>
  )
}
