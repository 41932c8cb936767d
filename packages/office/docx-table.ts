import {
  type Align,
  type Block,
  bodyRows,
  type HeadCell,
  headRows,
  type PaperColumn,
  type PaperRow,
} from '@yundiao/briefings'
import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx'
import type { BindingTags } from './binding-tags.ts'
import { runsChildren } from './docx-run.ts'
import { points, TYPE_AREA_TWIPS } from './docx-style.ts'

const ALIGNMENT: Record<Align, (typeof AlignmentType)[keyof typeof AlignmentType]> = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
}

const columnWidths = (columns: readonly PaperColumn[]): number[] => {
  const whole = columns.reduce((sum, column) => sum + column.share, 0)
  return columns.map((column) => Math.floor((column.share / whole) * TYPE_AREA_TWIPS))
}

const headCell = (cell: HeadCell): TableCell =>
  new TableCell({
    columnSpan: cell.columnSpan,
    rowSpan: cell.rowSpan,
    verticalAlign: VerticalAlign.CENTER,
    children: [new Paragraph({ style: 'PaperCell', alignment: AlignmentType.CENTER, text: cell.label })],
  })

const bodyRow = (row: PaperRow, columns: readonly PaperColumn[], tags: BindingTags): TableRow =>
  new TableRow({
    cantSplit: true,
    children: columns.map(
      (column, i) =>
        new TableCell({
          verticalAlign: VerticalAlign.CENTER,
          children: [
            new Paragraph({
              style: 'PaperCell',
              alignment: ALIGNMENT[column.align],
              indent: { left: i === 0 ? (row.indent ?? 0) * points(21) : 0 },
              children: runsChildren(row.cells[i] ?? [], tags),
            }),
          ],
        }),
    ),
  })

/** A table of a paper: merged head repeated on each page, the total first, rows kept whole. */
export const docxTable = (table: Extract<Block, { kind: 'table' }>, tags: BindingTags): (Paragraph | Table)[] => {
  const widths = columnWidths(table.columns)
  const caption = new Paragraph({ style: 'PaperCaption', text: table.caption })
  const unit = new Paragraph({ style: 'PaperCell', alignment: AlignmentType.RIGHT, text: table.unitLine })
  const head = headRows(table.columns).map((row) => new TableRow({ tableHeader: true, children: row.map(headCell) }))
  const body = bodyRows(table).map((row) => bodyRow(row, table.columns, tags))
  const grid = new Table({
    rows: [...head, ...body],
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    margins: { left: points(3), right: points(3), top: points(1), bottom: points(1) },
  })
  return table.unitLine === '' ? [caption, grid] : [caption, unit, grid]
}
