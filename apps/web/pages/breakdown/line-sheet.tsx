import { Button, EditGrid, Empty, fill, useHotkeys } from '@yundiao/ui'
import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react'
import type { ClauseRow, DocumentView } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'
import { DeclineDialog } from './decline-dialog.tsx'
import type { Layout } from './line-columns.tsx'
import { lineColumns } from './line-columns.tsx'
import { LineMenu, type MenuPlace } from './line-menu.tsx'
import { isLacking, nextWhere, stepFrom } from './line-order.ts'
import { SplitDialog } from './split-dialog.tsx'
import { type LineActs, useLineActs } from './use-line-acts.ts'
import { adoptionOf, type LineEdits } from './use-line-edits.ts'

type LineSheetProps = {
  view: DocumentView
  rows: readonly ClauseRow[]
  numbers: ReadonlyMap<string, number>
  units: readonly string[]
  layout: Layout
  current: string | null
  onCurrent: (id: string) => void
  lineEdits: LineEdits
  mayEdit: boolean
}

const NONE: ReadonlySet<string> = new Set()

/** Title of the group a line stands in: its headings, outermost first. */
const groupTitles = (view: DocumentView): ((row: ClauseRow) => { key: string; title: string } | null) => {
  const byId = new Map(view.clauses.map((clause) => [clause.id, clause]))
  const pathOf = (id: string | null): string[] => {
    const heading = id === null ? undefined : byId.get(id)
    return heading ? [...pathOf(heading.parent), heading.simplified] : []
  }
  return (row) =>
    row.parent === null
      ? { key: row.theme, title: row.themeLabel }
      : { key: row.parent, title: pathOf(row.parent).join(' › ') }
}

const useSelection = (rows: readonly ClauseRow[], current: string | null) => {
  const [chosen, setChosen] = useState(NONE)
  const picked = rows.filter((row) => chosen.has(row.id))
  const selected = picked.length > 0 ? picked : rows.filter((row) => row.id === current)
  return { chosen, setChosen, selected }
}

const ActBar = ({
  acts,
  selected,
  onSplit,
  onDecline,
  onNext,
  onAdopt,
}: {
  acts: LineActs
  selected: number
  onSplit: (() => void) | null
  onDecline: () => void
  onNext: () => void
  onAdopt: () => void
}) => {
  const words = useWords()
  return (
    <div className="line-acts noprint">
      <Button small hotkey="Enter" data-act="settle" disabled={!acts.canSettle} onClick={acts.settle}>
        {words.setUp}
      </Button>
      <Button small hotkey="M" data-act="merge" disabled={!acts.canMerge} onClick={acts.merge}>
        {selected > 1 ? words.mergeSelected : words.mergeAbove}
      </Button>
      <Button small hotkey="S" data-act="split" disabled={!onSplit} onClick={onSplit ?? undefined}>
        {words.split}
      </Button>
      <Button small hotkey="X" data-act="decline" disabled={!acts.canDecline} onClick={onDecline}>
        {words.decline}
      </Button>
      <Button small hotkey="A" data-act="adopt" onClick={onAdopt}>
        {words.adoptRow}
      </Button>
      <Button small hotkey="Z" data-act="undo" disabled={!acts.canUndo} onClick={acts.undo}>
        {words.undoLine}
      </Button>
      <Button small hotkey="N" data-act="next" onClick={onNext}>
        {words.nextGap}
      </Button>
      {selected > 1 ? <b>{fill(words.selectedCount, { n: selected })}</b> : null}
    </div>
  )
}

/** The row under the mouse, by its place in the grid. */
const rowUnder = (event: MouseEvent, rows: readonly ClauseRow[]): ClauseRow | null => {
  const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')
  const index = Number(cell?.dataset.cell?.split(':')[0] ?? -1)
  return rows[index] ?? null
}

