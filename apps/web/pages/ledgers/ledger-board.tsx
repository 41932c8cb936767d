import { useQuery } from '@tanstack/react-query'
import { type FieldView, fill, Mark } from '@yundiao/ui'
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react'
import { allEntriesQuery, MOST_ROWS } from '../../api/ledgers.ts'
import type { EntryRow, LedgerView } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import { type BoardColumn, boardColumns, type CardAt, moveCard } from './board-columns.ts'
import type { Filter } from './ledger-filter.ts'
import { MoveDialog, nameOf } from './move-dialog.tsx'
import { NoEntries } from './no-entries.tsx'
import { movesFrom } from './state-move.tsx'
import { textOfValue } from './value-text.ts'

/** The one number of a card: the ledger's first amount. */
const amountOf = (ledger: LedgerView): FieldView | undefined =>
  ledger.fields.find((field) => field.kind === 'money') ?? ledger.fields.find((field) => field.kind === 'area')

type Moving = { row: EntryRow; to: string | null }

type BoardProps = {
  ledger: LedgerView
  columns: readonly BoardColumn[]
  /** Null: to be looked at only. */
  onMove: ((moving: Moving) => void) | null
}

const Card = ({
  ledger,
  row,
  at,
  isTabStop,
  withRegion,
  onMove,
}: { ledger: LedgerView; row: EntryRow; at: CardAt; isTabStop: boolean; withRegion: boolean } & Pick<
  BoardProps,
  'onMove'
>) => {
  const words = useWords()
  const name = nameOf(ledger, row)
  const amount = amountOf(ledger)
  const digits = amount ? textOfValue(amount, row.values[amount.name]) : ''
  return (
    <li>
      <button
        type="button"
        className="card"
        data-card={`${at.column}:${at.row}`}
        tabIndex={isTabStop ? 0 : -1}
        title={name}
        draggable={onMove !== null}
        onDragStart={(event) => event.dataTransfer.setData('text/plain', row.id)}
        onClick={() => onMove?.({ row, to: null })}
      >
        <span className="name">
          {name} {row.demo ? <Mark word="演示" /> : null}
        </span>
        <span className="note">{withRegion ? (row.region?.name ?? words.noRegion) : null}</span>
        <span className="digits">{digits}</span>
      </button>
    </li>
  )
}

const Board = ({ ledger, columns, onMove }: BoardProps) => {
  const words = useWords()
  const board = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState<string | null>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const [column, row] = ((event.target as HTMLElement).dataset.card ?? '').split(':').map(Number)
    const next = column === undefined || row === undefined ? null : moveCard(event.key, { column, row }, columns)
    if (!next) return
    event.preventDefault()
    board.current?.querySelector<HTMLElement>(`[data-card="${next.column}:${next.row}"]`)?.focus()
  }
  const drop = (event: DragEvent, state: string) => {
    event.preventDefault()
    setOver(null)
    const id = event.dataTransfer.getData('text/plain')
    const row = columns.flatMap((column) => column.rows).find((one) => one.id === id)
    if (row && movesFrom(ledger, row.state).includes(state)) onMove?.({ row, to: state })
  }
  const withRegion = new Set(columns.flatMap(({ rows }) => rows.map((row) => row.region?.code))).size > 1
  const first = columns.findIndex((column) => column.rows.length > 0)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a board of lists is one group, not a form's fieldset
    <div ref={board} className="state-board" role="group" aria-label={words.stateBoard} onKeyDown={onKeyDown}>
      {columns.map(({ state, rows }, column) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the keyboard's is the dialog of a card
        <section
          key={state}
          className={`${rows.length === 0 ? 'bare' : ''}${over === state ? ' over' : ''}`}
          onDragOver={(event) => {
            if (!onMove) return
            event.preventDefault()
            setOver(state)
          }}
          onDragLeave={() => setOver(null)}
          onDrop={(event) => drop(event, state)}
        >
          <h3>
            {state} <span className="note">{rows.length}</span>
          </h3>
          <ul>
            {rows.map((row, n) => (
              <Card
                key={row.id}
                ledger={ledger}
                row={row}
                at={{ column, row: n }}
                isTabStop={column === first && n === 0}
                withRegion={withRegion}
                onMove={onMove}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** 看板: the ledger by state. A card is moved by choosing a state, or by dragging it to one. */
export const LedgerBoard = ({
  ledger,
  filter,
  mayWrite,
}: {
  ledger: LedgerView
  filter: Filter
  mayWrite: boolean
}) => {
  const words = useWords()
  const on = useOn()
  const [moving, setMoving] = useState<Moving | null>(null)
  const query = useQuery(allEntriesQuery(ledger.id, filter.query, on))
  const amount = amountOf(ledger)
  return (
    <Ready query={query} rows={16}>
      {({ rows, count }) =>
        rows.length === 0 ? (
          <NoEntries filter={filter} onAdd={null} />
        ) : (
          <>
            <Board ledger={ledger} columns={boardColumns(ledger, rows)} onMove={mayWrite ? setMoving : null} />
            <div className="more-row">
              <span className="note">
                {fill(words.boardRows, { n: rows.length })}
                {amount ? `　${fill(words.boardAmount, { label: amount.label, unit: amount.shownIn ?? '' })}` : ''}
                {count.n > rows.length ? `　${fill(words.fillRowsOver, { n: count.n, most: MOST_ROWS })}` : ''}
                {mayWrite ? `　${words.boardHint}` : ''}
              </span>
            </div>
            {moving ? <MoveDialog ledger={ledger} {...moving} onClose={() => setMoving(null)} /> : null}
          </>
        )
      }
    </Ready>
  )
}
