import { useNavigate } from '@tanstack/react-router'
import { Dialog } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { removeEvaluation, withdrawEvaluation } from '../../api/evaluation.ts'
import type { EvaluationRun } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

type RunDialogProps = { run: EvaluationRun; onClose: () => void }

/** 撤回公示 and why: all who saw it read the reason. */
export const WithdrawDialog = ({ run, onClose }: RunDialogProps) => {
  const words = useWords()
  const act = useAct(withdrawEvaluation, { done: words.evWithdrawDone, after: onClose, inPlace: true })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = textOf(new FormData(event.currentTarget), 'reason')
    if (reason) act.run({ id: run.id, version: run.version, reason })
  }
  return (
    <Dialog title={words.evWithdraw} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <label className="wide">
          {words.evWithdrawReason}
          <textarea className="field" name="reason" rows={3} required maxLength={500} />
        </label>
        <p className="note wide">{words.evWithdrawNote}</p>
        <FormEnd act={act}>{words.evWithdraw}</FormEnd>
      </form>
    </Dialog>
  )
}

/** A 试算 taken away by who made it. */
export const RemoveDialog = ({ run, onClose }: RunDialogProps) => {
  const words = useWords()
  const navigate = useNavigate()
  const after = () => void navigate({ to: '/evaluation' })
  const act = useAct(removeEvaluation, { done: words.evRemoveDone, after, inPlace: true })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    act.run({ id: run.id, version: run.version })
  }
  return (
    <Dialog title={words.evRemove} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <p className="wide">{run.title}</p>
        <p className="note wide">{words.evRemoveNote}</p>
        <FormEnd act={act}>{words.evRemove}</FormEnd>
      </form>
    </Dialog>
  )
}