/** The lines as an editable sheet, with what can be done with the selected ones by key, button and menu. */
export const LineSheet = (props: LineSheetProps) => {
  const { view, rows, numbers, units, layout, current, onCurrent, lineEdits, mayEdit } = props
  const words = useWords()
  const { chosen, setChosen, selected } = useSelection(rows, current)
  const [open, setOpen] = useState<'split' | 'decline' | null>(null)
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  const go = (id: string | null) => {
    if (id !== null) onCurrent(id)
  }
  const here = useRef(current)
  here.current = current
  /** On to the next line 待核, unless the person has gone elsewhere meanwhile. */
  const after = () => {
    const taken = new Set(selected.map(({ id }) => id))
    setChosen((now) => ([...now].every((id) => taken.has(id)) ? NONE : now))
    if (here.current === null || !taken.has(here.current)) return
    const last = selected.at(-1)?.id ?? null
    go(nextWhere(rows, last, (row) => row.disposition === 'pending' && !taken.has(row.id)) ?? last)
  }
  const acts = useLineActs({ document: view.document.id, rows, selected, onDone: after })
  const [only] = selected
  const onSplit = selected.length === 1 && only?.disposition === 'pending' ? () => setOpen('split') : null
  const adopt = () => lineEdits.edits.apply(adoptionOf(selected), 'adopt')
  const when = (can: boolean, act: () => void) => () => {
    if (can && mayEdit) act()
  }
  const next = () => go(nextWhere(rows, current, isLacking))
  useHotkeys({
    j: () => go(stepFrom(rows, current, 1)),
    k: () => go(stepFrom(rows, current, -1)),
    n: next,
    Enter: when(acts.canSettle, acts.settle),
    m: when(acts.canMerge, acts.merge),
    s: when(onSplit !== null, () => setOpen('split')),
    x: when(acts.canDecline, () => setOpen('decline')),
    a: when(true, adopt),
    z: when(acts.canUndo, acts.undo),
  })
  const columns = useMemo(
    () => lineColumns({ words, layout, view, units, numbers }),
    [words, layout, view, units, numbers],
  )
  const groupOf = useMemo(() => groupTitles(view), [view])
  const onContextMenu = (event: MouseEvent) => {
    const row = rowUnder(event, rows)
    if (!row || !mayEdit) return
    event.preventDefault()
    if (!chosen.has(row.id)) {
      setChosen(NONE)
      onCurrent(row.id)
    }
    setMenu({ x: event.clientX, y: event.clientY })
  }
  /** In a column that is not filled in Enter sets up; the grid would go down. */
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const isPlain = !(event.ctrlKey || event.shiftKey || event.altKey || event.metaKey)
    if (event.key !== 'Enter' || !isPlain || !(event.target as HTMLElement).matches('td[data-cell]')) return
    if (acts.open.length === 0 || !mayEdit) return
    event.preventDefault()
    event.stopPropagation()
    if (acts.canSettle) acts.settle()
  }
  if (rows.length === 0) return <Empty>{words.noneLacking}</Empty>
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: menu and Enter, whose acts are buttons above as well
    <div className="line-sheet" onContextMenu={onContextMenu} onKeyDownCapture={onKeyDownCapture}>
      <EditGrid
        label={words.taskTable}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        edits={lineEdits.edits}
        faults={lineEdits.faults}
        current={current}
        onCurrent={onCurrent}
        selectedRows={chosen}
        onSelectRows={setChosen}
        groupOf={groupOf}
        rowClass={(row) => (row.disposition === 'pending' ? undefined : `is-${row.disposition}`)}
        readOnly={!mayEdit}
        className="lines"
        tools={
          mayEdit ? (
            <ActBar
              acts={acts}
              selected={selected.length}
              onSplit={onSplit}
              onDecline={() => setOpen('decline')}
              onNext={next}
              onAdopt={adopt}
            />
          ) : null
        }
      />
      {menu ? (
        <LineMenu
          at={menu}
          acts={acts}
          onSplit={onSplit}
          onOther={() => setOpen('decline')}
          onClose={() => setMenu(null)}
        />
      ) : null}
      {open === 'split' && only ? <SplitDialog clause={only} onClose={() => setOpen(null)} /> : null}
      {open === 'decline' ? <DeclineDialog acts={acts} onClose={() => setOpen(null)} /> : null}
    </div>
  )
}
