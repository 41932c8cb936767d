import { parentPort } from 'node:worker_threads'
import { type AssuranceAsk, assure } from './assurance.ts'
import type { Told } from './worker-pool.ts'

const tell = (told: Told<unknown>): void => parentPort?.postMessage(told)

// One job at a time: the pool sends the next when this one has answered.
parentPort?.on('message', (ask: AssuranceAsk) => {
  try {
    tell({ kind: 'done', value: assure(ask, ({ done, total }) => tell({ kind: 'progress', done, total })) })
  } catch (error) {
    tell({ kind: 'failed', fault: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
