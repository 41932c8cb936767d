import { Problem } from '@yundiao/kernel'
import type { Login } from './embedded/index.ts'

/** One login: through the embedded socket, or by URL. */
export type DatabaseLogin = Login | { connectionString: string }

/** Requests go through `app`; tables, migrations and DDL belong to `owner`. */
export type StoreAddress = { app: DatabaseLogin; owner: DatabaseLogin }

const parse = (name: string, text: string): URL => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url && (url.protocol === 'postgres:' || url.protocol === 'postgresql:')) return url
  throw new Problem(
    'config.invalid',
    `环境变量 ${name} 不是 PostgreSQL 地址。写法：postgresql://用户:密码@主机:5432/数据库`,
    { name },
  )
}

/** The served PostgreSQL named by DATABASE_URL and DATABASE_OWNER_URL; null when neither is set (then embedded). */
export const servedAddress = (env: Readonly<Record<string, string | undefined>>): StoreAddress | null => {
  const { DATABASE_URL: app, DATABASE_OWNER_URL: owner } = env
  if (!app && !owner) return null
  if (!app || !owner) {
    throw new Problem(
      'config.invalid',
      `DATABASE_URL（应用账号）和 DATABASE_OWNER_URL（属主账号）须同时设置，现缺 ${app ? 'DATABASE_OWNER_URL' : 'DATABASE_URL'}。`,
    )
  }
  if (parse('DATABASE_URL', app).username === parse('DATABASE_OWNER_URL', owner).username) {
    throw new Problem(
      'database.unsafe-role',
      'DATABASE_URL 与 DATABASE_OWNER_URL 用了同一个账号。应用账号不得是表的属主，请另建一个账号。',
    )
  }
  return { app: { connectionString: app }, owner: { connectionString: owner } }
}

/** The place of a login for messages: never its password. */
export const placeOf = (login: DatabaseLogin): string => {
  if ('host' in login) return `${login.user}@${login.host}/${login.database}`
  const url = new URL(login.connectionString)
  return `${url.username}@${url.host}${url.pathname}`
}
