import { useQuery } from '@tanstack/react-query'
import { ChoiceBox, Dialog, fill, readable } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { fileAppeal, unitCardQuery } from '../../api/evaluation.ts'
import type { EvaluationView } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { fileIn } from '../items/scan-field.tsx'
import { type AppealInput, appealInputs } from './appeal-inputs.ts'
import { unitChoices } from './unit-choices.ts'

const InputChoice = ({ inputs, onChoose }: { inputs: readonly AppealInput[]; onChoose: (code: string) => void }) => {
  const words = useWords()
  return (
    <label className="wide">
      {words.evAppealInput}
      <select className="field" name="input" required onChange={({ target }) => onChoose(target.value)}>
        {inputs.map(({ code, label, shown, unitShown, usedIn }) => (
          <option key={code} value={code}>
            {label}　{shown === null ? words.evNoValue : `${readable(shown)} ${unitShown}`}
            {usedIn.some((name) => name !== label) ? fill(words.evUsedIn, { names: usedIn.join('、') }) : ''}
          </option>
        ))}
      </select>
    </label>
  )
}

type AppealDialogProps = { view: EvaluationView; unit?: string; onClose: () => void }

/** Which unit, which of the numbers it was scored on, what it should be, on what evidence. */
export const AppealDialog = ({ view, unit, onClose }: AppealDialogProps) => {
  const words = useWords()
  const own = view.rows.filter((row) => row.own)
  const units = own.length > 0 ? own : view.rows
  const [subject, setSubject] = useState(unit ?? units[0]?.unit ?? '')
  const card = useQuery({ ...unitCardQuery(view.run.id, subject, undefined, undefined), enabled: subject !== '' })
  const inputs = appealInputs(card.isPlaceholderData ? [] : (card.data?.inputs ?? []))
  const [code, setCode] = useState('')
  const chosen = inputs.find((one) => one.code === code) ?? inputs[0]
  const act = useAct(fileAppeal, { done: words.evFiledDone, close: onClose, inPlace: true })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!chosen) return
    const form = new FormData(event.currentTarget)
    const asked = textOf(form, 'asked')
    act.run({
      id: view.run.id,
      unit: subject,
      indicator: chosen.code,
      asked: asked === null ? null : Number(asked),
      reason: textOf(form, 'reason') ?? '',
      file: fileIn(form, 'file'),
    })
  }
  return (
    <Dialog title={words.evFileAppeal} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <div className="wide">
          <ChoiceBox
            labelled
            label={words.evUnit}
            value={subject}
            onChoose={(key) => setSubject(key ?? '')}
            placeholder={words.evFindUnit}
            choices={unitChoices(units, words)}
          />
        </div>
        <InputChoice key={subject} inputs={inputs} onChoose={setCode} />
        {chosen ? <p className="note wide">{fill(words.evAppealField, { fields: chosen.fieldLabel })}</p> : null}
        <label>
          {words.evAsked}
          {chosen ? `（${chosen.unitShown}）` : ''}
          <input className="field" name="asked" type="number" step="any" inputMode="decimal" />
        </label>
        <label className="wide">
          {words.evAppealReason}
          <textarea className="field" name="reason" rows={3} required maxLength={500} />
        </label>
        <label className="wide">
          {words.evEvidence}
          <input className="field" type="file" name="file" accept=".pdf,.png,.jpg,.jpeg,.ofd,.docx,.xlsx" />
        </label>
        <FormEnd act={{ ...act, busy: act.busy || !chosen }}>{words.evFileAppeal}</FormEnd>
      </form>
    </Dialog>
  )
}
