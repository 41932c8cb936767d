import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fillHome } from '../../../packages/store/testing/template.ts'

const CLI = join(import.meta.dirname, '..', 'yundiao.mjs')

/** Starts a command in a process of its own, on an embedded database that need not outlive a cut of power. */
export const startCommand = (words: readonly string[]) =>
  spawn(process.execPath, [CLI, ...words], {
    env: { ...process.env, YUNDIAO_TEST_FAST: '1', DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined },
  })

/** How a command ended, what it printed, what it told people. */
export type Printed = { code: number | null; out: string; err: string }

/** Runs a command to its end, with a text on standard input. */
export const runCommand = (words: readonly string[], input?: string): Promise<Printed> =>
  new Promise((resolve) => {
    const child = startCommand(words)
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.stdin.end(input)
    child.once('close', (code) => resolve({ code, out, err }))
  })

/** What a command gave back: how it ended, what it told people, the document it printed. */
export type Ran = { code: number | null; err: string; document: { [key: string]: unknown } }

/** Runs it with `--json`, and reads the document it printed. */
export const answerOf = async (words: readonly string[], input?: string): Promise<Ran> => {
  const { code, out, err } = await runCommand([...words, '--json'], input)
  return { code, err, document: JSON.parse(out) }
}

/** The same, a document going in on standard input. */
export const askCommand = (words: readonly string[], input: unknown): Promise<Ran> =>
  answerOf([...words, '-'], JSON.stringify(input))

const loadBy = async (home: string): Promise<void> => {
  const { code, err } = await runCommand([
    'export',
    'projects.project',
    '--format',
    'csv',
    '--out',
    `${home}.csv`,
    '--data',
    home,
  ])
  if (code !== 0) throw new Error(err)
}

/** A home as the first command leaves it: the city loaded, nobody's account. It takes seconds, so once in a run. */
export const cityHome = (home: string): Promise<void> => fillHome(home, { name: 'commands', fill: loadBy })
