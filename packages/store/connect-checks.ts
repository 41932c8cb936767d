import { Problem } from '@yundiao/kernel'
import type { Pool } from 'pg'

const OLDEST = 150_000

type Server = { version: number; shown: string; encoding: string; ctype: string }

/** Refuses a server older than 15, another encoding than UTF8, or a C locale (no trigrams of Chinese). */
export const assertServer = async (pool: Pool): Promise<{ version: number }> => {
  const { rows } = await pool.query<Server>(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as shown,
            pg_encoding_to_char(encoding) as encoding, datctype as ctype
       from pg_database where datname = current_database()`,
  )
  const [server] = rows
  if (!server) throw new Problem('database.unavailable', '数据库没有报告自己的版本。')
  if (server.version < OLDEST) {
    throw new Problem('database.unavailable', `PostgreSQL 版本为 ${server.shown}，需要 15 以上。请升级数据库。`, {
      version: server.shown,
    })
  }
  if (server.encoding !== 'UTF8' || !/utf-?8/i.test(server.ctype)) {
    throw new Problem(
      'database.unavailable',
      `数据库编码为 ${server.encoding}、LC_CTYPE 为 ${server.ctype}，需要 UTF8 和 C.UTF-8（或其他 UTF-8 区域）。请重建：create database yundiao template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8';`,
      { encoding: server.encoding, ctype: server.ctype },
    )
  }
  return { version: server.version }
}

type Breach = { breach: string }

/** `auth` and `jobs` hold no rows of the city: their own roles may own them. */
const BREACHES = `
with me as (select oid, rolname, rolsuper, rolbypassrls, rolinherit, rolcreaterole from pg_roles where rolname = session_user),
reach as (select r.* from pg_roles r, me where pg_has_role(me.oid, r.oid, 'MEMBER')),
tables as (select c.oid, c.relowner, n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'auth', 'jobs')
              and n.nspname not like 'pg\\_%')
select '是超级用户（superuser）' as breach from me where rolsuper
union all select '带 BYPASSRLS，会绕过行级权限' from me where rolbypassrls
union all select '带 CREATEROLE，可以给自己加权' from me where rolcreaterole
union all select '不是 NOINHERIT，会自动得到所属角色的权限' from me where rolinherit
union all select '可以变成超级用户或绕过行级权限的角色 ' || string_agg(reach.rolname, '、') from reach, me
           where reach.oid <> me.oid and (reach.rolsuper or reach.rolbypassrls) and not me.rolsuper having count(*) > 0
union all select '是表的属主（或可以变成属主）：' || min(nspname || '.' || relname) || ' 等 ' || count(*) || ' 张' from tables
           where relowner in (select oid from reach) having count(*) > 0
union all select '不切换角色就能读写表：' || min(nspname || '.' || relname) || ' 等 ' || count(*) || ' 张' from tables, me
           where not rolsuper and relowner not in (select oid from reach)
             and has_table_privilege(me.oid, tables.oid, 'select, insert, update, delete') having count(*) > 0
union all select '不能切换到 yd_app' from me where not pg_has_role(me.oid, 'yd_app', $1)`

/**
 * Refuses an app login that could pass by row security: superuser, BYPASSRLS, owner (or member of one), INHERIT, with
 * rights of its own, or one that cannot become yd_app. Throws `database.unsafe-role` naming every breach.
 */
export const assertSafeRole = async (pool: Pool): Promise<void> => {
  const { version } = await assertServer(pool)
  const { rows } = await pool.query<Breach>(BREACHES, [version >= 160_000 ? 'SET' : 'MEMBER'])
  if (rows.length === 0) return
  const who = await pool.query<{ login: string }>('select session_user::text as login')
  const login = who.rows[0]?.login ?? ''
  const breaches = rows.map((row) => row.breach)
  throw new Problem(
    'database.unsafe-role',
    `应用账号 ${login}：${breaches.join('；')}。请由数据库管理员按 docs/operate.md“使用已有的 PostgreSQL”一节另建应用账号，并改 DATABASE_URL。`,
    { login, breaches },
  )
}
