import { parentPort } from 'node:worker_threads'
import { type Ask, cheapestChanges, type Inputs, type Scheme } from '@yundiao/scorecards'
import type { Told } from './worker-pool.ts'

/** The unit that asks, and what it is judged by. */
export type PlanAsk = { scheme: Scheme; inputs: Inputs; ask: Ask }

const tell = (told: Told<unknown>): void => parentPort?.postMessage(told)

// One job at a time: the pool sends the next when this one has answered.
parentPort?.on('message', ({ scheme, inputs, ask }: PlanAsk) => {
  try {
    tell({ kind: 'done', value: cheapestChanges(scheme, inputs, ask) })
  } catch (error) {
    tell({ kind: 'failed', fault: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
