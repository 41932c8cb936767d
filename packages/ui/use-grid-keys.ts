import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { type GridCell, type GridSize, moveCursor } from './grid-cursor.ts'

/** The element of a cell. */
export const cellAt = (table: HTMLElement | null, { row, column }: GridCell): HTMLElement | null =>
  table?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`) ?? null

/** Which cell an element stands for. */
export const positionOf = (cell: HTMLElement): GridCell | null => {
  const [row, column] = (cell.dataset.cell ?? '').split(':').map(Number)
  return row === undefined || column === undefined || Number.isNaN(row) ? null : { row, column }
}

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.matches('input, select, textarea')

type GridKeys = {
  table: RefObject<HTMLTableElement | null>
  onKeyDown: (event: KeyboardEvent) => void
  onFocus: (event: FocusEvent) => void
}

/**
 * One tab stop a grid, moved by arrows. The tab stop lives in the DOM: a state would draw thousands of cells again at
 * every key.
 */
export const useGridKeys = (size: GridSize, openRow: (row: number) => void): GridKeys => {
  const table = useRef<HTMLTableElement>(null)
  useEffect(() => {
    if (size.rows > 0 && !table.current?.querySelector('[data-cell][tabindex="0"]'))
      cellAt(table.current, { row: 0, column: 0 })?.setAttribute('tabindex', '0')
  }, [size.rows])
  const onFocus = (event: FocusEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')
    if (!cell || cell.tabIndex === 0) return
    for (const old of table.current?.querySelectorAll('[data-cell][tabindex="0"]') ?? [])
      old.setAttribute('tabindex', '-1')
    cell.setAttribute('tabindex', '0')
  }
  const enter = (event: KeyboardEvent, cell: HTMLElement, at: GridCell) => {
    if (event.target !== cell) return
    event.preventDefault()
    const inner = cell.querySelector<HTMLElement>('a, button, input, select')
    if (!inner) openRow(at.row)
    else if (inner.matches('input, select')) inner.focus()
    else inner.click()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')
    const at = cell && positionOf(cell)
    if (!cell || !at) return
    if (isTyping(event.target)) {
      if (event.key === 'Escape') cell.focus()
      return
    }
    if (event.key === 'Enter') return enter(event, cell, at)
    const next = moveCursor(event.key, event.ctrlKey, at, size)
    const target = next && cellAt(table.current, next)
    if (!target) return
    event.preventDefault()
    target.focus()
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  return { table, onKeyDown, onFocus }
}
