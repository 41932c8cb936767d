import { Dialog } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { FormEnd } from './form-end.tsx'
import { textOf } from './form-text.ts'
import { useAct } from './use-act.ts'
import { useWords } from './words.ts'

type ReasonDialogProps = {
  title: string
  /** What the reason is asked for with; 理由 where it is left out. */
  label?: string
  note?: string
  /** Word of the button, and what is said when it is done. */
  submit: string
  done: string
  most?: number
  act: (reason: string) => Promise<unknown>
  onClose: () => void
}

/** An act that needs its reason and nothing else: undoing, taking back. */
export const ReasonDialog = ({ title, label, note, submit, done, most = 300, act, onClose }: ReasonDialogProps) => {
  const words = useWords()
  const acting = useAct(act, { done, close: onClose, inPlace: true })
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = textOf(new FormData(event.currentTarget), 'reason')
    if (reason) acting.run(reason)
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="fields" onSubmit={send}>
        <label className="wide">
          {label ?? words.whyReason}
          <textarea className="field" name="reason" rows={2} required minLength={2} maxLength={most} />
        </label>
        {note ? <p className="note wide">{note}</p> : null}
        <FormEnd act={acting}>{submit}</FormEnd>
      </form>
    </Dialog>
  )
}
