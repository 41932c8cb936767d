import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Problem } from '@yundiao/kernel'
import { giveTo } from './folders.ts'
import type { Home } from './home.ts'
import type { ServiceUser } from './service-user.ts'

/** A fresh environment: PGDATA, PGHOST or a locale of the user's shell must not reach PostgreSQL. */
export const PLAIN_ENV = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' }

const INITDB = [
  ...['-U', 'yd', '--auth-local=peer', '--auth-host=reject', '-E', 'UTF8'],
  // LC_CTYPE must not be C: trigrams of Chinese would be empty, whatever the provider.
  ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'],
]
const CTYPES = ['C.UTF-8', 'en_US.UTF-8', 'zh_CN.UTF-8']

type Outcome = { ok: boolean; output: string }

const run = (program: string, words: readonly string[], user: ServiceUser): Promise<Outcome> =>
  new Promise((resolve) => {
    const child = spawn(program, words, { ...user.as, cwd: '/', env: PLAIN_ENV, stdio: ['ignore', 'pipe', 'pipe'] })
    const parts: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    child.stderr.on('data', (part: Buffer) => parts.push(part))
    child.on('error', (error) => resolve({ ok: false, output: error.message }))
    child.on('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(parts).toString() }))
  })

const initdbInto = async (folder: string, programs: string, user: ServiceUser, fast: boolean): Promise<void> => {
  let output = ''
  for (const ctype of CTYPES) {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { mode: 0o700 })
    giveTo(user, folder)
    const words = [...INITDB, `--lc-ctype=${ctype}`, ...(fast ? ['--no-sync'] : []), '-D', folder]
    const outcome = await run(path.join(programs, 'bin/initdb'), words, user)
    if (outcome.ok) return
    output = outcome.output
    if (!/invalid locale name/i.test(output)) break
  }
  await rm(folder, { recursive: true, force: true })
  throw new Problem('database.unavailable', `不能建立数据库（${folder}）：${output.trim().slice(-600)}`, {
    path: folder,
  })
}

/** Makes the data folder where there is none; never a half-made one. */
export const ensureCluster = async (
  home: Home,
  programs: string,
  user: ServiceUser,
  options: { major: string; fast: boolean },
): Promise<'made' | 'there'> => {
  const draft = `${home.data}.tmp`
  await rm(draft, { recursive: true, force: true })
  if (!existsSync(home.data)) {
    await initdbInto(draft, programs, user, options.fast)
    await rename(draft, home.data)
    return 'made'
  }
  const versionFile = path.join(home.data, 'PG_VERSION')
  const found = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : '?'
  if (found === options.major) return 'there'
  throw new Problem(
    'database.unavailable',
    `数据目录 ${home.data} 是 PostgreSQL ${found} 的，本程序带的是 ${options.major}。请用原来的版本备份，再用本版本恢复到空目录；或用 YUNDIAO_DATA 另指一个目录。`,
    { path: home.data, found, needed: options.major },
  )
}
