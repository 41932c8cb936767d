import { Link } from '@tanstack/react-router'
import { DataTable, Empty, Mark, Segment, Sheet, StateWord } from '@yundiao/ui'
import { useState } from 'react'
import type { CarryOverView, CarryRow } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'

const WORST = 5

const Counts = ({ counts }: Pick<CarryOverView, 'counts'>) => {
  const words = useWords()
  const parts = [
    [words.closedItems, counts.closed],
    [words.onTime, counts.onTime],
    [words.behind, counts.behind],
    [words.overdue, counts.overdue],
    [words.otherStates, counts.unjudged],
  ] as const
  return (
    <p className="counts">
      {words.lastDecided}
      <b>{counts.total}</b>
      {words.pieces} ={' '}
      {parts.map(([label, n], at) => (
        <span key={label} className="nw" title={label === words.otherStates ? words.otherStatesHelp : undefined}>
          {at > 0 ? ' · ' : ''}
          {label}
          <b>{n}</b>
        </span>
      ))}
    </p>
  )
}

const WorstTable = ({ rows }: { rows: readonly CarryRow[] }) => {
  const words = useWords()
  return (
    <div className="scroll">
      <DataTable
        label={words.carryOver}
        rows={rows.slice(0, WORST)}
        rowKey={(row) => row.item}
        columns={[
          { id: 'state', label: words.state, width: 86, cell: (r) => <StateWord state={r.state} /> },
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
  )
}

/** 落实情况 as sentences; what a sentence says of an item opens the item. */
const Sentences = ({ sentences }: Pick<CarryOverView, 'sentences'>) => (
  <div className="in told">
    {sentences.map((parts) => {
      const text = parts.map((part) => part.text).join('')
      const ids = [...new Set(parts.flatMap(({ item }) => (item ? [item] : [])))]
      const [only] = ids
      if (ids.length === 1 && only)
        return (
          <p key={text}>
            <Link to="/items/$id" params={{ id: only }}>
              {text}
            </Link>
          </p>
        )
      return (
        <p key={text}>
          {parts.map((part, at) =>
            part.item ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other identity
              <Link key={at} to="/items/$id" params={{ id: part.item }}>
                {part.text}
              </Link>
            ) : (
              part.text
            ),
          )}
        </p>
      )
    })}
  </div>
)

/** 上次议定事项: the counts by state, then the worst five with what moved by itself, or all of it in sentences. */
export const CarryOver = ({ carryOver }: { carryOver: CarryOverView }) => {
  const words = useWords()
  const { counts, meeting, rows, sentences } = carryOver
  const [shown, setShown] = useState<'table' | 'text'>('table')
  const views = [
    { key: 'table', label: words.asTable },
    { key: 'text', label: words.asText },
  ] as const
  const toItems = (
    <Link to="/items" className="btn small">
      {words.allItems}
    </Link>
  )
  return (
    <div id="carry-over">
      <Sheet
        title={words.carryOver}
        side={
          counts.total > 0 ? (
            <Segment label={words.carryOver} options={views} value={shown} onChange={setShown} />
          ) : null
        }
        foot={meeting ? `${meeting.heldOn} ${meeting.title}${words.andBefore}` : null}
        flush
      >
        {counts.total === 0 ? (
          <Empty action={toItems}>{meeting ? words.noCarryOver : words.noPreviousMeeting}</Empty>
        ) : (
          <>
            <Counts counts={counts} />
            {shown === 'table' ? <WorstTable rows={rows} /> : <Sentences sentences={sentences} />}
          </>
        )}
      </Sheet>
    </div>
  )
}
