import { isCleared, type Sensitivity } from '@yundiao/kernel'
import { columnName, isSealed, quoted, type SqlType, sqlTypeOf } from './columns.ts'
import type { LedgerDefinition } from './definition.ts'
import { fieldOf } from './fields.ts'
import { type Bind, type Refusal, refuse, refuseRight } from './statement.ts'

/** `field` is a field, `state`, or `knownFrom` (the day the city knew the entry's present words). */
export type Sort = { field: string; direction: 'asc' | 'desc' }

/** The order of a list nobody asked another of. */
export const NEWEST_FIRST: Sort = { field: 'knownFrom', direction: 'desc' }

/** What a list is ordered by: SQL of the key, its type, and whether it may be null (nulls come last both ways). */
export type SortKey = {
  kind: 'key'
  sql: string
  type: SqlType
  collate: string
  nullable: boolean
  descending: boolean
}

/** Chinese is ordered by pinyin; the collation is never indexed. */
const PINYIN = ' collate "zh-x-icu"'

const byList = (column: string, words: readonly string[], bind: Bind): string =>
  `array_position(${bind(words, 'text[]')}, ${column})::int8`

/**
 * The sort key of a request. Words of a list and states go in the list's own order, other text by pinyin. A field above
 * the clearance is refused as missing right, a sealed one as input: its ciphertext has no order.
 */
export const sortKey = (
  definition: LedgerDefinition,
  sort: Sort,
  clearance: Sensitivity,
  bind: Bind,
): SortKey | Refusal => {
  const descending = sort.direction === 'desc'
  if (sort.field === 'knownFrom')
    return { kind: 'key', sql: 'known_from', type: 'date', collate: '', nullable: false, descending }
  if (sort.field === 'state')
    return {
      kind: 'key',
      sql: byList('state', definition.states, bind),
      type: 'int8',
      collate: '',
      nullable: true,
      descending,
    }
  const field = fieldOf(definition, sort.field)
  if (!field) return refuse(`没有“${sort.field}”这个字段，请换一个排序字段`)
  if (!isCleared(clearance, field.sensitivity)) return refuseRight('排序', field)
  if (field.kind === 'geometry') return refuse(`“${field.label}”是边界，不能排序`)
  if (isSealed(field)) return refuse(`“${field.label}”是加密字段，不能排序`)
  const column = quoted(columnName(sort.field))
  if (field.kind === 'choice')
    return {
      kind: 'key',
      sql: byList(column, field.choices ?? [], bind),
      type: 'int8',
      collate: '',
      nullable: true,
      descending,
    }
  const type = sqlTypeOf(field)
  return { kind: 'key', sql: column, type, collate: type === 'text' ? PINYIN : '', nullable: true, descending }
}

/** ORDER BY of a key, id last so that the order is total. `sql` and `id` are what stands for them in this select. */
export const orderBy = (key: SortKey, sql: string, id: string): string => {
  const way = key.descending ? 'desc' : 'asc'
  return `${sql}${key.collate} ${way}${key.nullable ? ' nulls last' : ''}, ${id} ${way}`
}

/** The condition for rows behind (value, id) in the order of orderBy. */
export const behind = (key: SortKey, after: { value: unknown; id: string }, bind: Bind): string => {
  const than = key.descending ? '<' : '>'
  const id = bind(after.id, 'uuid')
  if (!key.nullable) return `(${key.sql}, id) ${than} (${bind(after.value, key.type)}, ${id})`
  if (after.value === null) return `(${key.sql} is null and id ${than} ${id})`
  const value = bind(after.value, key.type)
  const own = `${key.sql}${key.collate}`
  return `(${own} ${than} ${value} or (${key.sql} = ${value} and id ${than} ${id}) or ${key.sql} is null)`
}
