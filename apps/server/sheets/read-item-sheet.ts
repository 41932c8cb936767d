import { Problem } from '@yundiao/kernel'
import type { ReadCell, ReadRow, ReadSheet } from '@yundiao/office'
import { HEAD_WITHIN } from './find-head.ts'
import { type ItemHead, type ItemTarget, mapItemHead } from './item-targets.ts'
import { kindOfRow } from './sheet-body.ts'

const MOST_ROWS = 3000
const DEEPEST = 3

/** A row of an old ledger: its cells by what their column is, and what stands in columns that are nothing. */
export type ItemSheetRow = {
  sheet: string
  row: number
  cells: ReadonlyMap<ItemTarget, ReadCell>
  /** Targets whose cell is the one above, merged down. */
  covered: ReadonlySet<ItemTarget>
  others: readonly { head: string; words: string }[]
}

export type ItemSheet = { name: string; head: ItemHead; firstHeadRow: number; rows: readonly ItemSheetRow[] }

const collect = async (sheet: ReadSheet): Promise<ReadRow[]> => {
  const rows: ReadRow[] = []
  for await (const row of sheet.rows()) {
    rows.push(row)
    if (rows.length > MOST_ROWS)
      throw new Problem('input.too-large', `“${sheet.name}”超过 ${MOST_ROWS} 行，请拆成几个文件再导入`, {
        sheet: sheet.name,
      })
  }
  return rows
}

const textsOf = (row: ReadRow): (string | null)[] => {
  const cells: (string | null)[] = Array.from({ length: row.cells.at(-1)?.column ?? 0 }, () => null)
  for (const cell of row.cells) cells[cell.column - 1] = cell.raw
  return cells
}

type FoundHead = { head: ItemHead; at: number; depth: number }

/** The one to three rows whose labels name most columns, among them 督办事项; shallow before deep. */
const findItemHead = (rows: readonly ReadRow[]): FoundHead | null => {
  const texts = rows.slice(0, HEAD_WITHIN).map(textsOf)
  let best: FoundHead | null = null
  for (let depth = 1; depth <= DEEPEST; depth += 1)
    for (let at = 0; at + depth <= texts.length; at += 1) {
      const head = mapItemHead(texts.slice(at, at + depth))
      const isLedger = [...head.columns.values()].includes('title') && head.columns.size > 1
      if (isLedger && head.columns.size > (best?.head.columns.size ?? 0)) best = { head, at, depth }
    }
  return best
}

const AREA = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/u
const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** Cells covered by one merged down over several rows, by `row:column`: the row whose cell they show. */
const coveredCells = (merges: readonly string[]): ReadonlyMap<string, number> => {
  const covered = new Map<string, number>()
  for (const area of merges) {
    const [, left = '', top = '', right = '', bottom = ''] = AREA.exec(area) ?? []
    // Across several columns it is a line between entries, not one value for them.
    if (left !== right) continue
    for (let row = Number(top) + 1; row <= Math.min(Number(bottom), Number(top) + MOST_ROWS); row += 1)
      covered.set(`${row}:${columnNumber(left)}`, Number(top))
  }
  return covered
}

const rowOf = (
  sheet: string,
  head: ItemHead,
  { row, cells }: ReadRow,
  shownAt: (row: number, column: number) => ReadCell | undefined,
): ItemSheetRow => {
  const own = new Map(cells.map((cell) => [cell.column - 1, cell]))
  const found = new Map<ItemTarget, ReadCell>()
  const covered = new Set<ItemTarget>()
  for (const [column, target] of head.columns) {
    const cell = own.get(column)
    const above = cell ? undefined : shownAt(row, column + 1)
    const shown = cell ?? above
    if (!shown || shown.raw.trim() === '' || found.has(target)) continue
    found.set(target, shown)
    if (above) covered.add(target)
  }
  const others = head.unmatched.flatMap(({ column, head: label }) => {
    const words = own.get(column)?.raw.trim() ?? ''
    return words === '' ? [] : [{ head: label, words }]
  })
  return { sheet, row, cells: found, covered, others }
}

/**
 * One sheet of an old 督办台账: title lines above the head, merged heads, 合计 and section lines are passed over, cells merged
 * down are read for each row they cover, the signature foot ends it. Null where no row is the head of such a ledger.
 */
export const readItemSheet = async (sheet: ReadSheet): Promise<ItemSheet | null> => {
  const rows = await collect(sheet)
  const found = findItemHead(rows)
  if (!found) return null
  const covered = coveredCells(await sheet.merges())
  const byRow = new Map(rows.map((row) => [row.row, row]))
  const shownAt = (row: number, column: number): ReadCell | undefined => {
    const top = covered.get(`${row}:${column}`)
    return top === undefined ? undefined : byRow.get(top)?.cells.find((cell) => cell.column === column)
  }
  const entries: ItemSheetRow[] = []
  for (const row of rows.slice(found.at + found.depth)) {
    const kind = kindOfRow(row)
    if (kind === 'foot') break
    if (kind === 'entry') entries.push(rowOf(sheet.name, found.head, row, shownAt))
  }
  return { name: sheet.name, head: found.head, firstHeadRow: rows[found.at]?.row ?? 1, rows: entries }
}
