import { useQuery } from '@tanstack/react-query'
import { Button, DataTable, Empty, fill, Mark, ProblemNote, Sheet } from '@yundiao/ui'
import { type FormEvent, useState } from 'react'
import { clearDemonstration, demonstrationQuery, loadDemonstration } from '../../api/posts.ts'
import type { Demonstration } from '../../api/types.ts'
import { textOf } from '../../shell/form-text.ts'
import { Ready } from '../../shell/ready.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

const ClearForm = ({ confirmation, onCleared }: { confirmation: string; onCleared: (changedBack: number) => void }) => {
  const words = useWords()
  const [typed, setTyped] = useState('')
  const act = useAct(clearDemonstration, {
    done: words.demonstrationCleared,
    after: ({ changedBack }) => onCleared(changedBack),
    inPlace: true,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    act.run(textOf(new FormData(event.currentTarget), 'confirm') ?? '')
  }
  return (
    <div className="in">
      <p className="note">{words.clearDemonstrationNote}</p>
      <form className="inline-form" onSubmit={submit} autoComplete="off">
        <label>
          {fill(words.clearDemonstrationAsk, { words: confirmation })}
          <input className="field" name="confirm" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
        <button type="submit" className="btn" disabled={act.busy || typed.trim() !== confirmation}>
          {words.clearDemonstration}
        </button>
      </form>
      {act.problem ? <ProblemNote problem={act.problem} /> : null}
    </div>
  )
}

const Gone = ({ view, changedBack }: { view: Demonstration; changedBack: number }) => {
  const words = useWords()
  const act = useAct(loadDemonstration, { done: words.demonstrationLoaded })
  const load = view.mayLoad ? (
    <Button disabled={act.busy} onClick={() => act.run(undefined)}>
      {words.loadDemonstration}
    </Button>
  ) : null
  return (
    <Empty action={load}>
      {view.removedOn ? fill(words.demonstrationGone, { day: view.removedOn }) : words.demonstrationNone}
      {changedBack > 0 ? fill(words.changedBackCount, { n: changedBack }) : null}
    </Empty>
  )
}

/** 演示数据: what there is by table, and the one act that takes it away. */
export const DemonstrationSection = () => {
  const words = useWords()
  const query = useQuery(demonstrationQuery)
  const [changedBack, setChangedBack] = useState(0)
  const title = (
    <>
      {words.demonstration} <Mark word="演示" />
    </>
  )
  return (
    <Sheet title={title} flush>
      <Ready query={query} rows={8}>
        {(view) => {
          const figures = { name: 'figure', label: words.figuresOfDemonstration, count: view.figures }
          const rows = [...view.rows, ...(view.figures > 0 ? [figures] : [])]
          if (rows.length === 0) return <Gone view={view} changedBack={changedBack} />
          return (
            <>
              <div className="narrow">
                <DataTable
                  label={words.demonstration}
                  rows={rows}
                  rowKey={(row) => row.name}
                  columns={[
                    { id: 'table', label: words.tableName, cell: (row) => row.label },
                    { id: 'count', label: words.rowCount, align: 'right', width: 90, cell: (row) => row.count },
                  ]}
                />
              </div>
              <ClearForm confirmation={view.confirmation} onCleared={setChangedBack} />
            </>
          )
        }}
      </Ready>
    </Sheet>
  )
}
