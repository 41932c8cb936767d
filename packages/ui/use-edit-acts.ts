import { useRef, useState } from 'react'
import { alignedPaste } from './align-paste.ts'
import type { PenActs } from './edit-row.tsx'
import {
  adoptColumn,
  type CellEdit,
  clearBlock,
  copyBlock,
  fillDown,
  pasteTable,
  type SheetShape,
  typeInto,
} from './edit-sheet.ts'
import { parseHtmlTable } from './html-table.ts'
import { useUiWords } from './language.tsx'
import { fill } from './messages.ts'
import { alignedWords, pastedWords } from './pasted-words.ts'
import { chooseTable } from './table-text.ts'
import type { EditCursor } from './use-edit-cursor.ts'
import type { SheetEdits } from './use-sheet-edits.ts'

export type EditActs = {
  /** What the last act has to say; '' for nothing. */
  said: string
  hush: () => void
  copy: (to: DataTransfer) => void
  paste: (from: DataTransfer) => void
  fillDown: () => void
  clear: () => void
  adopt: (column: number) => void
  undo: () => void
  redo: () => void
  pen: PenActs
  /** Takes what is being written, as when another cell is clicked. */
  finish: () => void
}

type EditActsOn = { sheet: SheetShape; edits: SheetEdits; cursor: EditCursor; alignBy: string | undefined }

/** What can be done with the selected block; each is one step of undo, and says what it did where it is not seen. */
export const useEditActs = ({ sheet, edits, cursor, alignBy }: EditActsOn): EditActs => {
  const words = useUiWords()
  const [said, setSaid] = useState('')
  const latest = useRef({ sheet, edits, cursor })
  latest.current = { sheet, edits, cursor }
  const turn = (words: string, act: () => void) => {
    act()
    setSaid(words)
  }
  const act = (made: readonly CellEdit[], how: 'fill' | 'clear' | 'adopt', message: string) => {
    edits.apply(made, how)
    setSaid(fill(message, { n: made.length }))
  }
  // The pen of a row outlives many drawings of the grid, so that rows need not be drawn for a new function.
  const pen = useRef<PenActs>({
    start: () => latest.current.cursor.write('over'),
    cancel: () => latest.current.cursor.write('no', true),
    done: (typed, then) => {
      const { sheet, edits, cursor } = latest.current
      if (cursor.now().writing === 'no') return
      const { row, column } = cursor.now().cursor
      edits.apply(typeInto(sheet, { row, column }, typed), 'type')
      cursor.write('no', then !== 'stay')
      if (then === 'down' || then === 'up') cursor.goTo({ row: then === 'down' ? row + 1 : row - 1, column })
      else if (then !== 'stay') cursor.goTo({ row, column: then === 'right' ? column + 1 : column - 1 })
    },
  })
  return {
    said,
    hush: () => setSaid(''),
    copy: (to) => {
      to.setData('text/plain', copyBlock(sheet, cursor.now().block))
      setSaid(words.copied)
    },
    paste: (from) => {
      const { block } = cursor.now()
      const table = chooseTable(from.getData('text/plain'), parseHtmlTable(from.getData('text/html')))
      const name = sheet.columns.findIndex(({ id }) => id === alignBy)
      const aligned = name < 0 ? null : alignedPaste(sheet, { name, from: block.from.column }, table)
      if (aligned) {
        edits.apply(aligned.edits, 'paste')
        setSaid(alignedWords(aligned, sheet.columns[name]?.label ?? '', words))
        return
      }
      const pasted = pasteTable(sheet, block, table)
      edits.apply(pasted.edits, 'paste')
      setSaid(pastedWords(pasted, words))
    },
    fillDown: () => act(fillDown(sheet, cursor.now().block), 'fill', words.filledCells),
    clear: () => act(clearBlock(sheet, cursor.now().block), 'clear', words.clearedCells),
    adopt: (column) => act(adoptColumn(sheet, column), 'adopt', words.adoptedCells),
    undo: () => turn(edits.canUndo ? words.undoneOnce : words.nothingToUndo, edits.undo),
    redo: () => turn(edits.canRedo ? words.redoneOnce : words.nothingToUndo, edits.redo),
    pen: pen.current,
    finish: () => {
      const box = cursor.table.current?.querySelector<HTMLInputElement>('.pen.writing')
      if (box) box.blur()
    },
  }
}
