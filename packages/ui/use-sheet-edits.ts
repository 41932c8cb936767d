import { useCallback, useMemo, useRef, useState } from 'react'
import { actDone, type EditHistory, type EditHow, emptyHistory, redone, settled, undone } from './edit-history.ts'
import type { CellEdit } from './edit-sheet.ts'

/** Edits over the stored rows, by `${row}/${column}`, with undo; one `apply` is one step. */
export type SheetEdits = {
  edits: ReadonlyMap<string, string>
  apply: (edits: readonly CellEdit[], how: EditHow) => void
  undo: () => void
  redo: () => void
  canUndo: boolean
  canRedo: boolean
  /** Forgets everything: the edits and what could be undone. */
  reset: () => void
  /** The server has taken these; they can still be undone, as edits back. */
  settle: (taken: readonly CellEdit[]) => void
}

export const useSheetEdits = (
  onApply?: (edits: readonly CellEdit[], how: EditHow) => void,
  start?: () => ReadonlyMap<string, string>,
): SheetEdits => {
  const [history, setHistory] = useState<EditHistory>(() => emptyHistory(start?.()))
  // Two acts within one event must see each other, before React has drawn.
  const latest = useRef(history)
  const heard = useRef(onApply)
  heard.current = onApply
  const become = useCallback((next: EditHistory) => {
    latest.current = next
    setHistory(next)
  }, [])
  const acts = useMemo(() => {
    const step = (turn: typeof undone, how: EditHow) => () => {
      const { history: next, edits } = turn(latest.current)
      become(next)
      if (edits.length > 0) heard.current?.(edits, how)
    }
    return {
      apply: (edits: readonly CellEdit[], how: EditHow) => {
        if (edits.length === 0) return
        become(actDone(latest.current, edits))
        heard.current?.(edits, how)
      },
      undo: step(undone, 'undo'),
      redo: step(redone, 'redo'),
      reset: () => become(emptyHistory()),
      settle: (taken: readonly CellEdit[]) => become(settled(latest.current, taken)),
    }
  }, [become])
  return { ...acts, edits: history.edits, canUndo: history.past.length > 0, canRedo: history.future.length > 0 }
}
