#!/usr/bin/env node
// Plain JavaScript, so that an older Node can read it and hand the command to the one of the lockfile.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const OLDEST_TO_RUN = 24

/** At a terminal Ctrl-C reaches the child too; every other signal is handed on, and the child says how it ended. */
const handOver = (node) => {
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal))
  child.once('exit', (code) => {
    process.exitCode = code ?? 1
  })
}

const pinned = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url))
if (Number.parseInt(process.versions.node, 10) >= OLDEST_TO_RUN) await import('./main.ts')
else if (existsSync(pinned)) handOver(pinned)
else {
  console.error(
    `需要 Node ${OLDEST_TO_RUN} 以上，现为 ${process.version}。请先在仓库目录运行 npm ci，它会带来所需的 Node。`,
  )
  process.exitCode = 1
}
