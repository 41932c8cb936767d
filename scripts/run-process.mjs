import { spawn } from 'node:child_process'
import os from 'node:os'
import process from 'node:process'
import { nodeBin, ROOT, toolEnv } from './run-setup.mjs'

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** At a terminal Ctrl-C reaches the whole group; sending it on as well would look like a second, impatient one. */
const isSentByTerminal = (signal) => signal === 'SIGINT' && process.stdin.isTTY === true

const codeOf = (code, signal) => code ?? 128 + (os.constants.signals[signal] ?? 0)

/** Starts a tool of node_modules, or the pinned Node where `tool` is null. */
export const launch = (tool, words, extra = {}) => {
  const options = { cwd: ROOT, stdio: 'inherit', env: toolEnv(extra), shell: process.platform === 'win32' }
  return tool ? spawn(tool, words, options) : spawn(nodeBin(), words, options)
}

/** Runs it to its end, hands signals on, and resolves to its exit code. */
export const run = (tool, words, extra = {}) => follow([launch(tool, words, extra)])

/** Waits for several; the end of one ends the others. Resolves to the first exit code. */
export const follow = (children) =>
  new Promise((resolve) => {
    const send = (signal) => {
      for (const child of children) child.kill(signal)
    }
    const handlers = FORWARDED.map((signal) => [signal, () => isSentByTerminal(signal) || send(signal)])
    for (const [signal, handler] of handlers) process.on(signal, handler)
    let first = null
    let left = children.length
    const ended = (code) => {
      if (first === null) {
        first = code
        send('SIGTERM')
      }
      left -= 1
      if (left > 0) return
      for (const [signal, handler] of handlers) process.off(signal, handler)
      resolve(first)
    }
    for (const child of children) {
      child.once('exit', (code, signal) => ended(codeOf(code, signal)))
      child.once('error', (error) => {
        console.error(error.message)
        ended(127)
      })
    }
  })
