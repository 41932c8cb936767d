import { type CellEdit, type SheetShape, typeInto } from './edit-sheet.ts'
import type { TextTable } from './table-text.ts'

export type AlignedPaste = {
  edits: CellEdit[]
  /** Rows of the clipboard that met their row of the sheet. */
  rows: number
  /** Names that no row has, and names that two rows have. */
  unknown: readonly string[]
  ambiguous: readonly string[]
  /** Columns of the clipboard that found no column to fill. */
  columnsOver: number
}

type Align = {
  /** The column that names a row. */
  name: number
  /** The column the cursor stands in: without a head, the clipboard's columns go in from here on. */
  from: number
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

const rowsByName = (sheet: SheetShape, name: number): Map<string, number[]> => {
  const found = new Map<string, number[]>()
  sheet.rows.forEach((_, row) => {
    const key = plain(sheet.textAt(row, name))
    found.set(key, [...(found.get(key) ?? []), row])
  })
  return found
}

const fillableColumns = (sheet: SheetShape, name: number): number[] =>
  sheet.columns.flatMap((_, column) =>
    column !== name && sheet.rows.some((_row, row) => sheet.mayEdit(row, column)) ? [column] : [],
  )

/** Head of the clipboard → columns of the sheet, where its first row is one: at least one label beside the name's. */
const headed = (sheet: SheetShape, head: readonly string[], name: number): (number | null)[] | null => {
  const labels = new Map<string, number>()
  const fillable = fillableColumns(sheet, name)
  sheet.columns.forEach(({ label, heads }, column) => {
    if (column !== name && !fillable.includes(column)) return
    for (const words of [label, [...(heads ?? []), label].join(''), [...(heads ?? []), label].join('·')])
      if (!labels.has(plain(words))) labels.set(plain(words), column)
  })
  const targets = head.map((word) => labels.get(plain(word)) ?? null)
  return targets[0] === name && targets.slice(1).some((target) => target !== null) ? targets : null
}

/** Columns that can be filled, from the cursor on: where the cursor stands in none, from the first. */
const inOrder = (sheet: SheetShape, { from, name }: Align, width: number): (number | null)[] => {
  const fillable = fillableColumns(sheet, name)
  const start = Math.max(fillable.indexOf(from), 0)
  return Array.from({ length: width }, (_, n) => (n === 0 ? name : (fillable[start + n - 1] ?? null)))
}

/**
 * A clipboard whose first column names rows of the sheet, put in by name whatever the order: null when it is none, that
 * is when it has one column or fewer than half of its rows are named so. A first row of column labels says where each
 * column goes. A name that two rows have is not guessed.
 */
export const alignedPaste = (sheet: SheetShape, align: Align, table: TextTable): AlignedPaste | null => {
  const width = Math.max(0, ...table.map((row) => row.length))
  if (width < 2) return null
  const targets = headed(sheet, table[0] ?? [], align.name)
  const body = (targets ? table.slice(1) : table).filter((row) => plain(row[0] ?? '') !== '')
  const byName = rowsByName(sheet, align.name)
  const met = body.map((row) => ({ row, places: byName.get(plain(row[0] ?? '')) ?? [] }))
  const known = met.filter(({ places }) => places.length > 0)
  if (known.length === 0 || known.length * 2 < body.length) return null
  const columns = targets ?? inOrder(sheet, align, width)
  const edits = known.flatMap(({ row, places: [place, ...others] }) =>
    place === undefined || others.length > 0
      ? []
      : row.flatMap((text, n) => {
          const column = n === 0 ? null : columns[n]
          return column === null || column === undefined ? [] : typeInto(sheet, { row: place, column }, text)
        }),
  )
  const names = (list: typeof met) => list.map(({ row }) => (row[0] ?? '').trim())
  return {
    edits,
    rows: known.filter(({ places }) => places.length === 1).length,
    unknown: names(met.filter(({ places }) => places.length === 0)),
    ambiguous: names(met.filter(({ places }) => places.length > 1)),
    columnsOver: columns.slice(1, width).filter((column) => column === null).length,
  }
}
