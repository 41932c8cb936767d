import { Dialog, fill } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { textOf } from '../../shell/form-text.ts'
import { useWords } from '../../shell/words.ts'
import { DECLINE_REASONS } from './decline-reasons.ts'
import type { LineActs } from './use-line-acts.ts'

/** 不立项 always has a reason; it stands in the record. */
export const DeclineDialog = ({ acts, onClose }: { acts: LineActs; onClose: () => void }) => {
  const words = useWords()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const reason = textOf(form, 'other') ?? textOf(form, 'reason')
    if (!reason) return
    acts.decline(reason)
    onClose()
  }
  return (
    <Dialog title={fill(words.declineMany, { n: acts.open.length })} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <label className="wide">
          {words.reason}
          <select className="field" name="reason">
            {DECLINE_REASONS.map((reason) => (
              <option key={reason}>{reason}</option>
            ))}
          </select>
        </label>
        <label className="wide">
          {words.otherReason}
          <input className="field" name="other" maxLength={500} />
        </label>
        <div className="actions wide">
          <button type="submit" className="btn primary">
            {words.decline}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
