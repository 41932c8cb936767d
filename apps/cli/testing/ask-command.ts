import { spawn } from 'node:child_process'
import { join } from 'node:path'

const CLI = join(import.meta.dirname, '..', 'yundiao.mjs')

/** What a command gave back: how it ended, what it told people, the document it printed. */
export type Ran = { code: number | null; err: string; document: { [key: string]: unknown } }

/** Runs a command in a process of its own with a document on standard input and `--json`. */
export const askCommand = (words: readonly string[], input: unknown): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, ...words, '-', '--json'])
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.stdin.end(JSON.stringify(input))
    child.once('close', (code) => resolve({ code, err, document: JSON.parse(out) }))
  })
