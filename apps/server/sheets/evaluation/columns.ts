import { cellAddress } from '@yundiao/briefings'
import { RECKONING_FIRST_ROW, type ReckoningCell } from '@yundiao/office'
import type { Run } from '../../views/evaluation/kept.ts'

/** One column of the reckoning sheet: its head, its width and what stands in each row. */
export type Column = { head: string; width: number; cell: (row: number) => ReckoningCell }

/** Columns as they are added, so that a formula may name those before it. */
export type Columns = {
  all: Column[]
  /** The letter the next column will have is that of the one just added. */
  add: (column: Column) => string
}

const lettersOf = (column: number): string => cellAddress(column, 1).slice(0, -1)

export const newColumns = (): Columns => {
  const all: Column[] = []
  return { all, add: (column) => lettersOf(all.push(column)) }
}

/** A cell of a row, rows from 0. */
export const cellAt = (letters: string, row: number): string => `$${letters}${RECKONING_FIRST_ROW + row}`

/** A whole column of `rows` rows. */
export const wholeColumn = (letters: string, rows: number): string =>
  `$${letters}$${RECKONING_FIRST_ROW}:$${letters}$${RECKONING_FIRST_ROW + rows - 1}`

export const PARAMETERS = '参数'

/** A cell of the sheet of parameters. */
export const parameter = (letters: string, row: number): string =>
  `'${PARAMETERS}'!$${letters}$${RECKONING_FIRST_ROW + row}`

/** Number formats: a score as pages show it; a value over its denominator. */
export const SCORE = '0.00'
export const RATIO = '#,##0.0000'

/** What is printed below each page. */
export const footOf = ({ record, version }: Run): string =>
  `办法：${version.title}　数据截至${record.asKnownOn ?? record.knownFrom}`
