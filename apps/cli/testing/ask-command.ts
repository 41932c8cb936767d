import { spawn } from 'node:child_process'
import { join } from 'node:path'

const CLI = join(import.meta.dirname, '..', 'yundiao.mjs')

/** How a command ended, what it printed, what it told people. */
export type Printed = { code: number | null; out: string; err: string }

/** Runs a command in a process of its own with a document on standard input. */
export const runCommand = (words: readonly string[], input: unknown): Promise<Printed> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, ...words])
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.stdin.end(JSON.stringify(input))
    child.once('close', (code) => resolve({ code, out, err }))
  })

/** What a command gave back: how it ended, what it told people, the document it printed. */
export type Ran = { code: number | null; err: string; document: { [key: string]: unknown } }

/** The same with `--json`, its document read. */
export const askCommand = async (words: readonly string[], input: unknown): Promise<Ran> => {
  const { code, out, err } = await runCommand([...words, '-', '--json'], input)
  return { code, err, document: JSON.parse(out) }
}
