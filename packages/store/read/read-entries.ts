import { type LocalDate, Problem, type Sensitivity } from '@yundiao/kernel'
import {
  COUNT_CAP,
  compileCountQuery,
  compileLaterQuery,
  compileListQuery,
  type Filter,
  type LedgerDefinition,
  type LedgerRow,
  pageOf,
  type Refusal,
  type SearchPlan,
  type Sort,
  type Statement,
} from '@yundiao/ledgers'
import type { PoolClient } from 'pg'
import type { Caller } from '../door/caller.ts'
import { definitionOf } from '../door/plan-entries.ts'
import { isVisible, mayReadLedger, mayWriteLedger, requireLedgerRight } from '../door/rights.ts'
import type { StoreParts } from '../door/store-parts.ts'
import { withCaller } from '../door/with-caller.ts'

export type EntryQuery = {
  filters?: readonly Filter[]
  sort?: Sort
  after?: string | null
  limit?: number
  search?: string | null
  /** As known at the end of that day. */
  on?: LocalDate | null
  columns?: readonly string[]
}

export type EntryPage = { rows: LedgerRow[]; next: string | null; columns: readonly string[] }
export type CappedCount = { n: number; capped: boolean }

/** Personal values never come with a list: a reader cleared for them reveals one at a time, with a reason. */
const listClearance = (caller: Caller): Sensitivity =>
  caller.clearance === 'personal' || caller.clearance === 'sensitive' ? 'firm' : caller.clearance

export const requestOf = (caller: Caller, query: EntryQuery) => ({
  city: caller.city,
  regions: caller.regions,
  clearance: listClearance(caller),
  asKnownOn: query.on ?? null,
  ...(query.filters ? { filters: query.filters } : {}),
  ...(query.sort ? { sort: query.sort } : {}),
  ...(query.limit ? { limit: query.limit } : {}),
  ...(query.columns ? { columns: query.columns } : {}),
  after: query.after ?? null,
  search: query.search ?? null,
})

export const granted = <T extends { kind: 'ok' }>(compiled: T | Refusal): T => {
  if (compiled.kind === 'refused') throw new Problem(compiled.code, compiled.message)
  return compiled
}

/** A search for rare words goes by the index of grams, one for common words walks the list in its order. */
export const run = async (client: PoolClient, statement: Statement & { search: SearchPlan | null }) => {
  const { search } = statement
  if (!search) return client.query(statement.sql, statement.params)
  const { rows } = await client.query<{ walks: boolean }>(search.walks.sql, search.walks.params)
  const { sql, params } = rows[0]?.walks ? search.walk : statement
  return client.query(sql, params)
}

/** One page of a ledger in the caller's sight. */
export const listEntries = async (
  parts: StoreParts,
  caller: Caller,
  ledger: string,
  query: EntryQuery,
): Promise<EntryPage> => {
  requireLedgerRight(caller, ledger, 'read')
  return withCaller(parts.app, caller, async (client, heads) => {
    const definition = definitionOf(await parts.reference(caller.city, heads), ledger)
    const list = granted(compileListQuery(definition, requestOf(caller, query)))
    const { rows } = await run(client, list)
    return { ...pageOf(definition, list, rows), columns: list.columns }
  })
}

/** How many entries a list has, counted no further than 1,000, and how many were added or changed after the day. */
export const countEntries = async (
  parts: StoreParts,
  caller: Caller,
  ledger: string,
  query: EntryQuery,
): Promise<{ count: CappedCount; later: number }> => {
  requireLedgerRight(caller, ledger, 'read')
  return withCaller(parts.app, caller, async (client, heads) => {
    const definition = definitionOf(await parts.reference(caller.city, heads), ledger)
    const { rows } = await run(client, granted(compileCountQuery(definition, requestOf(caller, query))))
    const n = Number(rows[0]?.n ?? 0)
    const count = { n: Math.min(n, COUNT_CAP), capped: n > COUNT_CAP }
    if (!query.on) return { count, later: 0 }
    const later = compileLaterQuery(definition, { city: caller.city, asKnownOn: query.on })
    const found = await client.query(later.sql, later.params)
    return { count, later: Number(found.rows[0]?.n ?? 0) }
  })
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One entry, or null when there is none in the caller's sight on that day. */
export const readEntry = async (
  parts: StoreParts,
  caller: Caller,
  ledger: string,
  id: string,
  on?: LocalDate | null,
): Promise<LedgerRow | null> => {
  if (!UUID.test(id)) return null
  const { rows } = await listEntries(parts, caller, ledger, {
    filters: [{ field: 'id', op: 'is', value: id }],
    limit: 1,
    on: on ?? null,
  })
  return rows[0] ?? null
}

export type LedgerView = {
  definition: LedgerDefinition
  version: number
  mayWrite: boolean
  visible: readonly string[]
}

/** Ledgers the caller may open, with the fields in sight. */
export const readLedgers = async (parts: StoreParts, caller: Caller): Promise<LedgerView[]> =>
  withCaller(parts.app, caller, async (_client, heads) => {
    const { definitions } = await parts.reference(caller.city, heads)
    return [...definitions.values()]
      .filter(({ definition }) => mayReadLedger(caller, definition.id))
      .map(({ definition, version }) => ({
        definition,
        version,
        mayWrite: mayWriteLedger(caller, definition.id),
        visible: Object.entries(definition.fields)
          .filter(([, field]) => !field.hidden && isVisible(caller, field.sensitivity))
          .map(([name]) => name),
      }))
  })
