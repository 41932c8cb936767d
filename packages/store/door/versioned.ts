import { canonicalJson } from '../chain/jcs.ts'
import type { Json, Row } from './changes.ts'

/** Columns that are not content: worked out again from content, or the proof of it. */
export const NOT_CONTENT: readonly string[] = ['grams', 'event_seq', 'leaf_no', 'leaf', 'known_to']

/**
 * The canonical text of one row version, which its leaf hash covers: table and content, what is not known left out, so
 * that a column added later does not change the leaf of an older row.
 */
export const canonicalRow = (table: string, row: Row): string => {
  const content: { [key: string]: Json } = { table }
  for (const [column, value] of Object.entries(row))
    if (value !== null && value !== undefined && !NOT_CONTENT.includes(column)) content[column] = value
  return canonicalJson(content)
}

const same = (a: Json | undefined, b: Json | undefined): boolean =>
  canonicalJson(a ?? null) === canonicalJson(b ?? null)

/** Changed columns only, before and after. */
export const changedColumns = (before: Row, after: Row, columns: readonly string[]): { before: Row; after: Row } => {
  const changed = columns.filter((column) => !same(before[column], after[column]))
  return {
    before: Object.fromEntries(changed.map((column) => [column, before[column] ?? null])),
    after: Object.fromEntries(changed.map((column) => [column, after[column] ?? null])),
  }
}
