import type { Cell, Worksheet } from '@cj-tech-master/excelts'
import {
  type CellFormat,
  cellAddress,
  formulaKey,
  gapSign,
  NUMBER_FORMATS,
  type Sheet,
  type SheetCell,
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

const writeValue = (cell: Cell, content: SheetCell, format: CellFormat): void => {
  if (content === null) return
  if ('text' in content) writeText(cell, content.text)
  else if ('gap' in content) writeText(cell, gapSign(content.gap))
  else if ('day' in content) writeNumber(cell, daysBetween(EXCEL_EPOCH, content.day), 'day')
  else writeNumber(cell, 'number' in content ? content.number : content.value, format)
}

const textOf = (content: SheetCell): string => (content !== null && 'text' in content ? content.text : '')

const keyOf = (content: SheetCell): { key: string; value: number } | null => {
  if (content === null) return null
  if ('figure' in content) return { key: content.figure, value: content.value }
  return 'formula' in content ? { key: formulaKey(content.formula), value: content.value } : null
}

const isNumeric = (content: SheetCell): boolean => content !== null && ('number' in content || 'value' in content)

const writeRow = (page: Worksheet, sheet: Sheet, row: SheetRow, at: number): SourceLine[] => {
  const isStrong = row === sheet.total || row.section === true
  page.getRow(at).height = rowHeight(sheet.columns, row.cells.map(textOf))
  return sheet.columns.flatMap((column, i) => {
    const content = row.cells[i] ?? null
    const cell = page.getCell(at, i + 1)
    writeValue(cell, content, column.format)
    cell.font = isStrong ? SHEET_FONTS.total : SHEET_FONTS.body
    cell.border = THIN_BORDER
    cell.alignment = {
      vertical: 'middle',
      horizontal: isNumeric(content) ? 'right' : column.format === 'text' ? 'left' : 'center',
      wrapText: column.format === 'text',
      indent: i === 0 ? (row.indent ?? 0) * 2 : 0,
    }
    const bound = keyOf(content)
    return bound ? [{ cell: cellAddress(i + 1, at), key: bound.key, shown: String(bound.value) }] : []
  })
}

/** Writes the body from row `first` on, the total first; answers which cells are bound. */
export const writeBody = (page: Worksheet, sheet: Sheet, first: number): SourceLine[] =>
  sheetRows(sheet).flatMap((row, i) => writeRow(page, sheet, row, first + i))
