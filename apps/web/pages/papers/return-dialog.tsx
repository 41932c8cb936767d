import { Dialog } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { returnPaper } from '../../api/papers.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

/** 收回改稿: the edited Word file comes back whole; a fault is told here and the choice stays. */
export const ReturnDialog = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const words = useWords()
  const act = useAct(returnPaper, { done: words.revisionReturned, close: onClose, inPlace: true })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const file = new FormData(event.currentTarget).get('file')
    if (file instanceof File) act.run({ id, file })
  }
  return (
    <Dialog title={words.returnPaper} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <label className="wide">
          {words.editedFile}
          <input className="field" type="file" name="file" required accept=".docx" />
        </label>
        <p className="note wide">{words.returnHint}</p>
        <FormEnd act={act}>{words.returnPaper}</FormEnd>
      </form>
    </Dialog>
  )
}
