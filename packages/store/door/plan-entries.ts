import { isWithin, Problem, parsePolygon } from '@yundiao/kernel'
import {
  type Cell,
  canMove,
  columnName,
  fieldOf,
  fromColumn,
  gramsOf,
  isSealed,
  type LedgerDefinition,
  parseEntry,
  tableName,
  toColumn,
} from '@yundiao/ledgers'
import { refuseBlocked } from './blocked-names.ts'
import type { Change, EventDraft, Planned, Row } from './changes.ts'
import type { Need, PlanContext } from './plan-context.ts'
import type { Reference } from './reference.ts'
import { requireLedgerRight, requireRegion } from './rights.ts'
import { ledgerScope, regionScopes } from './scopes.ts'
import type { StoreParts } from './store-parts.ts'
import { canonicalRow, changedColumns } from './versioned.ts'

type Enter = Extract<Change, { do: 'enter' }>
type Amend = Extract<Change, { do: 'amend' }>
type Values = Readonly<Record<string, Cell>>

const ROWS_PER_EVENT = 1000

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An id as the database gives it back, lower case and with hyphens: a leaf covers that text and no other spelling. */
const uuidOf = (text: string): string => {
  const id = text.trim().toLowerCase()
  if (!UUID.test(id)) throw new Problem('input.invalid', `编号 ${text} 不是 UUID，请核对`, { id: text })
  return id
}

export const definitionOf = (reference: Reference, ledger: string): LedgerDefinition => {
  const found = reference.definitions.get(ledger)
  if (!found) throw new Problem('not-found', `没有台账 ${ledger}`, { ledger })
  return found.definition
}

export const entryNeeds = (reference: Reference, change: Enter | Amend): readonly Need[] =>
  change.do === 'enter'
    ? []
    : [{ table: tableName(definitionOf(reference, change.ledger)), ids: [uuidOf(change.id)], lock: true }]

const parsed = (
  definition: LedgerDefinition,
  input: Readonly<Record<string, unknown>>,
  mode: 'new' | 'change',
): Values => {
  const result = parseEntry(definition, input, mode)
  if (result.kind === 'ok') return result.values
  const [first] = result.errors
  throw new Problem(first?.code ?? 'input.invalid', result.errors.map((one) => one.message).join('；'), {
    fields: result.errors.map((one) => one.field),
  })
}

const guard = (context: PlanContext, definition: LedgerDefinition, values: Values): void => {
  for (const [name, value] of Object.entries(values))
    refuseBlocked(context.reference.blocked, `“${fieldOf(definition, name)?.label ?? name}”`, value)
}

/** A boundary belongs inside the city: swapped coordinates, or another city's parcel, end here. */
const refuseOutside = (context: PlanContext, parts: StoreParts, definition: LedgerDefinition, values: Values): void => {
  const area = parts.areaOf(context.caller.city)
  for (const [name, value] of Object.entries(values)) {
    const field = fieldOf(definition, name)
    if (field?.kind !== 'geometry' || value === null || area === null) continue
    const parsed = parsePolygon(String(value))
    if (parsed.kind === 'bad' || !isWithin(parsed.polygon, area))
      throw new Problem('value.out-of-range', `“${field.label}”超出本市边界，请核对坐标，经度在前、纬度在后`, {
        fields: [name],
      })
  }
}

const fieldColumns = (parts: StoreParts, definition: LedgerDefinition, values: Values): Row => {
  const row: Row = {}
  for (const [name, value] of Object.entries(values)) {
    const field = fieldOf(definition, name)
    if (!field) continue
    if (!isSealed(field)) row[columnName(name)] = toColumn(field, value)
    else {
      const text = value === null ? null : String(value)
      row[columnName(name)] = text === null ? null : parts.seal.close(definition.id, name, text)
      row[`${columnName(name)}_hmac`] = text === null ? null : parts.seal.hmac(definition.id, text)
    }
  }
  return row
}

/** Values of a stored row that are not sealed, canonical again. */
const openValues = (definition: LedgerDefinition, row: Row): Record<string, Cell> =>
  Object.fromEntries(
    Object.entries(definition.fields)
      .filter(([, field]) => !isSealed(field))
      .map(([name, field]) => [name, fromColumn(field, row[columnName(name)])]),
  )

const firstState = (definition: LedgerDefinition, state: string | undefined): string => {
  const initial = state ?? definition.states[0] ?? ''
  if (!definition.states.includes(initial))
    throw new Problem(
      'state.illegal',
      `“${initial}”不是${definition.title}的状态，可用：${definition.states.join('、')}`,
    )
  return initial
}

