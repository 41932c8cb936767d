import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectStore } from './connect.ts'
import { temporaryFolder } from './embedded/hold.fixture.ts'
import { serviceUser } from './embedded/service-user.ts'

/** Debian's own PostgreSQL, the oldest we serve. */
const BIN = '/usr/lib/postgresql/15/bin'

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })

describe.runIf(existsSync(path.join(BIN, 'postgres')))('a served PostgreSQL 15', () => {
  const { folder, remove } = temporaryFolder()
  const data = path.join(folder, 'data')
  const user = serviceUser(data)
  let port = 0
  let server: ReturnType<typeof spawn>
  const url = (name: string, database = 'yundiao') => `postgresql://${name}@127.0.0.1:${port}/${database}`
  const address = {
    get app() {
      return { connectionString: url('app') }
    },
    get owner() {
      return { connectionString: url('owner') }
    },
  }
  const asSuperuser = async (sql: string, database?: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url('root', database) })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }

  beforeAll(async () => {
    chmodSync(folder, 0o755)
    mkdirSync(data, { mode: 0o700 })
    if (user.as) chownSync(data, user.as.uid, user.as.gid)
    const options = { ...user.as, cwd: '/' }
    execFileSync(
      `${BIN}/initdb`,
      ['-U', 'root', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync', '-D', data],
      options,
    )
    port = await freePort()
    const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off']
    server = spawn(`${BIN}/postgres`, ['-D', data, '-p', String(port), ...settings], { ...options, stdio: 'ignore' })
    for (let tries = 0; tries < 200; tries++) {
      const up = await asSuperuser('select 1', 'postgres').then(
        () => true,
        () => false,
      )
      if (up) break
      await sleep(25)
    }
    await asSuperuser('create role owner login; create role app login noinherit', 'postgres')
    await asSuperuser('create database yundiao', 'postgres')
  })
  afterAll(async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGINT')
    await ended
    remove()
  })

  it('says the SQL the administrator must run, and works once it has run', async () => {
    const refused = await connectStore(address).catch((error) => error)
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
    await asSuperuser(refused.details.statements.join(';'))
    const store = await connectStore(address)
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
    await asSuperuser(
      'drop table kept; revoke yd_app, yd_auth from app; drop role yd_app; drop role yd_auth; drop role yd_bi; alter role owner createrole',
    )
    const store = await connectStore(address)
    await store.end()
  })

  it('refuses the database’s superuser as the app', async () => {
    await asSuperuser('grant yd_app, yd_auth to root')
    const at = { app: { connectionString: url('root') }, owner: address.owner }
    await expect(connectStore(at)).rejects.toMatchObject({ code: 'database.unsafe-role' })
  })

  it('names a database that is not there', async () => {
    const at = {
      app: { connectionString: url('app', 'nowhere') },
      owner: { connectionString: url('owner', 'nowhere') },
    }
    await expect(connectStore(at)).rejects.toMatchObject({
      code: 'database.unavailable',
      message: expect.stringContaining('nowhere'),
    })
  })
})
