import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillHome } from '../packages/store/testing/template.ts'

const ROOT = join(import.meta.dirname, '..')
const STARTED = /运调已启动：(http:\/\/\S+)/

type Product = { url: string; home: string; pid: number; stop: () => Promise<void>; kill: () => Promise<void> }

/** The product as people start it: the command of `npm start`, on a data folder of its own and a free port. */
export const startProduct = async (home?: string): Promise<Product> => startOn(home ?? (await newHome()))

/** A home the product was once started on and left: the first start of a run makes it, the others take copies. */
const newHome = async (): Promise<string> => {
  const home = mkdtempSync(join(tmpdir(), 'yd-e2e-'))
  await fillHome(home, { name: 'product', fill: async (folder) => (await startOn(folder)).leave() })
  return home
}

const startOn = async (home: string): Promise<Product & { leave: () => Promise<void> }> => {
  const words = ['apps/cli/yundiao.mjs', 'serve', '--demo', '--port', '0', '--data', home]
  const child = spawn(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  const url = await addressOf(child)
  const end = async (signal: 'SIGINT' | 'SIGKILL'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }
  return {
    url,
    home,
    pid: child.pid ?? 0,
    leave: () => end('SIGINT'),
    stop: async () => {
      await end('SIGINT')
      rmSync(home, { recursive: true, force: true })
    },
    /** As a cut of power to the process: nothing is told, nothing is tidied. */
    kill: () => end('SIGKILL'),
  }
}

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer): void => {
      said += chunk.toString('utf8')
      const match = STARTED.exec(said)
      if (match?.[1]) resolve(match[1])
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${said}`)))
  })
