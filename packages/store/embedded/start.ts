import { Problem } from '@yundiao/kernel'
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
  if (fast) log('仅供测试：YUNDIAO_TEST_FAST 已关闭 fsync，断电会丢数据')
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

const DISK_FAULTS: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满，请腾出空间',
  EDQUOT: '磁盘配额已满，请腾出空间',
  EROFS: '文件系统只读',
  EACCES: '没有写入权限',
  EPERM: '没有写入权限',
}

/** A fault of the disk, said so that the person can mend it; any other stays as it is. */
const mendable = (error: unknown, home: Home): unknown => {
  const { code = '' } = error as NodeJS.ErrnoException
  const why = DISK_FAULTS[code]
  if (why === undefined || error instanceof Problem) return error
  return new Problem('database.unavailable', `数据目录 ${home.root} 不能写：${why}，然后重试。`, {
    path: home.root,
    code,
  })
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
  let run: Run | null = null
  try {
    run = takeHome(home)
    return handle(home, run, await boot(home, user, binaries, log))
  } catch (error) {
    if (run) leaveHome(home, run)
    throw mendable(error, home)
  }
}
