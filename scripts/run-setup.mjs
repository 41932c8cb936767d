import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const MODULES = path.join(ROOT, 'node_modules')
const STAMP = path.join(MODULES, '.yundiao-lock')
const OLDEST_NODE = 20
const OLDEST_TO_RUN = 24

const major = (version) => Number(version.replace(/^v/, '').split('.')[0])

/** The Node that runs the program: the one of the lockfile, else this one. */
export const nodeBin = () => {
  const pinned = path.join(MODULES, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  return existsSync(pinned) ? pinned : process.execPath
}

/** node_modules first, so that every tool runs under the pinned Node. */
export const toolEnv = (extra = {}) => ({
  ...process.env,
  PATH: [path.join(MODULES, '.bin'), process.env.PATH].join(path.delimiter),
  ...extra,
})

const lockText = () => readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')
const hashOf = (text) => createHash('sha256').update(text).digest('hex')

/** Whether what npm noted as installed is what the lockfile asks for; packages for other machines are left out. */
const isInstalled = (lock) => {
  const note = path.join(MODULES, '.package-lock.json')
  if (!existsSync(note)) return false
  const there = JSON.parse(readFileSync(note, 'utf8')).packages
  return Object.entries(JSON.parse(lock).packages).every(([place, wanted]) => {
    if (!place.includes('node_modules/')) return true
    const found = there[place]
    return found ? found.version === wanted.version && found.integrity === wanted.integrity : wanted.optional === true
  })
}

const install = () => {
  console.log('首次运行或依赖有变：正在执行 npm ci …')
  const npm = process.env.npm_execpath
  const words = ['ci', '--no-audit', '--no-fund']
  const options = { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], shell: !npm && process.platform === 'win32' }
  const { status } = npm ? spawnSync(process.execPath, [npm, ...words], options) : spawnSync('npm', words, options)
  if (status === 0) return true
  console.error('npm ci 没有成功（见上）。请检查能否连到 npm 源（npm config get registry）和磁盘空间，然后重试。')
  return false
}

/** Makes node_modules what the lockfile says. False, with a message, where that cannot be done. */
export const prepare = () => {
  if (major(process.version) < OLDEST_NODE) {
    console.error(`需要 Node ${OLDEST_NODE} 以上，现为 ${process.version}。`)
    return false
  }
  const lock = lockText()
  const stamped = existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hashOf(lock)
  if (!stamped) {
    if (!isInstalled(lock) && !install()) return false
    writeFileSync(STAMP, hashOf(lock))
  }
  if (nodeBin() !== process.execPath || major(process.version) >= OLDEST_TO_RUN) return true
  console.error(`本机（${process.platform}-${process.arch}）没有随附的 Node ${OLDEST_TO_RUN}，请自行安装后重试。`)
  return false
}
