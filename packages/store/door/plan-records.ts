import { Problem } from '@yundiao/kernel'
import { type RecordField, type RecordTable, snakeCase } from '../schema/record-table.ts'
import { RECORD_TABLES } from '../schema/record-tables.ts'
import { refuseBlocked } from './blocked-names.ts'
import type { Change, EventDraft, Json, Planned, RecordValues, Row } from './changes.ts'
import type { PlanContext } from './plan-context.ts'
import { requireRecordRight } from './rights.ts'
import { PARENT, scopesOf } from './scopes.ts'
import { canonicalRow, changedColumns } from './versioned.ts'

type Add = Extract<Change, { do: 'add' }>
type Edit = Extract<Change, { do: 'change' }>

const ROWS_PER_EVENT = 1000

const isOfType: Record<RecordField['type'], (value: Json) => boolean> = {
  text: (value) => typeof value === 'string',
  int: Number.isSafeInteger,
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  day: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
  instant: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  texts: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  json: () => true,
}

const toColumn = (table: RecordTable, name: string, value: Json | undefined): Json => {
  const field = table.fields[name]
  if (!field) throw new Problem('input.invalid', `${table.table} 没有字段 ${name}`, { field: name })
  if (value === undefined || value === null || value === '') {
    if (field.required) throw new Problem('input.invalid', `${name} 不能为空，请填写`, { field: name })
    return null
  }
  if (!isOfType[field.type](value))
    throw new Problem('input.invalid', `${name} 的写法不对（应为 ${field.type}）`, { field: name })
  return field.type === 'json' ? JSON.stringify(value) : value
}

const columnsOf = (table: RecordTable, values: RecordValues): Row =>
  Object.fromEntries(Object.keys(values).map((name) => [snakeCase(name), toColumn(table, name, values[name])]))

const refuseMissing = (table: RecordTable, values: RecordValues): void => {
  for (const [name, field] of Object.entries(table.fields)) if (field.required) toColumn(table, name, values[name])
}

const guard = (context: PlanContext, table: RecordTable, values: RecordValues): void => {
  for (const name of table.guarded ?? []) refuseBlocked(context.reference.blocked, `字段 ${name} `, values[name])
}

const parentOf = (context: PlanContext, table: string, row: Row): Row | null => {
  const parent = PARENT[table]
  const id = parent && row[parent.column]
  if (!parent || typeof id !== 'string') return null
  const found = context.locked.get(parent.table)?.get(id)
  if (!found)
    throw new Problem('not-found', `没有找到要关联的${table === 'revision' ? '材料' : '事项'} ${id}，或无权查看`, {
      id,
    })
  return found
}

/**
 * A record that hangs on another keeps its readers, unless the other was changed in this commit before it. Null for one
 * that hangs on none.
 */
const movedScopes = (context: PlanContext, table: string, old: Row): readonly string[] | null => {
  const parent = PARENT[table]
  if (!parent || typeof old[parent.column] !== 'string') return null
  const found = context.locked.get(parent.table)?.get(String(old[parent.column]))
  return (found ?? old).scopes as string[]
}

/** Rows a change needs read (and, where it replaces them, locked) before it can be planned. */
export const recordNeeds = (change: Add | Edit): { table: string; ids: readonly string[]; lock: boolean }[] => {
  const { table } = RECORD_TABLES[change.table]
  if (change.do === 'change') return [{ table, ids: [change.id], lock: true }]
  const parent = PARENT[table]
  if (!parent) return []
  const name = parent.column
  const ids = change.rows.flatMap((row) => (typeof row.values[name] === 'string' ? [row.values[name]] : []))
  return [{ table: parent.table, ids: [...new Set(ids)], lock: false }]
}

/** What one must hold to read some rows: all that any of them needs. */
const needsOfRows = (rows: readonly Row[]): string[] =>
  [...new Set(rows.flatMap((row) => (row.needs ?? []) as readonly string[]))].sort()

