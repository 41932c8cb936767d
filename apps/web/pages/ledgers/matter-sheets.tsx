import { Link } from '@tanstack/react-router'
import { Sheet } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { changeEntry, type EntryChange } from '../../api/ledgers.ts'
import type { EntryRow, EntryView } from '../../api/types.ts'
import { textOf } from '../../shell/form-text.ts'
import { useMe } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { MATTERS } from './raised-matters.tsx'

/** The answer and its day in one act: whoever raised the matter reads it where it was raised. */
const Answer = ({ view }: { view: EntryView }) => {
  const words = useWords()
  const me = useMe()
  const act = useAct((body: EntryChange) => changeEntry(MATTERS, view.entry.id, body), { done: words.saved })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const answer = textOf(new FormData(event.currentTarget), 'answer')
    const values = { answer, answeredOn: me.businessDay }
    if (answer) act.run({ version: view.entry.version, values, state: '已答复' })
  }
  return (
    <Sheet title={words.matterAnswer}>
      <form className="fields" onSubmit={submit}>
        <label className="wide">
          {words.matterAnswer}
          <textarea className="field" name="answer" rows={3} required maxLength={1000} />
        </label>
        <p className="note wide">{words.answerNote}</p>
        <div className="actions wide">
          <button type="submit" className="btn" disabled={act.busy}>
            {words.matterAnswer}
          </button>
        </div>
      </form>
    </Sheet>
  )
}

/** Back from a matter to what raised it; nothing for an entry that came from nowhere. */
const Origin = ({ values }: { values: EntryRow['values'] }) => {
  const words = useWords()
  const { source, sourceLedger, sourceEntry, sourceItem } = values
  if (typeof sourceItem === 'string')
    return (
      <Sheet title={words.openSource}>
        <Link to="/items/$id" params={{ id: sourceItem }}>
          {source ?? words.item}
        </Link>
      </Sheet>
    )
  if (typeof sourceLedger !== 'string' || typeof sourceEntry !== 'string') return null
  return (
    <Sheet title={words.openSource}>
      <Link to="/ledgers/$id/$entry" params={{ id: sourceLedger, entry: sourceEntry }}>
        {source ?? words.entry}
      </Link>
    </Sheet>
  )
}

/** What a matter's own page has beside its fields: the answer, where it waits for one, and the way back to its source. */
export const MatterSheets = ({ view, mayWrite }: { view: EntryView; mayWrite: boolean }) => (
  <>
    {mayWrite && view.entry.state === '待答复' ? <Answer key={view.entry.version} view={view} /> : null}
    <Origin values={view.entry.values} />
  </>
)
