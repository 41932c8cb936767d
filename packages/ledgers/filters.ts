import { isCleared } from '@yundiao/kernel'
import * as z from 'zod'
import { columnName, isSealed, quoted, sqlTypeOf, toColumn } from './columns.ts'
import type { Field, LedgerDefinition } from './definition.ts'
import { type Cell, fieldOf } from './fields.ts'
import { type Bind, type Reader, type Refusal, refuse, refuseRight } from './statement.ts'
import { readValue } from './value.ts'

const cell = z.union([z.string(), z.number(), z.boolean()])

/** Shape of a list's filters as a request carries them; all must hold. Values are canonical (元, ㎡, ratio, day). */
export const filtersShape = z
  .array(
    z.union([
      z.strictObject({ field: z.string(), op: z.literal('is'), value: cell }),
      z.strictObject({ field: z.string(), op: z.literal('in'), values: z.array(cell).min(1).max(200) }),
      z.strictObject({ field: z.string(), op: z.literal('range'), from: cell.optional(), to: cell.optional() }),
      z.strictObject({ field: z.string(), op: z.literal('missing'), missing: z.boolean() }),
    ]),
  )
  .max(30)

/** `range` has both ends in it. `missing: true` finds entries where the field is not known, `false` where it is. */
export type Filter = z.infer<typeof filtersShape>[number]

type Target = { sql: string; type: string; ordered: boolean; read: (raw: Cell) => { value: Cell } | Refusal }

/** Frame columns a list may be filtered by, under the names a request gives them. */
const FRAME: Readonly<Record<string, { sql: string; type: 'text' | 'boolean' | 'date' | 'uuid' }>> = {
  id: { sql: 'id', type: 'uuid' },
  region: { sql: 'region', type: 'text' },
  unit: { sql: 'unit', type: 'text' },
  state: { sql: 'state', type: 'text' },
  demo: { sql: 'demo', type: 'boolean' },
  knownFrom: { sql: 'known_from', type: 'date' },
}

const FRAME_FIELDS = { text: 'text', boolean: 'boolean', date: 'day', uuid: 'link' } as const

const frameTarget = (name: string): Target | null => {
  const column = Object.hasOwn(FRAME, name) ? FRAME[name] : undefined
  if (!column) return null
  const field: Field = { kind: FRAME_FIELDS[column.type], label: name, required: false, sensitivity: 'public' }
  return { ...column, ordered: column.type === 'date', read: (raw) => canonical(field, raw) }
}

const canonical = (field: Field, raw: Cell): { value: Cell } | Refusal => {
  const read = readValue(field, raw)
  if (read.kind === 'bad') return refuse(`筛选“${field.label}”：${read.message}`)
  if (read.value === null) return refuse(`筛选“${field.label}”：没有给出值；找未填的请用“未填”`)
  return { value: toColumn(field, read.value) }
}

const sealedTarget = (name: string, field: Field, reader: Reader): Target | Refusal => {
  const { lookUp } = reader
  if (!lookUp) return refuse(`“${field.label}”是加密字段，这里不能筛选`)
  const read = (raw: Cell): { value: Cell } | Refusal => {
    const words = readValue(field, raw)
    if (words.kind === 'bad' || words.value === null) return refuse(`筛选“${field.label}”：请写全要找的内容`)
    return { value: lookUp(name, String(words.value)) }
  }
  return { sql: quoted(`${columnName(name)}_hmac`), type: 'text', ordered: false, read }
}

const targetOf = (definition: LedgerDefinition, name: string, reader: Reader): Target | Refusal => {
  const field = fieldOf(definition, name)
  if (!field) return frameTarget(name) ?? refuse(`没有“${name}”这个字段，请换一个筛选字段`)
  if (!isCleared(reader.clearance, field.sensitivity)) return refuseRight('筛选', field)
  if (isSealed(field)) return sealedTarget(name, field, reader)
  const type = sqlTypeOf(field)
  const ordered = type === 'int8' || type === 'float8' || type === 'date'
  return { sql: quoted(columnName(name)), type, ordered, read: (raw) => canonical(field, raw) }
}

type Condition = string | Refusal

const among = (target: Target, raws: readonly Cell[], bind: Bind): Condition => {
  const values: Cell[] = []
  for (const raw of raws) {
    const read = target.read(raw)
    if ('kind' in read) return read
    values.push(read.value)
  }
  return `${target.sql} = any(${bind(values, `${target.type}[]`)})`
}

const range = (target: Target, filter: Extract<Filter, { op: 'range' }>, bind: Bind): Condition => {
  if (!target.ordered) return refuse(`“${filter.field}”不能按起止筛选：只有数值和日期可以`)
  const parts: string[] = []
  for (const [raw, than] of [[filter.from, '>='] as const, [filter.to, '<='] as const]) {
    if (raw === undefined) continue
    const read = target.read(raw)
    if ('kind' in read) return read
    parts.push(`${target.sql} ${than} ${bind(read.value, target.type)}`)
  }
  return parts.length > 0 ? parts.join(' and ') : refuse(`筛选“${filter.field}”：起和止至少写一个`)
}

/** A region is always there: not known means that the row carries the city's own code. */
const missing = (target: Target, filter: Extract<Filter, { op: 'missing' }>): string => {
  if (filter.field === 'region') return `region ${filter.missing ? '=' : '<>'} city`
  return `${target.sql} is ${filter.missing ? '' : 'not '}null`
}

const condition = (target: Target, filter: Filter, bind: Bind): Condition => {
  switch (filter.op) {
    case 'is': {
      const read = target.read(filter.value)
      return 'kind' in read ? read : `${target.sql} = ${bind(read.value, target.type)}`
    }
    case 'in':
      return among(target, filter.values, bind)
    case 'range':
      return range(target, filter, bind)
    case 'missing':
      return missing(target, filter)
  }
}

/** SQL conditions of filters, or the first refusal. A field above the reader's clearance is refused as missing right. */
export const filterConditions = (
  definition: LedgerDefinition,
  filters: readonly Filter[],
  reader: Reader,
  bind: Bind,
): string[] | Refusal => {
  const conditions: string[] = []
  for (const filter of filters) {
    const target = targetOf(definition, filter.field, reader)
    if ('kind' in target) return target
    const made = condition(target, filter, bind)
    if (typeof made !== 'string') return made
    conditions.push(made)
  }
  return conditions
}
