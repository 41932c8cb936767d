import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { cp, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Problem } from '@yundiao/kernel'
import type { PoolClient } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { StoreParts } from '../door/store-parts.ts'
import { type BackedTable, MANIFEST, type Manifest } from './manifest.ts'

/** Signed-in sessions and one-time codes are not state worth keeping: people sign in again after a restore. */
const LEFT_OUT: readonly string[] = ['auth.session', 'auth.verification', 'public.migration', 'public.migration_lock']

type Listed = { schema: string; name: string; columns: string[] }

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
  await cp(from, join(folder, 'files'), { recursive: true, errorOnExist: false })
  const names = readdirSync(join(folder, 'files'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /[0-9a-f]{64}$/.test(name),
  )
  return Promise.all(
    names.map(async (name) => ({ sha256: name.slice(-64), bytes: (await stat(join(folder, 'files', name))).size })),
  )
}

const rootsOf = async (client: PoolClient): Promise<Record<string, string>> => {
  const { rows } = await client.query<{ city: string; hash: string }>(
    `select distinct on (city) city, encode(hash, 'hex') as hash from checkpoint order by city, seq desc`,
  )
  return Object.fromEntries(rows.map((row) => [row.city, row.hash]))
}

export type BackupResult = { rows: number; files: number; roots: Record<string, string> }

/**
 * Copies every table in one repeatable-read snapshot, and the files, into an empty folder. Keys are not part of it:
 * without them personal fields stay closed, and a destroyed key stays destroyed. The manifest is written last.
 * Throws Problem backup.invalid when the folder holds something already.
 */
export const backUp = async (parts: StoreParts, folder: string): Promise<BackupResult> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (readdirSync(folder).length > 0)
    throw new Problem('backup.invalid', `备份目录 ${folder} 不是空的，请换一个空目录`, { folder })
  const client = await parts.owner.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const tables: BackedTable[] = []
    for (const table of await tablesOf(client)) tables.push(await copyOut(client, folder, table))
    const migrations = await client.query<{ name: string }>('select name from migration order by name')
    const roots = await rootsOf(client)
    const files = await copyFiles(parts.home, folder)
    const manifest: Manifest = {
      format: 'yundiao-backup',
      v: 1,
      at: parts.now().toISOString(),
      migrations: migrations.rows.map((row) => row.name),
      roots,
      tables,
      files,
    }
    writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
    return { rows: tables.reduce((sum, table) => sum + table.rows, 0), files: files.length, roots }
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}
