import { Dialog, fill } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { actOnItem, addProgress, attachFile, type NewProgress } from '../../api/items.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { useMe } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { fileIn, ScanField } from './scan-field.tsx'
import { UnitSelect } from './unit-select.tsx'

const percentOf = (text: string | null): number | null => (text === null ? null : Number(text))

type Note = { form: FormData; asOf: string }

const noteOf = async (item: string, { form, asOf }: Note): Promise<NewProgress> => {
  const scan = fileIn(form)
  const file = scan ? (await attachFile(item, scan)).id : null
  const unit = textOf(form, 'unit')
  return {
    asOf,
    text: textOf(form, 'text') ?? '',
    percent: percentOf(textOf(form, 'percent')),
    problems: textOf(form, 'problems'),
    nextSteps: textOf(form, 'nextSteps'),
    ...(file === null ? {} : { file }),
    ...(form.has('signedOffline') ? { signedOffline: true } : {}),
    ...(unit === null ? {} : { unit, onBehalfOf: textOf(form, 'onBehalfOf') }),
  }
}

/** Says it is done: the note goes in as 申请办结. */
const ask = async (item: string, note: Note): Promise<unknown> => {
  const { asOf, text, problems, file, signedOffline } = await noteOf(item, note)
  return actOnItem(item, 'ask', {
    asOf,
    text,
    problems,
    ...(file ? { file } : {}),
    ...(signedOffline ? { signedOffline } : {}),
  })
}

const OnBehalf = () => {
  const words = useWords()
  const [unit, setUnit] = useState('')
  return (
    <>
      <div>
        <span className="note">{words.onBehalfUnit}</span>
        <UnitSelect
          label={words.onBehalfUnit}
          name="unit"
          empty={words.ownUnitChoice}
          value={unit}
          onChange={setUnit}
        />
      </div>
      {unit === '' ? null : (
        <label>
          {words.onBehalfHow}
          <input className="field" name="onBehalfOf" required maxLength={200} />
        </label>
      )}
    </>
  )
}

type ProgressProps = {
  item: string
  longest: number
  /** 申请办结 instead of a note on the way. */
  closing?: boolean
  /** The office may keep it for a unit (代录). */
  forOthers?: boolean
  onClose: () => void
}

const LongText = ({ longest, onTooLong }: { longest: number; onTooLong: (isTooLong: boolean) => void }) => {
  const words = useWords()
  const [length, setLength] = useState(0)
  const isTooLong = length > longest
  const type = (text: string) => {
    setLength(text.trim().length)
    onTooLong(text.trim().length > longest)
  }
  return (
    <label className="wide">
      {words.progress}
      <textarea
        className="field"
        name="text"
        rows={4}
        required
        aria-describedby="progress-length"
        aria-invalid={isTooLong}
        onChange={(event) => type(event.target.value)}
      />
      <span id="progress-length" className={isTooLong ? 'problem' : 'note'} role={isTooLong ? 'alert' : undefined}>
        {fill(isTooLong ? words.progressTooLong : words.progressLength, {
          n: length,
          most: longest,
          over: length - longest,
        })}
      </span>
    </label>
  )
}

/** 反馈进展 as of a day, or 申请办结: what happened, how far, what stands in the way, what comes next; the stamped scan. */
export const ProgressDialog = ({ item, longest, closing = false, forOthers = false, onClose }: ProgressProps) => {
  const words = useWords()
  const me = useMe()
  const [isTooLong, setTooLong] = useState(false)
  const send = async (note: Note): Promise<unknown> =>
    closing ? ask(item, note) : addProgress(item, await noteOf(item, note))
  const act = useAct(send, { done: closing ? words.askedClosing : words.saved, close: onClose, inPlace: true })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    act.run({ form, asOf: textOf(form, 'asOf') ?? me.businessDay })
  }
  return (
    <Dialog title={closing ? words.askClosing : words.feedback} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        {closing ? <p className="note wide">{words.askClosingNote}</p> : null}
        <label>
          {words.asOfDay}
          <input
            className="field"
            type="date"
            name="asOf"
            required
            max={me.businessDay}
            defaultValue={me.businessDay}
          />
        </label>
        {closing ? null : (
          <label>
            {words.percentDone}（%）
            <input className="field" type="number" name="percent" min="0" max="100" step="0.1" />
          </label>
        )}
        <LongText longest={longest} onTooLong={setTooLong} />
        <label className="wide">
          {words.problems}
          <textarea className="field" name="problems" rows={2} />
        </label>
        {closing ? null : (
          <label className="wide">
            {words.nextSteps}
            <textarea className="field" name="nextSteps" rows={2} />
          </label>
        )}
        {forOthers && !closing ? <OnBehalf /> : null}
        <ScanField stamped />
        <FormEnd act={act} unready={isTooLong}>
          {closing ? words.askClosing : words.submitReport}
        </FormEnd>
      </form>
    </Dialog>
  )
}
