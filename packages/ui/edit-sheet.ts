import type { GridCell } from './grid-cursor.ts'
import { printTable, type TextTable } from './table-text.ts'

/** One cell's new text. `was` is the text it stood on, so that undoing after a save can say what to write back. */
export type CellEdit = { row: string; column: string; text: string; was?: string }

/** A block of cells by its first and last, both included. */
export type Block = { from: GridCell; to: GridCell }

/** The sheet as the acts see it: positions from 0, texts as they stand with the edits so far. */
export type SheetShape = {
  rows: readonly string[]
  columns: readonly { id: string; label: string; heads?: readonly string[] }[]
  textAt: (row: number, column: number) => string
  /** As it is copied: a choice by its label. */
  shownAt: (row: number, column: number) => string
  /** What a typed or pasted text means in a column: the value of the choice so labelled, or the text. */
  readAs: (column: number, typed: string) => string
  mayEdit: (row: number, column: number) => boolean
  suggestionAt: (row: number, column: number) => string | null
}

export const cellKey = (row: string, column: string): string => `${row}/${column}`

export const blockOf = (a: GridCell, b: GridCell): Block => ({
  from: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
  to: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) },
})

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)

const positions = ({ from, to }: Block): GridCell[] =>
  range(from.row, to.row).flatMap((row) => range(from.column, to.column).map((column) => ({ row, column })))

/** The edit that puts a text into a cell; none where it may not be edited or already reads so. */
const put = (sheet: SheetShape, { row, column }: GridCell, text: string): CellEdit[] => {
  const key = sheet.rows[row]
  const id = sheet.columns[column]?.id
  if (key === undefined || id === undefined || !sheet.mayEdit(row, column)) return []
  const was = sheet.textAt(row, column)
  return was === text ? [] : [{ row: key, column: id, text, was }]
}

/** As typed by a person: a choice by its label. */
export const typeInto = (sheet: SheetShape, at: GridCell, typed: string): CellEdit[] =>
  put(sheet, at, sheet.readAs(at.column, typed))

export const copyBlock = (sheet: SheetShape, { from, to }: Block): string =>
  printTable(
    range(from.row, to.row).map((row) => range(from.column, to.column).map((column) => sheet.shownAt(row, column))),
  )

export type Pasted = {
  edits: CellEdit[]
  /** Rows and columns of the clipboard that found no place. */
  rowsOver: number
  columnsOver: number
  /** Labels of the columns with cells that may not be filled, with how many. */
  refused: readonly { label: string; cells: number }[]
}

/** How far a side of the clipboard runs: it repeats when the selected block is a whole multiple of it. */
const runs = (selected: number, held: number): number => (selected > held && selected % held === 0 ? selected : held)

/**
 * A clipboard's cells put in from the upper left of the block on, running over into the rows and columns after it;
 * repeated where the block is a whole multiple. What finds no place, or may not be filled, is counted.
 */
export const pasteTable = (sheet: SheetShape, { from, to }: Block, table: TextTable): Pasted => {
  const width = Math.max(1, ...table.map((row) => row.length))
  const rows = runs(to.row - from.row + 1, table.length)
  const columns = runs(to.column - from.column + 1, width)
  const edits: CellEdit[] = []
  const refused = new Map<string, number>()
  for (const { row, column } of positions({
    from: { row: 0, column: 0 },
    to: { row: rows - 1, column: columns - 1 },
  })) {
    const typed = table[row % table.length]?.[column % width]
    const at = { row: from.row + row, column: from.column + column }
    const label = sheet.columns[at.column]?.label
    if (typed === undefined || label === undefined || at.row >= sheet.rows.length) continue
    if (sheet.mayEdit(at.row, at.column)) edits.push(...typeInto(sheet, at, typed))
    else if (typed !== sheet.shownAt(at.row, at.column)) refused.set(label, (refused.get(label) ?? 0) + 1)
  }
  return {
    edits,
    rowsOver: Math.max(0, from.row + rows - sheet.rows.length),
    columnsOver: Math.max(0, from.column + columns - sheet.columns.length),
    refused: [...refused].map(([label, cells]) => ({ label, cells })),
  }
}

/**
 * Fill down. A block of several rows takes its first row; one row alone fills the empty cells below it, to the next
 * cell that holds something.
 */
export const fillDown = (sheet: SheetShape, { from, to }: Block): CellEdit[] =>
  range(from.column, to.column).flatMap((column) => {
    const text = sheet.textAt(from.row, column)
    if (to.row > from.row) return range(from.row + 1, to.row).flatMap((row) => put(sheet, { row, column }, text))
    const below = range(from.row + 1, sheet.rows.length - 1)
    const stop = below.findIndex((row) => sheet.textAt(row, column) !== '')
    return (stop < 0 ? below : below.slice(0, stop)).flatMap((row) => put(sheet, { row, column }, text))
  })

export const clearBlock = (sheet: SheetShape, block: Block): CellEdit[] =>
  positions(block).flatMap((at) => put(sheet, at, ''))

/** Every suggestion of a column taken where the cell is empty. */
export const adoptColumn = (sheet: SheetShape, column: number): CellEdit[] =>
  range(0, sheet.rows.length - 1).flatMap((row) => {
    const text = sheet.textAt(row, column) === '' ? sheet.suggestionAt(row, column) : null
    return text === null ? [] : put(sheet, { row, column }, text)
  })
