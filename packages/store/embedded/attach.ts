import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from '@yundiao/kernel'
import { type Embedded, logins, type StartOptions } from './embedded.ts'
import { layHome } from './home.ts'
import { ask } from './probe.ts'
import { livingRun } from './run-file.ts'
import { startEmbedded } from './start.ts'

const PATIENCE_MS = 60_000

/** Joins the database that another process serves on this home; null when none does. */
export const attachEmbedded = async (folder: string): Promise<Embedded | null> => {
  const home = layHome(folder)
  for (let waited = 0; waited < PATIENCE_MS; waited += 100) {
    const run = livingRun(home)
    if (!run) return null
    const roles = logins(run.socketDir)
    if (run.ready && (await ask(roles.app)) === 'ready') {
      const nothing = async (): Promise<void> => undefined
      return {
        kind: 'attached',
        home: home.root,
        socketDir: run.socketDir,
        pid: run.pid,
        url: run.url ?? null,
        ...roles,
        announce: () => undefined,
        stop: nothing,
        ended: new Promise(() => undefined),
      }
    }
    await sleep(100)
  }
  throw new Problem(
    'database.unavailable',
    `数据目录 ${folder} 的数据库正在启动，等了 ${PATIENCE_MS / 1000} 秒仍未就绪。请稍后再试。`,
  )
}

/** For commands: joins the running instance, else starts one for the command's own time. */
export const joinEmbedded = async (options: StartOptions): Promise<Embedded> =>
  (await attachEmbedded(options.home)) ?? startEmbedded(options)
