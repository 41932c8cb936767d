import { useQuery } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { Button, Dialog, EditGrid, fill, Segment } from '@yundiao/ui'
import { useMemo, useState } from 'react'
import { allEntriesQuery, MOST_ROWS } from '../../api/ledgers.ts'
import type { EntryRow, LedgerView } from '../../api/types.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import { type Before, fillColumns } from './fill-columns.tsx'
import type { Filter } from './ledger-filter.ts'
import { NoEntries } from './no-entries.tsx'
import { toSend } from './unsent.ts'
import { useSend } from './use-send.ts'
import { useUnsent } from './use-unsent.ts'

/** Asks before the page with unsent cells is left. */
const LeaveDialog = ({ n }: { n: number }) => {
  const words = useWords()
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      n > 0 && (next.pathname !== current.pathname || (next.search as { view?: string }).view !== 'fill'),
    enableBeforeUnload: n > 0,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <Dialog title={fill(words.cellsUnsent, { n })} onClose={blocker.reset}>
      <p>{words.unsentKept}</p>
      <div className="actions">
        <Button primary onClick={blocker.reset}>
          {words.fillOn}
        </Button>
        <Button onClick={blocker.proceed}>{words.leave}</Button>
      </div>
    </Dialog>
  )
}

type RowsProps = {
  ledger: LedgerView
  filter: Filter
  rows: readonly EntryRow[]
  before: Before
  lastMonth: string | null
  n: number
}

const FillRows = ({ ledger, filter, rows, before, lastMonth, n }: RowsProps) => {
  const words = useWords()
  const [shown, setShown] = useState<'month' | 'all'>(ledger.monthly.length > 0 ? 'month' : 'all')
  const [current, setCurrent] = useState<string | null>(null)
  const unsent = useUnsent(ledger.id, rows)
  const { send, busy, faults } = useSend(ledger, unsent)
  const regions = useMemo(() => new Set(rows.map((row) => row.region?.code)).size > 1, [rows])
  const every = useMemo(
    () => fillColumns({ ledger, before, lastMonth, all: true, regions }, words),
    [ledger, before, lastMonth, regions, words],
  )
  const columns = useMemo(
    () => (shown === 'all' ? every : fillColumns({ ledger, before, lastMonth, all: false, regions }, words)),
    [every, shown, ledger, before, lastMonth, regions, words],
  )
  const sending = useMemo(
    () => toSend({ rows, columns: every, unsent: { edits: unsent.edits.edits, versions: unsent.versions } }),
    [rows, every, unsent.edits.edits, unsent.versions],
  )
  const { length } = sending.cells
  const here = new Set(rows.map((row) => row.id))
  const outside = [...unsent.edits.edits.keys()].filter((key) => !here.has(key.slice(0, key.lastIndexOf('/')))).length
  return (
    <>
      <EditGrid
        label={`${ledger.title} ${words.fillMode}`}
        className="ledger-fill"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        edits={unsent.edits}
        faults={faults}
        current={current}
        onCurrent={setCurrent}
        alignBy={ledger.key}
        // On a touch screen the focus would call up the keyboard over the sheet.
        takesFocus={matchMedia('(pointer: fine)').matches}
        tools={
          <>
            {ledger.monthly.length > 0 ? (
              <Segment
                label={words.columnsShown}
                value={shown}
                onChange={setShown}
                options={[
                  { key: 'month', label: words.monthColumns },
                  { key: 'all', label: words.allColumns },
                ]}
              />
            ) : null}
            <Button primary disabled={length === 0 || busy} onClick={() => send(sending)}>
              {length === 0 ? words.submitReport : fill(words.sendCells, { n: length })}
            </Button>
          </>
        }
      />
      <div className="more-row">
        <span className="note">
          {fill(words.fillRows, { n: rows.length })}
          {n > rows.length ? `　${fill(words.fillRowsOver, { n, most: MOST_ROWS })}` : ''}
          {outside > 0 ? `　${fill(words.unsentOutside, { n: outside })}` : ''}
        </span>
        {outside > 0 ? <ShowAll filter={filter} /> : null}
      </div>
      <LeaveDialog n={length} />
    </>
  )
}

const ShowAll = ({ filter }: { filter: Filter }) => {
  const words = useWords()
  return (
    <Button small onClick={() => filter.set({ q: undefined, state: undefined, region: undefined, ask: undefined })}>
      {words.showAll}
    </Button>
  )
}

/** In the order they were registered, unless another is asked for: a row must not jump once it is sent. */
const inOrder = (rows: readonly EntryRow[], sort: string | undefined): readonly EntryRow[] =>
  sort ? rows : rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** 填报: the person's rows as a sheet to be filled in, this month's columns first. */
export const FillSheet = ({ ledger, filter }: { ledger: LedgerView; filter: Filter }) => {
  const query = useQuery({
    ...allEntriesQuery(ledger.id, filter.query, undefined, ledger.monthly),
    placeholderData: (old) => old,
  })
  const { sort } = filter.search
  const rows = useMemo(() => inOrder(query.data?.rows ?? [], sort), [query.data, sort])
  return (
    <Ready query={query} rows={16}>
      {({ count, previous, lastMonth }) =>
        rows.length === 0 ? (
          <NoEntries filter={filter} onAdd={null} />
        ) : (
          <FillRows ledger={ledger} filter={filter} rows={rows} before={previous} lastMonth={lastMonth} n={count.n} />
        )
      }
    </Ready>
  )
}
