import { useQuery } from '@tanstack/react-query'
import { Dialog } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { unitsQuery } from '../../api/admin.ts'
import { changeItem, type ItemChange } from '../../api/directives.ts'
import type { ItemView } from '../../api/types.ts'
import { textOf } from '../../shell/form-text.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { isDay } from './clause-editor.tsx'
import { UnitSelect } from './unit-select.tsx'

/** 填写缺项: only what changed is sent. */
export const EditItemDialog = ({ item, onClose }: { item: ItemView['item']; onClose: () => void }) => {
  const words = useWords()
  const units = useQuery(unitsQuery)
  const unit = units.data?.find((one) => one.name === item.leadUnit)?.id ?? ''
  const act = useAct((body: ItemChange) => changeItem(item.id, body), { done: words.saved, after: onClose })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const change: ItemChange = { version: item.version }
    const title = textOf(form, 'title')
    if (title && title !== item.title) change.title = title
    const lead = textOf(form, 'unit')
    if (lead !== (unit || null)) change.leadUnit = lead
    const deadline = textOf(form, 'deadline')
    if (deadline !== (isDay(item.deadline) ? item.deadline : null)) change.deadline = deadline
    const measure = textOf(form, 'measure')
    if (measure !== item.measure) change.measure = measure
    act.run(change)
  }
  return (
    <Dialog title={words.fillGaps} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <label className="wide">
          {words.item}
          <textarea className="field" name="title" rows={2} required defaultValue={item.title} />
        </label>
        <div>
          <span className="note">{words.leadUnit}</span>
          <UnitSelect key={unit} label={words.leadUnit} name="unit" defaultValue={unit} />
        </div>
        <label>
          {words.deadline}
          <input
            className="field"
            type="date"
            name="deadline"
            defaultValue={isDay(item.deadline) ? item.deadline : ''}
          />
        </label>
        <label className="wide">
          {words.measureOrResult}
          <input className="field" name="measure" defaultValue={item.measure ?? ''} />
        </label>
        <div className="actions wide">
          <button type="submit" className="btn primary" disabled={act.busy}>
            {words.save}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
