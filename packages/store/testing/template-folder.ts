import { chmodSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

const MEMORY = '/dev/shm'
/** What a run holds at once is below 2 GB; a machine short of memory does better with its disk. */
const ROOM = 6 * 2 ** 30

/** In containers it may be too small, or a place from which no program runs. */
const isMemoryRoomy = (): boolean => {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    const mount = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .findLast((line) => line.split(' ')[1] === MEMORY)
    const isTmpfs = mount !== undefined && mount.split(' ')[2] === 'tmpfs' && !/\bnoexec\b/u.test(mount)
    return isTmpfs && Math.min(bavail * bsize, process.availableMemory()) > ROOM
  } catch {
    return false
  }
}

/**
 * vitest runs it around a whole run: one folder for all its temporary files, in memory where there is room, since copying
 * a filled home on disk takes seconds; in it the homes that test files share. Gone when the run is over.
 */
export const setup = (): (() => void) => {
  const folder = mkdtempSync(join(isMemoryRoomy() ? MEMORY : tmpdir(), 'yd-run-'))
  // PostgreSQL's user must be able to pass through.
  chmodSync(folder, 0o711)
  process.env.TMPDIR = folder
  process.env.YUNDIAO_TEST_TEMPLATES = mkdtempSync(join(folder, 'templates-'))
  chmodSync(process.env.YUNDIAO_TEST_TEMPLATES, 0o711)
  // A command is a process of its own: each would compile the same sources again.
  process.env.NODE_COMPILE_CACHE = join(folder, 'compiled')
  return () => rmSync(folder, { recursive: true, force: true })
}
