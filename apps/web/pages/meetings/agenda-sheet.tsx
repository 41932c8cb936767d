import { Button, DataTable, Dialog, Empty, Mark, Sheet, StateTag } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { addAgenda } from '../../api/meetings.ts'
import type { MeetingView } from '../../api/types.ts'
import { textOf } from '../../shell/form-text.ts'
import { useMay } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

const AgendaDialog = ({ meeting, onClose }: { meeting: string; onClose: () => void }) => {
  const words = useWords()
  const act = useAct((body: Parameters<typeof addAgenda>[1]) => addAgenda(meeting, body), {
    done: words.saved,
    after: onClose,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const minutes = Number(textOf(form, 'minutes') ?? Number.NaN)
    act.run({
      title: textOf(form, 'title') ?? '',
      reportingUnit: textOf(form, 'unit'),
      minutes: Number.isFinite(minutes) ? minutes : null,
    })
  }
  return (
    <Dialog title={words.addAgenda} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <label className="wide">
          {words.agendaTitle}
          <input className="field" name="title" required />
        </label>
        <label>
          {words.reportingUnit}
          <input className="field" name="unit" />
        </label>
        <label>
          {words.minutes}
          <input className="field" name="minutes" type="number" min="1" max="240" />
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

/** 议程, in order; what is not settled reads 待明确. */
export const AgendaSheet = ({ view }: { view: MeetingView }) => {
  const words = useWords()
  const may = useMay('meeting.write')
  const [adding, setAdding] = useState(false)
  const add = may ? (
    <Button small onClick={() => setAdding(true)}>
      {words.addAgenda}
    </Button>
  ) : null
  return (
    <Sheet title={words.agenda} side={add} flush>
      {view.agenda.length === 0 ? (
        <Empty>{words.noAgenda}</Empty>
      ) : (
        <div className="scroll">
          <DataTable
            label={words.agenda}
            rows={view.agenda}
            rowKey={(row) => row.id}
            columns={[
              { id: 'seq', label: words.seq, align: 'center', width: 40, cell: (r) => r.seq },
              { id: 'title', label: words.agendaTitle, cell: (r) => r.title },
              { id: 'unit', label: words.reportingUnit, cell: (r) => r.reportingUnit ?? <Mark word="待明确" /> },
              {
                id: 'minutes',
                label: words.minutes,
                align: 'right',
                optional: true,
                cell: (r) => r.minutes ?? <Mark word="待明确" />,
              },
              { id: 'materials', label: words.materials, cell: (r) => <StateTag>{r.materials}</StateTag> },
            ]}
          />
        </div>
      )}
      {adding ? <AgendaDialog meeting={view.meeting.id} onClose={() => setAdding(false)} /> : null}
    </Sheet>
  )
}
