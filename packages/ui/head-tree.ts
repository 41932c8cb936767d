/** A column as far as its head goes: its label and the merged heads above it, outermost first. */
export type HeadColumn = { label: string; under?: readonly string[] | undefined }

export type HeadCell = {
  label: string
  colSpan: number
  rowSpan: number
  /** Index of the first column below. */
  column: number
  /** True for the cell that stands directly over one column. */
  leaf: boolean
}

const sameGroup = (a: HeadColumn, b: HeadColumn, level: number): boolean => {
  const left = a.under ?? []
  const right = b.under ?? []
  if (left.length <= level || right.length <= level) return false
  for (let i = 0; i <= level; i++) if (left[i] !== right[i]) return false
  return true
}

const spanFrom = (columns: readonly HeadColumn[], start: number, level: number): number => {
  const first = columns[start]
  let end = start + 1
  while (first) {
    const next = columns[end]
    if (!next || !sameGroup(first, next, level)) break
    end++
  }
  return end - start
}

const headRow = (columns: readonly HeadColumn[], level: number, depth: number): HeadCell[] => {
  const cells: HeadCell[] = []
  for (let i = 0; i < columns.length; ) {
    const column = columns[i]
    if (!column) break
    const levels = column.under?.length ?? 0
    if (level < levels) {
      const colSpan = spanFrom(columns, i, level)
      cells.push({ label: column.under?.[level] ?? '', colSpan, rowSpan: 1, column: i, leaf: false })
      i += colSpan
    } else {
      if (level === levels)
        cells.push({ label: column.label, colSpan: 1, rowSpan: depth - level, column: i, leaf: true })
      i++
    }
  }
  return cells
}

/**
 * The rows of a merged table head, top first. Adjacent columns under the same heads share one cell; a column with
 * fewer heads than the deepest spans the rows left. Each row with the rowSpans above it covers every column once.
 */
export const headRows = (columns: readonly HeadColumn[]): HeadCell[][] => {
  const depth = 1 + Math.max(0, ...columns.map((column) => column.under?.length ?? 0))
  return Array.from({ length: depth }, (_, level) => headRow(columns, level, depth))
}
