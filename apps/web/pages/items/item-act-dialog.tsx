import { Dialog, fill } from '@yundiao/ui'
import { type FormEvent, type ReactNode, useState } from 'react'
import { actOnItem, type LifeAct } from '../../api/items.ts'
import type { ItemView } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { useMe } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { LeaderField } from './leader-field.tsx'
import { UnitPicker } from './unit-picker.tsx'

/** Acts that are a reason and little more. */
export type ReasonedAct = Exclude<LifeAct, 'ask' | 'unlink'>

export const actLabel = (act: ReasonedAct, words: Words): string =>
  ({
    extend: words.extend,
    pause: words.pause,
    resume: words.resume,
    reassign: words.reassign,
    check: words.checkItem,
    reopen: words.reopen,
    return: words.giveBack,
  })[act]

const Reason = ({ name, label }: { name: string; label: string }) => (
  <label className="wide">
    {label}
    <textarea className="field" name={name} rows={2} required maxLength={300} />
  </label>
)

const Extend = ({ item }: { item: ItemView['item'] }) => {
  const words = useWords()
  const due = item.extendedTo ?? item.deadline
  return (
    <>
      <label>
        {words.extendTo}
        <input className="field" type="date" name="to" required min={due ?? undefined} />
        <span className="note">{due ? fill(words.putOff, { day: due }) : ''}</span>
      </label>
      <LeaderField name="approver" label={words.approvedBy} />
      <Reason name="reason" label={words.whyReason} />
    </>
  )
}

const Check = ({ item }: { item: ItemView['item'] }) => {
  const words = useWords()
  const me = useMe()
  return (
    <>
      <label>
        {words.checkKind}
        <input className="field" name="kind" required maxLength={40} list="check-kinds" />
        <datalist id="check-kinds">
          {['现场核查', '查阅资料', '电话核实', '抽样复核'].map((kind) => (
            <option key={kind} value={kind} />
          ))}
        </datalist>
      </label>
      <label>
        {words.checkedOn}
        <input
          className="field"
          type="date"
          name="on"
          min={item.closed ?? undefined}
          max={me.businessDay}
          defaultValue={me.businessDay}
        />
      </label>
      <Reason name="words" label={words.checkConclusion} />
    </>
  )
}

const fieldsOf = (act: ReasonedAct, item: ItemView['item'], words: Words): ReactNode => {
  switch (act) {
    case 'extend':
      return <Extend item={item} />
    case 'check':
      return <Check item={item} />
    case 'pause':
      return (
        <>
          <LeaderField name="approver" label={words.approvedBy} />
          <Reason name="reason" label={words.whyReason} />
        </>
      )
    default:
      return <Reason name="reason" label={words.whyReason} />
  }
}

/** What the server takes: every field of the form that was filled in. */
const bodyOf = (form: FormData, { act, item, lead }: { act: ReasonedAct; item: ItemView['item']; lead: string[] }) => {
  const texts = [...new Set(form.keys())].flatMap((name) => {
    const text = textOf(form, name)
    return text === null ? [] : [[name, text] as const]
  })
  return {
    ...Object.fromEntries(texts),
    ...(act === 'return' ? {} : { version: item.version }),
    ...(act === 'reassign' ? { leadUnit: lead[0] ?? '' } : {}),
  }
}

type ActProps = { act: ReasonedAct; item: ItemView['item']; onClose: () => void }

/** One act of an item's life with its reason: 延期, 暂缓, 恢复, 改办, 退回, 核查销号, 重新督办. */
export const ItemActDialog = ({ act, item, onClose }: ActProps) => {
  const words = useWords()
  const [lead, setLead] = useState<string[]>([])
  const send = useAct((body: Record<string, unknown>) => actOnItem(item.id, act, body), {
    done: words.actDone,
    close: onClose,
    inPlace: true,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    send.run(bodyOf(new FormData(event.currentTarget), { act, item, lead }))
  }
  return (
    <Dialog title={`${actLabel(act, words)} ${item.number}`} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        {act === 'reassign' ? (
          <>
            <p className="wide">
              {words.oldLead}：{item.leadUnit ?? words.pending}
            </p>
            <UnitPicker label={words.reassignTo} chosen={lead} onChange={setLead} />
          </>
        ) : null}
        {fieldsOf(act, item, words)}
        <FormEnd act={send} unready={act === 'reassign' && lead.length === 0}>
          {actLabel(act, words)}
        </FormEnd>
      </form>
    </Dialog>
  )
}
