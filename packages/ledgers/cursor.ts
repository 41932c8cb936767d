import { parseLocalDate } from '@yundiao/kernel'
import { fromBase64url, toBase64url } from './base64url.ts'
import type { SqlType } from './columns.ts'
import type { Sort } from './sort.ts'

/** Where a page ended: the sort value and id of its last row. */
export type Position = { value: string | number | boolean | null; id: string }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const sortName = (sort: Sort): string => `${sort.field}:${sort.direction}`

/** An opaque word for the place after a row, good for the same sort only. */
export const writeCursor = (sort: Sort, position: Position): string =>
  toBase64url(JSON.stringify([sortName(sort), position.value, position.id]))

const fits = (value: unknown, type: SqlType): value is Position['value'] => {
  switch (type) {
    case 'int8':
      return Number.isSafeInteger(value)
    case 'float8':
      return typeof value === 'number' && Number.isFinite(value)
    case 'date':
      return typeof value === 'string' && parseLocalDate(value) !== null
    case 'boolean':
      return typeof value === 'boolean'
    case 'uuid':
      return typeof value === 'string' && UUID.test(value)
    case 'text':
      return typeof value === 'string' && value.isWellFormed() && !value.includes('\0')
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * The inverse of writeCursor for a sort whose key has this type; null for any word it did not write for that sort.
 * Values only enter SQL as parameters of their type, so a forged word can at most name another place in the same list.
 */
export const readCursor = (cursor: string, sort: Sort, key: { type: SqlType; nullable: boolean }): Position | null => {
  const text = fromBase64url(cursor)
  const parts = text === null ? null : parsed(text)
  if (!Array.isArray(parts) || parts.length !== 3 || parts[0] !== sortName(sort)) return null
  const [, value, id] = parts
  if (typeof id !== 'string' || !UUID.test(id)) return null
  if (value === null) return key.nullable ? { value, id } : null
  return fits(value, key.type) ? { value, id } : null
}
