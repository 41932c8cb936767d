import type { EntryRow, LedgerView } from '../../api/types.ts'
import { movesFrom } from './state-move.tsx'

export type BoardColumn = { state: string; rows: readonly EntryRow[] }

type Ledger = Pick<LedgerView, 'states' | 'moves'>

/** Columns of the board in the ledger's own order: states with entries, and those an entry can reach from them. */
export const boardColumns = (ledger: Ledger, rows: readonly EntryRow[]): BoardColumn[] => {
  const held = Map.groupBy(rows, (row) => row.state)
  const reached = new Set([...held.keys()].flatMap((state) => [state, ...movesFrom(ledger, state)]))
  const order = [...ledger.states, ...[...held.keys()].filter((state) => !ledger.states.includes(state))]
  return order.filter((state) => reached.has(state)).map((state) => ({ state, rows: held.get(state) ?? [] }))
}

/** A card on the board, by column and place in it. */
export type CardAt = { column: number; row: number }

const nearest = (columns: readonly BoardColumn[], from: number, step: -1 | 1, row: number): CardAt | null => {
  for (let column = from + step; column >= 0 && column < columns.length; column += step) {
    const { length } = columns[column]?.rows ?? []
    if (length > 0) return { column, row: Math.min(row, length - 1) }
  }
  return null
}

/** Where an arrow leads from a card: up and down in its column, sideways to the next column that holds any. */
export const moveCard = (key: string, at: CardAt, columns: readonly BoardColumn[]): CardAt | null => {
  const { length } = columns[at.column]?.rows ?? []
  switch (key) {
    case 'ArrowUp':
      return at.row > 0 ? { ...at, row: at.row - 1 } : null
    case 'ArrowDown':
      return at.row < length - 1 ? { ...at, row: at.row + 1 } : null
    case 'ArrowLeft':
      return nearest(columns, at.column, -1, at.row)
    case 'ArrowRight':
      return nearest(columns, at.column, 1, at.row)
    default:
      return null
  }
}
