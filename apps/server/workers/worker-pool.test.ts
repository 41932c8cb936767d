import type { TimeSeries } from '@yundiao/analysis'
import { Problem } from '@yundiao/kernel'
import { afterEach, expect, it } from 'vitest'
import type { EstimateAsk } from './estimate.ts'
import { type Estimator, openEstimator } from './estimator.ts'

const opened: Estimator[] = []
const open = (limitMs?: number): Estimator => {
  const one = openEstimator(limitMs)
  opened.push(one)
  return one
}
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()))
})

const months = (n: number, seed = 0): TimeSeries => ({
  frequency: 12,
  start: [2012, 1],
  values: Array.from({ length: n }, (_, i) => 100 + i + 12 * Math.sin((i * Math.PI) / 6) + (((i + seed) * 7919) % 13)),
})
const ask = (n: number, seed = 0): EstimateAsk => ({
  series: months(n, seed),
  horizon: 12,
  isCumulative: false,
  adjust: null,
  target: null,
})
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : error),
  )

it('works out in a thread what the engine says, refusals too', async () => {
  const { estimate } = open()
  const [made, refused] = await Promise.all([estimate(ask(60)), estimate(ask(20))])
  expect(made).toMatchObject({ forecast: { kind: 'forecast' }, adjustment: null, target: null })
  expect(refused).toMatchObject({ forecast: { kind: 'refused', reason: 'too-short' } })
})

it('the same numbers are worked out once', async () => {
  const { estimate } = open()
  const first = await estimate(ask(60))
  expect(await estimate(ask(60))).toBe(first)
  expect(await estimate(ask(60, 1))).not.toBe(first)
})

it('stops when the asker leaves, those waiting too, and goes on with the next', async () => {
  const { estimate } = open()
  const gone = new AbortController()
  const all = [1, 2, 3, 4].map((seed) => codeOf(estimate(ask(400, seed), gone.signal)))
  const stays = estimate(ask(60))
  gone.abort()
  expect(await Promise.all(all)).toEqual(Array(4).fill('analysis.cancelled'))
  expect(await stays).toMatchObject({ forecast: { kind: 'forecast' } })
})

it('stops what takes too long, and refuses once closed', async () => {
  const pool = open(1)
  expect(await codeOf(pool.estimate(ask(400)))).toBe('analysis.too-long')
  const waiting = codeOf(open().estimate(ask(400)))
  await opened.at(-1)?.close()
  expect(await waiting).toBe('analysis.busy')
  await pool.close()
  expect(await codeOf(pool.estimate(ask(60)))).toBe('analysis.busy')
})
