import { type Region, type RegionTree, regionTree } from '@yundiao/kernel'
import type { LedgerDefinition } from '@yundiao/ledgers'
import type { PoolClient } from 'pg'
import { type BlockedNames, blockedNames } from './blocked-names.ts'
import type { CacheHeads } from './with-caller.ts'

/** What every commit and many reads need and that rarely changes: regions, definitions of ledgers, blocked names. */
export type Reference = {
  heads: CacheHeads
  tree: RegionTree
  definitions: ReadonlyMap<string, { version: number; definition: LedgerDefinition }>
  blocked: BlockedNames
}

const readRegions = async (client: PoolClient, city: string): Promise<Region[]> => {
  const { rows } = await client.query<Region>(
    `select code, name, short_name as "shortName", kind, parent, sort as "order" from region where city = $1`,
    [city],
  )
  return rows
}

const readDefinitions = async (client: PoolClient, city: string): Promise<Reference['definitions']> => {
  const { rows } = await client.query<{ id: string; version: number; body: string }>(
    `select distinct on (id) id, version, body from definition where city = $1 order by id, version desc`,
    [city],
  )
  return new Map(
    rows.map((row) => [row.id, { version: row.version, definition: JSON.parse(row.body) as LedgerDefinition }]),
  )
}

const readBlocked = async (client: PoolClient, city: string): Promise<BlockedNames> => {
  const { rows } = await client.query<{ name: string }>(
    `select name from blocked_name where city = $1 and lifted is not true`,
    [city],
  )
  return blockedNames(rows.map((row) => row.name))
}

/** Reads the reference of a city. The client is the owner's: nothing is left out. */
export const readReference = async (client: PoolClient, city: string, heads: CacheHeads): Promise<Reference> => ({
  heads,
  tree: regionTree(await readRegions(client, city)),
  definitions: await readDefinitions(client, city),
  blocked: await readBlocked(client, city),
})
