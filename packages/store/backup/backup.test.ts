import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isProblem } from '@yundiao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyEventFile } from '../chain/verify-events.ts'
import { type RecordTable, snakeCase } from '../schema/record-table.ts'
import { RECORD_TABLES } from '../schema/record-tables.ts'
import { keyFolder } from '../secrets/key-files.ts'
import { destroyPurposeKey, purposeKey } from '../secrets/purpose-key.ts'
import { demonstrate } from '../testing/demonstrated.ts'
import { liveIn } from '../testing/lived-in.ts'
import { scratchStore } from '../testing/scratch.ts'

type Scratch = Awaited<ReturnType<typeof scratchStore>>

const CITY = '510101'
const DESTROYED_AT = '2022-04-26T00:00:00.000Z'

let lived: Scratch
let empty: Scratch
let folder = ''
let file = ''
const backup = (name: string): string => join(folder, name)
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yd-backup-'))
  lived = await scratchStore()
  empty = await scratchStore()
  const city = await liveIn(lived.store, CITY)
  await demonstrate(lived.store, city)
  await lived.store.removeDemonstration(await lived.store.wholeCity(CITY, city.later.today))
  purposeKey(lived.home, 'arrivals.2022')
  destroyPurposeKey(lived.home, 'arrivals.2022', DESTROYED_AT)
  const stored = await lived.store.putFile(Buffer.from('纪要扫描件'), { maxBytes: 1000 })
  file = stored.sha256
})
afterAll(async () => {
  await lived.end()
  await empty.end()
  rmSync(folder, { recursive: true, force: true })
})

const codeOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => null,
    (error: unknown) => (isProblem(error) ? error.code : error),
  )

