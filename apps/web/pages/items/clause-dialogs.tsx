import { Dialog } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { declineClause, mergeClause } from '../../api/directives.ts'
import type { ClauseRow } from '../../api/types.ts'
import { textOf } from '../../shell/form-text.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

const REASONS = ['背景或评价表述，不是要求', '与其他要求重复', '不属本市职责', '已在其他事项中办理']

type ClauseDialogProps = { clause: ClauseRow; onClose: () => void; onSettled: () => void }

/** 不立项 always has a reason; it stands in the record. */
export const DeclineDialog = ({ clause, onClose, onSettled }: ClauseDialogProps) => {
  const words = useWords()
  const settled = () => {
    onClose()
    onSettled()
  }
  const act = useAct((body: { version: number; reason: string }) => declineClause(clause.id, body), {
    done: words.declined,
    after: settled,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const reason = textOf(form, 'other') ?? textOf(form, 'reason')
    if (reason) act.run({ version: clause.version, reason })
  }
  return (
    <Dialog title={words.decline} onClose={onClose}>
      <p className="serif">{clause.text}</p>
      <form className="fields" onSubmit={submit}>
        <label className="wide">
          {words.reason}
          <select className="field" name="reason">
            {REASONS.map((reason) => (
              <option key={reason}>{reason}</option>
            ))}
          </select>
        </label>
        <label className="wide">
          {words.otherReason}
          <input className="field" name="other" />
        </label>
        <div className="actions wide">
          <button type="submit" className="btn primary" disabled={act.busy}>
            {words.decline}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

type MergeDialogProps = ClauseDialogProps & { targets: readonly { item: string; title: string }[] }

/** 并入 an item already set up from this text; the newest stands first. */
export const MergeDialog = ({ clause, targets, onClose, onSettled }: MergeDialogProps) => {
  const words = useWords()
  const settled = () => {
    onClose()
    onSettled()
  }
  const act = useAct((body: { version: number; into: string }) => mergeClause(clause.id, body), {
    done: words.merged,
    after: settled,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const into = textOf(new FormData(event.currentTarget), 'into')
    if (into) act.run({ version: clause.version, into })
  }
  return (
    <Dialog title={words.mergeInto} onClose={onClose}>
      <p className="serif">{clause.text}</p>
      <form className="fields" onSubmit={submit}>
        <label className="wide">
          {words.item}
          <select className="field" name="into" required>
            {targets.map((target) => (
              <option key={target.item} value={target.item}>
                {target.title}
              </option>
            ))}
          </select>
        </label>
        <div className="actions wide">
          <button type="submit" className="btn primary" disabled={act.busy}>
            {words.mergeInto}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
