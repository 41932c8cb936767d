import { Dialog } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { fileAppeal } from '../../api/evaluation.ts'
import type { EvaluationView } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { fileIn } from '../items/scan-field.tsx'
import { rankedRows } from './rank-rows.ts'

type AppealDialogProps = { view: EvaluationView; unit?: string; onClose: () => void }

/** Which unit, which input, what it should be, on what evidence. */
export const AppealDialog = ({ view, unit, onClose }: AppealDialogProps) => {
  const words = useWords()
  const own = view.rows.filter((row) => row.own)
  const units = rankedRows(own.length > 0 ? own : view.rows, [])
  const leaves = view.items.filter(({ leaf }) => leaf)
  const [code, setCode] = useState(leaves[0]?.code ?? '')
  const shown = leaves.find((item) => item.code === code)?.inputs.find(({ role }) => role === 'value')
  const act = useAct(fileAppeal, { done: words.evFiledDone, after: onClose, inPlace: true })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const asked = textOf(form, 'asked')
    act.run({
      id: view.run.id,
      unit: textOf(form, 'unit') ?? '',
      indicator: code,
      asked: asked === null ? null : Number(asked),
      reason: textOf(form, 'reason') ?? '',
      file: fileIn(form, 'file'),
    })
  }
  return (
    <Dialog title={words.evFileAppeal} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <label className="wide">
          {words.evUnit}
          <select className="field" name="unit" required defaultValue={unit ?? units[0]?.unit}>
            {units.map((row) => (
              <option key={row.unit} value={row.unit}>
                {row.name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.evIndicator}
          <select className="field" value={code} onChange={({ target }) => setCode(target.value)}>
            {leaves.map((item) => (
              <option key={item.code} value={item.code}>
                {item.name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.evAsked}
          {shown ? `（${shown.label}，${shown.unitShown}）` : ''}
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
        <FormEnd act={act}>{words.evFileAppeal}</FormEnd>
      </form>
    </Dialog>
  )
}
