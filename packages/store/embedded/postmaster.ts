import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Writable } from 'node:stream'
import { PLAIN_ENV } from './cluster.ts'
import type { Home } from './home.ts'
import type { ServiceUser } from './service-user.ts'

/**
 * Runs PostgreSQL under a watcher that reads descriptor 3. When this process ends, however it ends, the pipe closes
 * and PostgreSQL is told to stop (SIGINT: fast; SIGTERM would wait for clients). The shell waits for PostgreSQL, so
 * that its end is seen here at once, and takes the watcher along, lest it signal a later process of that number.
 */
const WATCHED = `"$@" 3<&- & p=$!
{ cat <&3 >/dev/null; kill -INT $p; } & w=$!
exec 3<&-
wait $p; s=$?
kill $w 2>/dev/null
exit $s`

const LONGEST_LOG = 5_000_000

/** `ended` resolves when PostgreSQL has ended; closing `leash` tells it to. */
export type Postmaster = { child: ChildProcess; leash: Writable; ended: Promise<void>; hasEnded: () => boolean }

const openLog = (file: string): number => {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > LONGEST_LOG) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}

export const spawnPostmaster = (home: Home, programs: string, config: string, user: ServiceUser): Postmaster => {
  const log = openLog(home.log)
  const postgres = [path.join(programs, 'bin/postgres'), '-D', home.data, '-c', `config_file=${config}`]
  // `detached`: Ctrl-C in the terminal must reach us and not PostgreSQL.
  const child = spawn('/bin/sh', ['-c', WATCHED, 'sh', ...postgres], {
    ...user.as,
    cwd: '/',
    env: PLAIN_ENV,
    detached: true,
    stdio: ['ignore', log, log, 'pipe'],
  })
  closeSync(log)
  const leash = child.stdio[3] as Writable
  leash.on('error', () => undefined)
  let over = false
  const ended = new Promise<void>((resolve) => {
    const finish = (): void => {
      over = true
      leash.destroy()
      resolve()
    }
    child.once('exit', finish)
    child.once('error', finish)
  })
  return { child, leash, ended, hasEnded: () => over }
}

/** Last lines of the log, for the message of a failed start. */
export const logTail = (home: Home, from: number): string => {
  try {
    return readFileSync(home.log).subarray(from).toString().trim().split('\n').slice(-8).join('\n')
  } catch {
    return ''
  }
}

export const logSize = (home: Home): number => statSync(home.log, { throwIfNoEntry: false })?.size ?? 0
