import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findNative } from './binaries.ts'
import { logins } from './embedded.ts'
import { hold, isRoot, query, temporaryFolder } from './hold.fixture.ts'
import { layHome } from './home.ts'
import { startEmbedded } from './start.ts'

const { folder, remove } = temporaryFolder()

beforeAll(() => {
  process.env.YUNDIAO_TEST_FAST = '1'
  chmodSync(folder, 0o755)
})
afterAll(remove)

const ARITHMETIC = 'select 6 * 7 as n'

it('two first starts at once: one wins, the other is refused, the data are whole', async () => {
  const home = path.join(folder, 'rivals')
  const holders = await Promise.all([hold(home), hold(home), hold(home)])
  const winners = holders.filter((holder) => holder.said.ok)
  expect(winners).toHaveLength(1)
  expect(holders.filter((holder) => !holder.said.ok).map((holder) => holder.said.code)).toEqual([
    'database.in-use',
    'database.in-use',
  ])
  expect(await query(logins(layHome(home).socketDir).app, ARITHMETIC)).toEqual([{ n: 42 }])
  await Promise.all(holders.map((holder) => holder.end()))
  expect(existsSync(path.join(home, 'data/postmaster.pid'))).toBe(false)
})

it('a home whose path is too long for a socket', async () => {
  const home = path.join(folder, 'a-rather-long-name'.repeat(5), '绵阳')
  const embedded = await startEmbedded({ home, log: () => undefined })
  try {
    expect(embedded.socketDir).toMatch(/^\/tmp\/yd-[0-9a-f]{16}$/)
    expect(await query(embedded.app, ARITHMETIC)).toEqual([{ n: 42 }])
  } finally {
    await embedded.stop()
    rmSync(embedded.socketDir, { recursive: true, force: true })
  }
})

describe('binaries', () => {
  const closed = path.join(folder, 'closed')
  const home = path.join(folder, 'copied')
  const native = findNative()

  it('without links, in a folder that PostgreSQL’s user cannot enter', async () => {
    mkdirSync(closed, { mode: 0o700 })
    cpSync(native.folder, path.join(closed, 'native'), {
      recursive: true,
      filter: (file) => !lstatSync(file).isSymbolicLink(),
    })
    expect(existsSync(path.join(closed, 'native/lib/libpq.so.5'))).toBe(false)
    const embedded = await startEmbedded({
      home,
      log: () => undefined,
      native: { ...native, folder: path.join(closed, 'native') },
    })
    try {
      expect(await query(embedded.app, ARITHMETIC)).toEqual([{ n: 42 }])
    } finally {
      await embedded.stop()
    }
  })

  it.runIf(process.platform === 'linux')('need nothing of the system but the C and C++ libraries', () => {
    const copy = readdirSync(home).find((name) => name.startsWith('postgres-')) ?? ''
    for (const program of ['initdb', 'postgres']) {
      const lines = execFileSync('ldd', [path.join(home, copy, 'bin', program)], { encoding: 'utf8' }).split('\n')
      const foreign = lines.filter((line) => line.includes('=>') && !line.includes(home))
      const names = foreign.map((line) => line.trim().split('.so')[0])
      expect(names.filter((name) => !/^(lib(c|m|rt|dl|pthread|stdc\+\+|gcc_s)|ld-linux.*)$/.test(name ?? ''))).toEqual(
        [],
      )
    }
  })
})

const NOBODY = 65_534

/** From a checkout below /root another user cannot even start Node. */
const nobodyReads = (file: string): boolean =>
  isRoot &&
  spawnSync('/bin/sh', ['-c', 'test -r "$1"', 'sh', file], { uid: NOBODY, gid: NOBODY, cwd: '/' }).status === 0

describe.runIf(nobodyReads(process.execPath))('an ordinary user', () => {
  it('starts in his XDG folder and comes back to his data', async () => {
    const xdg = path.join(folder, 'xdg')
    mkdirSync(xdg)
    chownSync(xdg, NOBODY, NOBODY)
    const options = {
      uid: NOBODY,
      gid: NOBODY,
      cwd: '/',
      env: { PATH: process.env.PATH, XDG_DATA_HOME: xdg, YUNDIAO_TEST_FAST: '1' },
    }
    for (const time of ['first', 'second']) {
      const holder = await hold('', options)
      expect([time, holder.said]).toMatchObject([time, { ok: true, home: path.join(xdg, 'yundiao') }])
      expect(statSync(path.join(xdg, 'yundiao')).mode & 0o777).toBe(0o700)
      expect(statSync(path.join(xdg, 'yundiao/data')).uid).toBe(NOBODY)
      expect(await holder.end()).toBe(0)
    }
  })

  it('without an account of his own is told so', async () => {
    const STRANGER = 54_321
    const home = path.join(folder, 'stranger')
    mkdirSync(home)
    chownSync(home, STRANGER, STRANGER)
    const holder = await hold(home, { uid: STRANGER, gid: STRANGER, cwd: '/', env: { PATH: process.env.PATH } })
    const told = { ok: false, code: 'database.unavailable', message: expect.stringContaining(`uid ${STRANGER}`) }
    expect(holder.said).toMatchObject(told)
  })
})
