import { Problem } from '@yundiao/kernel'
import type { Pool } from 'pg'
import pg from 'pg'

const GROUPS = ['yd_app', 'yd_auth', 'yd_bi'] as const
const HELD_BY_LOGIN = ['yd_app', 'yd_auth'] as const

type Standing = {
  roles: string[]
  held: string[]
  owner: string
  database: string
  mayCreate: boolean
  maySchema: boolean
}

const STANDING = `
select array(select rolname::text from pg_roles where rolname = any($1)) as roles,
       array(select g.rolname::text from pg_roles g, pg_roles m where g.rolname = any($1) and m.rolname = $2
                and pg_has_role(m.oid, g.oid, 'MEMBER')) as held,
       session_user::text as owner, current_database()::text as database,
       (select rolcreaterole or rolsuper from pg_roles where rolname = session_user) as "mayCreate",
       has_schema_privilege('public', 'create') and has_database_privilege(current_database(), 'create') as "maySchema"`

const id = pg.escapeIdentifier

/** What lacks, as the statements that mend it. */
const missing = (standing: Standing, login: string): { roles: string[]; rest: string[] } => ({
  roles: [
    ...GROUPS.filter((name) => !standing.roles.includes(name)).map((name) => `create role ${name} nologin`),
    ...HELD_BY_LOGIN.filter((name) => !standing.held.includes(name)).map((name) => `grant ${name} to ${id(login)}`),
  ],
  rest: standing.maySchema
    ? []
    : [
        `grant create on database ${id(standing.database)} to ${id(standing.owner)}`,
        `grant create on schema public to ${id(standing.owner)}`,
      ],
})

const forTheDba = (statements: readonly string[], why: string): Problem =>
  new Problem(
    'config.invalid',
    `数据库还缺角色或授权（${why}）。请数据库管理员在该库执行：\n${statements.map((line) => `${line};`).join('\n')}`,
    { statements },
  )

/** Makes yd_app, yd_auth, yd_bi and gives the first two to the app's login; else says the SQL for the administrator. */
export const ensureGroupRoles = async (owner: Pool, login: string): Promise<void> => {
  const { rows } = await owner.query<Standing>(STANDING, [GROUPS, login])
  const [standing] = rows
  if (!standing) return
  const { roles, rest } = missing(standing, login)
  if (rest.length > 0) throw forTheDba([...roles, ...rest], `属主账号 ${standing.owner} 不能建表`)
  if (roles.length === 0) return
  if (!standing.mayCreate) throw forTheDba(roles, `属主账号 ${standing.owner} 没有 CREATEROLE`)
  for (const statement of roles) {
    await owner.query(statement).catch((error: Error) => {
      throw forTheDba(roles, error.message)
    })
  }
}
