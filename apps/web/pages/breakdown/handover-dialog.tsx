import { Dialog, fill, useToasts } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { handOver } from '../../api/breakdown.ts'
import type { Approval } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { useMe } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

type HandoverProps = { document: string; approval: Approval; onClose: () => void }

/** 交办 of what was approved: when the first feedback is due, and who is left out for want of a lead. */
export const HandoverDialog = ({ document, approval, onClose }: HandoverProps) => {
  const words = useWords()
  const me = useMe()
  const toasts = useToasts()
  const act = useAct((body: { feedbackOn: string | null }) => handOver(document, body), {
    inPlace: true,
    after: ({ notices, items }) => {
      toasts.say(fill(words.handOverDone, { notices, items }))
      onClose()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    act.run({ feedbackOn: textOf(new FormData(event.currentTarget), 'feedbackOn') })
  }
  return (
    <Dialog title={words.handOverAct} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <p className="wide">{fill(words.handOverWaiting, { n: approval.waiting })}</p>
        <label>
          {words.firstFeedback}
          <input className="field" type="date" name="feedbackOn" min={me.businessDay} />
        </label>
        <p className="note wide">{words.handOverNote}</p>
        {approval.unclear.length > 0 ? (
          <div className="wide">
            <b>{words.unclearLeft}</b>
            <ul className="links">
              {approval.unclear.map(({ item, number, title }) => (
                <li key={item}>
                  {number} {title}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <FormEnd act={act}>{words.handOverAct}</FormEnd>
      </form>
    </Dialog>
  )
}
