import { useNavigate } from '@tanstack/react-router'
import { Dialog } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { addItem } from '../../api/directives.ts'
import type { DocumentKind } from '../../api/types.ts'
import { textOf } from '../../shell/form-text.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { useKinds } from './document-kinds.ts'
import { UnitSelect } from './unit-select.tsx'

type NewItemDialogProps = { meeting: { id: string; title: string } | null; onClose: () => void }

/** 登记一件: who, what, by when, and on what authority. What is not known stays 待明确. */
export const NewItemDialog = ({ meeting, onClose }: NewItemDialogProps) => {
  const words = useWords()
  const kinds = useKinds()
  const navigate = useNavigate()
  const act = useAct(addItem, {
    done: words.registered,
    after: ({ id }) => (meeting ? onClose() : void navigate({ to: '/items/$id', params: { id } })),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    act.run({
      title: textOf(form, 'title') ?? '',
      leadUnit: textOf(form, 'unit'),
      deadline: textOf(form, 'deadline'),
      measure: textOf(form, 'measure'),
      document: null,
      meeting: meeting?.id ?? null,
      source: {
        kind: (textOf(form, 'kind') ?? 'instruction') as DocumentKind,
        title: textOf(form, 'source') ?? '',
        number: textOf(form, 'number'),
      },
    })
  }
  return (
    <Dialog title={meeting ? words.noteOne : words.register} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <label className="wide">
          {words.item}
          <textarea className="field" name="title" rows={2} required />
        </label>
        <div>
          <span className="note">{words.leadUnit}</span>
          <UnitSelect label={words.leadUnit} name="unit" />
        </div>
        <label>
          {words.deadline}
          <input className="field" type="date" name="deadline" />
        </label>
        <label className="wide">
          {words.measureOrResult}
          <input className="field" name="measure" />
        </label>
        <label>
          {words.basis}
          <select className="field" name="kind" defaultValue={meeting ? 'minutes' : 'instruction'}>
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
        <label className="wide">
          {words.basisTitle}
          <input className="field" name="source" required defaultValue={meeting?.title ?? ''} />
        </label>
        <div className="actions wide">
          <button type="submit" className="btn primary" disabled={act.busy}>
            {words.setUp}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