const newEntry = (
  context: PlanContext,
  parts: StoreParts,
  definition: LedgerDefinition,
  draft: Enter['rows'][number],
): Row => {
  const { caller } = context
  const region = draft.region ?? caller.city
  if (!context.reference.tree.get(region))
    throw new Problem('region.unknown', `行政区代码 ${region} 不存在，请核对`, { region })
  requireRegion(caller, region)
  if ((draft.demo || draft.knownFrom) && caller.role !== 'system')
    throw new Problem('right.missing', '只有装载程序可以写入演示或补录的行')
  const values = parsed(definition, draft.values, 'new')
  guard(context, definition, values)
  refuseOutside(context, parts, definition, values)
  return {
    city: caller.city,
    id: draft.id === undefined ? context.newId() : uuidOf(draft.id),
    version: 1,
    region,
    unit: caller.unit,
    state: firstState(definition, draft.state),
    known_from: draft.knownFrom ?? caller.today,
    grams: gramsOf(definition, values),
    demo: draft.demo ?? false,
    ...fieldColumns(parts, definition, values),
  }
}

const withoutNulls = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([name, value]) => value !== null && name !== 'grams'))

const scopesOfRows = (context: PlanContext, definition: LedgerDefinition, rows: readonly Row[]): string[] => {
  const places = [...new Set(rows.map((row) => String(row.region)))]
  const scopes = places.flatMap((region) => regionScopes(context.reference.tree, context.caller.city, region))
  // Departments hold all regions of a ledger they are granted, so they may read its history.
  return [...new Set([...scopes, ledgerScope(definition.id)])].sort()
}

export const planEnter = (context: PlanContext, parts: StoreParts, change: Enter): Planned => {
  requireLedgerRight(context.caller, change.ledger, 'write')
  const definition = definitionOf(context.reference, change.ledger)
  const table = tableName(definition)
  const rows = change.rows.map((draft) => newEntry(context, parts, definition, draft))
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const even = rows.map((row) => Object.fromEntries(columns.map((name) => [name, row[name] ?? null])) as Row)
  const events: EventDraft[] = []
  for (let from = 0; from < even.length; from += ROWS_PER_EVENT) {
    const chunk = even.slice(from, from + ROWS_PER_EVENT)
    const [only] = chunk
    const single = even.length === 1 && only
    events.push({
      stream: `ledger/${definition.id}`,
      kind: 'entry.added',
      subject: single ? String(only.id) : null,
      scopes: scopesOfRows(context, definition, chunk),
      body: { ...(change.note ? { note: change.note } : {}), ...(single ? { after: withoutNulls(only) } : {}) },
      rows: chunk.map((row) => ({ table, row, canonical: canonicalRow(table, row) })),
    })
  }
  return {
    events,
    inserts: even.length > 0 ? [{ table, rows: even }] : [],
    replacements: [],
    before: [],
    outcome: { do: 'enter', ids: even.map((row) => String(row.id)) },
  }
}

const refuseMove = (definition: LedgerDefinition, from: string, to: string): void => {
  if (!definition.states.includes(to) || !canMove(definition, from, to))
    throw new Problem('state.illegal', `不能从“${from}”转为“${to}”，请按台账规定的顺序办理`, { from, to })
}

/** A row that the city came to know later than the business day cannot be amended on it: its history would run backwards. */
const refuseUnknownYet = (context: PlanContext, old: Row): void => {
  if (String(old.known_from) > context.caller.today)
    throw new Problem('state.illegal', `这一行 ${old.known_from} 才知悉，不能在业务日期 ${context.caller.today} 修改`, {
      knownFrom: String(old.known_from),
    })
}

export const planAmend = (context: PlanContext, parts: StoreParts, change: Amend): Planned => {
  requireLedgerRight(context.caller, change.ledger, 'write')
  const definition = definitionOf(context.reference, change.ledger)
  const table = tableName(definition)
  const id = uuidOf(change.id)
  const old = context.current(table, id, change.version)
  refuseUnknownYet(context, old)
  const values = change.values ? parsed(definition, change.values, 'change') : {}
  guard(context, definition, values)
  refuseOutside(context, parts, definition, values)
  const region = change.region === undefined ? String(old.region) : (change.region ?? context.caller.city)
  requireRegion(context.caller, region)
  if (change.state !== undefined && change.state !== old.state) refuseMove(definition, String(old.state), change.state)
  const merged: Row = {
    ...old,
    ...fieldColumns(parts, definition, values),
    region,
    state: change.state ?? String(old.state),
    unit: context.caller.unit ?? old.unit ?? null,
    version: change.version + 1,
    known_from: context.caller.today,
    grams: gramsOf(definition, { ...openValues(definition, old), ...values }),
  }
  const fields = Object.keys(values).map(columnName)
  const { before, after } = changedColumns(old, merged, [...fields, 'region', 'state'])
  // A value given again is an answer too: this month as last month.
  const kept = fields.filter((column) => !Object.hasOwn(after, column))
  return {
    events: [
      {
        stream: `ledger/${definition.id}`,
        kind: 'entry.changed',
        subject: id,
        scopes: scopesOfRows(context, definition, [old, merged]),
        body: {
          before,
          after,
          version: change.version + 1,
          ...(kept.length > 0 ? { kept } : {}),
          ...(change.note ? { note: change.note } : {}),
        },
        rows: [{ table, row: merged, canonical: canonicalRow(table, merged) }],
      },
    ],
    inserts: [],
    replacements: [{ table, rows: [merged] }],
    before: [],
    outcome: { do: 'amend', id, version: change.version + 1 },
  }
}
