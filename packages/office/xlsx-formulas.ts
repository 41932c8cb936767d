import { type Cell, Workbook, type Worksheet } from '@cj-tech-master/excelts'
import { rowHeight, SHEET_FONTS, THIN_BORDER } from './xlsx-style.ts'

/**
 * A cell of a reckoning sheet. `formula` is Excel's, without `=`; `value` is what it comes to now, for readers that do not
 * reckon. `format` is Excel's number format. `choices`: what else a reader may put there, offered as a list.
 */
export type ReckoningCell =
  | { text: string; strong?: boolean; centred?: boolean; choices?: readonly string[] }
  | { number: number; format?: string }
  | { formula: string; value: number | string | null; format?: string; centred?: boolean }
  | null

/** One sheet: a title, a head, rows; columns as wide as said, so many of them frozen. `foot` is printed on each page. */
export type ReckoningSheet = {
  name: string
  title: string
  head: readonly string[]
  widths: readonly number[]
  freezeColumns: number
  rows: readonly (readonly ReckoningCell[])[]
  notes: readonly string[]
  foot: string
}

/** Row of the first line of a body: a title and a head stand above. */
export const RECKONING_FIRST_ROW = 3

const writeCell = (cell: Cell, content: ReckoningCell, keepsValues: boolean): void => {
  cell.border = THIN_BORDER
  cell.font = content !== null && 'strong' in content && content.strong ? SHEET_FONTS.total : SHEET_FONTS.body
  if (content === null) return
  if ('text' in content) {
    cell.value = content.text
    cell.numFmt = '@'
    cell.alignment = { vertical: 'middle', wrapText: true, horizontal: content.centred ? 'center' : 'left' }
    if (content.choices)
      cell.dataValidation = { type: 'list', allowBlank: true, formulae: [`"${content.choices.join(',')}"`] }
    return
  }
  cell.alignment = { vertical: 'middle', ...('centred' in content && content.centred ? { horizontal: 'center' } : {}) }
  if ('number' in content) cell.value = content.number
  else if (!keepsValues) cell.value = { formula: content.formula }
  else cell.value = { formula: content.formula, result: content.value ?? '' }
  cell.numFmt = content.format ?? 'General'
}

const TITLE_PT = 30
/** More digits than this are too small to read on one A4 page. */
const A4_DIGITS = 190
const [A3, A4] = [8, 9]

const writeHead = (page: Worksheet, { title, head, widths }: ReckoningSheet): void => {
  page.mergeCells(1, 1, 1, head.length)
  Object.assign(page.getCell(1, 1), {
    value: title,
    font: { ...SHEET_FONTS.title, size: 16 },
    alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  })
  page.getRow(1).height = TITLE_PT
  head.forEach((label, i) => {
    Object.assign(page.getCell(2, i + 1), {
      value: label,
      font: SHEET_FONTS.head,
      border: THIN_BORDER,
      alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
    })
  })
  page.getRow(2).height = rowHeight(
    widths.map((width) => ({ width })),
    head,
  )
}

const digitsOf = ({ widths }: ReckoningSheet): number => widths.reduce((sum, width) => sum + width, 0)

/** Notes over the whole width, wrapped: what runs past the last column would not be printed. */
const writeNotes = (page: Worksheet, sheet: ReckoningSheet): void => {
  sheet.notes.forEach((note, i) => {
    const at = RECKONING_FIRST_ROW + sheet.rows.length + i
    const value = `注：${note}`
    page.mergeCells(at, 1, at, sheet.head.length)
    Object.assign(page.getCell(at, 1), {
      value,
      font: SHEET_FONTS.body,
      alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
    })
    page.getRow(at).height = rowHeight([{ width: digitsOf(sheet) }], [value])
  })
}

const setUp = (page: Worksheet, sheet: ReckoningSheet): void => {
  page.views = [{ state: 'frozen', xSplit: sheet.freezeColumns, ySplit: RECKONING_FIRST_ROW - 1 }]
  Object.assign(page.pageSetup, {
    paperSize: digitsOf(sheet) > A4_DIGITS ? A3 : A4,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `1:${RECKONING_FIRST_ROW - 1}`,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  })
  // An ampersand begins a code of the footer.
  page.headerFooter.oddFooter = `&L${sheet.foot.replaceAll('&', '&&')}&R第&P页 共&N页`
}

const writeSheet = (book: Workbook, sheet: ReckoningSheet, keepsValues: boolean): void => {
  const page = book.addWorksheet(sheet.name)
  sheet.widths.forEach((width, i) => {
    page.getColumn(i + 1).width = width
  })
  writeHead(page, sheet)
  const columns = sheet.widths.map((width) => ({ width }))
  sheet.rows.forEach((row, i) => {
    const texts = row.map((content) => (content !== null && 'text' in content ? content.text : ''))
    page.getRow(RECKONING_FIRST_ROW + i).height = rowHeight(columns, texts)
    row.forEach((content, j) => {
      writeCell(page.getCell(RECKONING_FIRST_ROW + i, j + 1), content, keepsValues)
    })
  })
  writeNotes(page, sheet)
  setUp(page, sheet)
}

/**
 * Sheets that reckon: formulas stay formulas, so that a reader can change a weight and see what follows. Text is text
 * whatever it begins with. `keepsValues: false` leaves the present results out, so that a program must reckon them.
 */
export const reckoningBytes = async (
  sheets: readonly ReckoningSheet[],
  { keepsValues = true }: { keepsValues?: boolean } = {},
): Promise<Uint8Array> => {
  const book = new Workbook()
  for (const sheet of sheets) writeSheet(book, sheet, keepsValues)
  return new Uint8Array(await book.xlsx.writeBuffer())
}
