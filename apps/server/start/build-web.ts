import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../../..')
const WEB = join(ROOT, 'apps/web')
const DIST = join(WEB, 'dist')
const MARK = join(DIST, 'source-hash.txt')

/** What the built shell depends on: pages, components, the engines whose functions pages call, and the lockfile. */
const SOURCES = ['apps/web', 'packages', 'domains', 'package-lock.json'] as const

const IGNORED = /(^|\/)(node_modules|dist|\.cache|fixtures|testing)(\/|$)|\.test\.tsx?$/

const filesOf = async (source: string): Promise<string[]> => {
  if (source.endsWith('.json')) return [source]
  const names = await readdir(join(ROOT, source), { recursive: true, withFileTypes: true })
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .filter((path) => !IGNORED.test(path))
}

const sourceHash = async (): Promise<string> => {
  const paths = (await Promise.all(SOURCES.map(filesOf))).flat().sort()
  const hash = createHash('sha256')
  for (const path of paths) hash.update(`${path}\n`).update(await readFile(join(ROOT, path)))
  return hash.digest('hex')
}

/** A NODE_ENV of another kind (a test's) would give a development build under the same hash. */
const build = async (): Promise<void> => {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    const vite = await import('vite')
    await vite.build({ root: WEB, configFile: join(WEB, 'vite.config.ts'), logLevel: 'error' })
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

/** Builds the web shell when its sources have changed since the last build. Answers whether it did. */
export const buildWeb = async (say: (message: string) => void): Promise<boolean> => {
  const hash = await sourceHash()
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === hash) return false
  say('网页源码有变，正在构建……')
  await build()
  writeFileSync(MARK, hash)
  return true
}
