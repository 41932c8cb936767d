import { Problem } from '@yundiao/kernel'
import type { Pool, PoolConfig } from 'pg'
import pg from 'pg'
import { type DatabaseLogin, placeOf, type StoreAddress } from './connect-address.ts'
import { assertSafeRole, assertServer } from './connect-checks.ts'
import { ensureGroupRoles } from './connect-roles.ts'
import { storeTypes } from './connect-types.ts'
import { SESSION_LIMITS } from './embedded/session-limits.ts'

/**
 * `app` logs in without rights of its own and becomes yd_app per transaction; `auth` is yd_auth on schema auth from the
 * start, for the sign-in library, and keeps that library's own reading of dates; `owner` runs migrations and DDL.
 */
export type Connections = { app: Pool; owner: Pool; auth: Pool; serverVersion: number; end: () => Promise<void> }

type Log = (message: string) => void

const SIZES = { app: 20, owner: 4, auth: 6 }

const options = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ')

const PLAIN = { datestyle: 'ISO', timezone: 'UTC' }

const openPool = (login: DatabaseLogin, config: PoolConfig, log: Log): Pool => {
  const pool = new pg.Pool({ ...login, connectionTimeoutMillis: 10_000, ...config })
  // An idle connection that breaks must not end the process; the next query opens another, unless there will be none.
  pool.on('error', (error) => {
    if (!pool.ending) log(`数据库连接中断：${error.message}`)
  })
  return pool
}

const WHY: Readonly<Record<string, string>> = {
  ECONNREFUSED: '没有程序在该地址监听，请启动数据库或核对主机和端口',
  ENOTFOUND: '主机名不存在，请核对地址',
  ENOENT: '套接字不存在，请先启动数据库',
  ETIMEDOUT: '连接超时，请核对地址和防火墙',
  '28P01': '密码不对',
  '28000': '账号不能登录，请核对 pg_hba.conf',
  '3D000': '数据库不存在，请先建库',
}

const assertReachable = async (pool: Pool, login: DatabaseLogin): Promise<void> => {
  try {
    await pool.query('select 1')
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string }
    throw new Problem('database.unavailable', `连接不上数据库 ${placeOf(login)}：${WHY[code] ?? message}。`, { code })
  }
}

const loginName = async (app: Pool): Promise<string> => {
  const { rows } = await app.query<{ name: string }>('select session_user::text as name')
  return rows[0]?.name ?? ''
}

/**
 * Opens the pools and refuses an unfit server or an app login that row security would not bind.
 * Throws `database.unavailable`, `database.unsafe-role`, or `config.invalid` with the SQL an administrator must run.
 */
export const connectStore = async (address: StoreAddress, log: Log = () => undefined): Promise<Connections> => {
  const owner = openPool(address.owner, { max: SIZES.owner, types: storeTypes, options: options(PLAIN) }, log)
  const limited = options({ ...PLAIN, ...SESSION_LIMITS })
  // Statements go out without waiting for the answer before: a commit is two round trips in place of four.
  const app = openPool(address.app, { max: SIZES.app, types: storeTypes, options: limited, pipeline: true }, log)
  const auth = openPool(
    address.app,
    { max: SIZES.auth, options: `${limited} ${options({ role: 'yd_auth', search_path: 'auth' })}` },
    log,
  )
  const end = async (): Promise<void> => {
    await Promise.all([app.end(), owner.end(), auth.end()])
  }
  try {
    await assertReachable(owner, address.owner)
    await assertReachable(app, address.app)
    const { version } = await assertServer(owner)
    await ensureGroupRoles(owner, await loginName(app))
    await assertSafeRole(app)
    return { app, owner, auth, serverVersion: version, end }
  } catch (error) {
    await end()
    throw error
  }
}
