import { useNavigate } from '@tanstack/react-router'
import { Dialog, fill } from '@yundiao/ui'
import { type ChangeEvent, type FormEvent, useState } from 'react'
import { addDocument } from '../../api/directives.ts'
import type { DocumentKind } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { useKinds } from './document-kinds.ts'

/** Brings a text in, pasted or from a file, exactly as it is; it is parsed at once. */
export const ImportDocumentDialog = ({ meeting, onClose }: { meeting: string | null; onClose: () => void }) => {
  const words = useWords()
  const kinds = useKinds()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const act = useAct(addDocument, {
    done: words.imported,
    inPlace: true,
    after: ({ id }) => void navigate({ to: '/documents/$id', params: { id } }),
  })
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    if (file) void file.text().then(setText)
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const title = textOf(form, 'title')
    const kind = (textOf(form, 'kind') ?? 'readout') as DocumentKind
    act.run({ ...(title ? { title } : {}), kind, number: textOf(form, 'number'), meeting, text })
  }
  return (
    <Dialog title={words.importText} onClose={onClose} wide>
      <form className="fields" onSubmit={submit}>
        <label>
          {words.basis}
          <select className="field" name="kind">
            {kinds.map((kind) => (
              <option key={kind.key} value={kind.key}>
                {kind.label}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.documentNumber}
          <input className="field" name="number" />
        </label>
        <label>
          {words.title}
          <input className="field" name="title" />
        </label>
        <label className="wide">
          {words.textFile}
          <input className="field" type="file" accept=".txt,text/plain" onChange={pick} />
        </label>
        <label className="wide">
          {words.originalText} <small>{fill(words.characters, { n: text.length })}</small>
          <textarea
            className="field serif"
            rows={10}
            required
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <p className="note wide">{words.importNote}</p>
        <FormEnd act={act} unready={text === ''}>
          {words.importText}
        </FormEnd>
      </form>
    </Dialog>
  )
}
