import { type CSSProperties, Fragment, type ReactNode } from 'react'
import { frozenOffsets } from './frozen-columns.ts'
import { type HeadCell, headRows } from './head-tree.ts'
import { useUiWords } from './language.tsx'
import { InGridContext } from './passport-context.ts'
import { useGridKeys } from './use-grid-keys.ts'

export type Column<Row> = {
  id: string
  label: string
  under?: readonly string[] | undefined
  /** Small line under the label: the unit. */
  unit?: string | undefined
  align?: 'left' | 'right' | 'center'
  /** Stays at the left while the sheet scrolls; needs `width`. `wide` lets go on a phone. */
  frozen?: 'always' | 'wide'
  width?: number | undefined
  /** Dropped on a phone. */
  optional?: boolean
  /** Name of the sort this column offers. */
  sort?: string | undefined
  cell: (row: Row, index: number) => ReactNode
  /** The column's cell in the 合计 row. */
  total?: ReactNode
}

export type SortState = { field: string; descending: boolean }

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

const cellClass = <Row,>(column: Column<Row>): string =>
  [
    column.align === 'right' ? 'r' : column.align === 'center' ? 'c' : '',
    column.optional ? 'opt' : '',
    column.frozen ? `frozen frozen-${column.frozen}` : '',
  ]
    .filter(Boolean)
    .join(' ')

/** A frozen column keeps its width exactly, or the next one would slide under it; half a phone at most. */
const frozenStyle = <Row,>(column: Column<Row>, left: number | undefined): CSSProperties | undefined => {
  if (!column.frozen) return undefined
  const width = `min(${column.width ?? 0}px, 52vw)`
  return { left, minWidth: width, maxWidth: width }
}

const HeadLabel = <Row,>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>
  sort: SortState | null | undefined
  onSort: ((field: string) => void) | undefined
}) => {
  const words = useUiWords()
  const field = column.sort
  const mark = sort && sort.field === field ? (sort.descending ? '↓' : '↑') : ''
  return (
    <>
      {field && onSort ? (
        <button
          type="button"
          className="sorter"
          title={sort?.field === field && !sort?.descending ? words.sortDown : words.sortUp}
          onClick={() => onSort(field)}
        >
          {column.label} <span aria-hidden="true">{mark}</span>
        </button>
      ) : (
        column.label
      )}
      {column.unit ? <small>{column.unit}</small> : null}
    </>
  )
}

const ariaSort = <Row,>(
  column: Column<Row>,
  sort: SortState | null | undefined,
): 'ascending' | 'descending' | undefined =>
  column.sort && sort?.field === column.sort ? (sort.descending ? 'descending' : 'ascending') : undefined

type HeadProps<Row> = Pick<DataTableProps<Row>, 'columns' | 'totals' | 'sort' | 'onSort'> & {
  offsets: readonly number[]
}

const HeadCellView = <Row,>({ cell, columns, offsets, sort, onSort }: HeadProps<Row> & { cell: HeadCell }) => {
  const column = columns[cell.column]
  if (!column) return null
  if (!cell.leaf) {
    const isOptional = columns.slice(cell.column, cell.column + cell.colSpan).every((c) => c.optional)
    return (
      <th
        scope="colgroup"
        colSpan={cell.colSpan}
        rowSpan={cell.rowSpan}
        className={`merged${isOptional ? ' opt' : ''}`}
      >
        {cell.label}
      </th>
    )
  }
  return (
    <th
      scope="col"
      rowSpan={cell.rowSpan}
      className={cellClass(column)}
      style={frozenStyle(column, offsets[cell.column])}
      aria-sort={ariaSort(column, sort)}
    >
      <HeadLabel column={column} sort={sort} onSort={onSort} />
    </th>
  )
}

const Head = <Row,>(props: HeadProps<Row>) => {
  const words = useUiWords()
  return (
    <thead>
      {headRows(props.columns).map((row, level) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: head rows have no other identity than their level
        <tr key={level}>
          {row.map((cell) => (
            <HeadCellView key={cell.column} cell={cell} {...props} />
          ))}
        </tr>
      ))}
      {props.totals ? (
        <tr className="total">
          {props.columns.map((column, index) => (
            <td key={column.id} className={cellClass(column)} style={frozenStyle(column, props.offsets[index])}>
              {column.total ?? (index === 0 ? words.total : null)}
            </td>
          ))}
        </tr>
      ) : null}
    </thead>
  )
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
        <colgroup>
          {columns.map((column) => (
            <col
              key={column.id}
              className={column.optional ? 'opt' : undefined}
              style={column.width ? { width: column.width } : undefined}
            />
          ))}
        </colgroup>
        <Head columns={columns} offsets={offsets} totals={totals ?? false} sort={sort} onSort={onSort} />
        <tbody>
          {rows.map((row, index) => {
            const key = rowKey(row)
            const group = groups[index]
            return (
              <Fragment key={key}>
                {group && group.key !== groups[index - 1]?.key ? (
                  <tr className="group">
                    <td colSpan={columns.length}>{group.title}</td>
                  </tr>
                ) : null}
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
