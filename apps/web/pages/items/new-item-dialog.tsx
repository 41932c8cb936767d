import { useNavigate } from '@tanstack/react-router'
import { Button, Dialog, ProblemNote } from '@yundiao/ui'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { addItem } from '../../api/items.ts'
import type { ClosureKind, DocumentKind, NewItem } from '../../api/types.ts'
import { textOf } from '../../shell/form-text.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { closureKinds } from './closure-kinds.ts'
import { useKinds } from './document-kinds.ts'
import { DueField } from './due-field.tsx'
import { LeaderField } from './leader-field.tsx'
import { UnitPicker } from './unit-picker.tsx'

type NewItemDialogProps = { meeting: { id: string; title: string } | null; onClose: () => void }

const bodyOf = (form: FormData, units: { lead: string[]; assist: string[] }, meeting: string | null): NewItem => ({
  title: textOf(form, 'title') ?? '',
  leadUnit: units.lead[0] ?? null,
  assistUnits: units.assist,
  deadline: textOf(form, 'deadline'),
  measure: textOf(form, 'measure'),
  document: null,
  meeting,
  closureKind: textOf(form, 'closure') as ClosureKind | null,
  leadLeader: textOf(form, 'leadLeader'),
  quote: textOf(form, 'quote'),
  sourceOn: textOf(form, 'sourceOn'),
  source: {
    kind: (textOf(form, 'kind') ?? 'instruction') as DocumentKind,
    title: textOf(form, 'source'),
    number: textOf(form, 'number'),
  },
})

/** 依据 first: what it is, whose or which, number, day, and the words of it that may be public. */
const BasisFields = ({
  meeting,
  onKind,
  kind,
}: {
  meeting: string | null
  kind: string
  onKind: (kind: string) => void
}) => {
  const words = useWords()
  const kinds = useKinds()
  const isNote = kind === 'instruction'
  return (
    <>
      <label>
        {words.basis}
        <select className="field" name="kind" value={kind} onChange={(event) => onKind(event.target.value)}>
          {kinds.map((one) => (
            <option key={one.key} value={one.key}>
              {one.label}
            </option>
          ))}
        </select>
      </label>
      <label>
        {isNote ? words.basisLeader : words.basisName}
        <input className="field" name="source" maxLength={200} defaultValue={meeting ?? ''} />
      </label>
      <label>
        {words.documentNumber}
        <input className="field" name="number" maxLength={80} />
      </label>
      <label>
        {isNote ? words.onSource : words.issuedOnDay}
        <input className="field" type="date" name="sourceOn" />
      </label>
      <label className="wide">
        {words.quote}
        <textarea className="field" name="quote" rows={2} maxLength={2000} />
        <span className="note">{words.basisOnly}</span>
      </label>
    </>
  )
}

type Units = { lead: string[]; assist: string[] }
const NO_UNITS: Units = { lead: [], assist: [] }

const TaskFields = ({ units, onUnits }: { units: Units; onUnits: (units: Units) => void }) => {
  const words = useWords()
  return (
    <>
      <label className="wide">
        {words.item}
        <textarea className="field" name="title" rows={2} required maxLength={500} />
      </label>
      <UnitPicker label={words.leadUnit} chosen={units.lead} onChange={(lead) => onUnits({ ...units, lead })} />
      <DueField />
      <UnitPicker
        many
        label={words.assistUnits}
        chosen={units.assist}
        onChange={(assist) => onUnits({ ...units, assist })}
      />
      <LeaderField />
      <label>
        {words.closureKind}
        <select className="field" name="closure" defaultValue="">
          <option value="">{words.pending}</option>
          {closureKinds(words).map((one) => (
            <option key={one.key} value={one.key}>
              {one.label}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.measureOrResult}
        <input className="field" name="measure" maxLength={500} />
      </label>
    </>
  )
}

const blank = (form: HTMLFormElement | null, name: string): HTMLTextAreaElement | null => {
  const field = form?.elements.namedItem(name)
  if (!(field instanceof HTMLTextAreaElement)) return null
  field.value = ''
  return field
}

/**
 * 登记一件 in a minute and by the keyboard: the basis, the task, who, by when. Ctrl+Enter sets it up, with Shift the next one
 * is begun on the same basis. What is not known stays 待明确.
 */
export const NewItemDialog = ({ meeting, onClose }: NewItemDialogProps) => {
  const words = useWords()
  const navigate = useNavigate()
  const form = useRef<HTMLFormElement>(null)
  const isNext = useRef(false)
  const [kind, setKind] = useState(meeting ? 'minutes' : 'instruction')
  const [units, setUnits] = useState(NO_UNITS)
  const [round, setRound] = useState(0)
  const act = useAct(addItem, {
    done: words.registered,
    inPlace: true,
    after: ({ id }) => {
      if (isNext.current && form.current) {
        setUnits(NO_UNITS)
        setRound(round + 1)
      } else if (meeting) onClose()
      else void navigate({ to: '/items/$id', params: { id } })
    },
  })
  // After one of a row of items the basis stays; the task is blank and in hand.
  useEffect(() => {
    if (round === 0) return
    blank(form.current, 'quote')
    blank(form.current, 'title')?.focus()
  }, [round])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    act.run(bodyOf(new FormData(event.currentTarget), units, meeting?.id ?? null))
  }
  const save = (next: boolean) => {
    isNext.current = next
    form.current?.requestSubmit()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || act.busy) return
    event.preventDefault()
    save(event.shiftKey)
  }
  return (
    <Dialog title={meeting ? words.noteOne : words.register} onClose={onClose} wide>
      <form ref={form} className="fields tight" onSubmit={submit} onKeyDown={onKeyDown}>
        <BasisFields meeting={meeting?.title ?? null} kind={kind} onKind={setKind} />
        <TaskFields key={round} units={units} onUnits={setUnits} />
        {act.problem ? (
          <div className="wide">
            <ProblemNote problem={act.problem} />
          </div>
        ) : null}
        <div className="actions wide">
          <button
            type="submit"
            className="btn primary"
            disabled={act.busy}
            onClick={() => {
              isNext.current = false
            }}
          >
            {words.saveRegister} <kbd>Ctrl+Enter</kbd>
          </button>
          <Button disabled={act.busy} onClick={() => save(true)}>
            {words.againRegister} <kbd>Ctrl+Shift+Enter</kbd>
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
