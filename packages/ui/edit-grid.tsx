import { Fragment, type MouseEvent, type ReactNode, useEffect, useId, useMemo, useRef } from 'react'
import { EditBar } from './edit-bar.tsx'
import { type EditColumn, shapeOf } from './edit-column.ts'
import { cellUnder, onEditKey } from './edit-keys.ts'
import { EditRow } from './edit-row.tsx'
import { adoptColumn, cellKey } from './edit-sheet.ts'
import { frozenOffsets } from './frozen-columns.ts'
import { useUiWords } from './language.tsx'
import { fill } from './messages.ts'
import { InGridContext } from './passport-context.ts'
import { Columns, GroupRow, Head } from './table-head.tsx'
import { useByRow } from './use-by-row.ts'
import { useEditActs } from './use-edit-acts.ts'
import { type EditCursor, useEditCursor } from './use-edit-cursor.ts'
import type { SheetEdits } from './use-sheet-edits.ts'

export type EditGridProps<Row> = {
  /** Says what the sheet is, to a screen reader. */
  label: string
  /** Keep the array between drawings: rows are drawn again when it changes. */
  columns: readonly EditColumn<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  edits: SheetEdits
  /** What is wrong with a cell, by `${row}/${column}`. */
  faults?: ReadonlyMap<string, string> | undefined
  /** The row in hand. */
  current?: string | null | undefined
  onCurrent?: ((row: string) => void) | undefined
  selectedRows?: ReadonlySet<string> | undefined
  onSelectRows?: ((rows: ReadonlySet<string>) => void) | undefined
  groupOf?: ((row: Row) => { key: string; title: ReactNode } | null) | undefined
  totals?: boolean
  rowClass?: ((row: Row) => string | undefined) | undefined
  className?: string | undefined
  readOnly?: boolean
  /** The first cell that can be filled in has the focus once the sheet is there. */
  takesFocus?: boolean
  /** Column that names a row: a clipboard whose first column holds such names is put in by name. */
  alignBy?: string | undefined
  /** A full-width row below a row, where it returns something. */
  expanded?: ((row: Row) => ReactNode) | undefined
  /** More in the line above the sheet, at its right. */
  tools?: ReactNode
}

const NO_FAULTS: ReadonlyMap<string, string> = new Map()

const Lists = <Row,>({ id, columns }: { id: string; columns: readonly EditColumn<Row>[] }) =>
  columns.map((column) =>
    column.kind === 'choice' ? (
      <datalist key={column.id} id={`${id}-${column.id}`}>
        {column.choices?.map((choice) => (
          <option key={choice.value} value={choice.label} />
        ))}
      </datalist>
    ) : null,
  )

/** Tells the page which row is in hand, and follows when the page takes another. */
const useCurrentRow = <Row,>(
  { rows, rowKey, current, onCurrent }: EditGridProps<Row>,
  { cursor, follow, table }: EditCursor,
) => {
  const row = rows[cursor.row]
  const here = row === undefined ? null : rowKey(row)
  // The row both sides know of: what was told is not followed, what was followed is not told.
  const known = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another row from outside moves the cursor
  useEffect(() => {
    if (!current || current === known.current) return
    known.current = current
    const index = rows.findIndex((one) => rowKey(one) === current)
    if (index >= 0) follow(index)
  }, [current, rows])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a move of the cursor is told
  useEffect(() => {
    if (here === null || here === known.current || !table.current?.contains(document.activeElement)) return
    known.current = here
    onCurrent?.(here)
  }, [here])
}

const useEditGrid = <Row,>(props: EditGridProps<Row>) => {
  const { columns, rows, rowKey, edits, readOnly = false } = props
  const sheet = useMemo(
    () => shapeOf({ columns, rows, rowKey, edits: edits.edits, readOnly }),
    [columns, rows, rowKey, edits.edits, readOnly],
  )
  const first = Math.max(
    columns.findIndex((_, column) => sheet.mayEdit(0, column)),
    0,
  )
  const size = { rows: rows.length, columns: columns.length }
  const cursor = useEditCursor(size, first, props.takesFocus ?? false)
  const acts = useEditActs({ sheet, edits, cursor, alignBy: props.alignBy })
  useCurrentRow(props, cursor)
  const { onSelectRows, selectedRows } = props
  const { block } = cursor
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new block selects anew
  useEffect(() => {
    if (block.to.row > block.from.row) onSelectRows?.(new Set(sheet.rows.slice(block.from.row, block.to.row + 1)))
  }, [block.from.row, block.to.row])
  const toggle = (row: number) => {
    const key = sheet.rows[row]
    if (!key || !onSelectRows) return
    const here = sheet.rows[cursor.cursor.row]
    const next = new Set(selectedRows?.size ? selectedRows : here ? [here] : [])
    if (!next.delete(key)) next.add(key)
    onSelectRows(next)
  }
  const single = () => {
    if (selectedRows?.size) onSelectRows?.(new Set())
  }
  return { sheet, cursor, acts, toggle, single, readOnly }
}

type Grid = ReturnType<typeof useEditGrid>

