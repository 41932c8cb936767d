import { Button, Dialog, fill, Mark, ProblemNote } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { attachFile, type Closing, closeItem } from '../../api/items.ts'
import type { ClosureKind, Evidence, GoalOperator, ItemView } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { textOf } from '../../shell/form-text.ts'
import { useMe } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { closureLack, type Lack } from './closing-evidence.ts'
import { closureKindOf, closureKinds } from './closure-kinds.ts'
import { fileIn, ScanField } from './scan-field.tsx'

export const lackWords = (lack: Lack, words: Words): string =>
  ({ figure: words.needsFigure, measure: words.needsMeasure, entry: words.needsEntry, move: words.needsMove })[lack]

/** Where what is lacking can be made good. */
export type Remedy = 'edit' | 'link' | 'figure'

const REMEDIES: Readonly<Record<Lack, Remedy | null>> = { figure: 'figure', measure: 'edit', entry: 'link', move: null }

const remedyLabel = (remedy: Remedy, words: Words): string =>
  ({ edit: words.fillGaps, link: words.linkEntry, figure: words.linkFigure })[remedy]

/** What is there already, as the item's links show it. */
const Found = ({ view, kind }: { view: ItemView; kind: ClosureKind }) => {
  const words = useWords()
  const { item, links } = view
  if (kind !== 'figure' && kind !== 'ledger') return null
  return (
    <ul className="links wide">
      {links
        .filter((link) => (link.ledger === 'figure') === (kind === 'figure'))
        .map((link) => (
          <li key={link.id}>
            {kind === 'figure'
              ? fill(words.figureFound, {
                  label: link.label,
                  value: link.state,
                  measure: item.measure ?? words.pending,
                })
              : fill(words.ledgerMoved, { label: link.label, n: link.changes.length })}
          </li>
        ))}
    </ul>
  )
}

const OPERATORS: readonly { key: GoalOperator; label: string }[] = [
  { key: '>=', label: '不低于' },
  { key: '>', label: '高于' },
  { key: '<=', label: '不高于' },
  { key: '<', label: '低于' },
]

/** What the measure demands, where its words leave it open. */
const Goal = () => {
  const words = useWords()
  return (
    <fieldset className="wide goal">
      <legend>{words.goal}</legend>
      <select className="field" name="operator" aria-label={words.goal} defaultValue="">
        <option value="">—</option>
        {OPERATORS.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
      <input
        className="field"
        name="value"
        inputMode="decimal"
        aria-label={words.goalValue}
        placeholder={words.goalValue}
      />
      <span className="note">{words.goalNote}</span>
    </fieldset>
  )
}

const Typed = ({ kind }: { kind: ClosureKind }) => {
  const words = useWords()
  const me = useMe()
  if (kind === 'product')
    return (
      <>
        <label>
          {words.documentNumber}
          <input className="field" name="number" maxLength={80} />
        </label>
        <label>
          {words.documentDate}
          <input className="field" type="date" name="date" max={me.businessDay} />
        </label>
        <ScanField />
      </>
    )
  if (kind === 'figure') return <Goal />
  if (kind === 'standing')
    return (
      <label className="wide">
        {words.feedbackEvery}
        <input className="field" name="feedback" required maxLength={60} placeholder="每月25日前" />
      </label>
    )
  if (kind !== 'decision') return null
  return (
    <>
      <label>
        {words.decidedBy}
        <input className="field" name="leader" maxLength={60} />
      </label>
      <label>
        {words.decidedOn}
        <input className="field" type="date" name="date" max={me.businessDay} />
      </label>
    </>
  )
}

const numberOf = (text: string | null): number | null => {
  const value = text === null ? Number.NaN : Number(text.replaceAll(/[,，%％]/g, ''))
  return Number.isFinite(value) ? value : null
}

const evidenceOf = (form: FormData): Evidence => {
  const evidence: Evidence = {}
  for (const name of ['number', 'date', 'leader', 'note'] as const) {
    const text = textOf(form, name)
    if (text !== null) evidence[name] = text
  }
  const operator = OPERATORS.find(({ key }) => key === textOf(form, 'operator'))?.key
  const value = numberOf(textOf(form, 'value'))
  return operator && value !== null ? { ...evidence, operator, value } : evidence
}

/** The file goes first: the closing names it. */
const close = async (item: ItemView['item'], kind: ClosureKind, form: FormData): Promise<unknown> => {
  const scan = fileIn(form)
  const file = scan ? (await attachFile(item.id, scan)).id : null
  const feedback = textOf(form, 'feedback')
  const body: Closing = {
    version: item.version,
    kind,
    evidence: { ...evidenceOf(form), ...(file ? { file } : {}) },
    ...(feedback ? { feedback } : {}),
  }
  return closeItem(item.id, body)
}

type CloseDialogProps = { view: ItemView; onRemedy: (remedy: Remedy) => void; onClose: () => void }

/** 办结, by kind: what that kind rests on is shown or asked; what is lacking is told with where to mend it. */
export const CloseDialog = ({ view, onRemedy, onClose }: CloseDialogProps) => {
  const words = useWords()
  const kinds = closureKinds(words)
  const [kind, setKind] = useState<ClosureKind | null>(closureKindOf(view.item.kind))
  const lack = closureLack(view, kind)
  const remedy = lack ? REMEDIES[lack] : null
  const act = useAct((form: FormData) => (kind ? close(view.item, kind, form) : Promise.resolve()), {
    done: kind === 'standing' ? words.standing : words.closed,
    close: onClose,
    inPlace: true,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    act.run(new FormData(event.currentTarget))
  }
  return (
    <Dialog title={`${words.close} ${view.item.number}`} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <fieldset className="checks rows wide">
          <legend>{words.closureKind}</legend>
          {kinds.map((one) => (
            <label key={one.key}>
              <input
                type="radio"
                name="kind"
                value={one.key}
                required
                checked={one.key === kind}
                onChange={() => setKind(one.key)}
              />{' '}
              {one.label} <span className="note">{one.note}</span>
            </label>
          ))}
        </fieldset>
        {kind ? <Found view={view} kind={kind} /> : null}
        {kind ? <Typed key={kind} kind={kind} /> : null}
        <label className="wide">
          {words.closingNote}
          <textarea className="field" name="note" rows={2} maxLength={500} />
        </label>
        {act.problem ? (
          <div className="wide">
            <ProblemNote problem={act.problem} />
          </div>
        ) : null}
        <div className="actions wide">
          <button
            type="submit"
            className="btn primary"
            disabled={act.busy || lack !== null}
            aria-describedby={lack ? 'closure-lack' : undefined}
          >
            {kind === 'standing' ? words.toStanding : words.close}
          </button>
          {lack ? (
            <span id="closure-lack" className="note grow" role="status">
              <Mark word="缺" /> {lackWords(lack, words)}
            </span>
          ) : null}
          {remedy ? (
            <Button small onClick={() => onRemedy(remedy)}>
              {remedyLabel(remedy, words)}
            </Button>
          ) : null}
        </div>
      </form>
    </Dialog>
  )
}
