import { readFileSync, readlinkSync } from 'node:fs'

/** A process told apart from a later one with the same number: its start in clock ticks since the machine's boot. */
export type ProcessMark = { pid: number; born: string | null }

const readOrNull = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

const hasProc = readOrNull('/proc/self/stat') !== null

/** State letter and start time of /proc/<pid>/stat; the name in parentheses may hold blanks. */
const statOf = (pid: number): { state: string; born: string } | null => {
  const text = readOrNull(`/proc/${pid}/stat`)
  if (text === null) return null
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return { state: fields[0] ?? '', born: fields[19] ?? '' }
}

const answersSignal = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const bootId = (): string => readOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? ''

export const markOf = (pid: number): ProcessMark => {
  const stat = statOf(pid)
  return { pid, born: stat ? `${bootId()}/${stat.born}` : null }
}

/** Whether that very process is alive: not dead, not a zombie, not a later process under the same number. */
export const isAlive = ({ pid, born }: ProcessMark): boolean => {
  if (!hasProc) return answersSignal(pid)
  const stat = statOf(pid)
  if (!stat || stat.state === 'Z') return false
  return born === null || born === `${bootId()}/${stat.born}`
}

const workingFolder = (pid: number): string | null => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return null
  }
}

/**
 * Whether the process is a postmaster on this data folder. Its command line is asked first: a root without
 * CAP_SYS_PTRACE, as in most containers, may not read another user's working folder.
 */
export const isPostmasterOn = (pid: number, data: string): boolean => {
  if (!hasProc) return answersSignal(pid)
  if (!isAlive({ pid, born: null })) return false
  const words = readOrNull(`/proc/${pid}/cmdline`)?.split('\0') ?? []
  return words.includes(data) || workingFolder(pid) === data
}
