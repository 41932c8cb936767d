import { type LocalDate, Problem, type Region, type RegionTree, type Role } from '@yundiao/kernel'
import type { PoolClient } from 'pg'
import { type Caller, CLEARANCE, isCityRole } from '../door/caller.ts'
import { HOLDS_ALL, holdsOf } from '../door/holds.ts'
import { isOpenRegion, isOutside, ledgerScope } from '../door/scopes.ts'
import type { StoreParts } from '../door/store-parts.ts'
import { withCaller } from '../door/with-caller.ts'

export type Account = {
  id: string
  username: string
  name: string
  role: Role
  unit: string | null
  region: string | null
}

const codes = (regions: readonly Region[]): string[] => regions.map((region) => region.code)

/** Every region of the tree: used for those who act for the city, and for departments. */
const cityRegions = (tree: RegionTree): string[] => codes(tree.all.filter((region) => !isOutside(region)))

/** The city's own work: loaders, checkpoints, reading the reference. Sees all; still bound to one city. */
export const systemCaller = (city: string, today: LocalDate, regions: readonly string[] = []): Caller => ({
  id: 'system',
  username: 'system',
  name: '系统',
  role: 'system',
  city,
  unit: null,
  region: city,
  clearance: 'sensitive',
  today,
  requestId: 'system',
  regions: [...new Set([city, ...regions])],
  references: [],
  scopes: ['p', 'd', `r:${city}`],
  holds: [HOLDS_ALL],
  earlyIndicators: [],
  early: [],
  ledgers: { read: [], write: [] },
  allLedgers: true,
})

const scopesFor = (account: Account, city: string, ledgers: readonly string[], units: readonly string[]): string[] => {
  const unit = units.map((id) => `u:${id}`)
  if (isCityRole(account.role)) return ['p', 'd', `r:${city}`, ...unit]
  if (account.role === 'department') return ['p', 'd', ...unit, ...ledgers.map(ledgerScope)]
  const place = account.region === null ? [] : [`${account.role === 'park' ? 'z' : 'r'}:${account.region}`]
  return ['p', ...place, ...unit]
}

/** The units a person acts for: their own, and for a county or zone the office that speaks for it. */
const readUnits = async (client: PoolClient, account: Account, city: string): Promise<string[]> => {
  if (account.unit !== null) return [account.unit]
  if (account.region === null || isCityRole(account.role)) return []
  const { rows } = await client.query<{ id: string }>('select id from unit where city = $1 and region = $2', [
    city,
    account.region,
  ])
  return rows.map((row) => row.id)
}

const regionsFor = (account: Account, tree: RegionTree): string[] => {
  if (isCityRole(account.role) || account.role === 'department') return cityRegions(tree)
  return account.region === null ? [] : codes(tree.subtree(account.region))
}

const readGrants = async (client: PoolClient, account: Account, city: string) => {
  const grantees = [`role:${account.role}`, ...(account.unit === null ? [] : [`unit:${account.unit}`])]
  const { rows } = await client.query<{ ledger: string; may: string }>(
    `select ledger, may from ledger_grant where city = $1 and grantee = any($2)`,
    [city, grantees],
  )
  return {
    read: [...new Set(rows.map((row) => row.ledger))],
    write: [...new Set(rows.filter((row) => row.may === 'write').map((row) => row.ledger))],
  }
}

const readEarly = async (client: PoolClient, account: Account, city: string, today: LocalDate) => {
  const { rows } = await client.query<{ indicator: string; id: number | null }>(
    `select e.indicator, s.id from early_reader e left join series s on s.city = e.city and s.indicator = e.indicator
     where e.city = $1 and e.account = $2 and (e.until is null or e.until >= $3)`,
    [city, account.id, today],
  )
  return {
    earlyIndicators: [...new Set(rows.map((row) => row.indicator))],
    early: rows.flatMap((row) => (row.id === null ? [] : [row.id])),
  }
}

/**
 * The caller an account stands for on a business day, with its regions, scopes, ledgers and early series.
 * Throws Problem right.missing when the account is unknown or disabled.
 */
export const loadCaller = async (
  parts: StoreParts,
  city: string,
  accountId: string,
  today: LocalDate,
  requestId: string,
): Promise<Caller> =>
  withCaller(parts.app, systemCaller(city, today), async (client, heads) => {
    const { rows } = await client.query<Account & { disabled: boolean | null }>(
      `select id, username, name, role, unit, region, disabled from account where city = $1 and id = $2`,
      [city, accountId],
    )
    const [account] = rows
    if (!account || account.disabled) throw new Problem('right.missing', '该账号没有开通或已停用，请联系管理员', {})
    const { tree } = await parts.reference(city, heads)
    const ledgers = await readGrants(client, account, city)
    return {
      ...systemCaller(city, today),
      id: account.id,
      username: account.username,
      name: account.name,
      role: account.role,
      unit: account.unit,
      region: account.region,
      clearance: CLEARANCE[account.role],
      requestId,
      regions: regionsFor(account, tree),
      references: codes(tree.all.filter((region) => isOpenRegion(tree, city, region.code))),
      scopes: scopesFor(account, city, ledgers.read, await readUnits(client, account, city)),
      holds: holdsOf(ledgers.read, CLEARANCE[account.role]),
      ...(await readEarly(client, account, city, today)),
      ledgers,
      allLedgers: false,
    }
  })
