import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from '@yundiao/kernel'
import type { Home } from './home.ts'
import { logSize, logTail, type Postmaster, spawnPostmaster } from './postmaster.ts'
import { ask, loginTo } from './probe.ts'
import type { ServiceUser } from './service-user.ts'

const SILENCE_MS = 15_000
const RECOVERY_MS = 600_000
const STOP_MS = 30_000
const ATTEMPTS = 50

/** Children of a killed PostgreSQL may outlive it by a moment; it refuses to start over them, rightly. */
const STILL_HELD = /pre-existing shared memory block/

type Failure = { why: string; log: string }

/** Waits for the first answer; a recovery after a crash may take minutes and answers meanwhile. Null: ready. */
const untilReady = async (home: Home, postmaster: Postmaster, logFrom: number): Promise<Failure | null> => {
  const began = Date.now()
  let quietSince = began
  const failed = (why: string): Failure => ({ why, log: logTail(home, logFrom) })
  for (;;) {
    if (postmaster.hasEnded()) return failed('进程已退出')
    const answer = await ask(loginTo(home.socketDir, 'yd', 'postgres'))
    if (answer === 'ready') return null
    const now = Date.now()
    if (answer === 'starting') quietSince = now
    if (now - quietSince > SILENCE_MS) return failed(`${SILENCE_MS / 1000} 秒无应答`)
    if (now - began > RECOVERY_MS) return failed('恢复超过 10 分钟')
    await sleep(10)
  }
}

/** Asks for a fast stop (running transactions are rolled back); if that takes too long, for an immediate one. */
export const stopPostmaster = async (postmaster: Postmaster): Promise<void> => {
  postmaster.child.ref()
  postmaster.leash.end()
  const late = sleep(STOP_MS, 'late' as const, { ref: false })
  if ((await Promise.race([postmaster.ended, late])) !== 'late') return
  if (postmaster.child.pid) process.kill(-postmaster.child.pid, 'SIGQUIT')
  await postmaster.ended
}

export type BootPlan = { home: Home; programs: string; config: string; user: ServiceUser }

/** Starts PostgreSQL and waits until it answers. */
export const bootPostmaster = async ({ home, programs, config, user }: BootPlan): Promise<Postmaster> => {
  let failure: Failure = { why: '', log: '' }
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const logFrom = logSize(home)
    const postmaster = spawnPostmaster(home, programs, config, user)
    const outcome = await untilReady(home, postmaster, logFrom)
    if (!outcome) return postmaster
    failure = outcome
    await stopPostmaster(postmaster)
    if (!STILL_HELD.test(failure.log)) break
    await sleep(200)
  }
  throw new Problem(
    'database.unavailable',
    `内置 PostgreSQL 没有启动（${failure.why}）。日志 ${home.log} 末尾：\n${failure.log || '（空）'}`,
    { path: home.root },
  )
}
