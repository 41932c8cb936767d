import { Sheet, StateTag } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { changeEntry, type EntryChange } from '../../api/ledgers.ts'
import type { EntryView, LedgerView } from '../../api/types.ts'
import { textOf } from '../../shell/form-text.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

/** Where a state may go: as the definition says, or anywhere when it says nothing. */
export const movesFrom = (ledger: Pick<LedgerView, 'states' | 'moves'>, state: string): readonly string[] =>
  ledger.moves?.[state] ?? ledger.states.filter((one) => one !== state)

type StateMoveProps = { ledger: LedgerView; view: EntryView; mayWrite: boolean }

/** The state now, and a move with a note of what happened; the note is the one progress note of the entry. */
export const StateMove = ({ ledger, view, mayWrite }: StateMoveProps) => {
  const words = useWords()
  const act = useAct((body: EntryChange) => changeEntry(ledger.id, view.entry.id, body), { done: words.saved })
  const moves = movesFrom(ledger, view.entry.state)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const state = textOf(form, 'state')
    const note = textOf(form, 'note')
    if (!state && !note) return
    act.run({ version: view.entry.version, ...(state ? { state } : {}), ...(note ? { note } : {}) })
  }
  return (
    <Sheet title={words.stateAndProgress}>
      <p>
        {words.now} <StateTag>{view.entry.state}</StateTag>
      </p>
      {mayWrite ? (
        <form key={view.entry.version} className="fields" onSubmit={submit}>
          <label className="wide">
            {words.changeStateTo}
            <select className="field" name="state">
              <option value="">{words.stateStays}</option>
              {moves.map((state) => (
                <option key={state}>{state}</option>
              ))}
            </select>
          </label>
          <label className="wide">
            {words.progress}
            <textarea className="field" name="note" rows={3} />
          </label>
          <div className="actions wide">
            <button type="submit" className="btn" disabled={act.busy}>
              {words.submitReport}
            </button>
          </div>
        </form>
      ) : null}
    </Sheet>
  )
}
