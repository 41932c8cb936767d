import { writeCursor } from '@yundiao/ledgers'
import type { Caller, Store } from '@yundiao/store'
import type { Pool } from 'pg'
import { benchStore, CITY, callerOf } from './bench-store.ts'
import { ask, askByHand, type LedgerQuery, twelve } from './ledger-queries.ts'
import { COUNTIES, fillLedger } from './ledger-rows.ts'
import { type Claim, closedLoop, p95Claim, thinking } from './measure.ts'
import { rightsClaim } from './rights-ratio.ts'
import { isSmall, sized, THINKING_SECONDS } from './size.ts'

const ROWS = sized(1_000_000)

/** A page in the middle of the list. */
const deepCursor = async (owner: Pool): Promise<string> => {
  const { rows } = await owner.query<{ day: string; id: string }>(
    'select known_from as day, id from l_projects_project order by known_from desc, id desc offset $1 limit 1',
    [Math.floor(ROWS / 2)],
  )
  return writeCursor({ field: 'knownFrom', direction: 'desc' }, { value: rows[0]?.day ?? '', id: rows[0]?.id ?? '' })
}

/** The office with every region, and each county with its own and its towns; `region` is the one they filter by. */
const people = async (store: Store, system: Caller): Promise<readonly Caller[]> => {
  const regions = await store.records(system, 'region')
  const below = (county: string): string[] =>
    regions.filter((region) => region.code === county || region.parent === county).map((region) => region.code)
  const city = [CITY, ...system.regions]
  return [
    callerOf(system, [...new Set(city)], { region: COUNTIES[0] ?? null }),
    ...COUNTIES.map((county) => callerOf(system, below(county), { region: county })),
  ]
}

const rights = (store: Store, owner: Pool, caller: Caller, queries: readonly LedgerQuery[], who: string) =>
  rightsClaim(
    `权限的代价：12 种查询，${who}`,
    queries.map((one) => ({
      name: one.name,
      on: () => ask(store, caller, one),
      off: () => askByHand(owner, caller, one),
    })),
  )

/** Outside the set: no index serves an order by money over the whole list. */
const beyond = async (store: Store, caller: Caller): Promise<Claim> => {
  const name = '全部按总投资从大到小'
  const one: LedgerQuery = { name, query: { sort: { field: 'totalInvestment', direction: 'desc' } } }
  const { median } = await closedLoop(1, 5, () => ask(store, caller, one))
  return { what: `十二种之外：${name}（无索引）`, bar: '不设界线', got: `中位 ${median.toFixed(0)} ms`, ok: null }
}

/** A ledger of a million rows: pages, searches and counts under rights, and what rights cost. */
export const ledgerListClaims = async (): Promise<Claim[]> => {
  const { store, connections, system, end } = await benchStore()
  try {
    const { owner } = connections
    await fillLedger(owner, ROWS)
    const deep = await deepCursor(owner)
    const queriesOf = (caller: Caller): readonly LedgerQuery[] => twelve(deep, caller.region ?? '')
    const callers = await people(store, system)
    const any = (user: number, round: number): Promise<unknown> => {
      const caller = callers[user % 2 === 0 ? 0 : user % callers.length]
      const queries = caller ? queriesOf(caller) : []
      const one = queries[(user * 5 + round) % queries.length]
      if (!caller || !one) throw new Error('no caller or query')
      return ask(store, caller, one)
    }
    await closedLoop(10, 12, any)
    const loop = await closedLoop(10, isSmall ? 60 : 240, any)
    const slow = await thinking(50, THINKING_SECONDS, any)
    const [office, county] = callers
    if (!office || !county) throw new Error('no callers')
    return [
      p95Claim(`台账 ${ROWS} 行，12 种查询，10 个客户端连续请求`, loop, 50),
      p95Claim(`台账 ${ROWS} 行，12 种查询，50 人各隔 1 秒`, slow, 50),
      await rights(store, owner, office, queriesOf(office), '市级'),
      await rights(store, owner, county, queriesOf(county), '一个县'),
      await beyond(store, office),
      { what: '台账列表与 Directus 相比', bar: '≥ 3 × 请求/秒', got: '未测：对照另行安排', ok: null },
    ]
  } finally {
    await end()
  }
}
