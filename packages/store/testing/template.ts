import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'

/** What a home holds before a test begins. `name` stands for the content: two templates of one name are one. */
export type Template = { name: string; fill: (home: string) => Promise<void> }

const take = (lock: string): boolean => {
  try {
    mkdirSync(lock)
    return true
  } catch {
    return false
  }
}

/** The first to ask fills it, the others wait. Whoever fails leaves the place to the next. */
const filled = async (folder: string, { name, fill }: Template): Promise<string> => {
  const made = join(folder, name)
  const draft = `${made}.tmp`
  const lock = `${made}.lock`
  while (!existsSync(made)) {
    if (!take(lock)) {
      await setTimeout(50)
      continue
    }
    try {
      if (!existsSync(made)) {
        rmSync(draft, { recursive: true, force: true })
        await fill(draft)
        renameSync(draft, made)
      }
    } finally {
      rmdirSync(lock)
    }
  }
  return made
}

/**
 * Puts the template's content into `home`, a folder that is there and empty. Within a test run the content is made
 * once and copied, since making a cluster and loading a city take seconds; elsewhere it is made on the spot.
 */
export const fillHome = async (home: string, template: Template): Promise<void> => {
  const folder = process.env.YUNDIAO_TEST_TEMPLATES
  if (folder === undefined) return template.fill(home)
  // As cp does it: owners are kept, which the database insists on.
  execFileSync('cp', ['-a', `${await filled(folder, template)}/.`, home])
}
