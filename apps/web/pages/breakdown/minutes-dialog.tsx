import { Dialog } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { nameMinutes } from '../../api/breakdown.ts'
import type { DocumentView } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

/** The 纪要 behind a readout, once it is issued. */
export const MinutesDialog = ({ document, onClose }: { document: DocumentView['document']; onClose: () => void }) => {
  const words = useWords()
  const act = useAct(
    (body: { version: number; minutesNumber: string | null; minutesOn: string | null }) =>
      nameMinutes(document.id, body),
    { done: words.minutesSaved, close: onClose, inPlace: true },
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    act.run({
      version: document.version,
      minutesNumber: textOf(form, 'minutesNumber'),
      minutesOn: textOf(form, 'minutesOn'),
    })
  }
  return (
    <Dialog title={words.minutesTitle} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <label>
          {words.minutesNumber}
          <input className="field" name="minutesNumber" maxLength={80} defaultValue={document.minutesNumber ?? ''} />
        </label>
        <label>
          {words.minutesOn}
          <input className="field" type="date" name="minutesOn" defaultValue={document.minutesOn ?? ''} />
        </label>
        <p className="note wide">{words.minutesNote}</p>
        <FormEnd act={act}>{words.save}</FormEnd>
      </form>
    </Dialog>
  )
}
