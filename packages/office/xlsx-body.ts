import type { Cell, Worksheet } from '@cj-tech-master/excelts'
import {
  type Align,
  type CellFormat,
  cellAddress,
  type DownMerge,
  formulaKey,
  gapSign,
  markText,
  NUMBER_FORMATS,
  type Sheet,
  type SheetCell,
  type SheetColumn,
  type SheetRow,
  sheetRows,
} from '@yundiao/briefings'
import { daysBetween } from '@yundiao/kernel'
import { rowHeight, SHEET_FONTS, THIN_BORDER } from './xlsx-style.ts'

/** A bound cell and what it points at. */
export type SourceLine = { cell: string; key: string; shown: string }

const EXCEL_EPOCH = '1899-12-30'

/** Text is written as a string, so that `=`, `+`, `-`, `@` at its head are characters; format @ keeps it so when edited. */
const writeText = (cell: Cell, text: string): void => {
  cell.value = text
  cell.numFmt = NUMBER_FORMATS.text
}

const writeNumber = (cell: Cell, value: number, format: CellFormat): void => {
  cell.value = value
  cell.numFmt = format === 'text' ? 'General' : NUMBER_FORMATS[format]
}

/** A figure keeps the digits of its source and carries its mark; both are format, so that the value stays a number. */
const writeFigure = (cell: Cell, figure: Extract<SheetCell, { figure: unknown }>, format: CellFormat): void => {
  writeNumber(cell, figure.value, format)
  const { decimals } = figure
  const usual = format === 'text' ? 'General' : NUMBER_FORMATS[format]
  const digits = decimals === undefined ? usual : decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`
  const mark = markText(figure.mark)
  cell.numFmt = mark === '' ? digits : `${digits}"${mark}"`
}

const writeValue = (cell: Cell, content: SheetCell, format: CellFormat): void => {
  if (content === null) return
  if ('text' in content) writeText(cell, content.text)
  else if ('gap' in content) writeText(cell, gapSign(content.gap))
  else if ('day' in content) writeNumber(cell, daysBetween(EXCEL_EPOCH, content.day), 'day')
  else if ('figure' in content) writeFigure(cell, content, format)
  else writeNumber(cell, 'number' in content ? content.number : content.value, format)
}

const textOf = (content: SheetCell): string => (content !== null && 'text' in content ? content.text : '')

const keyOf = (content: SheetCell): { key: string; value: number } | null => {
  if (content === null) return null
  if ('figure' in content) return { key: content.figure, value: content.value }
  return 'formula' in content ? { key: formulaKey(content.formula), value: content.value } : null
}

const isNumeric = (content: SheetCell): boolean => content !== null && ('number' in content || 'value' in content)

/** Where a cell's content stands unless its column says: numbers right, words left, days in the middle. */
const sideOf = (column: SheetColumn, content: SheetCell): Align => {
  if (column.align) return column.align
  if (isNumeric(content)) return 'right'
  return column.format === 'text' ? 'left' : 'center'
}

const writeRow = (page: Worksheet, sheet: Sheet, row: SheetRow, at: number): SourceLine[] => {
  const isStrong = row === sheet.total || row.section === true
  const isTitle = row.section === true && row.cells.length === 1
  const texts = row.cells.map((cell, i) => (isTitle || isDownward(sheet, row, i) ? '' : textOf(cell)))
  page.getRow(at).height = rowHeight(sheet.columns, texts)
  return sheet.columns.flatMap((column, i) => {
    const content = row.cells[i] ?? null
    const cell = page.getCell(at, i + 1)
    writeValue(cell, content, column.format)
    cell.font = isStrong ? SHEET_FONTS.total : SHEET_FONTS.body
    cell.border = THIN_BORDER
    cell.alignment = {
      // A text that reaches down begins on the first page where the rows break.
      vertical: isDownward(sheet, row, i) ? 'top' : 'middle',
      horizontal: isTitle ? 'left' : sideOf(column, content),
      wrapText: column.format === 'text',
      indent: i === (sheet.labelColumn ?? 0) ? (row.indent ?? 0) * 2 : 0,
    }
    const bound = keyOf(content)
    return bound ? [{ cell: cellAddress(i + 1, at), key: bound.key, shown: String(bound.value) }] : []
  })
}

/** A section title alone in its row stands across the sheet. */
const mergeAcross = (page: Worksheet, sheet: Sheet, row: SheetRow, at: number): void => {
  const shown = sheet.columns.filter((column) => !column.hidden).length
  if (row.section === true && row.cells.length === 1 && shown > 1) page.mergeCells(at, 1, at, shown)
}

/** Merges a cell down; what its text needs more than its rows have is given to them in equal parts. */
const mergeDown = (page: Worksheet, sheet: Sheet, { row, column, rows }: DownMerge, first: number): void => {
  const top = first + (sheet.total ? 1 : 0) + row
  const at = Array.from({ length: rows }, (_, i) => top + i)
  const text = textOf(sheet.rows[row]?.cells[column] ?? null)
  const needed = rowHeight([{ width: sheet.columns[column]?.width ?? 1 }], [text])
  const held = at.reduce((sum, each) => sum + (page.getRow(each).height ?? 0), 0)
  const more = Math.max(0, needed - held) / rows
  for (const each of at) page.getRow(each).height = (page.getRow(each).height ?? 0) + more
  if (rows > 1) page.mergeCells(top, column + 1, top + rows - 1, column + 1)
}

const isDownward = (sheet: Sheet, row: SheetRow, column: number): boolean =>
  sheet.merges?.some((merge) => merge.column === column && sheet.rows[merge.row] === row) === true

/** Writes the body from row `first` on, the total first; answers which cells are bound. */
export const writeBody = (page: Worksheet, sheet: Sheet, first: number): SourceLine[] => {
  const sources = sheetRows(sheet).flatMap((row, i) => {
    const written = writeRow(page, sheet, row, first + i)
    mergeAcross(page, sheet, row, first + i)
    return written
  })
  for (const merge of sheet.merges ?? []) mergeDown(page, sheet, merge, first)
  return sources
}
