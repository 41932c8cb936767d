import { Button, Mark } from '@yundiao/ui'
import { useState } from 'react'
import { type AcceptClause, acceptClause, undoClause } from '../../api/directives.ts'
import type { ClauseRow } from '../../api/types.ts'
import { useMay } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { UnitSelect } from './unit-select.tsx'

export type Draft = { title: string; leadUnit: string; deadline: string; measure: string }

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text)

export const draftOf = (clause: ClauseRow): Draft => ({
  title: clause.simplified,
  leadUnit: '',
  deadline: isDay(clause.deadline) ? clause.deadline : '',
  measure: clause.measures.join('；'),
})

/** Only what a person wrote or adopted is sent; an empty field stays not stated. */
export const acceptBody = (clause: ClauseRow, draft: Draft): AcceptClause => ({
  version: clause.version,
  ...(draft.title.trim() ? { title: draft.title.trim() } : {}),
  ...(draft.leadUnit ? { leadUnit: draft.leadUnit } : {}),
  ...(draft.deadline ? { deadline: draft.deadline } : {}),
  ...(draft.measure.trim() ? { measure: draft.measure.trim() } : {}),
})

type EditorProps = {
  clause: ClauseRow
  draft: Draft
  onDraft: (draft: Draft) => void
  onSettled: () => void
  onDecline: () => void
  onMerge: () => void
  canMerge: boolean
}

const Suggestion = ({ clause, draft, onDraft }: Pick<EditorProps, 'clause' | 'draft' | 'onDraft'>) => {
  const words = useWords()
  const unit = clause.suggestions.leadUnit
  if (!unit || draft.leadUnit === unit.id) return null
  return (
    <span className="nw">
      <Mark word="建议">
        {words.suggested} {unit.name}
      </Mark>{' '}
      <Button small hotkey="A" data-act="adopt" onClick={() => onDraft({ ...draft, leadUnit: unit.id })}>
        {words.adopt}
      </Button>
    </span>
  )
}

const Acts = ({ clause, draft, onDraft, onSettled, onDecline, onMerge, canMerge }: EditorProps) => {
  const words = useWords()
  const may = useMay('item.create')
  const accept = useAct((body: AcceptClause) => acceptClause(clause.id, body), {
    done: words.registered,
    after: onSettled,
  })
  const undo = useAct((body: { version: number }) => undoClause(clause.id, body), { done: words.undone })
  if (!may) return null
  if (clause.disposition !== 'pending')
    return (
      <Button
        small
        hotkey="Z"
        data-act="undo"
        disabled={undo.busy}
        onClick={() => undo.run({ version: clause.version })}
      >
        {words.undo}
      </Button>
    )
  return (
    <>
      <Button
        small
        primary
        hotkey="Enter"
        data-act="accept"
        disabled={accept.busy}
        onClick={() => accept.run(acceptBody(clause, draft))}
      >
        {words.setUp}
      </Button>
      <Button
        small
        hotkey="M"
        data-act="merge"
        disabled={!canMerge}
        title={canMerge ? undefined : words.nothingToMerge}
        onClick={onMerge}
      >
        {words.mergeInto}
      </Button>
      <Button small hotkey="X" data-act="decline" onClick={onDecline}>
        {words.decline}
      </Button>
      <Suggestion clause={clause} draft={draft} onDraft={onDraft} />
    </>
  )
}

/** The row in hand: T3's columns as inputs, then what a person may do with it. */
export const ClauseEditor = (props: EditorProps) => {
  const { clause, draft, onDraft } = props
  const words = useWords()
  const [open] = useState(clause.disposition === 'pending')
  const may = useMay('item.create') && clause.disposition === 'pending' && open
  const set = (change: Partial<Draft>) => onDraft({ ...draft, ...change })
  return (
    <>
      {may ? (
        <tr className="edit">
          <td />
          <td colSpan={5}>
            <div className="edit-grid">
              <textarea
                className="field"
                rows={2}
                aria-label={words.task}
                value={draft.title}
                onChange={(event) => set({ title: event.target.value })}
              />
              <UnitSelect label={words.leadUnit} value={draft.leadUnit} onChange={(leadUnit) => set({ leadUnit })} />
              <input
                className="field"
                type="date"
                aria-label={words.deadline}
                value={draft.deadline}
                onChange={(event) => set({ deadline: event.target.value })}
              />
              <input
                className="field"
                aria-label={words.measureOrResult}
                placeholder={words.measureOrResult}
                value={draft.measure}
                onChange={(event) => set({ measure: event.target.value })}
              />
            </div>
          </td>
        </tr>
      ) : null}
      <tr className="edit">
        <td />
        <td colSpan={5}>
          <p className="note">
            <span className="serif" lang="zh">
              {clause.text}
            </span>{' '}
            · {words.charactersAt} {clause.start + 1}—{clause.end} · {clause.themeLabel}
          </p>
          <div className="acts">
            <Acts {...props} />
          </div>
        </td>
      </tr>
    </>
  )
}