const newRow = (context: PlanContext, table: RecordTable, draft: Add['rows'][number]): Row => {
  refuseMissing(table, draft.values)
  guard(context, table, draft.values)
  const { caller, reference } = context
  if ((draft.demo || draft.knownFrom) && caller.role !== 'system')
    throw new Problem('right.missing', '只有装载程序可以写入演示或补录的记录')
  const columns = columnsOf(table, draft.values)
  const parent = parentOf(context, table.table, columns)
  const parentScopes = (parent?.scopes ?? null) as readonly string[] | null
  const needs = needsOfRows(parent ? [parent, columns] : [columns])
  return {
    city: caller.city,
    id: draft.id ?? context.newId(),
    version: 1,
    known_from: draft.knownFrom ?? caller.today,
    scopes: scopesOf(reference.tree, caller.city, table.table, columns, parentScopes),
    demo: draft.demo ?? false,
    ...Object.fromEntries(Object.keys(table.fields).map((name) => [snakeCase(name), null])),
    ...columns,
    ...(table.fields.needs ? { needs: needs.length === 0 ? null : needs } : {}),
  }
}

const eventsOfAdd = (table: RecordTable, rows: readonly Row[], note: string | undefined): EventDraft[] => {
  const chunks = Array.from({ length: Math.ceil(rows.length / ROWS_PER_EVENT) }, (_, i) =>
    rows.slice(i * ROWS_PER_EVENT, (i + 1) * ROWS_PER_EVENT),
  )
  return chunks.map((chunk) => {
    const [only] = chunk
    const single = chunk.length === 1 && only
    return {
      stream: table.stream,
      kind: `${table.table}.added`,
      subject: single ? String(only.id) : null,
      scopes: [...new Set(chunk.flatMap((row) => row.scopes as string[]))].sort(),
      needs: needsOfRows(chunk),
      body: { ...(note ? { note } : {}), ...(single ? { after: withoutNulls(only) } : {}) },
      rows: chunk.map((row) => ({ table: table.table, row, canonical: canonicalRow(table.table, row) })),
    }
  })
}

const withoutNulls = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined))

export const planAdd = (context: PlanContext, change: Add): Planned => {
  requireRecordRight(context.caller, change.table, `新增${change.table}`)
  const table: RecordTable = RECORD_TABLES[change.table]
  const rows = change.rows.map((draft) => newRow(context, table, draft))
  return {
    events: eventsOfAdd(table, rows, change.note),
    inserts: [{ table: table.table, rows }],
    replacements: [],
    before: [],
    outcome: { do: 'add', ids: rows.map((row) => String(row.id)) },
  }
}

export const planChange = (context: PlanContext, change: Edit): Planned => {
  requireRecordRight(context.caller, change.table, `修改${change.table}`)
  const table: RecordTable = RECORD_TABLES[change.table]
  const old = context.current(table.table, change.id, change.version)
  if ('needs' in change.set && context.caller.role !== 'system')
    throw new Problem('right.missing', '查阅条件由材料所引的内容而定，不能另改')
  guard(context, table, change.set)
  const set = columnsOf(table, change.set)
  const merged: Row = { ...old, ...set, version: change.version + 1, known_from: context.caller.today }
  const parent = movedScopes(context, table.table, old)
  merged.scopes = scopesOf(context.reference.tree, context.caller.city, table.table, merged, parent)
  const { before, after } = changedColumns(old, merged, [...Object.keys(set), 'scopes'])
  const scopes = [...new Set([...(old.scopes as string[]), ...(merged.scopes as string[])])].sort()
  return {
    events: [
      {
        stream: table.stream,
        kind: `${table.table}.changed`,
        subject: change.id,
        scopes,
        needs: needsOfRows([old, merged]),
        body: { before, after, version: merged.version as number, ...(change.note ? { note: change.note } : {}) },
        rows: [{ table: table.table, row: merged, canonical: canonicalRow(table.table, merged) }],
      },
    ],
    inserts: [],
    replacements: [{ table: table.table, rows: [merged] }],
    before: [],
    outcome: { do: 'change', id: change.id, version: change.version + 1 },
  }
}
