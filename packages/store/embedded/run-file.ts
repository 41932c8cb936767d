import { existsSync, linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { Problem } from '@yundiao/kernel'
import { z } from 'zod'
import type { Home } from './home.ts'
import { isAlive, markOf } from './processes.ts'

const runSchema = z.object({
  pid: z.number().int().positive(),
  born: z.string().nullable(),
  startedAt: z.string(),
  /** False until the database answers. */
  ready: z.boolean(),
  socketDir: z.string(),
  port: z.number().int().optional(),
  url: z.string().optional(),
})

/** `run.json`: who serves this home now. It is the lock and the address at once. */
export type Run = z.infer<typeof runSchema>

const STEAL_SECONDS = 10

/** What the file says, whether or not that process still lives; null when there is none or it is unreadable. */
const readRun = (home: Home): Run | null => {
  try {
    return runSchema.parse(JSON.parse(readFileSync(home.runFile, 'utf8')))
  } catch {
    return null
  }
}

/** The process that serves the home now; null when none does, also when run.json is stale. */
export const livingRun = (home: Home): Run | null => {
  const run = readRun(home)
  return run && isAlive(run) ? run : null
}

const draftOf = (home: Home): string => `${home.runFile}.${process.pid}`

const writeDraft = (home: Home, run: Run): void =>
  writeFileSync(draftOf(home), `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 })

const inUse = (home: Home, run: Run | null): Problem =>
  new Problem(
    'database.in-use',
    run
      ? `数据目录 ${home.root} 正由进程 ${run.pid} 使用（自 ${run.startedAt}${run.url ? `，${run.url}` : ''}）。请先停止该进程（在其窗口按 Ctrl-C，或 kill ${run.pid}），或用 YUNDIAO_DATA 另指一个目录。`
      : `数据目录 ${home.root} 正被另一个进程占用。请稍候再试，或用 YUNDIAO_DATA 另指一个目录。`,
    run ? { path: home.root, pid: run.pid } : { path: home.root },
  )

const tryLink = (from: string, to: string): boolean => {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Removes the file of a dead process. Only one process at a time does so, lest it remove its rival's fresh file. */
const clearStale = (home: Home, draft: string): void => {
  const steal = `${home.runFile}.steal`
  const age = statSync(steal, { throwIfNoEntry: false })?.mtimeMs
  if (age !== undefined && Date.now() - age > STEAL_SECONDS * 1000) rmSync(steal, { force: true })
  if (!tryLink(draft, steal)) throw inUse(home, null)
  try {
    if (!livingRun(home)) rmSync(home.runFile, { force: true })
  } finally {
    rmSync(steal, { force: true })
  }
}

/** Takes the home for this process. Throws `database.in-use` naming the process that has it. */
export const takeHome = (home: Home): Run => {
  const run: Run = {
    ...markOf(process.pid),
    startedAt: new Date().toISOString(),
    ready: false,
    socketDir: home.socketDir,
  }
  const draft = draftOf(home)
  try {
    writeDraft(home, run)
    if (tryLink(draft, home.runFile)) return run
    const rival = livingRun(home)
    if (rival) throw inUse(home, rival)
    if (existsSync(home.runFile)) clearStale(home, draft)
    if (!tryLink(draft, home.runFile)) throw inUse(home, livingRun(home))
    return run
  } finally {
    rmSync(draft, { force: true })
  }
}

export const updateRun = (home: Home, run: Run): void => {
  writeDraft(home, run)
  renameSync(draftOf(home), home.runFile)
}

/** Gives the home back, if it is still ours. */
export const leaveHome = (home: Home, mine: Run): void => {
  const run = readRun(home)
  if (run?.pid === mine.pid && run.born === mine.born) rmSync(home.runFile, { force: true })
}
