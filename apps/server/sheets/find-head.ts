import { type HeadMapping, type LedgerDefinition, mapHead } from '@yundiao/ledgers'
import type { ReadRow } from '@yundiao/office'

/** Rows looked at for a head, and the most rows a merged head has. */
export const HEAD_WITHIN = 20
const DEEPEST = 3

/** `last` is the number of the head's last row in the sheet, `first` of its first; `width` the columns it spans. */
export type FoundHead = { mapping: HeadMapping; first: number; last: number; width: number }

const textsOf = (row: ReadRow): (string | null)[] => {
  const cells: (string | null)[] = Array.from({ length: row.cells.at(-1)?.column ?? 0 }, () => null)
  for (const cell of row.cells) cells[cell.column - 1] = cell.raw
  return cells
}

const UNIT_LINE = /单位[:：]\s*([^\s　]+)/u

/** Units a line above the table names: 单位：亿元、公顷. 填报单位 names an office and is none. */
const unitsAbove = (rows: readonly ReadRow[]): string[] =>
  rows.flatMap(({ cells }) =>
    cells.flatMap(({ raw }) => {
      const found = UNIT_LINE.exec(raw.replaceAll(/填报单位[^:：]*[:：][^\s　]*/gu, ''))
      return (found?.[1] ?? '').split(/[、,，/]/u).filter(Boolean)
    }),
  )

/** Each column takes the unit its head prints, else the first of the sheet's that fits it, else the field's own. */
const withUnits = (definition: LedgerDefinition, head: (string | null)[][], units: readonly string[]): HeadMapping => {
  const plain = mapHead(definition, head)
  const byUnit = units.map((unit) => mapHead(definition, head, unit))
  const columns = plain.columns.map((column, index) => {
    const other = byUnit.map((mapping) => mapping.columns[index]?.unit).find((unit) => unit !== column.unit)
    return other === undefined ? column : { ...column, unit: other }
  })
  return { ...plain, columns }
}

const fieldsIn = (mapping: HeadMapping): number =>
  mapping.columns.filter(({ target }) => target.kind === 'field').length

/**
 * Finds the head of a ledger in the first rows of a sheet: the one to three rows whose labels name most of its fields,
 * shallow before deep. Null where no row names one.
 */
export const findHead = (definition: LedgerDefinition, rows: readonly ReadRow[]): FoundHead | null => {
  const texts = rows.map(textsOf)
  let best: { from: number; depth: number; fields: number } | null = null
  for (let depth = 1; depth <= DEEPEST; depth += 1)
    for (let from = 0; from + depth <= rows.length; from += 1) {
      const fields = fieldsIn(mapHead(definition, texts.slice(from, from + depth)))
      if (fields > 0 && fields > (best?.fields ?? 0)) best = { from, depth, fields }
    }
  if (!best) return null
  const { from, depth } = best
  const head = texts.slice(from, from + depth)
  return {
    mapping: withUnits(definition, head, unitsAbove(rows.slice(0, from))),
    first: rows[from]?.row ?? 0,
    last: rows[from + depth - 1]?.row ?? 0,
    width: Math.max(...head.map((row) => row.findLastIndex((words) => words?.trim()) + 1)),
  }
}
