import type { ReactNode } from 'react'
import { useUiWords } from './language.tsx'
import { fill } from './messages.ts'
import type { EditActs } from './use-edit-acts.ts'
import type { SheetEdits } from './use-sheet-edits.ts'

type EditBarProps = {
  acts: EditActs
  edits: SheetEdits
  /** What is wrong with the cell in hand. */
  fault: string | null
  faults: number
  onNextFault: () => void
  readOnly: boolean
  children?: ReactNode
}

/** The line above the sheet: what is wrong here, what the last act did, or how to work it; undo, redo, fill down. */
export const EditBar = ({ acts, edits, fault, faults, onNextFault, readOnly, children }: EditBarProps) => {
  const words = useUiWords()
  const tool = (label: string, keys: string, act: () => void, enabled = true) => (
    <button type="button" className="btn small" title={`${label}（${keys}）`} disabled={!enabled} onClick={act}>
      {label}
    </button>
  )
  const says = fault ?? acts.said
  return (
    <div className="edit-bar">
      <p className={fault ? 'bad' : 'note'} role="status">
        {says || (faults > 0 ? fill(words.faultyCells, { n: faults }) : '')}
        {!says && faults === 0 && !readOnly ? <span className="opt">{words.editHint}</span> : null}
      </p>
      {faults > 0 ? (
        <button type="button" className="btn small" onClick={onNextFault}>
          {words.nextFault}
        </button>
      ) : null}
      {children}
      {readOnly ? null : (
        <span className="actions">
          {tool(words.undo, 'Ctrl+Z', acts.undo, edits.canUndo)}
          {tool(words.redo, 'Ctrl+Y', acts.redo, edits.canRedo)}
          {tool(words.fillDown, 'Ctrl+D', acts.fillDown)}
        </span>
      )}
    </div>
  )
}
