import { Link, useNavigate } from '@tanstack/react-router'
import { type Column, DataTable } from '@yundiao/ui'
import type { EvaluationRun } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { useWords } from '../../shell/words.ts'
import { publicityText, RunState } from './run-state.tsx'

const columnsOf = (words: Words): Column<EvaluationRun>[] => [
  {
    id: 'title',
    label: words.evTitle,
    width: 260,
    frozen: 'always',
    cell: (run) => (
      <Link to="/evaluation/$id" params={{ id: run.id }}>
        {run.title}
      </Link>
    ),
  },
  { id: 'state', label: words.state, cell: (run) => <RunState run={run} /> },
  { id: 'subject', label: words.evSubject, cell: (run) => run.subject },
  { id: 'year', label: words.evYear, align: 'right', cell: (run) => run.year },
  { id: 'version', label: words.evMethod, optional: true, cell: (run) => run.versionTitle },
  { id: 'units', label: words.evUnits, align: 'right', cell: (run) => run.units },
  {
    id: 'near',
    label: words.evNear,
    align: 'right',
    cell: (run) => <span className="nw">{run.nearBorder ?? words.evNoFactors}</span>,
  },
  { id: 'appeals', label: words.evOpenAppeals, align: 'right', cell: (run) => run.openAppeals || '' },
  {
    id: 'public',
    label: words.evPublicity,
    optional: true,
    cell: (run) => <span className="nw">{publicityText(run)}</span>,
  },
  {
    id: 'made',
    label: words.evMadeBy,
    optional: true,
    cell: ({ madeBy, madeOn }) => (
      <>
        {madeBy} <span className="nw">{madeOn}</span>
      </>
    ),
  },
]

/** What was scored, newest first. */
export const RunTable = ({ runs }: { runs: readonly EvaluationRun[] }) => {
  const words = useWords()
  const navigate = useNavigate()
  return (
    <div className="sheet-scroll">
      <DataTable
        label={words.evRuns}
        className="ruled"
        columns={columnsOf(words)}
        rows={runs}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: '/evaluation/$id', params: { id } })}
      />
    </div>
  )
}
