import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectStore } from './connect.ts'
import { notServed, type Served, startServed } from './testing/served.ts'

describe.skipIf(notServed)(`a served PostgreSQL 15${notServed ? `（未运行：缺 ${notServed}）` : ''}`, () => {
  let served: Served
  beforeAll(async () => {
    served = await startServed()
  })
  afterAll(() => served.end())

  it('says the SQL the administrator must run, and works once it has run', async () => {
    const refused = await connectStore(served.address).catch((error) => error)
    expect(refused.code).toBe('config.invalid')
    expect(refused.details.statements).toEqual([
      'create role yd_app nologin',
      'create role yd_auth nologin',
      'create role yd_bi nologin',
      'grant yd_app to "app"',
      'grant yd_auth to "app"',
      'grant create on database "yundiao" to "owner"',
      'grant create on schema public to "owner"',
    ])
    await served.asSuperuser(refused.details.statements.join(';'))
    const store = await connectStore(served.address)
    try {
      expect(store.serverVersion).toBeGreaterThanOrEqual(150_000)
      expect(store.serverVersion).toBeLessThan(160_000)
      await store.owner.query('create table kept (n int); grant select on kept to yd_app')
      await expect(store.app.query('select * from kept')).rejects.toThrow(/permission denied/)
      const limits = await store.app.query(
        `select current_setting('statement_timeout') as s, current_setting('timezone') as z`,
      )
      expect(limits.rows).toEqual([{ s: '30s', z: 'UTC' }])
      expect((await store.auth.query('select current_user::text as me')).rows).toEqual([{ me: 'yd_auth' }])
    } finally {
      await store.end()
    }
  })

  it('makes the roles itself where the owner may', async () => {
    await served.asSuperuser(
      'drop table kept; revoke yd_app, yd_auth from app; drop role yd_app; drop role yd_auth; drop role yd_bi; alter role owner createrole',
    )
    const store = await connectStore(served.address)
    await store.end()
  })

  it('refuses the database’s superuser as the app', async () => {
    await served.asSuperuser('grant yd_app, yd_auth to root')
    const at = { app: { connectionString: served.url('root') }, owner: served.address.owner }
    await expect(connectStore(at)).rejects.toMatchObject({ code: 'database.unsafe-role' })
  })

  it('names a database that is not there', async () => {
    const at = {
      app: { connectionString: served.url('app', 'nowhere') },
      owner: { connectionString: served.url('owner', 'nowhere') },
    }
    await expect(connectStore(at)).rejects.toMatchObject({
      code: 'database.unavailable',
      message: expect.stringContaining('nowhere'),
    })
  })
})
