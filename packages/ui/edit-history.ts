import { type CellEdit, cellKey } from './edit-sheet.ts'

export type EditHow = 'type' | 'paste' | 'fill' | 'clear' | 'adopt' | 'undo' | 'redo'

/** A cell of one act: what the edits held before (undefined: nothing), and what it holds now. */
type Changed = CellEdit & { held: string | undefined }

/** The edits over the stored rows, and the acts that made them. */
export type EditHistory = {
  edits: ReadonlyMap<string, string>
  past: readonly (readonly Changed[])[]
  future: readonly (readonly Changed[])[]
}

export const emptyHistory = (edits: ReadonlyMap<string, string> = new Map()): EditHistory => ({
  edits,
  past: [],
  future: [],
})

const written = (edits: ReadonlyMap<string, string>, cells: readonly { key: string; text: string | undefined }[]) => {
  const next = new Map(edits)
  for (const { key, text } of cells) {
    if (text === undefined) next.delete(key)
    else next.set(key, text)
  }
  return next
}

const keyOf = (edit: CellEdit): string => cellKey(edit.row, edit.column)

/** One act more. What was undone before it can no longer be redone. */
export const actDone = (history: EditHistory, edits: readonly CellEdit[]): EditHistory =>
  edits.length === 0
    ? history
    : {
        edits: written(
          history.edits,
          edits.map((edit) => ({ key: keyOf(edit), text: edit.text })),
        ),
        past: [...history.past, edits.map((edit) => ({ ...edit, held: history.edits.get(keyOf(edit)) }))],
        future: [],
      }

/** The last act taken back, and the texts the cells have again. Unchanged when there is none. */
export const undone = (history: EditHistory): { history: EditHistory; edits: readonly CellEdit[] } => {
  const act = history.past.at(-1)
  if (!act) return { history, edits: [] }
  const back = act.toReversed()
  return {
    history: {
      edits: written(
        history.edits,
        back.map((cell) => ({ key: keyOf(cell), text: cell.held })),
      ),
      past: history.past.slice(0, -1),
      future: [...history.future, act],
    },
    edits: back.map(({ row, column, text, was, held }) => ({ row, column, text: was ?? held ?? '', was: text })),
  }
}

/** The act undone last, done again. */
export const redone = (history: EditHistory): { history: EditHistory; edits: readonly CellEdit[] } => {
  const act = history.future.at(-1)
  if (!act) return { history, edits: [] }
  return {
    history: {
      edits: written(
        history.edits,
        act.map((cell) => ({ key: keyOf(cell), text: cell.text })),
      ),
      past: [...history.past, act],
      future: history.future.slice(0, -1),
    },
    edits: act.map(({ row, column, text, was }) => ({ row, column, text, ...(was === undefined ? {} : { was }) })),
  }
}

/**
 * What the server has taken is stored now and no edit any more, unless it was changed again since. The acts stay: to
 * undo one of them is now an edit back to the old text.
 */
export const settled = (history: EditHistory, taken: readonly CellEdit[]): EditHistory => {
  const keys = new Set(taken.map(keyOf))
  const rest = new Map(history.edits)
  for (const edit of taken) if (rest.get(keyOf(edit)) === edit.text) rest.delete(keyOf(edit))
  const kept = (acts: EditHistory['past']) =>
    acts.map((act) => act.map((cell) => (keys.has(keyOf(cell)) ? { ...cell, held: cell.was ?? cell.held } : cell)))
  return { edits: rest, past: kept(history.past), future: kept(history.future) }
}
