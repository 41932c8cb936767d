import { memo, type ReactNode } from 'react'
import { type EditColumn, mayEditCell, shownOf, textOf } from './edit-column.ts'
import { EditPen, type PenDone, type Writing } from './edit-pen.tsx'
import { cellClass, frozenStyle } from './table-head.tsx'

/** What the pen of the current cell tells the grid. */
export type PenActs = { start: () => void; done: (typed: string, then: PenDone) => void; cancel: () => void }

type EditRowProps<Row> = {
  row: Row
  index: number
  columns: readonly EditColumn<Row>[]
  offsets: readonly number[]
  readOnly: boolean
  className: string
  /** Edits and faults of this row by column; the same object as long as they stay the same. */
  edits: Readonly<Record<string, string>>
  faults: Readonly<Record<string, string>>
  /** Column of the cursor, −1 when it stands in another row. */
  cursor: number
  writing: Writing
  /** First and last selected column; −1 for none. */
  from: number
  to: number
  current: boolean
  chosen: boolean
  lists: string
  pen: PenActs
}

const Content = <Row,>({ column, row, text }: { column: EditColumn<Row>; row: Row; text: string }): ReactNode => {
  const suggestion = text === '' ? column.suggestion?.(row) : null
  if (suggestion)
    return (
      <span className="body suggested" title={suggestion.label}>
        {shownOf(column, suggestion.text)}
      </span>
    )
  if (column.view) return column.view(row, text)
  return column.kind === 'long-text' ? <span className="body">{text}</span> : shownOf(column, text)
}

type CellProps<Row> = { props: EditRowProps<Row>; column: EditColumn<Row>; c: number }

const EditCell = <Row,>({ props, column, c }: CellProps<Row>) => {
  const { row, index, edits, faults, cursor, writing, from, to, offsets, readOnly } = props
  const edited = edits[column.id]
  const text = textOf(column, row, edited)
  const fault = faults[column.id]
  const isCursor = cursor === c
  const mayEdit = mayEditCell(column, row, readOnly)
  const classes = [
    cellClass(column),
    column.kind === 'long-text' ? 'prose' : '',
    mayEdit ? '' : 'fixed',
    edited !== undefined && edited !== column.read(row) ? 'changed' : '',
    fault ? 'fault' : '',
    c >= from && c <= to ? 'picked' : '',
    isCursor ? 'cursor' : '',
  ]
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid, which can be selected and invalid
      role="gridcell"
      data-cell={`${index}:${c}`}
      tabIndex={isCursor && !mayEdit ? 0 : -1}
      className={classes.filter(Boolean).join(' ') || undefined}
      style={frozenStyle(column, offsets[c])}
      title={fault}
      aria-selected={c >= from && c <= to ? true : undefined}
      aria-invalid={fault ? true : undefined}
      aria-readonly={mayEdit ? undefined : true}
    >
      <Content column={column} row={row} text={text} />
      {isCursor && mayEdit ? (
        <EditPen
          label={[...(column.under ?? []), column.label, shownOf(column, text), fault].filter(Boolean).join('，')}
          text={text}
          shown={shownOf(column, text)}
          kind={column.kind}
          list={column.choices ? `${props.lists}-${column.id}` : undefined}
          writing={writing}
          onStart={props.pen.start}
          onDone={props.pen.done}
          onCancel={props.pen.cancel}
        />
      ) : null}
    </td>
  )
}

const PlainRow = <Row,>(props: EditRowProps<Row>) => (
  <tr
    aria-selected={props.chosen || undefined}
    className={[props.className, props.current ? 'current' : ''].filter(Boolean).join(' ') || undefined}
  >
    {props.columns.map((column, c) => (
      <EditCell key={column.id} props={props} column={column} c={c} />
    ))}
  </tr>
)

/** A row drawn again only when something of it changed: a sheet has a thousand. */
export const EditRow = memo(PlainRow) as typeof PlainRow
