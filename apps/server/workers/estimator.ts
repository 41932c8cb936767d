import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { Estimate, EstimateAsk } from './estimate.ts'
import { workerPool } from './worker-pool.ts'

/** Works out estimates apart from the server's own thread; the same input is worked out once. */
export type Estimator = {
  estimate: (ask: EstimateAsk, signal?: AbortSignal) => Promise<Estimate>
  close: () => Promise<void>
}

const KEPT = 200
const LIMIT_MS = 60_000
const WAITING = 20

const keyOf = (ask: EstimateAsk): string => createHash('sha256').update(JSON.stringify(ask)).digest('base64')

/** Keyed by the numbers themselves, so what one reader may not see never comes from what another asked. */
export const openEstimator = (limitMs: number = LIMIT_MS): Estimator => {
  const pool = workerPool<EstimateAsk, Estimate>({
    script: new URL('./estimate-worker.ts', import.meta.url),
    size: Math.min(2, Math.max(1, availableParallelism() - 1)),
    limitMs,
    queue: WAITING,
  })
  const kept = new Map<string, Estimate>()
  return {
    estimate: async (ask, signal) => {
      const key = keyOf(ask)
      const found = kept.get(key)
      if (found) {
        // The one used last is the last to go.
        kept.delete(key)
        kept.set(key, found)
        return found
      }
      const made = await pool.run(ask, signal)
      kept.set(key, made)
      const [oldest] = kept.keys()
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
      return made
    },
    close: pool.close,
  }
}
