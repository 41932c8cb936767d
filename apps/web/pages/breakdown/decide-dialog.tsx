import { Dialog } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { type Decision, decide } from '../../api/breakdown.ts'
import type { Approval } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { useMe } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

type DecideProps = { submission: Approval['submissions'][number]; onClose: () => void }

/** What the leader decided on paper or in person; who it was is typed, never filled in. */
export const DecideDialog = ({ submission, onClose }: DecideProps) => {
  const words = useWords()
  const me = useMe()
  const act = useAct((body: Decision) => decide(submission.id, body), {
    done: words.saved,
    close: onClose,
    inPlace: true,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    act.run({
      version: submission.version,
      decision: textOf(form, 'decision') === '退回' ? '退回' : '审定',
      approver: textOf(form, 'approver') ?? '',
      approvedOn: textOf(form, 'approvedOn') ?? '',
      signedOffline: form.get('signedOffline') !== null,
      note: textOf(form, 'note'),
    })
  }
  return (
    <Dialog title={words.decideTitle} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <label>
          {words.approverField}
          <input className="field" name="approver" maxLength={60} />
        </label>
        <label>
          {words.approvedOn}
          <input className="field" type="date" name="approvedOn" required defaultValue={me.businessDay} />
        </label>
        <label>
          {words.decisionMade}
          <select className="field" name="decision">
            <option value="审定">{words.approve}</option>
            <option value="退回">{words.sendBack}</option>
          </select>
        </label>
        <label className="check">
          <input type="checkbox" name="signedOffline" /> {words.signedOffline}
        </label>
        <label className="wide">
          {words.opinion}
          <textarea className="field" name="note" rows={2} maxLength={1000} />
        </label>
        <FormEnd act={act}>{words.save}</FormEnd>
      </form>
    </Dialog>
  )
}
