import { useNavigate } from '@tanstack/react-router'
import { Dialog } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { removeEvaluation, withdrawEvaluation } from '../../api/evaluation.ts'
import type { EvaluationRun } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { ReasonDialog } from '../../shell/reason-dialog.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

type RunDialogProps = { run: EvaluationRun; onClose: () => void }

/** 撤回公示 and why: all who saw it read the reason. */
export const WithdrawDialog = ({ run, onClose }: RunDialogProps) => {
  const words = useWords()
  return (
    <ReasonDialog
      title={words.evWithdraw}
      label={words.evWithdrawReason}
      note={words.evWithdrawNote}
      submit={words.evWithdraw}
      done={words.evWithdrawDone}
      most={500}
      act={(reason) => withdrawEvaluation({ id: run.id, version: run.version, reason })}
      onClose={onClose}
    />
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
