import type { ReactNode } from 'react'
import { cellKey, type SheetShape } from './edit-sheet.ts'
import type { SheetColumn } from './table-head.tsx'

export type EditKind = 'text' | 'long-text' | 'number' | 'day' | 'choice' | 'readonly'

export type EditColumn<Row> = SheetColumn & {
  /** What can be typed; `readonly` cells are skipped by paste and fill. `choice` is typed, pasted and shown by label. */
  kind: EditKind
  choices?: readonly { value: string; label: string }[] | undefined
  /** The cell's text as stored (what is copied, compared and edited); '' is not known. For a choice: the value. */
  read: (row: Row) => string
  /** How the cell is drawn when it is not being edited, for texts that need more than their characters. */
  view?: ((row: Row, text: string) => ReactNode) | undefined
  editable?: ((row: Row) => boolean) | undefined
  /** A grey suggestion where the cell is empty; never counted as content. */
  suggestion?: ((row: Row) => { text: string; label: string } | null) | undefined
  /** What the head's button says instead of 采纳建议. */
  adopt?: string | undefined
}

/** The text of a cell with the edits over it. */
export const textOf = <Row>(column: EditColumn<Row>, row: Row, edited: string | undefined): string =>
  edited ?? column.read(row)

/** As people see it: a choice by its label, everything else as it is. */
export const shownOf = <Row>(column: EditColumn<Row>, text: string): string =>
  column.kind === 'choice' ? (column.choices?.find((choice) => choice.value === text)?.label ?? text) : text

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim()

/** What was typed or pasted, as the cell keeps it. A text that is no choice stays, to be refused by name. */
const readAs = <Row>(column: EditColumn<Row>, typed: string): string => {
  const text = column.kind === 'long-text' ? typed.trim() : oneLine(typed)
  if (column.kind !== 'choice') return text
  const found = column.choices?.find((choice) => choice.label === text || choice.value === text)
  return found?.value ?? text
}

export type SheetOf<Row> = {
  columns: readonly EditColumn<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  edits: ReadonlyMap<string, string>
  readOnly: boolean
}

export const mayEditCell = <Row>(column: EditColumn<Row>, row: Row, readOnly: boolean): boolean =>
  !readOnly && column.kind !== 'readonly' && (column.editable?.(row) ?? true)

/** The sheet as the acts of `edit-sheet` see it. */
export const shapeOf = <Row>({ columns, rows, rowKey, edits, readOnly }: SheetOf<Row>): SheetShape => {
  const at = <T>(r: number, c: number, give: (row: Row, column: EditColumn<Row>) => T, none: T): T => {
    const row = rows[r]
    const column = columns[c]
    return row === undefined || column === undefined ? none : give(row, column)
  }
  const textAt = (r: number, c: number) =>
    at(r, c, (row, column) => textOf(column, row, edits.get(cellKey(rowKey(row), column.id))), '')
  return {
    rows: rows.map(rowKey),
    columns: columns.map(({ id, label, under }) => ({ id, label, heads: under ?? [] })),
    textAt,
    shownAt: (r, c) => at(r, c, (_, column) => shownOf(column, textAt(r, c)), ''),
    readAs: (c, typed) => {
      const column = columns[c]
      return column ? readAs(column, typed) : typed
    },
    mayEdit: (r, c) => at(r, c, (row, column) => mayEditCell(column, row, readOnly), false),
    suggestionAt: (r, c) => at(r, c, (row, column) => column.suggestion?.(row)?.text ?? null, null),
  }
}
