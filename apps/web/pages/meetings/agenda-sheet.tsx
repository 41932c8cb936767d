import { Link } from '@tanstack/react-router'
import { Button, type Column, DataTable, Empty, Mark, Sheet, StateTag } from '@yundiao/ui'
import { useState } from 'react'
import { orderAgenda } from '../../api/meetings.ts'
import type { AgendaPoint, MeetingView } from '../../api/types.ts'
import { useMay } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'
import { AgendaDialog } from './agenda-dialog.tsx'
import { movePoint } from './move-point.ts'

/** What the system gives needs no unit, no time and no decision: their cells stay blank. */
const pending = (point: AgendaPoint, value: string | number | null) =>
  value ?? (point.given ? null : <Mark word="待明确" />)

const Worst = ({ worst }: Pick<AgendaPoint, 'worst'>) =>
  worst ? (
    <span title={worst.state.reason}>
      <Link to="/figures/$code" params={{ code: worst.indicator }}>
        {worst.label}
      </Link>{' '}
      <span className="note">{worst.words.replace('个百分点', '')}</span>
    </span>
  ) : null

type RowActsProps = { view: MeetingView; point: AgendaPoint; onEdit: (point: AgendaPoint) => void }

const RowActs = ({ view, point, onEdit }: RowActsProps) => {
  const words = useWords()
  const order = useAct((points: { id: string; version: number }[]) => orderAgenda(view.meeting.id, points))
  if (point.given) return null
  const points = view.agenda.filter((one) => !one.given)
  const mover = (by: -1 | 1, label: string, sign: string) => {
    const moved = movePoint(points, point.id, by)
    return (
      <button
        type="button"
        className="btn small"
        aria-label={`${label} ${point.title}`}
        title={label}
        disabled={!moved || order.busy}
        onClick={() => moved && order.run(moved)}
      >
        {sign}
      </button>
    )
  }
  return (
    <span className="nw">
      {mover(-1, words.moveUp, '↑')} {mover(1, words.moveDown, '↓')}{' '}
      <button type="button" className="btn small" onClick={() => onEdit(point)}>
        {words.edit}
      </button>
    </span>
  )
}

const useColumns = (view: MeetingView, onEdit: (point: AgendaPoint) => void): Column<AgendaPoint>[] => {
  const words = useWords()
  const may = useMay('meeting.write')
  return [
    { id: 'seq', label: words.seq, align: 'center', width: 40, cell: (point) => point.seq },
    {
      id: 'title',
      label: words.agendaTitle,
      cell: (point) => (point.given ? <a href="#carry-over">{point.title}</a> : point.title),
    },
    { id: 'unit', label: words.reportingUnit, cell: (point) => pending(point, point.reportingUnit) },
    {
      id: 'minutes',
      label: words.minutesShort,
      align: 'right',
      optional: true,
      cell: (point) => pending(point, point.minutes),
    },
    { id: 'materials', label: words.materials, cell: (point) => <StateTag>{point.materials}</StateTag> },
    { id: 'worst', label: words.worst, optional: true, cell: (point) => <Worst worst={point.worst} /> },
    { id: 'decision', label: words.decision, optional: true, cell: (point) => point.decision },
    ...(may
      ? [
          {
            id: 'act',
            label: words.act,
            width: 132,
            cell: (point: AgendaPoint) => <RowActs view={view} point={point} onEdit={onEdit} />,
          },
        ]
      : []),
  ]
}

/** 议程: 上次议定事项 first, given by the system; what is not settled reads 待明确. */
export const AgendaSheet = ({ view }: { view: MeetingView }) => {
  const words = useWords()
  const may = useMay('meeting.write')
  const [open, setOpen] = useState<{ point: AgendaPoint | null } | null>(null)
  const columns = useColumns(view, (point) => setOpen({ point }))
  const add = may ? (
    <Button small onClick={() => setOpen({ point: null })}>
      {words.addAgenda}
    </Button>
  ) : null
  return (
    <Sheet title={words.agenda} side={view.agenda.length > 0 ? add : null} flush>
      {view.agenda.length === 0 ? (
        <Empty action={add}>{words.noAgenda}</Empty>
      ) : (
        <div className="scroll">
          <DataTable label={words.agenda} rows={view.agenda} rowKey={(row) => row.id} columns={columns} />
        </div>
      )}
      {open ? <AgendaDialog view={view} point={open.point} onClose={() => setOpen(null)} /> : null}
    </Sheet>
  )
}