/** Click, shift and click, drag; control and click for single rows; twice to write. */
const useMouse = ({ cursor, acts, toggle, single, readOnly }: Grid) => {
  const dragging = useRef(false)
  return {
    onMouseDown: (event: MouseEvent) => {
      const cell = cellUnder(event)
      if (!cell || event.button !== 0) return
      event.preventDefault()
      acts.finish()
      if (event.ctrlKey || event.metaKey) return toggle(cell.row)
      dragging.current = true
      if (!event.shiftKey) single()
      cursor.goTo(cell, event.shiftKey)
    },
    onMouseOver: (event: MouseEvent) => {
      const cell = dragging.current ? cellUnder(event) : null
      if ((event.buttons & 1) === 0) dragging.current = false
      else if (cell) cursor.goTo(cell, true)
    },
    onDoubleClick: (event: MouseEvent) => {
      if (cellUnder(event) && !readOnly) cursor.write('on', true)
    },
  }
}

/**
 * A sheet that is filled in as in Excel or WPS: type, paste, fill down, clear, undo. Draws like `DataTable`. Holds
 * nothing itself: the edits lie over the stored rows until the page sends them.
 */
export const EditGrid = <Row,>(props: EditGridProps<Row>) => {
  const { label, columns, rows, rowKey, edits, faults = NO_FAULTS, selectedRows, groupOf, totals, rowClass } = props
  const words = useUiWords()
  const lists = useId()
  const grid = useEditGrid(props)
  const { sheet, cursor, acts, readOnly } = grid
  const mouse = useMouse(grid)
  const offsets = useMemo(() => frozenOffsets(columns), [columns])
  const editsOf = useByRow(edits.edits)
  const faultsOf = useByRow(faults)
  const groups = rows.map((row) => groupOf?.(row) ?? null)
  const { from, to } = cursor.block
  const adoptable = useMemo(
    () => columns.map((column, c) => (column.suggestion && !readOnly ? adoptColumn(sheet, c).length : 0)),
    [columns, sheet, readOnly],
  )
  const offer = (c: number) => {
    const n = adoptable[c] ?? 0
    return n > 0 ? (
      <button type="button" className="btn small adopt" onClick={() => acts.adopt(c)}>
        {columns[c]?.adopt ? `${columns[c].adopt} ${n}` : fill(words.adoptColumn, { n })}
      </button>
    ) : null
  }
  return (
    <InGridContext value={true}>
      <div className="edit-grid">
        <EditBar
          acts={acts}
          edits={edits}
          fault={faultAt(grid, faults)}
          faults={faults.size}
          onNextFault={() => toNextFault(grid, faults)}
          readOnly={readOnly}
        >
          {props.tools}
        </EditBar>
        <div className="sheet-scroll">
          <table
            ref={cursor.table}
            className={`t grid ruled edit ${props.className ?? ''}`}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells take the focus and arrows move it, which is a grid
            role="grid"
            aria-label={label}
            aria-rowcount={rows.length}
            aria-multiselectable="true"
            onKeyDown={(event) => onEditKey(event, grid)}
            onCopy={(event) => {
              if (cursor.now().writing !== 'no') return
              event.preventDefault()
              acts.copy(event.clipboardData)
            }}
            onPaste={(event) => {
              if (cursor.now().writing !== 'no' || readOnly) return
              event.preventDefault()
              acts.paste(event.clipboardData)
            }}
            {...mouse}
          >
            <Columns columns={columns} />
            <Head columns={columns} offsets={offsets} totals={totals ?? false} offer={offer} />
            <tbody>
              {rows.map((row, index) => {
                const key = rowKey(row)
                const group = groups[index] ?? null
                const isHere = cursor.cursor.row === index
                const isIn = index >= from.row && index <= to.row && (to.row > from.row || to.column > from.column)
                const below = props.expanded?.(row)
                return (
                  <Fragment key={key}>
                    <GroupRow group={group} before={groups[index - 1] ?? null} span={columns.length} />
                    <EditRow
                      row={row}
                      index={index}
                      columns={columns}
                      offsets={offsets}
                      readOnly={readOnly}
                      className={rowClass?.(row) ?? ''}
                      edits={editsOf(key)}
                      faults={faultsOf(key)}
                      cursor={isHere ? cursor.cursor.column : -1}
                      writing={isHere ? cursor.writing : 'no'}
                      from={isIn ? from.column : -1}
                      to={isIn ? to.column : -1}
                      current={props.current === key}
                      chosen={selectedRows?.has(key) ?? false}
                      lists={lists}
                      pen={acts.pen}
                    />
                    {below ? (
                      <tr className="expanded">
                        <td colSpan={columns.length}>{below}</td>
                      </tr>
                    ) : null}
                  </Fragment>
                )
              })}
            </tbody>
          </table>
          <Lists id={lists} columns={columns} />
        </div>
      </div>
    </InGridContext>
  )
}

const faultAt = ({ sheet, cursor }: Grid, faults: ReadonlyMap<string, string>): string | null => {
  const { row, column } = cursor.cursor
  return faults.get(cellKey(sheet.rows[row] ?? '', sheet.columns[column]?.id ?? '')) ?? null
}

/** The fault after the cursor in reading order, and from the top again after the last. */
const toNextFault = ({ sheet, cursor }: Grid, faults: ReadonlyMap<string, string>) => {
  const width = sheet.columns.length
  const places = sheet.rows.flatMap((row, r) =>
    sheet.columns.flatMap(({ id }, c) => (faults.has(cellKey(row, id)) ? [r * width + c] : [])),
  )
  const here = cursor.cursor.row * width + cursor.cursor.column
  const next = places.find((place) => place > here) ?? places[0]
  if (next !== undefined) cursor.goTo({ row: Math.floor(next / width), column: next % width })
}
