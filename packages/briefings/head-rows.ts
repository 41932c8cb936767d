/** A head cell: spans in columns and rows, first column 0, first head row 0. */
export type HeadCell = { label: string; column: number; row: number; columnSpan: number; rowSpan: number }

type Leaf = { label: string; under?: readonly string[] }

const pathOf = (leaf: Leaf): readonly string[] => [...(leaf.under ?? []), leaf.label]

const sharesParents = (a: readonly string[], b: readonly string[] | undefined, depth: number): boolean =>
  b !== undefined &&
  a.length > depth + 1 &&
  b.length > depth + 1 &&
  a.slice(0, depth + 1).every((word, i) => word === b[i])

/**
 * The merged head of a table: which cells stand in which head row, from leaf columns and their parent heads.
 * Neighbouring columns with the same parents share one cell; a leaf reaches down to the last head row.
 * The cells of row 0 cover every column once; an empty list of columns has no head.
 */
export const headRows = (columns: readonly Leaf[]): readonly (readonly HeadCell[])[] => {
  const paths = columns.map(pathOf)
  const depth = Math.max(0, ...paths.map((path) => path.length))
  return Array.from({ length: depth }, (_, row) => headRow(paths, row, depth))
}

const headRow = (paths: readonly (readonly string[])[], row: number, depth: number): HeadCell[] => {
  const cells: HeadCell[] = []
  let column = 0
  while (column < paths.length) {
    const path = paths[column] ?? []
    const label = path[row]
    let columnSpan = 1
    while (sharesParents(path, paths[column + columnSpan], row)) columnSpan += 1
    if (label !== undefined) {
      const isLeaf = path.length === row + 1
      cells.push({ label, column, row, columnSpan, rowSpan: isLeaf ? depth - row : 1 })
    }
    column += columnSpan
  }
  return cells
}
