import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import type { EditKind } from './edit-column.ts'

/** Not writing; writing over the cell (a first key was typed); writing on from its text. */
export type Writing = 'no' | 'over' | 'on'

export type PenDone = 'down' | 'up' | 'right' | 'left' | 'stay'

type PenProps = {
  /** Says cell and content to a screen reader. */
  label: string
  text: string
  shown: string
  kind: EditKind
  list: string | undefined
  writing: Writing
  onStart: () => void
  onDone: (typed: string, then: PenDone) => void
  onCancel: () => void
}

const afterKey = (event: KeyboardEvent): PenDone | null => {
  if (event.key === 'Enter' && !event.altKey) return event.shiftKey ? 'up' : 'down'
  if (event.key === 'Tab') return event.shiftKey ? 'left' : 'right'
  return null
}

/** A line break where the pen stands: Alt and Enter, as in a spreadsheet. */
const breakLine = (pen: HTMLInputElement | HTMLTextAreaElement) => {
  const at = pen.selectionStart ?? pen.value.length
  pen.setRangeText('\n', at, pen.selectionEnd ?? at, 'end')
}

/**
 * The one input of the grid, in the current cell. It has the focus before anything is typed, unseen, so that an input
 * method gets the first key too: a cell that only becomes an input at the first letter swallows half of 你.
 */
export const EditPen = ({ label, text, shown, kind, list, writing, onStart, onDone, onCancel }: PenProps) => {
  const pen = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const box = pen.current
    if (!box || writing === 'over') return
    box.value = writing === 'on' && kind !== 'choice' ? text : ''
    box.setSelectionRange(box.value.length, box.value.length)
    if (writing === 'on' && kind === 'choice') box.showPicker?.()
  }, [writing, kind, text])
  const onKeyDown = (event: KeyboardEvent) => {
    if (writing === 'no') return
    event.stopPropagation()
    if (event.nativeEvent.isComposing || !pen.current) return
    const then = afterKey(event)
    if (then) {
      event.preventDefault()
      if (kind === 'choice' && writing === 'on' && pen.current.value === '') onCancel()
      else onDone(pen.current.value, then)
    } else if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter' && kind === 'long-text') breakLine(pen.current)
  }
  const shared = {
    ref: pen,
    className: `pen${writing === 'no' ? '' : ' writing'}`,
    'aria-label': label,
    autoComplete: 'off',
    spellCheck: false,
    onKeyDown,
    onInput: () => {
      if (writing === 'no') onStart()
    },
    onCompositionStart: () => {
      if (writing === 'no') onStart()
    },
    onBlur: () => {
      if (writing === 'no' || !pen.current) return
      if (kind === 'choice' && pen.current.value === '') onCancel()
      else onDone(pen.current.value, 'stay')
    },
  }
  return kind === 'choice' ? (
    <input {...shared} list={list} placeholder={writing === 'on' ? shown : ''} />
  ) : (
    <textarea {...shared} rows={1} inputMode={kind === 'number' ? 'decimal' : undefined} />
  )
}