/** Every row of every table of the schema, as text. */
const allRows = async ({ connections }: Scratch): Promise<Record<string, string[]>> => {
  const { rows: tables } = await connections.owner.query<{ name: string }>(
    `select tablename::text as name from pg_tables where schemaname = 'public' and tablename not like 'migration%' order by 1`,
  )
  const found: Record<string, string[]> = {}
  for (const { name } of tables) {
    const { rows } = await connections.owner.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`)
    found[name] = rows.map(({ row }) => row).sort()
  }
  return found
}

const makeBackup = (name: string) => lived.store.backUp(backup(name))

/** A copy of a good backup with its manifest changed. */
const withManifest = async (name: string, change: (manifest: Record<string, unknown>) => void): Promise<void> => {
  await makeBackup(name)
  const path = join(backup(name), 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  change(manifest)
  writeFileSync(path, JSON.stringify(manifest))
}

describe('what cannot be restored leaves the home as it was', () => {
  it.each<[string, (name: string) => Promise<void> | void, string]>([
    ['no-backup', (name) => void mkdirSync(backup(name)), 'backup.invalid'],
    [
      'no-manifest',
      async (name) => makeBackup(name).then(() => rmSync(join(backup(name), 'manifest.json'))),
      'backup.invalid',
    ],
    [
      'altered-table',
      async (name) => {
        await makeBackup(name)
        const path = join(backup(name), 'public.figure.copy')
        writeFileSync(
          path,
          readFileSync(path, 'utf8').replace('gdp', 'gdq').replace('试验', '实验').replace('11', '12'),
        )
      },
      'backup.invalid',
    ],
    [
      'missing-table',
      async (name) => makeBackup(name).then(() => rmSync(join(backup(name), 'public.item.copy'))),
      'backup.invalid',
    ],
    [
      'altered-file',
      async (name) => {
        await makeBackup(name)
        writeFileSync(join(backup(name), 'files', file.slice(0, 2), file.slice(2, 4), file), '另一份')
      },
      'backup.invalid',
    ],
    [
      'newer',
      (name) => withManifest(name, (one) => void (one.migrations as string[]).push('9999-later')),
      'database.newer',
    ],
    [
      'a-name-that-is-none',
      (name) =>
        withManifest(
          name,
          (one) =>
            void (one.tables as object[]).push({ schema: 'public', name: '../x', columns: [], rows: 0, sha256: file }),
        ),
      'backup.invalid',
    ],
  ])('%s', async (name, make, code) => {
    await make(name)
    expect(await codeOf(empty.store.restore(backup(name)))).toBe(code)
    const { rows } = await empty.connections.owner.query('select count(*) as n from event')
    expect(rows[0]?.n).toBe(0)
  })
  it('a home that holds something', async () => {
    await makeBackup('good')
    expect(await codeOf(lived.store.restore(backup('good')))).toBe('backup.invalid')
  })
  it('a folder that holds something is not backed up into', async () => {
    mkdirSync(backup('full'))
    writeFileSync(join(backup('full'), 'x'), '')
    expect(await codeOf(makeBackup('full'))).toBe('backup.invalid')
    expect(readdirSync(backup('full'))).toEqual(['x'])
  })
})

it('comes back whole in an empty home, verifies, and goes on under a new key', async () => {
  const made = await makeBackup('whole')
  const before = await lived.store.verify(CITY)
  expect(made).toMatchObject({ files: 1, broken: [], roots: { [CITY]: before.rootHash } })
  const restored = await empty.store.restore(backup('whole'))
  expect(restored).toMatchObject({ rows: made.rows, files: 1, ok: true, roots: made.roots })
  expect(restored.verified[CITY]).toMatchObject({ ok: true, rootHash: before.rootHash, code: before.code })
  expect(await allRows(empty)).toEqual(await allRows(lived))

  const { code } = await empty.store.checkpoint(CITY)
  expect(code).not.toBe(before.code)
  expect(await empty.store.verify(CITY)).toMatchObject({ ok: true, code })
  const path = join(folder, 'after.ndjson')
  const { publicKey, rootHash } = await empty.store.exportEvents(CITY, path)
  expect(await verifyEventFile(path, { publicKey, root: rootHash })).toMatchObject({ ok: true, code })
  expect(await verifyEventFile(path, { root: before.code ?? '' })).toMatchObject({ ok: true })
})

it('takes no key along but public ones, and what was destroyed stays so', () => {
  const names = readdirSync(backup('whole'), { recursive: true, encoding: 'utf8' })
  expect(names.filter((name) => /key|pem|destroyed/.test(name))).toEqual([])
  const text = readFileSync(join(backup('whole'), 'manifest.json'), 'utf8')
  expect(text).not.toContain('PRIVATE')
  expect(existsSync(join(keyFolder(empty.home), 'purpose-arrivals.2022.key'))).toBe(false)
  expect(() => purposeKey(empty.home, 'arrivals.2022')).toThrow(/销毁/)
})

it('tells of records tampered with before the backup, and restores them as they were', async () => {
  await lived.connections.owner.query(`update figure set value = 12 where city = $1 and vintage = 2`, [CITY])
  await makeBackup('tampered')
  const third = await scratchStore()
  try {
    const restored = await third.store.restore(backup('tampered'))
    expect(restored.ok).toBe(false)
    expect(restored.verified[CITY]?.state.mismatches).toMatchObject([{ table: 'figure' }])
  } finally {
    await third.end()
  }
})

/** As a database of before the second migration: what later ones added to records is taken off again. */
const undoMigrations = async (owner: Scratch['connections']['owner']): Promise<void> => {
  for (const { table, since, fields } of Object.values<RecordTable>(RECORD_TABLES))
    for (const name of [table, `${table}_was`]) {
      const added = Object.keys(fields).filter((field) => fields[field]?.since !== undefined)
      if (since !== undefined) await owner.query(`drop table ${name}`)
      else for (const field of added) await owner.query(`alter table ${name} drop column ${snakeCase(field)} cascade`)
    }
  await owner.query('alter table event drop column needs cascade')
  await owner.query(`delete from migration where name > '0002'`)
}

it('backs up by itself before a migration, keeping the newest five', async () => {
  const { store, connections, home } = empty
  const parent = join(home, 'backups')
  const kept = ['2021-01-01-before-a', '2021-01-02-before-a', '2021-01-03-before-a', '2021-01-04-before-a', 'my-own']
  for (const name of kept) mkdirSync(join(parent, name), { recursive: true })
  for (const _ of [1, 2]) {
    await undoMigrations(connections.owner)
    const told: string[] = []
    await store.migrate(async (migration) => void told.push(await store.backUpBeforeMigration(migration)))
    expect(told).toHaveLength(1)
    expect(existsSync(join(told[0] ?? '', 'manifest.json'))).toBe(true)
  }
  const names = readdirSync(parent).sort()
  expect(names).toHaveLength(6)
  expect(names.slice(0, 3)).toEqual(['2021-01-02-before-a', '2021-01-03-before-a', '2021-01-04-before-a'])
  expect(names.at(-1)).toBe('my-own')
  expect(names[4]).toMatch(/-before-0002-auth-schema-2$/)
})
