import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Problem } from '@yundiao/kernel'
import { type LedgerDefinition, planLedger, tableName } from '@yundiao/ledgers'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { StoreParts } from '../door/store-parts.ts'
import { keepPublicKey } from '../secrets/known-keys.ts'
import { adoptDestruction } from '../secrets/purpose-key.ts'
import { type StoreVerification, verifyStore } from '../verify/verify-store.ts'
import { quotedList } from './back-up.ts'
import { type BackedTable, type Manifest, readManifest } from './manifest.ts'

const fileOf = (folder: string, table: BackedTable): string => join(folder, `${table.schema}.${table.name}.copy`)

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Every part is there and unaltered, before anything is written. */
const checkBackup = async (folder: string, manifest: Manifest): Promise<void> => {
  for (const table of manifest.tables) {
    const path = fileOf(folder, table)
    if (!existsSync(path) || (await hashOf(path)) !== table.sha256)
      throw new Problem('backup.invalid', `备份里的 ${table.schema}.${table.name} 缺失或被改动过，未恢复任何内容`, {
        table: table.name,
      })
  }
  for (const { sha256 } of manifest.files) {
    const path = join(folder, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
    if (!existsSync(path) || (await hashOf(path)) !== sha256)
      throw new Problem('backup.invalid', `备份里的文件 ${sha256.slice(0, 8)} 缺失或被改动过，未恢复任何内容`, {
        sha256,
      })
  }
}

const refuseFilled = async (client: PoolClient): Promise<void> => {
  const { rows } = await client.query<{ n: number }>('select count(*) as n from event')
  if ((rows[0]?.n ?? 0) > 0) throw new Problem('backup.invalid', '要恢复到的数据库里已有记录，请换一个空的数据目录')
}

const refuseNewer = async (client: PoolClient, manifest: Manifest): Promise<void> => {
  const { rows } = await client.query<{ name: string }>('select name from migration')
  const known = new Set(rows.map((row) => row.name))
  const newer = manifest.migrations.filter((name) => !known.has(name))
  if (newer.length > 0)
    throw new Problem('database.newer', `备份由更新版本的程序写成（${newer.join('、')}），请用新版程序恢复`)
}

const copyIn = async (client: PoolClient, folder: string, table: BackedTable): Promise<void> => {
  const sink = client.query(copyFrom(`copy ${table.schema}."${table.name}" (${quotedList(table.columns)}) from stdin`))
  await pipeline(createReadStream(fileOf(folder, table)), sink)
}

/** Ledger tables are made from the restored definitions: the newest of each, whose columns hold all that came before. */
const makeLedgers = async (client: PoolClient): Promise<void> => {
  const { rows } = await client.query<{ body: string }>(
    `select distinct on (id) body from definition order by id, version desc`,
  )
  for (const { body } of rows) {
    const definition = JSON.parse(body) as LedgerDefinition
    const plan = planLedger(null, definition)
    if (plan.kind !== 'ok') throw new Problem('backup.invalid', `备份里的台账定义 ${tableName(definition)} 不能使用`)
    for (const statement of plan.statements) await client.query(statement)
  }
}

const isLedger = (table: BackedTable): boolean => table.schema === 'public' && table.name.startsWith('l_')

const copyTables = async (parts: StoreParts, folder: string, manifest: Manifest): Promise<number> => {
  const client = await parts.owner.connect()
  try {
    await client.query('begin')
    await refuseFilled(client)
    await refuseNewer(client, manifest)
    if (manifest.files.length > 0) await cp(join(folder, 'files'), join(parts.home, 'files'), { recursive: true })
    const tables = manifest.tables.filter((table) => table.rows > 0)
    for (const table of tables.filter((one) => !isLedger(one))) await copyIn(client, folder, table)
    await makeLedgers(client)
    for (const table of tables.filter(isLedger)) await copyIn(client, folder, table)
    await client.query(`select setval('series_id', greatest(coalesce((select max(id) from series), 1), 1))`)
    await client.query('commit')
    return tables.reduce((sum, table) => sum + table.rows, 0)
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

/** `ok`: every city verifies and comes to the root that the backup tells. */
export type RestoreResult = {
  rows: number
  files: number
  ok: boolean
  roots: Record<string, string>
  verified: Record<string, StoreVerification>
}

/**
 * Restores a backup into an empty, migrated database, all or nothing, and verifies it. The files come first, since what
 * is there twice does no harm. Keys are the home's own; those destroyed stay destroyed. Records that were tampered with
 * before the backup are restored as they were, and told: they may be all there is.
 * Throws Problem backup.invalid, database.newer.
 */
export const restore = async (parts: StoreParts, folder: string): Promise<RestoreResult> => {
  const manifest = readManifest(folder)
  await checkBackup(folder, manifest)
  const rows = await copyTables(parts, folder, manifest)
  for (const key of manifest.checkpointKeys) keepPublicKey(parts.home, key)
  for (const one of manifest.destroyed) adoptDestruction(parts.home, one)
  const verified: Record<string, StoreVerification> = {}
  for (const city of Object.keys(manifest.roots)) verified[city] = await verifyStore(parts, city)
  const ok = Object.entries(manifest.roots).every(
    ([city, root]) => verified[city]?.ok && verified[city].rootHash === root,
  )
  return { rows, files: manifest.files.length, ok, roots: manifest.roots, verified }
}
