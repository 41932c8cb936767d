import { Dialog } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { settlePaper } from '../../api/papers.ts'
import type { Decision } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

type SettleDialogProps = {
  paper: { id: string; version: number }
  /** The copy that is taken with what was decided of its numbers; null settles on the draft. */
  taken: { revision: string; decisions: Decision[] } | null
  onClose: () => void
}

/** 定稿: who approved is named; only a person settles. */
export const SettleDialog = ({ paper, taken, onClose }: SettleDialogProps) => {
  const words = useWords()
  const act = useAct(settlePaper, { done: words.settled, close: onClose, inPlace: true })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const approver = textOf(new FormData(event.currentTarget), 'approver') ?? ''
    const { id, version } = paper
    act.run({ id, version, approver, revision: taken?.revision ?? null, decisions: taken?.decisions ?? [] })
  }
  return (
    <Dialog title={taken ? words.adoptRevision : words.settleDraft} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <label className="wide">
          {words.paperApprover}
          <input className="field" name="approver" required maxLength={60} />
        </label>
        <p className="note wide">{words.approverHint}</p>
        <FormEnd act={act}>{words.finalised}</FormEnd>
      </form>
    </Dialog>
  )
}
