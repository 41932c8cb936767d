import { useNavigate } from '@tanstack/react-router'
import { Button } from '@yundiao/ui'
import { useState } from 'react'
import { evaluationHref, gradeNoticeHref, makeGradeNotice } from '../../api/evaluation.ts'
import type { EvaluationView } from '../../api/types.ts'
import { useMay } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { PublishDialog } from './publish-dialog.tsx'
import { SettleDialog } from './settle-dialog.tsx'

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

/** Out as a sheet or a notice, and the next step: 公示, then 定稿. */
export const RunActions = ({ view, on }: RunActionsProps) => {
  const words = useWords()
  const navigate = useNavigate()
  const mayMake = useMay('paper.make')
  const [open, setOpen] = useState<'publish' | 'settle' | null>(null)
  const notice = useAct(makeGradeNotice, {
    done: words.evNoticeMade,
    after: ({ id }) => void navigate({ to: '/papers/$id', params: { id } }),
  })
  const { run } = view
  const isShown = view.refusal === null
  // Formulas are for who may see everybody's values.
  const isWhole = view.rows.every(({ rank, score }) => rank === null || score !== null)
  return (
    <>
      {isShown ? (
        <a className="btn" href={evaluationHref(run.id, on)} download>
          {isWhole ? words.evExport : words.evExportPlain}
        </a>
      ) : null}
      {mayMake && isShown ? (
        <Button disabled={notice.busy} onClick={() => notice.run(run.id)}>
          {run.state === '定稿' ? words.evResultPaper : words.evNotice}
        </Button>
      ) : null}
      {!mayMake && view.may.change.can && isShown ? (
        <a className="btn" href={gradeNoticeHref(run.id)} download>
          {run.state === '定稿' ? words.evResultFile : words.evNoticeFile}
        </a>
      ) : null}
      {on === undefined && isShown ? (
        <NextStep view={view} onPublish={() => setOpen('publish')} onSettle={() => setOpen('settle')} />
      ) : null}
      {open === 'publish' ? <PublishDialog view={view} onClose={() => setOpen(null)} /> : null}
      {open === 'settle' ? <SettleDialog run={run} onClose={() => setOpen(null)} /> : null}
    </>
  )
}
