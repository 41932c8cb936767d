import { Dialog, fill } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { amendEntries } from '../../api/ledgers.ts'
import type { EntryRow, LedgerView } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { movesFrom } from './state-move.tsx'
import { textOfValue } from './value-text.ts'

/** What stands for an entry among people. */
export const nameOf = (ledger: LedgerView, row: EntryRow): string => {
  const key = ledger.fields.find((field) => field.name === ledger.key)
  return (key && textOfValue(key, row.values[key.name])) || row.id
}

type MoveProps = { ledger: LedgerView; row: EntryRow; to: string | null; onClose: () => void }

/** An entry to another state, with what happened; the same door as the sheet. */
export const MoveDialog = ({ ledger, row, to, onClose }: MoveProps) => {
  const words = useWords()
  const moves = movesFrom(ledger, row.state)
  const [state, setState] = useState(to !== null && moves.includes(to) ? to : '')
  const act = useAct(
    (note: string | null) =>
      amendEntries(ledger.id, {
        rows: [{ entry: row.id, version: row.version, set: {}, state }],
        ...(note === null ? {} : { note }),
      }),
    { done: fill(words.movedTo, { state }), close: onClose, inPlace: true },
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    act.run(textOf(new FormData(event.currentTarget), 'note') ?? null)
  }
  return (
    <Dialog title={nameOf(ledger, row)} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <label className="wide">
          {fill(words.stateFrom, { state: row.state })}
          <select className="field" value={state} required onChange={(event) => setState(event.target.value)}>
            <option value="">{words.chooseState}</option>
            {moves.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label className="wide">
          {words.progressAndEvidence}
          <textarea className="field" name="note" rows={3} maxLength={1000} />
        </label>
        <FormEnd act={act} unready={state === ''}>
          {words.submitReport}
        </FormEnd>
      </form>
    </Dialog>
  )
}
