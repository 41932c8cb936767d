import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { StoreAddress } from '../connect-address.ts'
import { temporaryFolder } from '../embedded/hold.fixture.ts'
import { serviceUser } from '../embedded/service-user.ts'

/** Debian's own PostgreSQL, the oldest we serve. */
const BIN = '/usr/lib/postgresql/15/bin'

/** What lacks where tests on it cannot run; null where they do. */
export const notServed = existsSync(path.join(BIN, 'postgres')) ? null : 'postgresql-15'

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })

export type Served = {
  url: (login: string, database?: string) => string
  address: StoreAddress
  home: string
  asSuperuser: (sql: string, database?: string) => Promise<void>
  end: () => Promise<void>
}

const initialise = (data: string, as: object): void => {
  const words = ['-U', 'root', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync', '-D', data]
  execFileSync(`${BIN}/initdb`, words, { ...as, cwd: '/' })
}

const whenUp = async (ask: () => Promise<void>): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const isUp = await ask().then(
      () => true,
      () => false,
    )
    if (isUp) return
    await sleep(25)
  }
  throw new Error('PostgreSQL did not come up')
}

/** A PostgreSQL of the system on a loopback port, empty: database `yundiao`, logins `owner` and `app`, superuser `root`. */
export const startServed = async (): Promise<Served> => {
  const { folder, remove } = temporaryFolder()
  const data = path.join(folder, 'data')
  const home = path.join(folder, 'home')
  const user = serviceUser(data)
  chmodSync(folder, 0o755)
  mkdirSync(data, { mode: 0o700 })
  mkdirSync(home)
  if (user.as) chownSync(data, user.as.uid, user.as.gid)
  initialise(data, { ...user.as })
  const port = await freePort()
  const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off']
  const server = spawn(`${BIN}/postgres`, ['-D', data, '-p', String(port), ...settings], {
    ...user.as,
    cwd: '/',
    stdio: 'ignore',
  })
  const url = (login: string, database = 'yundiao'): string => `postgresql://${login}@127.0.0.1:${port}/${database}`
  const asSuperuser = async (sql: string, database?: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url('root', database) })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  const end = async (): Promise<void> => {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGINT')
    await ended
    remove()
  }
  try {
    await whenUp(() => asSuperuser('select 1', 'postgres'))
    await asSuperuser('create role owner login; create role app login noinherit', 'postgres')
    await asSuperuser('create database yundiao', 'postgres')
  } catch (error) {
    await end()
    throw error
  }
  const address = { app: { connectionString: url('app') }, owner: { connectionString: url('owner') } }
  return { url, address, home, asSuperuser, end }
}
