import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { draftsFolder } from './place.ts'

const isOlder = async (file: string, before: Date): Promise<boolean> => {
  const found = await stat(file).catch(() => null)
  return found !== null && found.mtimeMs < before.getTime()
}

/** Removes drafts that a process left when it was killed, last written before `before`. Answers how many. */
export const clearDrafts = async (home: string, before: Date): Promise<number> => {
  const names = await readdir(draftsFolder(home)).catch(() => [])
  let removed = 0
  for (const name of names) {
    const file = path.join(draftsFolder(home), name)
    if (!(await isOlder(file, before))) continue
    await rm(file, { force: true })
    removed += 1
  }
  return removed
}
