import type { KeyboardEvent, MouseEvent } from 'react'
import type { EditActs } from './use-edit-acts.ts'
import type { EditCursor } from './use-edit-cursor.ts'
import { positionOf } from './use-grid-keys.ts'

type Keys = { acts: EditActs; cursor: EditCursor; readOnly: boolean }

const withCtrl = (key: string, shift: boolean, acts: EditActs, readOnly: boolean): (() => void) | null => {
  if (readOnly) return null
  switch (key.toLowerCase()) {
    case 'd':
      return acts.fillDown
    case 'z':
      return shift ? acts.redo : acts.undo
    case 'y':
      return acts.redo
    default:
      return null
  }
}

/** Enter opens what stands in a cell that is not filled in, and goes down elsewhere. */
const enter = (event: KeyboardEvent, { cursor }: Keys): (() => void) => {
  const inner = (event.target as HTMLElement).matches('td')
    ? (event.target as HTMLElement).querySelector<HTMLElement>('a, button')
    : null
  return inner ? () => inner.click() : () => cursor.move(event.shiftKey ? 'ArrowUp' : 'ArrowDown', false, false)
}

const plainKey = (event: KeyboardEvent, keys: Keys): (() => void) | null => {
  const { acts, cursor, readOnly } = keys
  switch (event.key) {
    case 'Enter':
      return enter(event, keys)
    case 'F2':
      return readOnly ? null : () => cursor.write('on', true)
    case 'Delete':
    case 'Backspace':
      return readOnly ? null : acts.clear
    default:
      return null
  }
}

/** Keys of a grid that is edited, while nothing is being written. */
export const onEditKey = (event: KeyboardEvent, keys: Keys): void => {
  const { acts, cursor, readOnly } = keys
  const target = event.target as HTMLElement
  if (event.nativeEvent.isComposing || !target.matches('td, .pen')) return
  const ctrl = event.ctrlKey || event.metaKey
  const act = ctrl ? withCtrl(event.key, event.shiftKey, acts, readOnly) : plainKey(event, keys)
  if (act) act()
  else if (event.key === 'Tab') {
    if (!cursor.move(event.shiftKey ? 'ArrowLeft' : 'ArrowRight', false, false)) return
  } else if (!cursor.move(event.key, ctrl, event.shiftKey)) return
  event.preventDefault()
  event.stopPropagation()
}

/** Where in the grid a mouse event is; null on a link, a button or the pen being written with. */
export const cellUnder = (event: MouseEvent) => {
  const target = event.target as HTMLElement
  const cell = target.closest<HTMLElement>('[data-cell]')
  return !cell || target.closest('a, button, select, .pen.writing') ? null : positionOf(cell)
}
