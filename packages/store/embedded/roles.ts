import type { Client } from 'pg'
import { SESSION_LIMITS } from './session-limits.ts'

export const DATABASE = 'yundiao'

/** Attributes are stated in full, so that a role somebody widened is narrowed again at the next start. */
const NARROW = 'nosuperuser nobypassrls nocreatedb nocreaterole noreplication'
const ROLES: Readonly<Record<string, string>> = {
  yd_owner: `login inherit ${NARROW}`,
  yd_app: `nologin inherit ${NARROW}`,
  yd_auth: `nologin inherit ${NARROW}`,
  yd_bi: `nologin inherit ${NARROW}`,
  yd_login: `login noinherit ${NARROW}`,
}

const existing = async (client: Client, sql: string): Promise<Set<string>> => {
  const { rows } = await client.query<{ name: string }>(sql)
  return new Set(rows.map((row) => row.name))
}

/** Makes the roles and the database where they lack. Run as the bootstrap superuser; harmless to repeat. */
export const ensureRoles = async (client: Client): Promise<void> => {
  const roles = await existing(client, 'select rolname::text as name from pg_roles')
  for (const [name, attributes] of Object.entries(ROLES)) {
    await client.query(`${roles.has(name) ? 'alter' : 'create'} role ${name} ${attributes}`)
  }
  // PostgreSQL 16 and later: to become the role, not to inherit from it.
  for (const name of ['yd_app', 'yd_auth']) await client.query(`grant ${name} to yd_login with inherit false, set true`)
  for (const [setting, value] of Object.entries(SESSION_LIMITS)) {
    await client.query(`alter role yd_login set ${setting} = '${value}'`)
  }
}

/** The database belongs to yd_owner; only our roles may connect. */
export const ensureDatabase = async (client: Client, name: string): Promise<void> => {
  const databases = await existing(client, 'select datname::text as name from pg_database')
  if (!databases.has(name)) await client.query(`create database ${name} owner yd_owner`)
  await client.query(`revoke all on database ${name} from public`)
  await client.query(`grant connect on database ${name} to yd_login, yd_bi`)
  await client.query(`grant temporary on database ${name} to yd_app`)
}
