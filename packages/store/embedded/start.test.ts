import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attachEmbedded, joinEmbedded } from './attach.ts'
import { hold, isRoot, query, temporaryFolder } from './hold.fixture.ts'
import { defaultHome } from './home.ts'
import { startEmbedded } from './start.ts'

const { folder, remove } = temporaryFolder()
const home = path.join(folder, 'home')
const start = (at = home) => startEmbedded({ home: at, log: () => undefined })

beforeAll(() => {
  process.env.YUNDIAO_TEST_FAST = '1'
  chmodSync(folder, 0o755)
})
afterAll(remove)

describe('where the home lies', () => {
  it.each([
    [{ YUNDIAO_DATA: '/srv/yd' }, true, '/srv/yd'],
    [{}, true, '/var/lib/yundiao'],
    [{ HOME: '/home/li', XDG_DATA_HOME: '/data/li' }, false, '/data/li/yundiao'],
    [{ HOME: '/home/li', XDG_DATA_HOME: '' }, false, '/home/li/.local/share/yundiao'],
  ])('%j, root %s: %s', (env, root, expected) => expect(defaultHome(env, root)).toBe(expected))
})

describe('the life of one home', () => {
  it('starts from nothing with the roles, and nobody else may look in', async () => {
    const embedded = await start()
    try {
      expect(embedded).toMatchObject({ kind: 'started', pid: process.pid })
      expect(statSync(path.join(home, 'run.json')).mode & 0o777).toBe(0o600)
      expect(statSync(path.join(home, 'data')).mode & 0o777).toBe(0o700)
      expect(statSync(embedded.socketDir).mode & 0o777).toBe(0o700)
      expect(statSync(home).mode & 0o777).toBe(isRoot ? 0o711 : 0o700)
      const [database] = await query(
        embedded.bootstrap,
        `select pg_encoding_to_char(encoding) as encoding, datctype, pg_get_userbyid(datdba) as owner from pg_database where datname = 'yundiao'`,
      )
      expect(database).toEqual({ encoding: 'UTF8', datctype: 'C.UTF-8', owner: 'yd_owner' })
      const sorted = await query(
        embedded.app,
        `select x from unnest(array['涪城','安州','江油']) x order by x collate "zh-x-icu"`,
      )
      expect(sorted.map((row) => row.x)).toEqual(['安州', '涪城', '江油'])
      const roles = await query(
        embedded.bootstrap,
        `select rolname, rolcanlogin, rolinherit, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as wide from pg_roles where rolname like 'yd\\_%' order by 1`,
      )
      expect(roles).toEqual([
        { rolname: 'yd_app', rolcanlogin: false, rolinherit: true, wide: false },
        { rolname: 'yd_auth', rolcanlogin: false, rolinherit: true, wide: false },
        { rolname: 'yd_bi', rolcanlogin: false, rolinherit: true, wide: false },
        { rolname: 'yd_login', rolcanlogin: true, rolinherit: false, wide: false },
        { rolname: 'yd_owner', rolcanlogin: true, rolinherit: true, wide: false },
      ])
    } finally {
      await embedded.stop()
    }
  })

  it('keeps fsync on unless a test says otherwise, and limits the sessions of the app', async () => {
    delete process.env.YUNDIAO_TEST_FAST
    const embedded = await start()
    process.env.YUNDIAO_TEST_FAST = '1'
    try {
      const [settings] = await query(
        embedded.app,
        `select current_setting('fsync') f, current_setting('full_page_writes') w, current_setting('synchronous_commit') s,
                current_setting('statement_timeout') t, current_setting('idle_in_transaction_session_timeout') i,
                current_setting('client_connection_check_interval') c, current_setting('listen_addresses') l`,
      )
      expect(settings).toEqual({ f: 'on', w: 'on', s: 'on', t: '30s', i: '1min', c: '10s', l: '' })
    } finally {
      await embedded.stop()
    }
  })

  it('lets the app log in with no rights, become yd_app and yd_auth, and nothing more', async () => {
    const embedded = await start()
    try {
      await query(
        embedded.owner,
        `create table kept (n int); insert into kept values (7); grant select on kept to yd_app`,
      )
      await expect(query(embedded.app, 'select * from kept')).rejects.toThrow(/permission denied/)
      await expect(query(embedded.app, 'set role yd_owner')).rejects.toThrow(/permission denied/)
      await expect(query(embedded.app, 'set role yd_bi')).rejects.toThrow(/permission denied/)
      const asApp = { ...embedded.app, options: '-c role=yd_app' }
      expect(await query(asApp, 'select n, current_user::text as me from kept')).toEqual([{ n: 7, me: 'yd_app' }])
      await expect(query({ ...embedded.app, user: 'postgres' }, 'select 1')).rejects.toThrow(/Peer authentication/)
    } finally {
      await embedded.stop()
    }
  })

  it('refuses a second start and names the process; lets commands join instead', async () => {
    const embedded = await start()
    try {
      const refused = { code: 'database.in-use', details: { pid: process.pid } }
      await expect(start()).rejects.toMatchObject(refused)
      const rival = await hold(home)
      expect(rival.said).toMatchObject({ ok: false, code: 'database.in-use' })
      expect(rival.said.message).toContain(`进程 ${process.pid}`)
      expect((await attachEmbedded(home))?.url).toBeNull()
      embedded.announce({ port: 8080, url: 'http://127.0.0.1:8080' })
      const attached = await attachEmbedded(home)
      expect(attached).toMatchObject({ kind: 'attached', pid: process.pid, url: 'http://127.0.0.1:8080' })
      await attached?.stop()
      expect(attached && (await query(attached.owner, 'select n from kept'))).toEqual([{ n: 7 }])
    } finally {
      await embedded.stop()
      await embedded.stop()
    }
    expect(existsSync(path.join(home, 'run.json'))).toBe(false)
    expect(await attachEmbedded(home)).toBeNull()
  })

  it('a command starts its own where nobody serves, and waits for one that is starting', async () => {
    const options = { home, log: () => undefined }
    const own = await joinEmbedded(options)
    expect(own.kind).toBe('started')
    await own.stop()
    const [server, command] = await Promise.all([start(), joinEmbedded(options)])
    expect([server.kind, command.kind]).toEqual(['started', 'attached'])
    await server.stop()
  })

  it('narrows a role that somebody widened', async () => {
    const first = await start()
    await query(first.bootstrap, 'alter role yd_login superuser inherit; alter role yd_owner bypassrls')
    await first.stop()
    const second = await start()
    try {
      const wide = await query(
        second.bootstrap,
        `select 1 from pg_roles where rolname in ('yd_login', 'yd_owner') and (rolsuper or rolbypassrls)`,
      )
      expect(wide).toEqual([])
    } finally {
      await second.stop()
    }
  })

  it('stops in order although a client is in a transaction', async () => {
    const embedded = await start()
    const client = new pg.Client(embedded.owner)
    const broken = new Promise((resolve) => client.on('error', resolve))
    await client.connect()
    await client.query('begin')
    await embedded.stop()
    await broken
    const said = readFileSync(path.join(home, 'postgres.log'), 'utf8')
    expect(said).toContain('received fast shutdown request')
    expect(said).not.toContain('received immediate shutdown request')
  })

  it('tells that PostgreSQL has ended when somebody else stops it', async () => {
    const embedded = await start()
    const pid = Number.parseInt(readFileSync(path.join(home, 'data/postmaster.pid'), 'utf8'), 10)
    process.kill(pid, 'SIGINT')
    await embedded.ended
    await embedded.stop()
  })

  it('refuses a data folder of another major version and leaves it as it is', async () => {
    const version = path.join(home, 'data/PG_VERSION')
    const kept = readFileSync(version, 'utf8')
    writeFileSync(version, '15\n')
    await expect(start()).rejects.toMatchObject({
      code: 'database.unavailable',
      details: { found: '15', needed: '18' },
    })
    expect(existsSync(path.join(home, 'run.json'))).toBe(false)
    writeFileSync(version, kept)
  })
})

describe.runIf(isRoot)('as root', () => {
  it('refuses a home that PostgreSQL’s user cannot reach, and says what to do', async () => {
    const closed = path.join(folder, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    await expect(start(path.join(closed, 'home'))).rejects.toMatchObject({
      code: 'database.unavailable',
      message: expect.stringContaining('YUNDIAO_DATA'),
    })
  })

  it('refuses data of an ordinary user', async () => {
    const foreign = path.join(folder, 'foreign')
    mkdirSync(path.join(foreign, 'data'), { recursive: true })
    await new Promise((resolve) => spawn('chown', ['-R', 'games', foreign]).once('exit', resolve))
    await expect(start(foreign)).rejects.toMatchObject({ code: 'database.unavailable', details: { owner: 'games' } })
  })
})
