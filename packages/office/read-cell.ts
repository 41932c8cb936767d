import type { LocalDate } from '@yundiao/kernel'

export type CellValue = string | number | boolean | LocalDate | null

/**
 * A cell that holds something. `raw` are its characters in the file (of a formula, its last result). A day is
 * `YYYY-MM-DD`; a per cent is its ratio (6.6% is 0.066) with `format` telling; an error (#N/A) has value null.
 */
export type ReadCell = {
  address: string
  /** From 1. */
  column: number
  kind: 'text' | 'number' | 'boolean' | 'day' | 'error'
  value: CellValue
  raw: string
  /** The value is what Excel last worked out. */
  isFormula: boolean
  /** Excel's number format where it is not General. */
  format: string | null
}

/** A row that holds something: its number in the sheet from 1 and its cells in order, without the empty ones. */
export type ReadRow = { row: number; cells: readonly ReadCell[] }

/** A sheet to be read once, in order, in bounded memory. */
export type ReadSheet = {
  name: string
  isHidden: boolean
  /** Cells are told apart by commas alone: one too many moves all that follow it. */
  isCsv: boolean
  rows: () => AsyncGenerator<ReadRow>
  /** Merged areas in A1 notation (`B2:D3`); reads the sheet through. */
  merges: () => Promise<readonly string[]>
}

export type ReadCaps = { rows: number; columns: number; cells: number }

/** 200,000 rows of 512 columns, 20 million filled cells a file. */
export const READ_CAPS: ReadCaps = { rows: 200_000, columns: 512, cells: 20_000_000 }
