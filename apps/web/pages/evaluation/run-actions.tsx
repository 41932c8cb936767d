import { useNavigate } from '@tanstack/react-router'
import { Button } from '@yundiao/ui'
import { useState } from 'react'
import { evaluationHref, gradeNoticeHref, makeGradeNotice } from '../../api/evaluation.ts'
import type { EvaluationRun, EvaluationView } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { useMay } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { PublishDialog } from './publish-dialog.tsx'
import { SettleDialog } from './settle-dialog.tsx'
import { RemoveDialog, WithdrawDialog } from './withdraw-dialog.tsx'

type RunActionsProps = { view: EvaluationView; on: string | undefined }

/** The step the run waits for; one that may not be taken yet stays, with its reason. */
const NextStep = ({
  view,
  onPublish,
  onSettle,
}: {
  view: EvaluationView
  onPublish: () => void
  onSettle: () => void
}) => {
  const words = useWords()
  const isPublic = view.run.state === '公示'
  const { can, why } = isPublic ? view.may.settle : view.may.publish
  // Whoever may not keep evaluations at all is not told at each button.
  if (view.run.state === '定稿' || (!can && (why === null || !view.may.change.can))) return null
  return (
    <>
      {why && !can ? (
        <span id="step-why" className="note reason">
          {why}
        </span>
      ) : null}
      <Button
        primary
        disabled={!can}
        aria-describedby={can ? undefined : 'step-why'}
        onClick={isPublic ? onSettle : onPublish}
      >
        {isPublic ? words.evSettle : words.evPublish}
      </Button>
    </>
  )
}

type Open = 'publish' | 'settle' | 'withdraw' | 'remove'

const noticeWords = ({ state }: EvaluationRun, words: Words): { made: string; file: string } => {
  if (state === '定稿') return { made: words.evResultPaper, file: words.evResultFile }
  if (state === '已撤回') return { made: words.evWithdrawnNotice, file: words.evWithdrawnFile }
  return { made: words.evNotice, file: words.evNoticeFile }
}

/** One step back, where it may be taken: a 试算 goes away, a 公示 is withdrawn. */
const StepBack = ({ view, onOpen }: { view: EvaluationView; onOpen: (open: Open) => void }) => {
  const words = useWords()
  const { withdraw, remove } = view.may
  return (
    <>
      {remove.can ? <Button onClick={() => onOpen('remove')}>{words.evRemove}</Button> : null}
      {withdraw.can ? <Button onClick={() => onOpen('withdraw')}>{words.evWithdraw}</Button> : null}
    </>
  )
}

const Dialogs = ({ view, open, onClose }: { view: EvaluationView; open: Open | null; onClose: () => void }) => {
  switch (open) {
    case 'publish':
      return <PublishDialog view={view} onClose={onClose} />
    case 'settle':
      return <SettleDialog run={view.run} onClose={onClose} />
    case 'withdraw':
      return <WithdrawDialog run={view.run} onClose={onClose} />
    case 'remove':
      return <RemoveDialog run={view.run} onClose={onClose} />
    case null:
      return null
  }
}

/** Out as a sheet or a notice, one step back, and the next step: 公示, then 定稿. */
export const RunActions = ({ view, on }: RunActionsProps) => {
  const words = useWords()
  const navigate = useNavigate()
  const mayMake = useMay('paper.make')
  const [open, setOpen] = useState<Open | null>(null)
  const notice = useAct(makeGradeNotice, {
    done: words.evNoticeMade,
    after: ({ id }) => void navigate({ to: '/papers/$id', params: { id } }),
  })
  const { run } = view
  const told = noticeWords(run, words)
  const isShown = view.refusal === null
  // A notice tells how the run stands now: none is made of a past day.
  const mayTell = view.may.notice.can && on === undefined
  // Formulas are for who may see everybody's values.
  const isWhole = view.rows.every(({ rank, score }) => rank === null || score !== null)
  return (
    <>
      {isShown ? (
        <a className="btn" href={evaluationHref(run.id, on)} download>
          {isWhole ? words.evExport : words.evExportPlain}
        </a>
      ) : null}
      {mayMake && mayTell ? (
        <Button disabled={notice.busy} onClick={() => notice.run(run.id)}>
          {told.made}
        </Button>
      ) : null}
      {!mayMake && view.may.change.can && mayTell ? (
        <a className="btn" href={gradeNoticeHref(run.id)} download>
          {told.file}
        </a>
      ) : null}
      {on === undefined ? <StepBack view={view} onOpen={setOpen} /> : null}
      {on === undefined && isShown ? (
        <NextStep view={view} onPublish={() => setOpen('publish')} onSettle={() => setOpen('settle')} />
      ) : null}
      <Dialogs view={view} open={open} onClose={() => setOpen(null)} />
    </>
  )
}
