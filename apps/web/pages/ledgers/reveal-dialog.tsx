import { Dialog, fill, Mark } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { revealField } from '../../api/ledgers.ts'
import type { LedgerView } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

type RevealProps = { ledger: string; entry: string; field: LedgerView['personal'][number]; onClose: () => void }

/** One personal value, for a reason that goes on record. It lives in this dialog alone, and ends with it. */
export const RevealDialog = ({ ledger, entry, field, onClose }: RevealProps) => {
  const words = useWords()
  const [shown, setShown] = useState<{ value: string | null } | null>(null)
  const act = useAct((reason: string) => revealField(ledger, entry, { field: field.name, reason }), {
    after: setShown,
    inPlace: true,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    act.run(textOf(new FormData(event.currentTarget), 'reason') ?? '')
  }
  return (
    <Dialog title={fill(words.lookAt, { label: field.label })} onClose={onClose}>
      {shown ? (
        <p role="status">
          {field.label}　<b>{shown.value ?? <Mark word="缺" />}</b>
          <br />
          <span className="note">{words.lookOnce}</span>
        </p>
      ) : (
        <form className="fields" onSubmit={submit}>
          <label className="wide">
            {words.lookReason}
            <textarea className="field" name="reason" rows={3} required minLength={2} maxLength={500} />
          </label>
          <p className="note wide">{words.lookNote}</p>
          <FormEnd act={act}>{words.look}</FormEnd>
        </form>
      )}
    </Dialog>
  )
}
