import { useState } from 'react'
import { makeTable, submitDocument } from '../../api/breakdown.ts'
import type { Approval } from '../../api/types.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { DecideDialog } from './decide-dialog.tsx'
import { HandoverDialog } from './handover-dialog.tsx'

type Step = { label: string; refused: string | null; busy: boolean; act: () => void }

const useSteps = (document: string, approval: Approval, open: (dialog: 'decide' | 'handover') => void) => {
  const words = useWords()
  const submit = useAct(() => submitDocument(document, {}), { done: words.sent })
  const table = useAct(
    async () => {
      await makeTable(document, { format: 'xlsx' })
      await makeTable(document, { format: 'docx' })
    },
    { done: words.madeTable },
  )
  const { refused } = approval
  return {
    submit: { label: words.submitAct, refused: refused.submit, busy: submit.busy, act: () => submit.run(undefined) },
    decide: { label: words.decideTitle, refused: refused.decide, busy: false, act: () => open('decide') },
    table: { label: words.makeTable, refused: refused.table, busy: table.busy, act: () => table.run(undefined) },
    handover: { label: words.handOverAct, refused: refused.handover, busy: false, act: () => open('handover') },
  } satisfies Record<string, Step>
}

type Steps = ReturnType<typeof useSteps>

/** The one step that moves the work on, and those beside it that can be taken again. */
const stepsNow = (steps: Steps, { stage, tables, since }: Approval): { main: Step; others: Step[] } => {
  const again = since.length > 0 ? [steps.submit] : []
  switch (stage) {
    case 'breakdown':
      return { main: steps.submit, others: [] }
    case 'submitted':
      return { main: steps.decide, others: [] }
    default:
      return tables.length === 0
        ? { main: steps.table, others: [...again, steps.handover] }
        : { main: steps.handover, others: [...again, steps.table] }
  }
}

const StepButton = ({ step, primary }: { step: Step; primary: boolean }) => (
  <button
    type="button"
    className={primary ? 'btn primary' : 'btn'}
    data-act={primary ? 'stage' : undefined}
    disabled={step.refused !== null || step.busy}
    title={step.refused ?? undefined}
    onClick={step.act}
  >
    {step.label}
  </button>
)

/** Top right: 送审 → 审定 → 生成《任务分解表》 → 交办. A step that cannot be taken says why. */
export const ApprovalAction = ({ document, approval }: { document: string; approval: Approval }) => {
  const [dialog, setDialog] = useState<'decide' | 'handover' | null>(null)
  const { main, others } = stepsNow(useSteps(document, approval, setDialog), approval)
  const last = approval.submissions.at(-1)
  const close = () => setDialog(null)
  return (
    <>
      {others.map((step) => (
        <StepButton key={step.label} step={step} primary={false} />
      ))}
      {main.refused ? <span className="note">{main.refused}</span> : null}
      <StepButton step={main} primary />
      {dialog === 'decide' && last ? <DecideDialog submission={last} onClose={close} /> : null}
      {dialog === 'handover' ? <HandoverDialog document={document} approval={approval} onClose={close} /> : null}
    </>
  )
}
