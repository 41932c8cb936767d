import type { FigureRef } from '@yundiao/figures'
import type { LocalDate } from '@yundiao/kernel'
import type { Align, DownMerge, FigureMark, FormulaUse, Gap } from './paper.ts'

/**
 * How a column's numbers print. `rate` and `difference` are in per cent and points, as the sheet shows them; `score` is
 * a measure of accuracy.
 */
export type CellFormat = 'text' | 'level' | 'rate' | 'difference' | 'integer' | 'score' | 'rank-change' | 'day'

/**
 * Excel's number format of each, from the office's sheets: level 0.00, rate 0.0, difference with its sign or 持平. Digits
 * are not grouped, as those of published figures beside them are not.
 */
export const NUMBER_FORMATS: Readonly<Record<CellFormat, string>> = {
  text: '@',
  level: '0.00',
  rate: '0.0',
  difference: '+0.0;-0.0;"持平"',
  integer: '0',
  score: '0.000',
  'rank-change': '"↑"0;"↓"0;"—"',
  day: 'yyyy"年"m"月"d"日"',
}

/**
 * A leaf column; `under` are its parent heads, outermost first; `width` in characters of the body font. A `hidden` one
 * is for the program that reads the sheet again; hidden columns come last.
 */
export type SheetColumn = {
  label: string
  under?: readonly string[]
  width: number
  format: CellFormat
  /** Where its cells stand; left out, numbers right and text left. */
  align?: Align
  hidden?: boolean
}

/**
 * A cell. Numbers are in the unit the column prints. A figure or formula is bound; `number` is a plain entry of a ledger
 * or a serial number. Not applicable is `{ text: '—' }`; null is not reported and prints blank. `decimals` are those of
 * the source, where they are not the column's: published digits are neither cut nor filled up.
 */
export type SheetCell =
  | { text: string }
  | { number: number }
  | { day: LocalDate }
  | { figure: FigureRef; value: number; mark?: FigureMark; decimals?: number }
  | { formula: FormulaUse; value: number }
  | { gap: Gap }
  | null

/**
 * A body row. `section` is a group title (一、续建), across the whole sheet where it is the row's only cell; else the rest
 * of the row is its subtotal cells. `indent` counts two-character steps in the sheet's `labelColumn` (其中).
 */
export type SheetRow = { cells: readonly SheetCell[]; indent?: number; section?: boolean }

/** `onePage` shrinks the whole sheet onto one page; otherwise its width alone, over as many as it takes. */
export type PrintSetup = { paper: 'A3' | 'A4'; orientation: 'landscape' | 'portrait'; onePage?: boolean }

/** A sheet as the office prints it: title, a line of unit, merged head, 合计 first, body, notes, foot. */
export type Sheet = {
  /** Name of the tab. */
  name: string
  title: string
  /** Left and right of the line under the title: 填报单位（盖章）：… and 单位：亿元、%. */
  reporter: string
  unitLine: string
  asKnownOn: LocalDate
  columns: readonly SheetColumn[]
  total?: SheetRow
  rows: readonly SheetRow[]
  /** Text cells that reach down over rows below, which are blank there. */
  merges?: readonly DownMerge[]
  notes: readonly string[]
  freezeColumns: number
  /** The column that 其中 indents, from 0; the first where left out. */
  labelColumn?: number
  print: PrintSetup
  checkpoint: string | null
}

/** The foot of every sheet, in order; the blanks are filled with a pen. */
export const SHEET_FOOT: readonly string[] = ['分管领导：', '审核人：', '填报人：', '电话：', '填报日期：']

/** The body rows as printed: the total first. */
export const sheetRows = (sheet: Sheet): readonly SheetRow[] =>
  sheet.total ? [sheet.total, ...sheet.rows] : sheet.rows

/** What a lacking figure prints in a cell: … not published, blank not reported, the word otherwise. */
export const gapSign = (gap: Gap): string => {
  if (gap === '未公布') return '…'
  return gap === '未报送' ? '' : gap
}

/** `A1` notation of a column and row, both from 1; columns to any width (27 → AA). */
export const cellAddress = (column: number, row: number): string => {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row}`
}
