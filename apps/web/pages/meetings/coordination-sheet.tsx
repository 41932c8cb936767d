import { Link } from '@tanstack/react-router'
import { DataTable, Empty, fill, Mark, Sheet, StateTag } from '@yundiao/ui'
import type { CoordinationView } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'

const LEDGER = 'coordination.matter'

/** 需协调事项 still open: how many, and the five that wait longest. */
export const CoordinationSheet = ({ coordination }: { coordination: CoordinationView }) => {
  const words = useWords()
  const all = (
    <Link to="/ledgers/$id" params={{ id: LEDGER }} className="btn small">
      {words.seeAll}
    </Link>
  )
  return (
    <Sheet title={words.coordinationOpen} side={coordination.rows.length > 0 ? all : null} flush>
      {coordination.rows.length === 0 ? (
        <Empty action={all}>{words.noMatters}</Empty>
      ) : (
        <>
          <p className="counts">
            {fill(words.coordinationCount, { n: coordination.open, m: coordination.unanswered })}
          </p>
          <div className="scroll">
            <DataTable
              label={words.coordinationOpen}
              rows={coordination.rows}
              rowKey={(row) => row.id}
              columns={[
                {
                  id: 'title',
                  label: words.coordinationOpen,
                  cell: (r) => (
                    <>
                      <Link to="/ledgers/$id/$entry" params={{ id: r.ledger, entry: r.id }}>
                        {r.title}
                      </Link>{' '}
                      {r.demo ? <Mark word="演示" /> : null}
                    </>
                  ),
                },
                { id: 'by', label: words.raisedBy, optional: true, cell: (r) => r.raisedBy ?? <Mark word="待明确" /> },
                { id: 'unit', label: words.responsibleUnit, cell: (r) => r.responsible ?? <Mark word="待明确" /> },
                {
                  id: 'state',
                  label: words.state,
                  cell: (r) => (
                    <span className="nw">
                      <StateTag>{r.state}</StateTag>{' '}
                      <span className="note">{fill(words.waitingDays, { n: r.waitingDays })}</span>
                    </span>
                  ),
                },
              ]}
            />
          </div>
        </>
      )}
    </Sheet>
  )
}
