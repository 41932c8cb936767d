import { useQuery } from '@tanstack/react-query'
import { Dialog, ProblemNote } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { unitsQuery } from '../../api/admin.ts'
import { changeItem, type ItemChange } from '../../api/directives.ts'
import type { ClosureKind, ItemView, UnitRow } from '../../api/types.ts'
import { textOf } from '../../shell/form-text.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { isDay } from './clause-editor.tsx'
import { closureKindOf, closureKinds } from './closure-kinds.ts'
import { UnitChecks, unitIds } from './unit-checks.tsx'
import { UnitSelect } from './unit-select.tsx'

const isSame = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join() === [...b].sort().join()

/** Only what changed is sent. While the list of units is not read, the units stay as they are. */
const changeOf = (item: ItemView['item'], form: FormData, units: readonly UnitRow[] | undefined): ItemChange => {
  const change: ItemChange = { version: item.version }
  const title = textOf(form, 'title')
  if (title && title !== item.title) change.title = title
  const deadline = textOf(form, 'deadline')
  if (deadline !== (isDay(item.deadline) ? item.deadline : null)) change.deadline = deadline
  const measure = textOf(form, 'measure')
  if (measure !== item.measure) change.measure = measure
  const kind = textOf(form, 'kind') as ClosureKind | null
  if (kind !== closureKindOf(item.kind)) change.closureKind = kind
  if (!units) return change
  const lead = textOf(form, 'unit')
  if (lead !== item.leadUnitId) change.leadUnit = lead
  const assist = form.getAll('assist').map(String)
  if (!isSame(assist, unitIds(units, item.assistUnits))) change.assistUnits = assist
  return change
}

/** 填写缺项. */
export const EditItemDialog = ({ item, onClose }: { item: ItemView['item']; onClose: () => void }) => {
  const words = useWords()
  const units = useQuery(unitsQuery)
  const act = useAct((body: ItemChange) => changeItem(item.id, body), {
    done: words.saved,
    after: onClose,
    inPlace: true,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    act.run(changeOf(item, new FormData(event.currentTarget), units.data))
  }
  const lead = item.leadUnitId ?? ''
  return (
    <Dialog title={words.fillGaps} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <label className="wide">
          {words.item}
          <textarea className="field" name="title" rows={2} required defaultValue={item.title} />
        </label>
        <div>
          <span className="note">{words.leadUnit}</span>
          <UnitSelect key={units.data ? lead : ''} label={words.leadUnit} name="unit" defaultValue={lead} />
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
        <UnitChecks legend={words.assistUnits} name="assist" chosen={item.assistUnits} />
        <label className="wide">
          {words.measureOrResult}
          <input className="field" name="measure" defaultValue={item.measure ?? ''} />
        </label>
        <label className="wide">
          {words.closureKind}
          <select className="field" name="kind" defaultValue={closureKindOf(item.kind) ?? ''}>
            <option value="">{words.pending}</option>
            {closureKinds(words).map((kind) => (
              <option key={kind.key} value={kind.key}>
                {kind.label}（{kind.note}）
              </option>
            ))}
          </select>
        </label>
        {act.problem ? (
          <div className="wide">
            <ProblemNote problem={act.problem} />
          </div>
        ) : null}
        <div className="actions wide">
          <button type="submit" className="btn primary" disabled={act.busy}>
            {words.save}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
