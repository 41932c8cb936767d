import pg from 'pg'
import { findNative, installBinaries, type Native, removeOldBinaries } from './binaries.ts'
import { bootPostmaster, stopPostmaster } from './boot.ts'
import { ensureCluster } from './cluster.ts'
import { type Embedded, logins, type StartOptions } from './embedded.ts'
import { makeHome, openHome } from './folders.ts'
import type { Home } from './home.ts'
import { settlePidFile } from './pid-file.ts'
import type { Postmaster } from './postmaster.ts'
import { DATABASE, ensureDatabase, ensureRoles } from './roles.ts'
import { leaveHome, type Run, takeHome, updateRun } from './run-file.ts'
import { type ServiceUser, serviceUser } from './service-user.ts'
import { writeSettings } from './settings.ts'

const prepareRoles = async (socketDir: string): Promise<void> => {
  const client = new pg.Client(logins(socketDir).bootstrap)
  await client.connect()
  try {
    await ensureRoles(client)
    await ensureDatabase(client, DATABASE)
  } finally {
    await client.end()
  }
}

const boot = async (home: Home, user: ServiceUser, native: Native, log: StartOptions['log']): Promise<Postmaster> => {
  const fast = process.env.YUNDIAO_TEST_FAST === '1'
  openHome(home, user)
  const programs = await installBinaries(home, native)
  await settlePidFile(home, user, log)
  const made = await ensureCluster(home, programs, user, { major: native.version.split('.')[0] ?? '', fast })
  if (made === 'made') log(`已建立数据库 ${home.data}`)
  const config = writeSettings(home, user.clientName, fast)
  const postmaster = await bootPostmaster({ home, programs, config, user })
  try {
    await prepareRoles(home.socketDir)
    await removeOldBinaries(home, programs)
    return postmaster
  } catch (error) {
    await stopPostmaster(postmaster)
    throw error
  }
}

const handle = (home: Home, run: Run, postmaster: Postmaster): Embedded => {
  let mine: Run = { ...run, ready: true }
  updateRun(home, mine)
  const stopOnce = async (): Promise<void> => {
    await stopPostmaster(postmaster)
    leaveHome(home, run)
  }
  let stopping: Promise<void> | null = null
  return {
    kind: 'started',
    home: home.root,
    socketDir: home.socketDir,
    pid: process.pid,
    url: null,
    ...logins(home.socketDir),
    announce: (address) => {
      mine = { ...mine, ...address }
      updateRun(home, mine)
    },
    stop: () => {
      stopping ??= stopOnce()
      return stopping
    },
    ended: postmaster.ended,
  }
}

/**
 * Starts the embedded PostgreSQL on a home, making all that lacks, and recovers from whatever ended the last run.
 * Throws `database.in-use` while another process serves the home, `database.unavailable` for the rest.
 */
export const startEmbedded = async ({ home: folder, log, native }: StartOptions): Promise<Embedded> => {
  const binaries = native ?? findNative()
  const home = makeHome(folder)
  const user = serviceUser(home.data)
  const run = takeHome(home)
  try {
    return handle(home, run, await boot(home, user, binaries, log))
  } catch (error) {
    leaveHome(home, run)
    throw error
  }
}
