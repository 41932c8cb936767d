import { Link } from '@tanstack/react-router'
import { DataTable, Empty, Mark, Sheet, StateWord } from '@yundiao/ui'
import type { MeetingView } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'

const WORST = 5

/** 上次议定事项: the counts by state, then the worst five with what moved by itself. */
export const CarryOver = ({ carryOver }: { carryOver: MeetingView['carryOver'] }) => {
  const words = useWords()
  const { counts, meeting, rows } = carryOver
  return (
    <Sheet
      title={words.carryOver}
      side={
        meeting ? (
          <span className="note">
            {meeting.heldOn} {meeting.title}
          </span>
        ) : null
      }
      flush
    >
      {counts.total === 0 ? (
        <Empty
          action={
            <Link to="/items" className="btn small">
              {words.allItems}
            </Link>
          }
        >
          {meeting ? words.noCarryOver : words.noPreviousMeeting}
        </Empty>
      ) : (
        <>
          <p className="counts">
            {words.total}
            <b>{counts.total}</b>
            {words.pieces} = {words.closedItems}
            <b>{counts.closed}</b> · {words.onTime}
            <b>{counts.onTime}</b> · {words.behind}
            <b>{counts.behind}</b> · {words.overdue}
            <b>{counts.overdue}</b> · {words.unjudged}
            <b>{counts.unjudged}</b>
          </p>
          <div className="scroll">
            <DataTable
              label={words.carryOver}
              rows={rows.slice(0, WORST)}
              rowKey={(row) => row.item}
              columns={[
                { id: 'state', label: words.state, cell: (r) => <StateWord state={r.state} /> },
                {
                  id: 'title',
                  label: words.item,
                  cell: (r) => (
                    <>
                      <Link to="/items/$id" params={{ id: r.item }}>
                        {r.title}
                      </Link>
                      {r.change ? (
                        <div className="note">
                          {r.changedOn} {r.change}
                        </div>
                      ) : null}
                    </>
                  ),
                },
                { id: 'unit', label: words.leadUnit, cell: (r) => r.leadUnit ?? <Mark word="待明确" /> },
              ]}
            />
          </div>
        </>
      )}
    </Sheet>
  )
}
