import { Link, useNavigate } from '@tanstack/react-router'
import { Dialog, fill } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { decideAppeal } from '../../api/evaluation.ts'
import type { Appeal } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { valueText } from './score-text.ts'

type DecideProps = { appeal: Appeal; onClose: () => void }

const Verdict = ({ upheld, onChange }: { upheld: boolean | null; onChange: (upheld: boolean) => void }) => {
  const words = useWords()
  return (
    <fieldset className="checks rows wide">
      <legend>{words.evDecision}</legend>
      {[true, false].map((choice) => (
        <label key={String(choice)}>
          <input type="radio" name="upheld" required checked={upheld === choice} onChange={() => onChange(choice)} />{' '}
          {choice ? words.evUphold : words.evReject}{' '}
          <span className="note">{choice ? words.evUpholdNote : words.evRejectNote}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** A number made of several fields is mended there first; then the run takes what the ledger has. */
const SumNote = ({ appeal: { ledger, entry, fields } }: Pick<DecideProps, 'appeal'>) => {
  const words = useWords()
  return (
    <p className="note wide">
      {fill(words.evAppealSum, { fields: fields.join('、') })}{' '}
      {entry ? (
        <Link to="/ledgers/$id/$entry" params={{ id: ledger, entry }} target="_blank">
          {words.evOpenLedger}
        </Link>
      ) : null}
    </p>
  )
}

/** 采纳 corrects the input and scores again in a new run; 不采纳 says why. */
export const DecideAppealDialog = ({ appeal, onClose }: DecideProps) => {
  const words = useWords()
  const navigate = useNavigate()
  const [upheld, setUpheld] = useState<boolean | null>(null)
  const isSum = appeal.fields.length > 1
  const act = useAct(decideAppeal, {
    done: words.evDecided,
    inPlace: true,
    after: ({ run: made }) => {
      onClose()
      if (made) void navigate({ to: '/evaluation/$id', params: { id: made }, search: { view: 'appeals' } })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (upheld === null) return
    const form = new FormData(event.currentTarget)
    const value = textOf(form, 'value')
    act.run({
      id: appeal.evaluation,
      appeal: appeal.id,
      version: appeal.version,
      upheld,
      decision: textOf(form, 'decision') ?? '',
      decidedBy: textOf(form, 'decidedBy') ?? '',
      ...(upheld && value !== null ? { value: Number(value) } : {}),
    })
  }
  return (
    <Dialog title={`${words.evDecide}：${appeal.unitName}`} onClose={onClose}>
      <p>
        {appeal.label}　{words.evWas} {valueText(appeal.was, appeal.unitShown)}，{words.evAsked}{' '}
        {valueText(appeal.asked, appeal.unitShown)}。{appeal.reason}
      </p>
      <form className="fields" onSubmit={submit}>
        <Verdict upheld={upheld} onChange={setUpheld} />
        {upheld && isSum ? <SumNote appeal={appeal} /> : null}
        {upheld && !isSum ? (
          <label>
            {words.evCorrectedValue}（{appeal.unitShown}）
            <input
              className="field"
              name="value"
              type="number"
              step="any"
              inputMode="decimal"
              required
              defaultValue={appeal.asked ?? undefined}
            />
          </label>
        ) : null}
        <label>
          {words.evDecidedBy}
          <input className="field" name="decidedBy" required maxLength={60} />
        </label>
        <label className="wide">
          {words.evDecisionWords}
          <textarea className="field" name="decision" rows={2} required maxLength={500} />
        </label>
        <FormEnd act={{ ...act, busy: act.busy || upheld === null }}>{words.evDecide}</FormEnd>
      </form>
    </Dialog>
  )
}
