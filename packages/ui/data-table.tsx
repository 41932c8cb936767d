import { Fragment, type ReactNode } from 'react'
import { frozenOffsets } from './frozen-columns.ts'
import { InGridContext } from './passport-context.ts'
import { Columns, cellClass, frozenStyle, GroupRow, Head, type SheetColumn, type SortState } from './table-head.tsx'
import { useGridKeys } from './use-grid-keys.ts'

export type Column<Row> = SheetColumn & { cell: (row: Row, index: number) => ReactNode }

type DataTableProps<Row> = {
  /** Says what the table is, to a screen reader. */
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** 合计 stands first, pinned under the head. */
  totals?: boolean
  /** A full-width bold row before a row, where it returns one. */
  groupOf?: ((row: Row) => { key: string; title: ReactNode } | null) | undefined
  selected?: string | null | undefined
  onOpen?: ((row: Row) => void) | undefined
  sort?: SortState | null | undefined
  onSort?: ((field: string) => void) | undefined
  className?: string
  rowClass?: ((row: Row) => string | undefined) | undefined
}

type BodyRowProps<Row> = Pick<DataTableProps<Row>, 'columns' | 'onOpen'> & {
  row: Row
  index: number
  offsets: readonly number[]
  selected: boolean | undefined
  className: string
}

const BodyRow = <Row,>({ row, index, columns, offsets, selected, onOpen, className }: BodyRowProps<Row>) => (
  <tr
    aria-selected={selected}
    className={onOpen ? `opens ${className}` : className}
    onDoubleClick={onOpen ? () => onOpen(row) : undefined}
  >
    {columns.map((column, c) => (
      <td
        key={column.id}
        data-cell={`${index}:${c}`}
        tabIndex={index === 0 && c === 0 ? 0 : -1}
        className={cellClass(column)}
        style={frozenStyle(column, offsets[c])}
      >
        {column.cell(row, index)}
      </td>
    ))}
  </tr>
)

/**
 * A table that looks and moves like the office's sheet: merged heads, frozen first columns, 合计 first, arrows, Home and
 * End. Enter opens what stands in the cell, or else the row.
 */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { label, columns, rows, rowKey, groupOf, selected, onOpen, sort, onSort, totals, className, rowClass } = props
  const offsets = frozenOffsets(columns)
  const keys = useGridKeys({ rows: rows.length, columns: columns.length }, (row) => {
    const found = rows[row]
    if (found !== undefined) onOpen?.(found)
  })
  const groups = rows.map((row) => groupOf?.(row) ?? null)
  return (
    <InGridContext value={true}>
      <table
        ref={keys.table}
        className={`t grid ${className ?? ''}`}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells take the focus and arrows move it, which is a grid
        role="grid"
        aria-label={label}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
      >
        <Columns columns={columns} />
        <Head columns={columns} offsets={offsets} totals={totals ?? false} sort={sort} onSort={onSort} />
        <tbody>
          {rows.map((row, index) => {
            const key = rowKey(row)
            const group = groups[index] ?? null
            return (
              <Fragment key={key}>
                <GroupRow group={group} before={groups[index - 1] ?? null} span={columns.length} />
                <BodyRow
                  row={row}
                  index={index}
                  columns={columns}
                  offsets={offsets}
                  onOpen={onOpen}
                  selected={selected === undefined ? undefined : selected === key}
                  className={rowClass?.(row) ?? ''}
                />
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </InGridContext>
  )
}
