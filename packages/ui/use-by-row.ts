import { useRef } from 'react'

type Cells = Readonly<Record<string, string>>

const NONE: Cells = {}

const isSame = (a: Cells, b: Cells): boolean => {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key])
}

const byRow = (cells: ReadonlyMap<string, string>, before: ReadonlyMap<string, Cells>): ReadonlyMap<string, Cells> => {
  const rows = new Map<string, Record<string, string>>()
  for (const [key, text] of cells) {
    const slash = key.lastIndexOf('/')
    const row = rows.get(key.slice(0, slash)) ?? {}
    row[key.slice(slash + 1)] = text
    rows.set(key.slice(0, slash), row)
  }
  return new Map(
    [...rows].map(([key, row]) => {
      const old = before.get(key)
      return [key, old && isSame(old, row) ? old : row]
    }),
  )
}

/** Cells by `${row}/${column}`, handed out by row; a row that did not change gets the same object again. */
export const useByRow = (cells: ReadonlyMap<string, string>): ((row: string) => Cells) => {
  const last = useRef<{ cells: ReadonlyMap<string, string>; rows: ReadonlyMap<string, Cells> } | null>(null)
  if (last.current?.cells !== cells) last.current = { cells, rows: byRow(cells, last.current?.rows ?? new Map()) }
  const { rows } = last.current
  return (row) => rows.get(row) ?? NONE
}
