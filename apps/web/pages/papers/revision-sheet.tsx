import { Button, Dialog, fill, Mark, Sheet, StateTag } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { declineRevision, paperHref } from '../../api/papers.ts'
import type { Decision, PaperView, Revision } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { NumberFindings } from './number-findings.tsx'
import { SettleDialog } from './settle-dialog.tsx'
import { TextFindings } from './text-findings.tsx'

const DeclineDialog = ({ id, revision, onClose }: { id: string; revision: string; onClose: () => void }) => {
  const words = useWords()
  const act = useAct(declineRevision, { done: words.saved, close: onClose, inPlace: true })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = textOf(new FormData(event.currentTarget), 'reason')
    if (reason) act.run({ id, revision, reason })
  }
  return (
    <Dialog title={words.declineRevision} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <label className="wide">
          {words.declineReason}
          <input className="field" name="reason" required maxLength={200} />
        </label>
        <FormEnd act={act}>{words.declineRevision}</FormEnd>
      </form>
    </Dialog>
  )
}

type RevisionSheetProps = { paper: PaperView; revision: Revision; mayWork: boolean }

/** An edited copy: what changed in its numbers, each decided by a person with a reason, and in its words. */
export const RevisionSheet = ({ paper, revision, mayWork }: RevisionSheetProps) => {
  const words = useWords()
  const { findings } = revision
  const isOpen = mayWork && revision.state === '待处理' && paper.state !== '定稿'
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Decision>>(
    new Map(revision.decisions.map((one) => [one.name, one])),
  )
  const [asking, setAsking] = useState<'adopt' | 'decline' | null>(null)
  const close = () => setAsking(null)
  const left = [...findings.changed, ...findings.unbound].filter(({ name }) => !decisions.get(name)?.reason.trim())
  const decide = (decision: Decision) => setDecisions((old) => new Map(old).set(decision.name, decision))
  return (
    <Sheet
      className="noprint"
      title={
        <>
          {fill(words.revision, { n: revision.seq })} <StateTag>{revision.state}</StateTag>
        </>
      }
      foot={
        <div className="revision-acts">
          {isOpen ? (
            <>
              <Button primary disabled={left.length > 0} onClick={() => setAsking('adopt')}>
                {words.adoptRevision}
              </Button>
              <Button onClick={() => setAsking('decline')}>{words.declineRevision}</Button>
            </>
          ) : null}
          <a className="btn" href={paperHref(paper.id, { revision: revision.id })} download>
            {words.downloadReturned}
          </a>
          {isOpen && left.length > 0 ? (
            <span className="note">{fill(words.numbersLeft, { n: left.length })}</span>
          ) : null}
        </div>
      }
    >
      <p className="note">
        {revision.name} · {revision.by} {revision.on}
        {revision.settledBy
          ? ` · ${fill(words.revisionSettled, { by: revision.settledBy, on: revision.settledOn ?? '' })}`
          : ''}
      </p>
      {findings.changed.length + findings.unbound.length + findings.removed.length === 0 ? (
        <p className="note">{words.noRevisionFindings}</p>
      ) : (
        <NumberFindings findings={findings} decisions={decisions} onDecide={isOpen ? decide : null} />
      )}
      {findings.removed.length > 0 ? (
        <p className="note">
          {fill(words.removedNumbers, { n: findings.removed.length })}：
          {findings.removed.map(({ was }) => was).join('、')} <Mark word="缺" />
        </p>
      ) : null}
      <TextFindings findings={findings} />
      {asking === 'adopt' ? (
        <SettleDialog
          paper={paper}
          taken={{ revision: revision.id, decisions: [...decisions.values()] }}
          onClose={close}
        />
      ) : null}
      {asking === 'decline' ? <DeclineDialog id={paper.id} revision={revision.id} onClose={close} /> : null}
    </Sheet>
  )
}
