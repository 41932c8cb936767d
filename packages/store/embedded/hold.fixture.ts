import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Login } from './probe.ts'

export type Said = { ok: boolean; home?: string; postmaster?: number; code?: string; message?: string }
export type Holder = { child: ChildProcess; said: Said; end: () => Promise<number | null> }

const SCRIPT = fileURLToPath(new URL('./holder.fixture.ts', import.meta.url))

/** Starts another process on the home and waits for what it says. */
export const hold = async (home: string, options: SpawnOptions = {}): Promise<Holder> => {
  const child = spawn(process.execPath, [SCRIPT, home], { ...options, stdio: ['pipe', 'pipe', 'inherit'] })
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const said = await new Promise<Said>((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (part: Buffer) => {
      text += part
      if (text.includes('\n')) resolve(JSON.parse(text) as Said)
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`ended with ${code} and said nothing`)))
  })
  return {
    child,
    said,
    end: () => {
      child.stdin?.end()
      return exited
    },
  }
}

export const isRoot = process.getuid?.() === 0

/** A folder for homes that other users may pass through, as /var/lib is. */
export const temporaryFolder = (): { folder: string; remove: () => void } => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yd-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export const until = async (isSo: () => boolean, limitMs = 10_000): Promise<void> => {
  for (let waited = 0; !isSo(); waited += 10) {
    if (waited > limitMs) throw new Error(`not so after ${limitMs} ms: ${isSo}`)
    await sleep(10)
  }
}

export const query = async (login: Login, sql: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client(login)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
