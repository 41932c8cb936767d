import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { Writing } from './edit-pen.tsx'
import { type Block, blockOf } from './edit-sheet.ts'
import { type GridCell, type GridSize, moveCursor } from './grid-cursor.ts'
import { cellAt } from './use-grid-keys.ts'

type At = { cursor: GridCell; anchor: GridCell; writing: Writing }

export type EditCursor = {
  table: RefObject<HTMLTableElement | null>
  cursor: GridCell
  block: Block
  writing: Writing
  /** As it stands within one event, before React has drawn. */
  now: () => { cursor: GridCell; block: Block; writing: Writing }
  goTo: (cell: GridCell, keepAnchor?: boolean) => void
  /** False when the key moves nothing. */
  move: (key: string, ctrl: boolean, keepAnchor: boolean) => boolean
  write: (writing: Writing, focus?: boolean) => void
  /** Another row became current from outside: the cursor follows, the focus stays where it is. */
  follow: (row: number) => void
}

const startAt = (column: number): At => {
  const cursor = { row: 0, column }
  return { cursor, anchor: cursor, writing: 'no' }
}

/** Focus on the cell, or on its pen, and both in view. */
const focusCell = (table: HTMLElement | null, at: GridCell) => {
  const cell = cellAt(table, at)
  const target = cell?.querySelector<HTMLElement>('.pen') ?? cell
  target?.focus({ preventScroll: true })
  cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** Cursor, selected block and pen of a grid that is edited; it begins in the first row at `column`. */
export const useEditCursor = (size: GridSize, column: number, takesFocus: boolean): EditCursor => {
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<At>(() => startAt(column))
  const latest = useRef(at)
  const wanted = useRef(takesFocus)
  const clamped = (cell: GridCell): GridCell => ({
    row: Math.max(0, Math.min(cell.row, size.rows - 1)),
    column: Math.max(0, Math.min(cell.column, size.columns - 1)),
  })
  const become = useCallback((next: At, focus: boolean) => {
    wanted.current = focus
    latest.current = next
    setAt(next)
  }, [])
  useLayoutEffect(() => {
    if (!wanted.current) return
    wanted.current = false
    focusCell(table.current, at.cursor)
  }, [at])
  const goTo = (cell: GridCell, keepAnchor = false) => {
    const cursor = clamped(cell)
    become({ cursor, anchor: keepAnchor ? clamped(latest.current.anchor) : cursor, writing: 'no' }, true)
  }
  const shown = (state: At) => {
    const cursor = clamped(state.cursor)
    return { cursor, block: blockOf(clamped(state.anchor), cursor), writing: state.writing }
  }
  return {
    table,
    ...shown(at),
    now: () => shown(latest.current),
    goTo,
    move: (key, ctrl, keepAnchor) => {
      const next = moveCursor(key, ctrl, clamped(latest.current.cursor), size)
      if (next) goTo(next, keepAnchor)
      return next !== null
    },
    write: (writing, focus = false) => become({ ...latest.current, writing }, focus),
    follow: (row) => {
      const cursor = { row, column: latest.current.cursor.column }
      become({ cursor, anchor: cursor, writing: 'no' }, false)
      cellAt(table.current, cursor)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    },
  }
}
