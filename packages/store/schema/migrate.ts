import { Problem } from '@yundiao/kernel'
import { Kysely, type Migration, Migrator, PostgresDialect, sql } from 'kysely'
import type { Pool } from 'pg'
import { CORE_DDL } from './core-tables.ts'
import { needsDdl } from './needs-policies.ts'
import { additionDdl, firstDdl, type RecordTable } from './record-table.ts'
import { RECORD_TABLES } from './record-tables.ts'
import { SEARCH_DDL, SEARCH_REBUILT } from './search-functions.ts'
import { NEEDS } from './tables/columns.ts'

const run =
  (statements: readonly string[]): Migration['up'] =>
  async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }

const TABLES = Object.values<RecordTable>(RECORD_TABLES)

/** Forward only. A migration that has run anywhere is never edited: a later one mends it. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-core': { up: run([...CORE_DDL, ...SEARCH_DDL, ...firstDdl(TABLES)]) },
  '0002-auth-schema': {
    up: run(['create schema if not exists auth', 'grant usage, create on schema auth to yd_auth']),
  },
  '0003-loop': { up: run(additionDdl(TABLES, '0003-loop')) },
  '0004-evaluation': { up: run(additionDdl(TABLES, '0004-evaluation')) },
  '0005-search': { up: run(SEARCH_REBUILT) },
  '0006-series-breaks': { up: run(additionDdl(TABLES, '0006-series-breaks')) },
  '0007-entry-files': { up: run(additionDdl(TABLES, '0007-entry-files')) },
  '0008-needs': { up: run([...additionDdl(TABLES, NEEDS), ...needsDdl(TABLES)]) },
}

const newer = (error: unknown): boolean => /previously executed migration .* is missing/i.test(String(error))

/**
 * Brings the schema up to this program's. `beforeChange` runs once, before the first pending migration of a database
 * that already holds something, and is told its name. Throws Problem database.newer when a later program wrote this database.
 */
export const migrate = async (
  owner: Pool,
  beforeChange: (migration: string) => Promise<void>,
): Promise<{ applied: string[] }> => {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: owner }) })
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => MIGRATIONS },
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  })
  try {
    const known = await migrator.getMigrations()
    const pending = known.filter((one) => !one.executedAt)
    const [first] = pending
    if (first && pending.length < known.length) await beforeChange(first.name)
    const { error, results } = await migrator.migrateToLatest()
    if (error) throw error
    return { applied: (results ?? []).map((one) => one.migrationName) }
  } catch (error) {
    if (newer(error))
      throw new Problem('database.newer', '数据库由更新版本的程序写过，请换用新版程序打开，或从备份恢复到空目录', {})
    throw error
  }
}
