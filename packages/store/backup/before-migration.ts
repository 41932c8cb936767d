import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { StoreParts } from '../door/store-parts.ts'
import { dayInCity } from '../read/day-in-city.ts'
import { backUp } from './back-up.ts'

const KEPT = 5

const AUTOMATIC = /^\d{4}-\d{2}-\d{2}-before-/

const freeFolder = (parent: string, name: string): string => {
  for (let n = 1; ; n += 1) {
    const folder = join(parent, n === 1 ? name : `${name}-${n}`)
    if (!existsSync(folder)) return folder
  }
}

/**
 * Backs the home up to `backups/<day>-before-<migration>` and keeps the newest five of such backups; others that lie
 * there are a person's own and stay. Answers the folder.
 */
export const backUpBeforeMigration = async (parts: StoreParts, migration: string): Promise<string> => {
  const parent = join(parts.home, 'backups')
  mkdirSync(parent, { recursive: true, mode: 0o700 })
  const folder = freeFolder(parent, `${dayInCity(parts.now())}-before-${migration}`)
  await backUp(parts, folder)
  const automatic = readdirSync(parent)
    .filter((name) => AUTOMATIC.test(name))
    .sort()
  for (const name of automatic.slice(0, -KEPT)) rmSync(join(parent, name), { recursive: true, force: true })
  return folder
}
