import { isProblem, Problem } from '@yundiao/kernel'
import type { Plan, Refusal, Robustness } from '@yundiao/scorecards'
import type { AssuranceAsk } from './assurance.ts'
import type { PlanAsk } from './plan-worker.ts'
import { workerPool } from './worker-pool.ts'

/** How far the work on one run has come. */
export type Assessing =
  | { kind: 'idle' }
  | { kind: 'running'; done: number; total: number }
  | { kind: 'failed'; message: string }

/** Draws runs again and again apart from the server's own thread: one thread, one job a run. */
export type Assessor = {
  /** Begins, unless it is under way; `keep` is called once with the outcome, and its fault is told as the job's. */
  start: (run: string, ask: AssuranceAsk, keep: (made: Robustness) => Promise<void>) => Assessing
  stateOf: (run: string) => Assessing
  cancel: (run: string) => void
  /** The cheapest way of one unit to a goal: seconds of work among thousands of units. */
  plan: (ask: PlanAsk, signal?: AbortSignal) => Promise<Plan>
  /** Resolves once nothing is under way for a run. */
  settled: (run: string) => Promise<void>
  close: () => Promise<void>
}

const LIMIT_MS = 180_000
const WAITING = 10

type Job = { state: Assessing; stop: AbortController; ended: Promise<void> }

const TOO_LONG = '试算时间过长，已停止；请减少试算次数再试'

const messageOf = (error: unknown): string => {
  if (!isProblem(error)) return '试算出错，请再试一次；仍不行请告诉管理员'
  return error.code === 'analysis.too-long' ? TOO_LONG : error.message
}

const keepOutcome = async (made: Robustness | Refusal, keep: (made: Robustness) => Promise<void>): Promise<void> => {
  if (made.kind === 'refused') throw new Problem('evaluation.refused', made.message, { places: [...made.places] })
  await keep(made)
}

export const openAssessor = (limitMs: number = LIMIT_MS): Assessor => {
  const script = new URL('./assurance-worker.ts', import.meta.url)
  const pool = workerPool<AssuranceAsk, Robustness | Refusal>({ script, size: 1, limitMs, queue: WAITING })
  const planners = workerPool<PlanAsk, Plan>({
    script: new URL('./plan-worker.ts', import.meta.url),
    size: 1,
    limitMs,
    queue: WAITING,
  })
  const jobs = new Map<string, Job>()
  const stateOf = (run: string): Assessing => jobs.get(run)?.state ?? { kind: 'idle' }
  const work = async (run: string, job: Job, given: Parameters<Assessor['start']>): Promise<void> => {
    const [, ask, keep] = given
    try {
      const made = await pool.run(ask, job.stop.signal, (done, total) => {
        job.state = { kind: 'running', done, total }
      })
      await keepOutcome(made, keep)
      jobs.delete(run)
    } catch (error) {
      if (job.stop.signal.aborted) jobs.delete(run)
      else job.state = { kind: 'failed', message: messageOf(error) }
    }
  }
  return {
    start: (run, ask, keep) => {
      if (stateOf(run).kind !== 'running') {
        const state: Assessing = { kind: 'running', done: 0, total: ask.spec.draws }
        const job: Job = { state, stop: new AbortController(), ended: Promise.resolve() }
        jobs.set(run, job)
        job.ended = work(run, job, [run, ask, keep])
      }
      return stateOf(run)
    },
    stateOf,
    plan: planners.run,
    cancel: (run) => jobs.get(run)?.stop.abort(),
    settled: async (run) => {
      await jobs.get(run)?.ended
    },
    close: async () => {
      await Promise.all([pool.close(), planners.close()])
      await Promise.all([...jobs.values()].map(({ ended }) => ended))
    },
  }
}
