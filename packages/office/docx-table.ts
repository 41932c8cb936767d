import {
  type Align,
  type Block,
  bodyRows,
  type DownMerge,
  type HeadCell,
  headRows,
  type PaperColumn,
  type PaperRow,
  type Run,
} from '@yundiao/briefings'
import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx'
import type { BindingTags } from './binding-tags.ts'
import { runsChildren } from './docx-run.ts'
import { points } from './docx-style.ts'

const ALIGNMENT: Record<Align, (typeof AlignmentType)[keyof typeof AlignmentType]> = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
}

const columnWidths = (columns: readonly PaperColumn[], areaTwips: number): number[] => {
  const whole = columns.reduce((sum, column) => sum + column.share, 0)
  return columns.map((column) => Math.floor((column.share / whole) * areaTwips))
}

const headCell = (cell: HeadCell): TableCell =>
  new TableCell({
    columnSpan: cell.columnSpan,
    rowSpan: cell.rowSpan,
    verticalAlign: VerticalAlign.CENTER,
    children: [new Paragraph({ style: 'PaperCell', alignment: AlignmentType.CENTER, text: cell.label })],
  })

type Place = { rowSpan?: number; columnSpan?: number; indent?: number; align: Align; style: string }

const bodyCell = (runs: readonly Run[], tags: BindingTags, place: Place): TableCell =>
  new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    ...(place.rowSpan === undefined ? {} : { rowSpan: place.rowSpan }),
    ...(place.columnSpan === undefined ? {} : { columnSpan: place.columnSpan }),
    children: [
      new Paragraph({
        style: place.style,
        alignment: ALIGNMENT[place.align],
        indent: { left: (place.indent ?? 0) * points(21) },
        children: runsChildren(runs, tags),
      }),
    ],
  })

type PaperTable = Extract<Block, { kind: 'table' }>

/** How far down the cell of a body row reaches; 0 where a cell above covers it. */
const spanAt = (merges: readonly DownMerge[], row: number, column: number): number => {
  const over = merges.find((one) => one.column === column && one.row <= row && row < one.row + one.rows)
  if (!over) return 1
  return over.row === row ? over.rows : 0
}

const bodyRow = (row: PaperRow, { columns, merges = [] }: PaperTable, at: number, tags: BindingTags): TableRow => {
  const { length } = columns
  if (row.section) {
    const title = bodyCell(row.cells[0] ?? [], tags, { columnSpan: length, align: 'left', style: 'PaperCellStrong' })
    return new TableRow({ cantSplit: true, children: [title] })
  }
  const children = columns.flatMap((column, i) => {
    const rowSpan = spanAt(merges, at, i)
    const indent = i === 0 ? (row.indent ?? 0) : 0
    const place = { align: column.align, style: 'PaperCell', indent, ...(rowSpan > 1 ? { rowSpan } : {}) }
    return rowSpan === 0 ? [] : [bodyCell(row.cells[i] ?? [], tags, place)]
  })
  return new TableRow({ cantSplit: true, children })
}

/** A table of a paper `areaTwips` wide: merged head repeated on each page, the total first, rows kept whole. */
export const docxTable = (table: PaperTable, tags: BindingTags, areaTwips: number): (Paragraph | Table)[] => {
  const widths = columnWidths(table.columns, areaTwips)
  const caption = table.caption === '' ? [] : [new Paragraph({ style: 'PaperCaption', text: table.caption })]
  const unit = new Paragraph({ style: 'PaperCell', alignment: AlignmentType.RIGHT, text: table.unitLine })
  const head = headRows(table.columns).map((row) => new TableRow({ tableHeader: true, children: row.map(headCell) }))
  const above = table.total ? 1 : 0
  const body = bodyRows(table).map((row, i) => bodyRow(row, table, i - above, tags))
  const grid = new Table({
    rows: [...head, ...body],
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    margins: { left: points(3), right: points(3), top: points(1), bottom: points(1) },
  })
  return table.unitLine === '' ? [...caption, grid] : [...caption, unit, grid]
}
