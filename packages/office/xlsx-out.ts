import { Workbook, type Worksheet } from '@cj-tech-master/excelts'
import { checkCode, type HeadCell, headRows, SHEET_FOOT, type Sheet, sheetRows } from '@yundiao/briefings'
import { dayInWords } from '@yundiao/kernel'
import { type SourceLine, writeBody } from './xlsx-body.ts'
import { rowHeight, SHEET_FONTS, THIN_BORDER } from './xlsx-style.ts'

/** Excel's numbers of paper sizes. */
const PAPER_SIZES = { A3: 8, A4: 9 } as const
/** Title, line of unit. */
const LINES_ABOVE_HEAD = 2
const SOURCE_SHEET = '出处'

const centred = { horizontal: 'center', vertical: 'middle', wrapText: true } as const

const shownColumns = (sheet: Sheet): number => sheet.columns.filter((column) => !column.hidden).length

const writeTop = (page: Worksheet, sheet: Sheet): void => {
  const last = shownColumns(sheet)
  page.mergeCells(1, 1, 1, last)
  Object.assign(page.getCell(1, 1), { value: sheet.title, font: SHEET_FONTS.title, alignment: centred })
  page.getRow(1).height = 34
  Object.assign(page.getCell(2, 1), { value: `填报单位（盖章）：${sheet.reporter}`, font: SHEET_FONTS.body })
  Object.assign(page.getCell(2, last), {
    value: `截至${dayInWords(sheet.asKnownOn)}　单位：${sheet.unitLine}`,
    font: SHEET_FONTS.body,
    alignment: { horizontal: 'right' },
  })
}

const writeHeadCell = (page: Worksheet, cell: HeadCell): void => {
  const top = LINES_ABOVE_HEAD + 1 + cell.row
  const left = cell.column + 1
  const [bottom, right] = [top + cell.rowSpan - 1, left + cell.columnSpan - 1]
  if (bottom > top || right > left) page.mergeCells(top, left, bottom, right)
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) page.getCell(row, column).border = THIN_BORDER
  Object.assign(page.getCell(top, left), { value: cell.label, font: SHEET_FONTS.head, alignment: centred })
}

/** Each head row as high as its most wrapped label; a label spanning columns has their widths together. */
const fitHead = (page: Worksheet, sheet: Sheet, rows: readonly (readonly HeadCell[])[]): void =>
  rows.forEach((cells, i) => {
    const flat = cells.filter((cell) => cell.rowSpan === 1)
    const widths = flat.map((cell) => ({
      width: sheet.columns.slice(cell.column, cell.column + cell.columnSpan).reduce((sum, { width }) => sum + width, 0),
    }))
    page.getRow(LINES_ABOVE_HEAD + 1 + i).height = rowHeight(
      widths,
      flat.map(({ label }) => label),
    )
  })

/** A note over the whole width, wrapped: what runs past the last column would not be printed. */
const writeNote = (page: Worksheet, sheet: Sheet, note: string, row: number): void => {
  const shown = shownColumns(sheet)
  const width = sheet.columns.slice(0, shown).reduce((sum, column) => sum + column.width, 0)
  const value = `注：${note}`
  page.mergeCells(row, 1, row, shown)
  Object.assign(page.getCell(row, 1), {
    value,
    font: SHEET_FONTS.body,
    alignment: { vertical: 'middle', horizontal: 'left', wrapText: true },
  })
  page.getRow(row).height = rowHeight([{ width }], [value])
}

const writeFoot = (page: Worksheet, sheet: Sheet, first: number): void => {
  const row = first + sheet.notes.length
  sheet.notes.forEach((note, i) => {
    writeNote(page, sheet, note, first + i)
  })
  const shown = shownColumns(sheet)
  const step = Math.max(1, Math.floor(shown / SHEET_FOOT.length))
  SHEET_FOOT.forEach((label, i) => {
    const column = 1 + i * step
    if (column <= shown) Object.assign(page.getCell(row, column), { value: label, font: SHEET_FONTS.body })
  })
  if (shown < SHEET_FOOT.length)
    Object.assign(page.getCell(row, 1), { value: SHEET_FOOT.join('　　'), font: SHEET_FONTS.body })
}

const setUp = (page: Worksheet, sheet: Sheet, headDepth: number, printedAt: string): void => {
  const headEnd = LINES_ABOVE_HEAD + headDepth
  sheet.columns.forEach((column, i) => {
    page.getColumn(i + 1).width = column.width
    if (column.hidden) page.getColumn(i + 1).hidden = true
  })
  page.views = [{ state: 'frozen', xSplit: sheet.freezeColumns, ySplit: headEnd }]
  Object.assign(page.pageSetup, {
    paperSize: PAPER_SIZES[sheet.print.paper],
    orientation: sheet.print.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: sheet.print.onePage ? 1 : 0,
    printTitlesRow: `1:${headEnd}`,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  })
  page.headerFooter.oddFooter = `&L数据截至${sheet.asKnownOn}　打印时间${printedAt}　校验码${checkCode(sheet.checkpoint)}&R第&P页 共&N页`
}

const writeSources = (book: Workbook, sources: readonly SourceLine[]): void => {
  const page = book.addWorksheet(SOURCE_SHEET, { state: 'hidden' })
  page.addRow(['单元格', '出处', '显示'])
  for (const { cell, key, shown } of sources) page.addRow([cell, key, shown])
}

/**
 * A sheet as the bytes of an xlsx: title, unit line, merged head repeated on each page, 合计 first, foot to be signed.
 * Text stays text whatever it begins with; the hidden sheet 出处 lists each bound cell with its reference.
 * `printedAt` is printed as it is given.
 */
export const xlsxBytes = async (sheet: Sheet, { printedAt }: { printedAt: string }): Promise<Uint8Array> => {
  const book = new Workbook()
  const page = book.addWorksheet(sheet.name)
  const head = headRows(sheet.columns)
  writeTop(page, sheet)
  for (const cell of head.flat()) writeHeadCell(page, cell)
  fitHead(page, sheet, head)
  const firstBodyRow = LINES_ABOVE_HEAD + head.length + 1
  const sources = writeBody(page, sheet, firstBodyRow)
  writeFoot(page, sheet, firstBodyRow + sheetRows(sheet).length)
  setUp(page, sheet, head.length, printedAt)
  writeSources(book, sources)
  return new Uint8Array(await book.xlsx.writeBuffer())
}
