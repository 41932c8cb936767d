import { useQuery } from '@tanstack/react-query'
import { Dialog } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { unitsQuery } from '../../api/admin.ts'
import { changeItem, type ItemChange } from '../../api/items.ts'
import type { ClosureKind, ItemView, UnitRow } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { closureKindOf, closureKinds } from './closure-kinds.ts'
import { DueField } from './due-field.tsx'
import { LeaderField } from './leader-field.tsx'
import { UnitChecks } from './unit-checks.tsx'
import { UnitSelect } from './unit-select.tsx'

type Item = ItemView['item']

const isSame = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join() === [...b].sort().join()

/** 完成时限 as it stands in the field: its words where they name no day, else the day. */
const dueText = (item: Item): string => item.deadline ?? item.deadlineWords ?? ''

const TEXTS = [
  'measure',
  'leadLeader',
  'steps',
  'remark',
  'feedback',
  'sourceTitle',
  'sourceNumber',
  'sourceOn',
  'quote',
] as const

const heldText = (item: Item, name: (typeof TEXTS)[number]): string | null => {
  switch (name) {
    case 'sourceTitle':
      return item.source.title
    case 'sourceNumber':
      return item.source.number
    case 'sourceOn':
      return item.source.on
    case 'quote':
      return item.source.quote
    default:
      return item[name]
  }
}

/** Only what changed is sent. While the list of units is not read, the units stay as they are. */
const changeOf = (item: Item, form: FormData, units: readonly UnitRow[] | undefined): ItemChange => {
  const change: ItemChange = { version: item.version }
  const title = textOf(form, 'title')
  if (title && title !== item.title) change.title = title
  const deadline = textOf(form, 'deadline')
  if ((deadline ?? '') !== dueText(item)) change.deadline = deadline
  for (const name of TEXTS) {
    const text = textOf(form, name)
    if (form.has(name) && text !== heldText(item, name)) change[name] = text
  }
  const kind = textOf(form, 'kind') as ClosureKind | null
  if (kind !== closureKindOf(item.kind)) change.closureKind = kind
  if (!units) return change
  const lead = textOf(form, 'unit')
  if (lead !== item.leadUnitId) change.leadUnit = lead
  const assist = form.getAll('assist').map(String)
  if (!isSame(assist, item.assistUnitIds)) change.assistUnits = assist
  return change
}

const Basis = ({ item }: { item: Item }) => {
  const words = useWords()
  return (
    <>
      <label>
        {words.basisTitle}
        <input className="field" name="sourceTitle" maxLength={200} defaultValue={item.source.title ?? ''} />
      </label>
      <label>
        {words.documentNumber}
        <input className="field" name="sourceNumber" maxLength={80} defaultValue={item.source.number ?? ''} />
      </label>
      <label>
        {words.onSource}
        <input className="field" type="date" name="sourceOn" defaultValue={item.source.on ?? ''} />
      </label>
      {item.sentence ? null : (
        <label className="wide">
          {words.quote}
          <textarea className="field" name="quote" rows={2} maxLength={2000} defaultValue={item.source.quote ?? ''} />
        </label>
      )}
    </>
  )
}

const Task = ({ item, units }: { item: Item; units: readonly UnitRow[] | undefined }) => {
  const words = useWords()
  const lead = item.leadUnitId ?? ''
  return (
    <>
      <label className="wide">
        {words.item}
        <textarea className="field" name="title" rows={2} required defaultValue={item.title} />
      </label>
      <div>
        <span className="note">{words.leadUnit}</span>
        <UnitSelect key={units ? lead : ''} label={words.leadUnit} name="unit" defaultValue={lead} />
      </div>
      <LeaderField defaultValue={item.leadLeader ?? ''} />
      <DueField defaultValue={dueText(item)} />
      <label>
        {words.feedbackEveryShort}
        <input className="field" name="feedback" maxLength={60} defaultValue={item.feedback ?? ''} />
      </label>
      <UnitChecks legend={words.assistUnits} name="assist" chosen={item.assistUnits} />
      <label className="wide">
        {words.measureOrResult}
        <input className="field" name="measure" maxLength={500} defaultValue={item.measure ?? ''} />
      </label>
      <label className="wide">
        {words.steps}
        <textarea className="field" name="steps" rows={2} maxLength={1000} defaultValue={item.steps ?? ''} />
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
    </>
  )
}

/** 填写缺项, 修改: every field of sheets T3 and T4 a person fills in. */
export const EditItemDialog = ({ item, onClose }: { item: Item; onClose: () => void }) => {
  const words = useWords()
  const units = useQuery(unitsQuery)
  const act = useAct((body: ItemChange) => changeItem(item.id, body), {
    done: words.saved,
    close: onClose,
    inPlace: true,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    act.run(changeOf(item, new FormData(event.currentTarget), units.data))
  }
  return (
    <Dialog title={words.fillGaps} onClose={onClose} wide>
      <form className="fields" onSubmit={submit}>
        <Task item={item} units={units.data} />
        <Basis item={item} />
        <label className="wide">
          {words.remarks}
          <textarea className="field" name="remark" rows={2} maxLength={1000} defaultValue={item.remark ?? ''} />
        </label>
        <FormEnd act={act}>{words.save}</FormEnd>
      </form>
    </Dialog>
  )
}
