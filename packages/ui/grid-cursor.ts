/** A cell by row and column, both from 0. */
export type GridCell = { row: number; column: number }
export type GridSize = { rows: number; columns: number }

const PAGE = 10

const clamp = (n: number, max: number): number => Math.min(Math.max(n, 0), Math.max(max, 0))

const target = (key: string, ctrl: boolean, { row, column }: GridCell, size: GridSize): GridCell | null => {
  switch (key) {
    case 'ArrowUp':
      return { row: row - 1, column }
    case 'ArrowDown':
      return { row: row + 1, column }
    case 'ArrowLeft':
      return { row, column: column - 1 }
    case 'ArrowRight':
      return { row, column: column + 1 }
    case 'Home':
      return { row: ctrl ? 0 : row, column: 0 }
    case 'End':
      return { row: ctrl ? size.rows - 1 : row, column: size.columns - 1 }
    case 'PageUp':
      return { row: row - PAGE, column }
    case 'PageDown':
      return { row: row + PAGE, column }
    default:
      return null
  }
}

/**
 * Where a key moves the cursor of a grid, as spreadsheets do: arrows one cell, Home and End the ends of the row, with
 * Ctrl the corners, PageUp and PageDown ten rows. Stops at the edges. Null when the key moves nothing.
 */
export const moveCursor = (key: string, ctrl: boolean, from: GridCell, size: GridSize): GridCell | null => {
  const next = target(key, ctrl, from, size)
  if (!next || size.rows === 0 || size.columns === 0) return null
  const cell = { row: clamp(next.row, size.rows - 1), column: clamp(next.column, size.columns - 1) }
  return cell.row === from.row && cell.column === from.column ? null : cell
}
