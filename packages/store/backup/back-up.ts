import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { cp, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isProblem, Problem } from '@yundiao/kernel'
import type { PoolClient } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { headsRoot } from '../chain/heads.ts'
import { makeStoreCheckpoint } from '../chain/make-checkpoint.ts'
import { readHeadRows } from '../chain/read-chain.ts'
import { inSnapshot } from '../chain/snapshot.ts'
import type { StoreParts } from '../door/store-parts.ts'
import { knownPublicKeys } from '../secrets/known-keys.ts'
import { allDestructions } from '../secrets/purpose-key.ts'
import { type BackedTable, MANIFEST, type Manifest } from './manifest.ts'

/** Signed-in sessions and one-time codes are not state worth keeping: people sign in again after a restore. */
const LEFT_OUT: readonly string[] = ['auth.session', 'auth.verification', 'public.migration', 'public.migration_lock']

type Listed = { schema: 'public' | 'auth'; name: string; columns: string[] }

const tablesOf = async (client: PoolClient): Promise<Listed[]> => {
  const { rows } = await client.query<Listed>(
    `select table_schema::text as schema, table_name::text as name, array_agg(column_name::text order by ordinal_position) as columns
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema in ('public', 'auth') and table_type = 'BASE TABLE' group by 1, 2 order by 1, 2`,
  )
  return rows.filter((row) => !LEFT_OUT.includes(`${row.schema}.${row.name}`))
}

export const quotedList = (columns: readonly string[]): string => columns.map((name) => `"${name}"`).join(', ')

const copyOut = async (client: PoolClient, folder: string, { schema, name, columns }: Listed): Promise<BackedTable> => {
  const hash = createHash('sha256')
  const source = client.query(copyTo(`copy ${schema}."${name}" (${quotedList(columns)}) to stdout`))
  const tap = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(source, tap, createWriteStream(join(folder, `${schema}.${name}.copy`), { mode: 0o600 }))
  return { schema, name, columns, rows: source.rowCount ?? 0, sha256: hash.digest('hex') }
}

const copyFiles = async (home: string, folder: string): Promise<Manifest['files']> => {
  const from = join(home, 'files')
  if (!existsSync(from)) return []
  // Drafts of files that are being put right now are no part of anything yet.
  await cp(from, join(folder, 'files'), { recursive: true, filter: (source) => basename(source) !== 'drafts' })
  const names = readdirSync(join(folder, 'files'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /[0-9a-f]{64}$/.test(name),
  )
  return Promise.all(
    names.map(async (name) => ({ sha256: name.slice(-64), bytes: (await stat(join(folder, 'files', name))).size })),
  )
}

const citiesOf = async (client: PoolClient): Promise<string[]> => {
  const { rows } = await client.query<{ city: string }>('select distinct city from stream_head order by city')
  return rows.map((row) => row.city)
}

const rootsOf = async (client: PoolClient, parts: StoreParts): Promise<Record<string, string>> => {
  const roots: Record<string, string> = {}
  for (const city of await citiesOf(client)) roots[city] = headsRoot(parts.alg, await readHeadRows(client, city))
  return roots
}

/** Signs what is about to be copied. A broken chain is still worth a copy: it is said, and nothing is signed. */
const signAll = async (parts: StoreParts): Promise<string[]> => {
  const broken: string[] = []
  for (const city of await inSnapshot(parts.owner, citiesOf)) {
    try {
      await makeStoreCheckpoint(parts, city)
    } catch (error) {
      if (!isProblem(error) || error.code !== 'chain.broken') throw error
      broken.push(city)
    }
  }
  return broken
}

const copyAll = async (client: PoolClient, parts: StoreParts, folder: string): Promise<Manifest> => {
  const tables: BackedTable[] = []
  for (const table of await tablesOf(client)) tables.push(await copyOut(client, folder, table))
  const migrations = await client.query<{ name: string }>('select name from migration order by name')
  return {
    format: 'yundiao-backup',
    v: 1,
    at: parts.now().toISOString(),
    migrations: migrations.rows.map((row) => row.name),
    roots: await rootsOf(client, parts),
    checkpointKeys: [...knownPublicKeys(parts.home).values()],
    destroyed: allDestructions(parts.home),
    tables,
    files: await copyFiles(parts.home, folder),
  }
}

const asProblem = (error: unknown, folder: string): unknown => {
  const { code } = error as NodeJS.ErrnoException
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error
  return new Problem('files.unavailable', `备份目录 ${folder} 所在的磁盘已满，备份未完成。请腾出空间后重试`, { folder })
}

/** `broken`: cities whose chain did not hold, copied as they are. */
export type BackupResult = { rows: number; files: number; roots: Record<string, string>; broken: string[] }

/**
 * Copies every table in one repeatable-read snapshot, and the files, into an empty folder, after signing a checkpoint of
 * every city. Keys are not part of it but for public ones: without them personal fields stay closed, and a destroyed key
 * stays destroyed. The manifest is written last; what fails leaves nothing behind.
 * Throws Problem backup.invalid when the folder holds something already, files.unavailable when the disk is full.
 */
export const backUp = async (parts: StoreParts, folder: string): Promise<BackupResult> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (readdirSync(folder).length > 0)
    throw new Problem('backup.invalid', `备份目录 ${folder} 不是空的，请换一个空目录`, { folder })
  try {
    const broken = await signAll(parts)
    const manifest = await inSnapshot(parts.owner, (client) => copyAll(client, parts, folder))
    writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true })
    const { tables, files, roots } = manifest
    return { rows: tables.reduce((sum, table) => sum + table.rows, 0), files: files.length, roots, broken }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw asProblem(error, folder)
  }
}
