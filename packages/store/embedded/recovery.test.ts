import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Embedded } from './embedded.ts'
import { hold, query, temporaryFolder, until } from './hold.fixture.ts'
import { layHome } from './home.ts'
import { postmasterPid } from './pid-file.ts'
import { isAlive, isPostmasterOn, markOf } from './processes.ts'
import { serviceUser } from './service-user.ts'
import { startEmbedded } from './start.ts'

const { folder, remove } = temporaryFolder()
const root = path.join(folder, 'home')
const home = layHome(root)
const said: string[] = []
const start = (): Promise<Embedded> => startEmbedded({ home: root, log: (line) => said.push(line) })
const pidFile = path.join(home.data, 'postmaster.pid')

/** Starts, asks for the row that must have survived, stops. */
const expectAllWell = async (): Promise<void> => {
  const embedded = await start()
  try {
    expect(await query(embedded.owner, 'select n from kept')).toEqual([{ n: 7 }])
  } finally {
    await embedded.stop()
  }
}

beforeAll(async () => {
  process.env.YUNDIAO_TEST_FAST = '1'
  chmodSync(folder, 0o755)
  const embedded = await start()
  await query(
    embedded.owner,
    'create table kept (n int); insert into kept values (7); create table written (n int primary key)',
  )
  await embedded.stop()
})
afterAll(remove)

/** Inserts one number after another until the connection breaks; returns those that were acknowledged. */
const writeUntilBroken = async (
  embedded: Embedded,
  first: number,
  step: number,
  onRow: () => void,
): Promise<number[]> => {
  const client = new pg.Client(embedded.owner)
  client.on('error', () => undefined)
  await client.connect()
  const acknowledged: number[] = []
  try {
    for (let n = first; ; n += step) {
      await client.query('insert into written values ($1)', [n])
      acknowledged.push(n)
      onRow()
    }
  } catch {
    return acknowledged
  }
}

describe('kill -9', () => {
  it('of PostgreSQL under writes loses no acknowledged row', async () => {
    const embedded = await start()
    let rows = 0
    const writers = [0, 1, 2, 3].map((first) => writeUntilBroken(embedded, first, 4, () => rows++))
    await until(() => rows > 400)
    process.kill(postmasterPid(home) ?? 0, 'SIGKILL')
    const acknowledged = (await Promise.all(writers)).flat().sort((a, b) => a - b)
    await embedded.ended
    await embedded.stop()
    const again = await start()
    try {
      const there = new Set((await query(again.owner, 'select n from written')).map((row) => row.n))
      expect(acknowledged.length).toBeGreaterThan(400)
      expect(acknowledged.filter((n) => !there.has(n))).toEqual([])
    } finally {
      await again.stop()
    }
  })

  it('of the node process ends PostgreSQL too, and the next start finds all well', async () => {
    const holder = await hold(root)
    expect(holder.said.ok).toBe(true)
    const postmaster = holder.said.postmaster ?? 0
    holder.child.kill('SIGKILL')
    await until(() => !isPostmasterOn(postmaster, home.data) && !existsSync(pidFile))
    expect(JSON.parse(readFileSync(home.runFile, 'utf8'))).toMatchObject({ pid: holder.child.pid })
    await expectAllWell()
  })

  it('of node and of the watcher leaves an orphan, which the next start stops', async () => {
    const holder = await hold(root)
    const postmaster = holder.said.postmaster ?? 0
    const shell = readFileSync(`/proc/${postmaster}/stat`, 'utf8').split(' ')[3] ?? ''
    execFileSync('/bin/sh', [
      '-c',
      `for p in $(ps -o pid= --ppid ${shell}); do [ $p = ${postmaster} ] || kill -9 $p; done; kill -9 ${shell}`,
    ])
    holder.child.kill('SIGKILL')
    await until(() => holder.child.exitCode !== null || holder.child.signalCode !== null)
    expect(isPostmasterOn(postmaster, home.data)).toBe(true)
    await expectAllWell()
    expect(said).toContainEqual(expect.stringContaining(`进程 ${postmaster}`))
    expect(isPostmasterOn(postmaster, home.data)).toBe(false)
  })
})

describe('what a crash leaves', () => {
  const asUser = (script: string): void => {
    execFileSync('/bin/sh', ['-c', script], { ...serviceUser(home.data).as })
  }

  it.each([
    ['empty', ''],
    ['no number', 'half a li'],
    ['a dead process', '4190000\n/nowhere\n1650000000\n5432\n/nowhere\n\n  1 2\nready\n'],
  ])('postmaster.pid: %s', async (_, content) => {
    asUser(`printf '%s' '${content}' >'${pidFile}'`)
    await expectAllWell()
  })

  it('postmaster.pid whose number is now another process of the same user', async () => {
    const stranger = spawn('sleep', ['60'], { ...serviceUser(home.data).as, cwd: '/' })
    try {
      asUser(
        `printf '${stranger.pid}\\n${home.data}\\n1650000000\\n5432\\n${home.socketDir}\\n\\n  1 2\\nready\\n' >'${pidFile}'`,
      )
      await expectAllWell()
      expect(isAlive(markOf(stranger.pid ?? 0))).toBe(true)
    } finally {
      stranger.kill()
    }
  })

  it.each([
    ['of a dead process', { pid: 4_190_000, born: null }],
    ['whose number is now another process', { pid: process.ppid, born: 'another-boot/1' }],
    ['of an earlier process with our own number', { pid: process.pid, born: 'another-boot/1' }],
  ])('run.json %s', async (_, mark) => {
    writeFileSync(home.runFile, JSON.stringify({ ...mark, startedAt: '', ready: true, socketDir: home.socketDir }))
    await expectAllWell()
  })

  it('run.json cut short, and a lock of a thief that died', async () => {
    writeFileSync(home.runFile, '{"pid": 1')
    await expectAllWell()
  })

  it('half-made copies of binaries and data', async () => {
    mkdirSync(path.join(root, 'postgres-18.0.tmp/bin'), { recursive: true })
    mkdirSync(`${home.data}.tmp/base`, { recursive: true })
    await expectAllWell()
    expect(existsSync(path.join(root, 'postgres-18.0.tmp'))).toBe(false)
    expect(existsSync(`${home.data}.tmp`)).toBe(false)
  })

  it('a stale socket and its lock', async () => {
    asUser(`printf '4190000\\n' >'${home.socketDir}/.s.PGSQL.5432.lock'; : >'${home.socketDir}/.s.PGSQL.5432'`)
    await expectAllWell()
  })

  it('a PostgreSQL that answers although its process is not to be seen is left alone', async () => {
    const holder = await hold(root)
    rmSync(home.runFile)
    asUser(`sed '1s/.*/4190000/' '${pidFile}' >'${pidFile}.seen' && mv '${pidFile}.seen' '${pidFile}'`)
    await expect(start()).rejects.toMatchObject({ code: 'database.in-use', message: expect.stringContaining('容器') })
    expect(isPostmasterOn(holder.said.postmaster ?? 0, home.data)).toBe(true)
    await holder.end()
    await expectAllWell()
  })
})
