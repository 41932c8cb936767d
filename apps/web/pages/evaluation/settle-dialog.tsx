import { Dialog } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { settleEvaluation } from '../../api/evaluation.ts'
import type { EvaluationRun } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

/** Who approved it. Afterwards it stays as it is. */
export const SettleDialog = ({ run, onClose }: { run: EvaluationRun; onClose: () => void }) => {
  const words = useWords()
  const act = useAct(settleEvaluation, { done: words.evSettled, close: onClose, inPlace: true })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const approver = textOf(new FormData(event.currentTarget), 'approver')
    if (approver) act.run({ id: run.id, version: run.version, approver })
  }
  return (
    <Dialog title={words.evSettle} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <label className="wide">
          {words.evApprover}
          <input className="field" name="approver" required maxLength={60} />
        </label>
        <p className="note wide">{words.evSettleNote}</p>
        <FormEnd act={act}>{words.evSettle}</FormEnd>
      </form>
    </Dialog>
  )
}
