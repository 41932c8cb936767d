import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from '@yundiao/kernel'
import { PLAIN_ENV } from './cluster.ts'
import type { Home } from './home.ts'
import { ask, loginTo } from './probe.ts'
import { isAlive, isPostmasterOn } from './processes.ts'
import type { ServiceUser } from './service-user.ts'

/** Above Linux's and macOS's highest process number, so surely nobody's. */
const NOBODYS_PID = 2_147_483_646
const PATIENCE_MS = 60_000

const pidFileOf = (home: Home): string => path.join(home.data, 'postmaster.pid')

/** The process number in postmaster.pid; 0 for an empty or unreadable one; null without the file. */
export const postmasterPid = (home: Home): number | null => {
  const file = pidFileOf(home)
  if (!existsSync(file)) return null
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
  return Number.isInteger(pid) && pid > 0 ? pid : 0
}

/** Inside the data folder only its own user writes: a link planted there must not lead root astray. */
const asUser = (user: ServiceUser, script: string, file: string): void => {
  const { status, stderr } = spawnSync('/bin/sh', ['-c', script, 'sh', file], { ...user.as, cwd: '/', env: PLAIN_ENV })
  if (status !== 0) {
    throw new Problem('database.unavailable', `不能清理 ${file}：${String(stderr).trim()}。请删除该文件后重试。`, {
      path: file,
    })
  }
}

const stopOrphan = async (home: Home, pid: number, log: (message: string) => void): Promise<void> => {
  log(`上次运行留下的 PostgreSQL（进程 ${pid}）仍在，先停止它`)
  process.kill(pid, 'SIGINT')
  for (let waited = 0; waited < PATIENCE_MS; waited += 20) {
    if (!isPostmasterOn(pid, home.data)) return
    await sleep(20)
  }
  throw new Problem(
    'database.in-use',
    `数据目录 ${home.data} 上的 PostgreSQL（进程 ${pid}）停不下来。请执行 kill -QUIT ${pid} 后重试。`,
    { path: home.data, pid },
  )
}

/** Somebody answers on the socket though we see no such process: it runs in another container on the same folder. */
const refuseUnseen = async (home: Home): Promise<void> => {
  const answer = await ask(loginTo(home.socketDir, 'yd', 'postgres')).catch(() => 'refused' as const)
  if (answer === 'silent') return
  throw new Problem(
    'database.in-use',
    `数据目录 ${home.root} 上已有 PostgreSQL 在应答，而本机看不到它的进程（可能在另一个容器里）。请先停止那个实例，或用 YUNDIAO_DATA 另指一个目录。`,
    { path: home.root },
  )
}

/**
 * Clears what a killed run left: a PostgreSQL without its owner is stopped; an empty postmaster.pid is removed; one
 * whose number now belongs to another process is made to name nobody. Its other lines stay: by them PostgreSQL
 * makes sure that no child of the dead one still holds the shared memory.
 */
export const settlePidFile = async (home: Home, user: ServiceUser, log: (message: string) => void): Promise<void> => {
  const pid = postmasterPid(home)
  if (pid === null) return
  if (pid === 0) return asUser(user, 'rm -f "$1"', pidFileOf(home))
  if (isPostmasterOn(pid, home.data)) return stopOrphan(home, pid, log)
  await refuseUnseen(home)
  if (!isAlive({ pid, born: null })) return
  asUser(user, `sed "1s/.*/${NOBODYS_PID}/" "$1" >"$1.new" && mv -f "$1.new" "$1"`, pidFileOf(home))
}
