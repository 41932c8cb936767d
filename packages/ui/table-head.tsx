import type { CSSProperties, ReactNode } from 'react'
import { type HeadCell, headRows } from './head-tree.ts'
import { useUiWords } from './language.tsx'

/** What a row is filed under; rows of one key stand together. */
type Group = { key: string; title: ReactNode }

/** A column of a sheet as far as its head, its place and its width go. */
export type SheetColumn = {
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
  /** The column's cell in the 合计 row. */
  total?: ReactNode
}

export type SortState = { field: string; descending: boolean }

export const cellClass = (column: SheetColumn): string =>
  [
    column.align === 'right' ? 'r' : column.align === 'center' ? 'c' : '',
    column.optional ? 'opt' : '',
    column.frozen ? `frozen frozen-${column.frozen}` : '',
  ]
    .filter(Boolean)
    .join(' ')

/** A frozen column keeps its width exactly, or the next one would slide under it; half a phone at most. */
export const frozenStyle = (column: SheetColumn, left: number | undefined): CSSProperties | undefined => {
  if (!column.frozen) return undefined
  const width = `min(${column.width ?? 0}px, 52vw)`
  return { left, minWidth: width, maxWidth: width }
}

const HeadLabel = ({
  column,
  sort,
  onSort,
}: {
  column: SheetColumn
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

const ariaSort = (column: SheetColumn, sort: SortState | null | undefined): 'ascending' | 'descending' | undefined =>
  column.sort && sort?.field === column.sort ? (sort.descending ? 'descending' : 'ascending') : undefined

type HeadProps = {
  columns: readonly SheetColumn[]
  offsets: readonly number[]
  /** 合计 stands first, pinned under the head. */
  totals: boolean
  sort?: SortState | null | undefined
  onSort?: ((field: string) => void) | undefined
  /** What a column offers under its label. */
  offer?: (column: number) => ReactNode
}

const HeadCellView = ({ cell, columns, offsets, sort, onSort, offer }: HeadProps & { cell: HeadCell }) => {
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
      {offer?.(cell.column)}
    </th>
  )
}

export const Head = (props: HeadProps) => {
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

export const Columns = ({ columns }: { columns: readonly SheetColumn[] }) => (
  <colgroup>
    {columns.map((column) => (
      <col
        key={column.id}
        className={column.optional ? 'opt' : undefined}
        style={column.width ? { width: column.width } : undefined}
      />
    ))}
  </colgroup>
)

/** A full-width bold row before a row that begins another group than the one above it. */
export const GroupRow = ({ group, before, span }: { group: Group | null; before: Group | null; span: number }) =>
  group && group.key !== before?.key ? (
    <tr className="group">
      <td colSpan={span}>{group.title}</td>
    </tr>
  ) : null
