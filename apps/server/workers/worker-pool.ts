import { Worker } from 'node:worker_threads'
import { Problem } from '@yundiao/kernel'

/** What a worker says of a job. */
export type Told<T> =
  | { kind: 'done'; value: T }
  | { kind: 'failed'; fault: string }
  | { kind: 'progress'; done: number; total: number }

type Progress = (done: number, total: number) => void
/** What ends a job. */
type Ended<T> = Exclude<Told<T>, { kind: 'progress' }>

type Job<Ask, T> = { ask: Ask; settle: (told: Ended<T> | Problem) => void; progress: Progress }

/** A place for one worker; its thread is started at the first job and again after one was stopped. */
type Seat<Ask, T> = { thread: Worker | null; job: Job<Ask, T> | null; timer: NodeJS.Timeout | null }

export type PoolSettings = { script: URL; size: number; limitMs: number; queue: number }

type Pool<Ask, T> = PoolSettings & { seats: Seat<Ask, T>[]; waiting: Job<Ask, T>[]; isClosed: boolean }

export type WorkerPool<Ask, T> = {
  /** Throws Problem analysis.too-long or analysis.busy, and analysis.cancelled once `signal` aborts: the work stops. */
  run: (ask: Ask, signal?: AbortSignal, progress?: Progress) => Promise<T>
  close: () => Promise<void>
}

const tooLong = (limitMs: number): Problem =>
  new Problem('analysis.too-long', `测算超过 ${limitMs / 1000} 秒仍未完成，已停止；请换一个较短的数列再试`)
const cancelled = (): Problem => new Problem('analysis.cancelled', '测算已取消，可再次打开本页重新测算')
const closing = (): Problem => new Problem('analysis.busy', '服务正在停止，请稍后再试')
const full = (): Problem => new Problem('analysis.busy', '正在测算的数列太多，请稍后再试')

/** What computes cannot be interrupted: its thread ends. */
const drop = <Ask, T>(seat: Seat<Ask, T>): Promise<number> | undefined => {
  const { thread } = seat
  seat.thread = null
  thread?.removeAllListeners()
  return thread?.terminate()
}

const end = <Ask, T>(pool: Pool<Ask, T>, seat: Seat<Ask, T>, told: Ended<T> | Problem): void => {
  const { job, timer } = seat
  if (timer) clearTimeout(timer)
  Object.assign(seat, { job: null, timer: null })
  job?.settle(told)
  serve(pool, seat)
}

const started = <Ask, T>(pool: Pool<Ask, T>, seat: Seat<Ask, T>): Worker => {
  const thread = new Worker(pool.script)
  thread.on('message', (told: Told<T>) => {
    if (told.kind === 'progress') seat.job?.progress(told.done, told.total)
    else end(pool, seat, told)
  })
  thread.on('error', (error) => {
    drop(seat)
    end(pool, seat, { kind: 'failed', fault: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  })
  // An idle thread does not keep the process alive.
  thread.unref()
  return thread
}

const serve = <Ask, T>(pool: Pool<Ask, T>, seat: Seat<Ask, T>): void => {
  const job = seat.job === null && !pool.isClosed ? pool.waiting.shift() : undefined
  if (!job) return
  seat.job = job
  seat.thread ??= started(pool, seat)
  seat.timer = setTimeout(() => {
    drop(seat)
    end(pool, seat, tooLong(pool.limitMs))
  }, pool.limitMs)
  seat.thread.postMessage(job.ask)
}

const leave = <Ask, T>(pool: Pool<Ask, T>, job: Job<Ask, T>): void => {
  const seat = pool.seats.find((one) => one.job === job)
  const place = pool.waiting.indexOf(job)
  if (seat) {
    drop(seat)
    end(pool, seat, cancelled())
  } else if (place >= 0) {
    pool.waiting.splice(place, 1)
    job.settle(cancelled())
  }
}

type Asked<Ask> = { ask: Ask; signal: AbortSignal | undefined; progress: Progress }

const run = <Ask, T>(pool: Pool<Ask, T>, { ask, signal, progress }: Asked<Ask>): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    const settle: Job<Ask, T>['settle'] = (told) => {
      signal?.removeEventListener('abort', onAbort)
      if (told instanceof Problem) reject(told)
      else if (told.kind === 'done') resolve(told.value)
      else reject(new Error(told.fault))
    }
    const job = { ask, settle, progress }
    const onAbort = (): void => leave(pool, job)
    if (pool.isClosed) return reject(closing())
    if (signal?.aborted) return reject(cancelled())
    if (pool.waiting.length >= pool.queue) return reject(full())
    signal?.addEventListener('abort', onAbort)
    pool.waiting.push(job)
    const free = pool.seats.find((seat) => seat.job === null)
    if (free) serve(pool, free)
  })

const close = async <Ask, T>(pool: Pool<Ask, T>): Promise<void> => {
  pool.isClosed = true
  for (const job of pool.waiting.splice(0)) job.settle(closing())
  await Promise.all(
    pool.seats.map((seat) => {
      const ended = drop(seat)
      end(pool, seat, closing())
      return ended
    }),
  )
}

/**
 * Threads for work that would hold up the server. A job past its time, or whose client left, ends with its thread; the
 * next one starts another.
 */
export const workerPool = <Ask, T>(settings: PoolSettings): WorkerPool<Ask, T> => {
  const seats = Array.from({ length: settings.size }, () => ({ thread: null, job: null, timer: null }))
  const pool: Pool<Ask, T> = { ...settings, seats, waiting: [], isClosed: false }
  return {
    run: (ask, signal, progress = () => undefined) => run(pool, { ask, signal, progress }),
    close: () => close(pool),
  }
}
