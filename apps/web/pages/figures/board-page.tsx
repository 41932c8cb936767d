import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { boardHeads } from '@yundiao/figures'
import { Button, Chips, DataTable, Empty, fill, Page, Sheet } from '@yundiao/ui'
import { useState } from 'react'
import { boardQuery, periodsQuery } from '../../api/figures.ts'
import type { Board, BoardRow } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import { PrintFoot } from '../../shell/print-foot.tsx'
import { Ready } from '../../shell/ready.tsx'
import { usePrinting } from '../../shell/use-printing.ts'
import { useWords } from '../../shell/words.ts'
import { boardColumns } from './board-columns.tsx'
import { printColumns } from './print-columns.tsx'

type View = 'behind' | 'missing'

const isShown = (row: BoardRow, view: string | null, unit: string): boolean =>
  (view !== 'behind' || row.state.word === '欠序时' || (row.vsTarget.kind === 'value' && row.vsTarget.value < 0)) &&
  (view !== 'missing' || row.missing !== null) &&
  (unit === '' || row.leadUnit === unit)

type ToolsProps = {
  board: Board
  view: string | null
  onView: (view: string | null) => void
  unit: string
  onUnit: (unit: string) => void
  withEstimate: boolean
  onEstimate: () => void
}

const Tools = ({ board, view, onView, unit, onUnit, withEstimate, onEstimate }: ToolsProps) => {
  const words = useWords()
  const units = [...new Set(board.rows.flatMap((row) => (row.leadUnit ? [row.leadUnit] : [])))]
  const count = (key: View) =>
    [...board.rows, ...(board.supplement ?? [])].filter((row) => isShown(row, key, '')).length
  return (
    <div className="tools">
      <Chips
        label={words.filter}
        value={view}
        onChange={onView}
        options={[
          { key: 'behind', label: words.onlyBehind, count: count('behind') },
          { key: 'missing', label: words.onlyMissing, count: count('missing') },
        ]}
      />
      {units.length > 0 ? (
        <select
          className="field search"
          aria-label={words.leadUnit}
          value={unit}
          onChange={(event) => onUnit(event.target.value)}
        >
          <option value="">{words.anyUnit}</option>
          {units.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      ) : null}
      <button type="button" className="chip" aria-pressed={withEstimate} onClick={onEstimate}>
        {words.estimateColumns}
      </button>
      <span className="grow" />
      {board.laterCount > 0 ? <span className="note">{fill(words.laterCount, { n: board.laterCount })}</span> : null}
    </div>
  )
}

const BoardTable = ({ board }: { board: Board }) => {
  const words = useWords()
  const navigate = useNavigate()
  const [view, setView] = useState<string | null>(null)
  const [unit, setUnit] = useState('')
  const [withEstimate, setWithEstimate] = useState(false)
  const printing = usePrinting()
  const sheet = { rows: board.rows, period: board.period, heads: boardHeads(board.period, board.periodWords) }
  const supplement = board.supplement ?? []
  const extra = new Set(supplement.map((row) => row.indicator))
  const rows = [...board.rows, ...supplement].filter((row) => isShown(row, view, unit))
  const tools = {
    view,
    unit,
    withEstimate,
    onView: setView,
    onUnit: setUnit,
    onEstimate: () => setWithEstimate((on) => !on),
  }
  return (
    <>
      <Tools board={board} {...tools} />
      <Sheet flush className="landscape">
        <div className="sheet-scroll">
          {rows.length === 0 ? (
            <Empty
              action={
                <Button small onClick={() => setView(null)}>
                  {words.showAll}
                </Button>
              }
            >
              {board.rows.length === 0 ? words.noFigures : words.noSuchRows}
            </Empty>
          ) : (
            <DataTable
              label={`${words.boardTitle} ${board.periodWords}`}
              className={printing ? 'board ruled as-printed' : 'board ruled'}
              columns={printing ? printColumns(words, sheet) : boardColumns(words, { ...sheet, withEstimate })}
              rows={rows}
              rowKey={(row) => row.indicator}
              groupOf={(row) => (extra.has(row.indicator) ? { key: 'supplement', title: words.supplement } : null)}
              onOpen={(row) => void navigate({ to: '/figures/$code', params: { code: row.indicator } })}
            />
          )}
        </div>
      </Sheet>
      <div className="foot landscape">
        {board.notes.map((note) => (
          <span key={note}>{note}</span>
        ))}
        <span>{words.boardLegend}</span>
      </div>
      <PrintFoot asKnownOn={board.asKnownOn} signed />
    </>
  )
}

/** 指标: the board is sheet T1. */
export const BoardPage = () => {
  const words = useWords()
  const on = useOn()
  const navigate = useNavigate()
  const wanted = useSearch({ strict: false, select: (search) => search.period })
  const periods = useQuery(periodsQuery(on))
  const period = wanted ?? periods.data?.[0]?.period
  const board = useQuery({ ...boardQuery(period, on), enabled: period !== undefined })
  return (
    <Page
      className="landscape"
      title={`${words.boardTitle}${board.data ? `　${board.data.periodWords}` : ''}`}
      facts={
        board.data
          ? `${board.data.city.name} · ${words.dataAsOf} ${board.data.asKnownOn} · ${words.boardUnits}`
          : words.loading
      }
      actions={
        <>
          <select
            className="field search noprint"
            aria-label={words.period}
            value={period ?? ''}
            onChange={(event) =>
              void navigate({ to: '/figures', search: (old) => ({ ...old, period: event.target.value }) })
            }
          >
            {(periods.data ?? []).map((one) => (
              <option key={one.period} value={one.period}>
                {one.words}
              </option>
            ))}
          </select>
          <Button hotkey="P" onClick={() => window.print()}>
            {words.printA4}
          </Button>
        </>
      }
    >
      {periods.data?.length === 0 ? (
        <Empty
          action={
            <Link to="/admin/$section" params={{ section: 'definitions' }} className="btn">
              {words.admin}
            </Link>
          }
        >
          {words.noFigures}
        </Empty>
      ) : (
        <Ready query={periods} rows={18}>
          {() => (
            <Ready query={board} rows={18}>
              {(data) => <BoardTable board={data} />}
            </Ready>
          )}
        </Ready>
      )}
    </Page>
  )
}
