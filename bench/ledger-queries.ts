import { projects } from '@yundiao/domains/projects'
import {
  COUNT_CAP,
  type CompiledCount,
  type CompiledList,
  compileCountQuery,
  compileListQuery,
  type ListRequest,
  pageOf,
  type Refusal,
} from '@yundiao/ledgers'
import type { Caller, EntryQuery, Store } from '@yundiao/store'
import type { Pool, PoolClient } from 'pg'
import { WORDS } from './ledger-rows.ts'

/** One of the fixed twelve: a page of 50 rows, or a count. */
export type LedgerQuery = { name: string; query: EntryQuery; counts?: true }

/** The fixed set (DESIGN §9). `deep` is the cursor of a page far down the list, `region` one the caller holds. */
export const twelve = (deep: string, region: string): readonly LedgerQuery[] => [
  { name: '最新', query: {} },
  { name: '深处翻页', query: { after: deep } },
  { name: '按状态', query: { filters: [{ field: 'state', op: 'is', value: '在建' }] } },
  { name: '按区县', query: { filters: [{ field: 'region', op: 'is', value: region }] } },
  {
    name: '按状态和区县，投资从大到小',
    query: {
      filters: [
        { field: 'state', op: 'is', value: '停工' },
        { field: 'region', op: 'is', value: region },
      ],
      sort: { field: 'totalInvestment', direction: 'desc' },
    },
  },
  {
    name: '日期区间',
    query: { filters: [{ field: 'startedOn', op: 'range', from: '2022-01-01', to: '2022-03-31' }] },
  },
  {
    name: '金额区间',
    query: { filters: [{ field: 'totalInvestment', op: 'range', from: 100_000_000, to: 110_000_000 }] },
  },
  { name: '未填', query: { filters: [{ field: 'totalInvestment', op: 'missing', missing: true }] } },
  { name: '检索少见词', query: { search: WORDS.rare.text } },
  { name: '检索中等词', query: { search: WORDS.medium.text } },
  { name: '检索常见词', query: { search: WORDS.common.text } },
  { name: '按状态计数', query: { filters: [{ field: 'state', op: 'is', value: '在建' }] }, counts: true },
]

/** A query as the product runs it. */
export const ask = async (store: Store, caller: Caller, { query, counts }: LedgerQuery): Promise<unknown> =>
  counts
    ? (await store.countEntries(caller, projects.id, query)).count.n
    : (await store.entries(caller, projects.id, query)).rows

const ok = <T extends { kind: 'ok' }>(compiled: T | Refusal): T => {
  if (compiled.kind === 'refused') throw new Error(compiled.message)
  return compiled
}

const run = async (client: PoolClient, list: CompiledList | CompiledCount) => {
  const { search } = list
  if (!search) return client.query(list.sql, list.params)
  const { rows } = await client.query<{ walks: boolean }>(search.walks.sql, search.walks.params)
  const { sql, params } = rows[0]?.walks ? search.walk : list
  return client.query(sql, params)
}

/**
 * The same query as the owner, whom row security does not bind, in a transaction of its own likewise: the regions stand
 * in its WHERE. The setting is for the search functions, which read it.
 */
export const askByHand = async (owner: Pool, caller: Caller, { query, counts }: LedgerQuery): Promise<unknown> => {
  const request = {
    city: caller.city,
    regions: caller.regions,
    clearance: caller.clearance,
    asKnownOn: null,
    ...query,
  } as ListRequest
  const client = await owner.connect()
  try {
    await client.query(
      `begin isolation level repeatable read read only; set local yd.regions = '${caller.regions.join(',')}'`,
    )
    const list = ok(compileListQuery(projects, request))
    const count = counts ? ok(compileCountQuery(projects, request)) : null
    const { rows } = await run(client, count ?? list)
    await client.query('commit')
    return count ? Math.min(Number(rows[0]?.n), COUNT_CAP) : pageOf(projects, list, rows).rows
  } finally {
    client.release()
  }
}
