import { expect, it } from 'vitest'
import { runScorecard } from '../run/run-scorecard.ts'
import type { Inputs, Scheme } from '../scheme/scheme.ts'
import { robustnessOf } from './assess-robustness.ts'

const units = Array.from({ length: 12 }, (_, i) => `企业${i}`)
const column = (step: number) => units.map((_, i) => ((i * step) % 13) ** 2 + 1)
const inputs: Inputs = { units, values: { a: column(3), b: column(5), c: column(7), d: column(11) } }
const scheme: Scheme = {
  indicators: [
    { code: 'a', direction: 1, weight: 4 },
    { code: 'b', direction: -1, weight: 3 },
    { code: 'c', direction: 1, weight: 2 },
    { code: 'd', direction: 1, weight: 1 },
  ],
  missing: 'fail',
  normalise: { method: 'minmax', range: [1, 100] },
  aggregate: { method: 'arithmetic' },
}
const NORMALISE = [scheme.normalise, { method: 'rank' } as const, { method: '20+80' } as const]
const AGGREGATE = [scheme.aggregate, { method: 'geometric' } as const]

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const variance = (values: readonly number[]): number => mean(values.map((value) => (value - mean(values)) ** 2))

it('choices move the ranking as all their combinations, run one by one, say they do', () => {
  const ranksOf = (change: Partial<Scheme>): number[] => {
    const done = runScorecard({ ...scheme, ...change }, inputs)
    return done.kind === 'scored' ? done.ranks.map((rank) => rank ?? Number.NaN) : []
  }
  const nominal = ranksOf({})
  const shift = NORMALISE.map((normalise) =>
    AGGREGATE.map((aggregate) =>
      mean(ranksOf({ normalise, aggregate }).map((rank, i) => Math.abs(rank - (nominal[i] ?? 0)))),
    ),
  )
  const whole = variance(shift.flat())
  const turned = AGGREGATE.map((_, j) => shift.map((row) => row[j] ?? 0))
  const first = [variance(shift.map(mean)) / whole, variance(turned.map(mean)) / whole]
  const total = [mean(turned.map(variance)) / whole, mean(shift.map(variance)) / whole]

  const uncertainty = { normalise: NORMALISE, aggregate: AGGREGATE }
  const done = robustnessOf(scheme, inputs, { uncertainty, draws: 1, seed: 20220426, sensitivity: 4096 })
  if (done.kind === 'refused' || !done.sensitivity) throw new Error('refused')
  const got = done.sensitivity
  expect(got.factors).toEqual(['normalise', 'aggregate'])
  for (const i of [0, 1]) {
    expect(Math.abs((got.first[i] ?? 0) - (first[i] ?? 0))).toBeLessThan(3 * (got.firstError[i] ?? 0))
    expect(Math.abs((got.total[i] ?? 0) - (total[i] ?? 0))).toBeLessThan(3 * (got.totalError[i] ?? 0))
    expect([got.firstError[i], got.totalError[i]].every((error) => (error ?? 1) < 0.05)).toBe(true)
  }
})
