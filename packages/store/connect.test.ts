import { chmodSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectStore } from './connect.ts'
import { servedAddress } from './connect-address.ts'
import { query, temporaryFolder } from './embedded/hold.fixture.ts'
import { type Embedded, startEmbedded } from './embedded/index.ts'

const { folder, remove } = temporaryFolder()
let embedded: Embedded
const asSuperuser = (sql: string) => query({ ...embedded.bootstrap, database: 'yundiao' }, sql)

beforeAll(async () => {
  process.env.YUNDIAO_TEST_FAST = '1'
  chmodSync(folder, 0o755)
  embedded = await startEmbedded({ home: path.join(folder, 'home'), log: () => undefined })
})
afterAll(async () => {
  await embedded.stop()
  remove()
})

describe('pools', () => {
  it('the app has no role, may become yd_app, and reads days and instants as text', async () => {
    const store = await connectStore(embedded)
    try {
      const { rows } = await store.app.query(
        `select current_user::text as me, date '2022-04-26' as day, timestamptz '2022-04-26 08:00+08' as at,
                count(*) as n, array[1, null]::int8[] as many, 'infinity'::date as forever`,
      )
      expect(rows).toEqual([
        {
          me: 'yd_login',
          day: '2022-04-26',
          at: '2022-04-26T00:00:00.000Z',
          n: 1,
          many: [1, null],
          forever: 'infinity',
        },
      ])
      expect((await store.owner.query('select current_user::text as me')).rows).toEqual([{ me: 'yd_owner' }])
      expect(store.serverVersion).toBeGreaterThanOrEqual(180_000)
    } finally {
      await store.end()
    }
  })

  it('sign-in works as yd_auth on its own schema, with dates as its library reads them', async () => {
    const store = await connectStore(embedded)
    try {
      const { rows } = await store.auth.query(
        `select current_user::text as me, current_setting('search_path') as path, timestamptz '2022-04-26 08:00+08' as at`,
      )
      expect(rows).toEqual([{ me: 'yd_auth', path: 'auth', at: new Date('2022-04-26T00:00:00Z') }])
    } finally {
      await store.end()
    }
  })

  it('a number that JavaScript cannot hold is refused, not rounded', async () => {
    const store = await connectStore(embedded)
    try {
      await expect(store.app.query('select 9007199254740993::int8 as n')).rejects.toThrow(/2\^53/)
    } finally {
      await store.end()
    }
  })
})

describe('an app login that row security would not bind is refused, naming why', () => {
  it.each([
    ['superuser', 'alter role yd_login superuser', 'alter role yd_login nosuperuser', '是超级用户'],
    ['BYPASSRLS', 'alter role yd_login bypassrls', 'alter role yd_login nobypassrls', '带 BYPASSRLS'],
    ['CREATEROLE', 'alter role yd_login createrole', 'alter role yd_login nocreaterole', '带 CREATEROLE'],
    ['INHERIT', 'alter role yd_login inherit', 'alter role yd_login noinherit', '不是 NOINHERIT'],
    [
      'owner of a table',
      'create table mine (n int); alter table mine owner to yd_login',
      'drop table mine',
      '是表的属主',
    ],
    [
      'owner through yd_app',
      'create table mine (n int); alter table mine owner to yd_app',
      'drop table mine',
      '是表的属主',
    ],
    [
      'member of the owner',
      'create table t (n int); alter table t owner to yd_owner; grant yd_owner to yd_login',
      'revoke yd_owner from yd_login; drop table t',
      '可以变成属主',
    ],
    [
      'member of a superuser',
      'create role strong superuser; grant strong to yd_login',
      'drop role strong',
      '角色 strong',
    ],
    [
      'rights of its own',
      'create table t (n int); grant select on t to yd_login',
      'drop table t',
      '不切换角色就能读写表：public.t',
    ],
    ['rights by PUBLIC', 'create table t (n int); grant insert on t to public', 'drop table t', '不切换角色就能读写表'],
  ])('%s', async (_, widen, undo, why) => {
    await asSuperuser(widen)
    try {
      await expect(connectStore(embedded)).rejects.toMatchObject({
        code: 'database.unsafe-role',
        message: expect.stringContaining(why),
      })
    } finally {
      await asSuperuser(undo)
    }
  })

  it('and is accepted again once that is undone; tables of schema auth do not count', async () => {
    await asSuperuser(
      'create schema auth authorization yd_owner; create table auth.session (n int); alter table auth.session owner to yd_auth',
    )
    const store = await connectStore(embedded)
    await store.end()
  })
})

describe('what an administrator must mend is said as SQL', () => {
  it('a missing grant', async () => {
    await asSuperuser('revoke yd_app from yd_login')
    try {
      await expect(connectStore(embedded)).rejects.toMatchObject({
        code: 'config.invalid',
        details: { statements: ['grant yd_app to "yd_login"'] },
      })
    } finally {
      await asSuperuser('grant yd_app to yd_login with inherit false, set true')
    }
  })

  it('a database of another encoding or with LC_CTYPE C', async () => {
    await asSuperuser(
      `create database ascii template template0 encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C' locale_provider libc`,
    )
    const at = { app: { ...embedded.app, database: 'ascii' }, owner: { ...embedded.owner, database: 'ascii' } }
    await expect(connectStore(at)).rejects.toMatchObject({
      code: 'database.unavailable',
      details: { encoding: 'SQL_ASCII', ctype: 'C' },
    })
  })
})

describe('addresses', () => {
  const app = 'postgresql://app:secret@db.example:5432/yundiao'
  const owner = 'postgres://owner:secret@db.example/yundiao'

  it('none: embedded', () => expect(servedAddress({})).toBeNull())
  it('both: served', () =>
    expect(servedAddress({ DATABASE_URL: app, DATABASE_OWNER_URL: owner })).toEqual({
      app: { connectionString: app },
      owner: { connectionString: owner },
    }))
  it.each([
    ['only the app', { DATABASE_URL: app }, 'config.invalid', 'DATABASE_OWNER_URL'],
    ['only the owner', { DATABASE_OWNER_URL: owner }, 'config.invalid', 'DATABASE_URL'],
    ['one login for both', { DATABASE_URL: app, DATABASE_OWNER_URL: app }, 'database.unsafe-role', '同一个账号'],
    [
      'another kind of database',
      { DATABASE_URL: 'mysql://a@b/c', DATABASE_OWNER_URL: owner },
      'config.invalid',
      'DATABASE_URL',
    ],
    ['no URL', { DATABASE_URL: 'yundiao', DATABASE_OWNER_URL: owner }, 'config.invalid', 'DATABASE_URL'],
  ])('%s is refused', (_, env, code, words) => {
    expect(() => servedAddress(env)).toThrow(expect.objectContaining({ code, message: expect.stringContaining(words) }))
  })

  it('a server that does not answer is named without its password', async () => {
    const nobody = (user: string) => ({ connectionString: `postgresql://${user}:secret@127.0.0.1:1/yundiao` })
    const failed = await connectStore({ app: nobody('app'), owner: nobody('owner') }).catch((error: Error) => error)
    expect(failed).toMatchObject({
      code: 'database.unavailable',
      message: expect.stringContaining('owner@127.0.0.1:1/yundiao'),
    })
    expect(JSON.stringify(failed)).not.toContain('secret')
  })
})
