import { describe, expect, it } from 'vitest'
import type { Result } from '../run/result.ts'
import { runScorecard } from '../run/run-scorecard.ts'
import type { AggregationMethod } from '../scheme/aggregation.ts'
import type { Normalisation } from '../scheme/normalisation.ts'
import type { Inputs, Missing, Scheme } from '../scheme/scheme.ts'
import { planDraws } from './plan-draws.ts'
import { type DrawPlan, drawRoom, scoreDraw } from './score-draw.ts'
import type { Uncertainty } from './uncertainty.ts'

const noise = (i: number): number => ((i * 7919 + 104_729) % 1013) / 1013
const units = Array.from({ length: 40 }, (_, i) => `企业${i}`)
const codes = ['a', 'b', 'c', 'd', 'e']
const column = (k: number): (number | null)[] => units.map((_, i) => 5 + 90 * noise(i * 5 + k * 31) ** 2)
const whole = Object.fromEntries(codes.map((code, k) => [code, column(k)]))
const gappy = Object.fromEntries(
  codes.map((code, k) => [code, column(k).map((value, i) => ((i + k) % 9 === 0 && i > 8 ? null : value))]),
)
const groups = { industry: units.map((_, i) => (i % 3 === 0 ? '化工' : '装备')) }

const base: Scheme = {
  indicators: [
    { code: 'a', parent: 'x', direction: 1, weight: 3, benchmark: { of: 'mean', by: 'industry' }, goalposts: [0, 100] },
    { code: 'b', parent: 'x', direction: -1, weight: 2, benchmark: { of: 'mean' }, goalposts: [0, 100] },
    { code: 'c', parent: 'y', direction: 1, weight: 0, benchmark: 20, goalposts: [0, 80] },
    { code: 'd', parent: 'y', direction: 1, weight: 4, benchmark: { of: 'top-mean', top: 0.5 }, goalposts: [5, 80] },
    { code: 'e', direction: 1, weight: 1, benchmark: 30, goalposts: [0, 100] },
    { code: 'x', direction: 1, weight: 6 },
    { code: 'y', direction: 1, weight: 3 },
  ],
  missing: 'reweight',
  normalise: { method: 'minmax', range: [0, 1] },
  aggregate: { method: 'arithmetic' },
}

const planOf = (scheme: Scheme, inputs: Inputs, uncertainty: Uncertainty, seed = 3): DrawPlan => {
  const planned = planDraws(scheme, inputs, { uncertainty, seed })
  if (planned.kind === 'refused') throw new Error(planned.message)
  return planned.plan
}

const ran = (scheme: Scheme, inputs: Inputs): Result => {
  const done = runScorecard(scheme, inputs)
  if (done.kind === 'refused') throw new Error(done.message)
  return done
}

const expectSame = (scores: Float64Array | undefined, result: Result): void => {
  const want = result.scores[result.root] ?? []
  want.forEach((score, i) => {
    if (score === null) expect(scores?.[i]).toBeNaN()
    else expect(scores?.[i]).toBeCloseTo(score, 11)
  })
}

/** Limits these columns are beyond, so that some are drawn in. */
const SOFT = { method: 'winsorise', skew: 0.5, kurtosis: -0.6, most: 3 } as const

const METHODS: AggregationMethod[] = [
  'arithmetic',
  'geometric',
  'harmonic',
  'copeland',
  'topsis',
  'grey-relational',
  'rank-sum-ratio',
  'coupling',
]

describe('a draw scores as a single run does', () => {
  it.each(METHODS.flatMap((method) => [0, 0.6].map((minPresent) => [method, minPresent] as const)))(
    '%s, present %d, weights as drawn',
    (method, minPresent) => {
      const scheme: Scheme = { ...base, aggregate: { method: 'arithmetic', perLevel: [method], minPresent } }
      const inputs: Inputs = { units, values: gappy, groups }
      const plan = planOf(scheme, inputs, { weights: { kind: 'relative', by: 0.5 } })
      const room = drawRoom(plan)
      for (const row of [0, 1, 0]) {
        room.rows.fill(row)
        scoreDraw(plan, room)
        const drawn = new Map(
          plan.tree.nodes.flatMap(({ parts }, i) =>
            parts.map((part, k) => [plan.tree.codes[part] ?? '', room.weights[i]?.[k] ?? 0] as const),
          ),
        )
        const moved = scheme.indicators.map((one) => ({ ...one, weight: drawn.get(one.code) ?? 0 }))
        expect(moved.some(({ code, weight }) => code !== 'c' && weight === 0)).toBe(false)
        expectSame(room.nodes.at(-1), ran({ ...scheme, indicators: moved }, inputs))
      }
    },
  )

  it.each<Normalisation>([
    { method: 'minmax' },
    { method: 'zscore', mean: 10, deviation: 2 },
    { method: 'rank' },
    { method: 'goalposts', range: [0, 100] },
    { method: 'distance-to-frontier' },
    { method: 'benchmark', floor: 0, cap: 1.5 },
    { method: 'benchmark' },
    { method: '20+80' },
    { method: 'none' },
    { method: 'vector' },
  ])('$method, values redrawn without error', (normalise) => {
    const isFixed = ['goalposts', 'distance-to-frontier', 'benchmark'].includes(normalise.method)
    for (const missing of ['reweight', 'zero', 'mean', 'mean-score'] satisfies Missing[]) {
      const scheme: Scheme = { ...base, normalise, missing, treat: isFixed ? SOFT : { ...SOFT, method: 'auto' } }
      const inputs: Inputs = { units, values: gappy, groups }
      // An error too small to change any value, but not 0: the whole path is walked.
      const plan = planOf(scheme, inputs, { data: { '*': { absolute: 1e-300 } } })
      const room = drawRoom(plan)
      scoreDraw(plan, room)
      expectSame(room.nodes.at(-1), ran(scheme, inputs))
    }
  })

  it('takes every combination of choices with the scheme it stands for', () => {
    const uncertainty: Uncertainty = {
      weighting: [{ method: 'equal' }, { method: 'entropy' }],
      missing: ['mean', 'reweight'],
      normalise: [{ method: 'minmax', range: [1, 100] }, { method: 'rank' }],
      aggregate: [{ method: 'geometric' }, { method: 'arithmetic' }, { method: 'harmonic' }],
    }
    const inputs: Inputs = { units, values: gappy, groups }
    const plan = planOf(base, inputs, uncertainty)
    const room = drawRoom(plan)
    const all = (uncertainty.weighting ?? []).flatMap((weights) =>
      (uncertainty.missing ?? []).flatMap((missing) =>
        (uncertainty.normalise ?? []).flatMap((normalise) =>
          (uncertainty.aggregate ?? []).map((aggregate) => {
            const { scores, root } = ran({ ...base, weights, missing, normalise, aggregate }, inputs)
            return (scores[root] ?? []).map((score) => score?.toFixed(9) ?? 'null').join()
          }),
        ),
      ),
    )
    const seen = new Set<string>()
    for (let row = 0; row < 400; row += 1) {
      room.rows.fill(row)
      scoreDraw(plan, room)
      const scores = Array.from(room.nodes.at(-1) ?? [], (one) => (Number.isNaN(one) ? 'null' : one.toFixed(9)))
      expect(all).toContain(scores.join())
      seen.add(scores.join())
    }
    expect(seen.size).toBe(new Set(all).size)
  })
})

describe('errors of data', () => {
  const scheme: Scheme = {
    ...base,
    indicators: base.indicators.filter(({ code }) => code === 'a').map(({ parent: _, benchmark: __, ...one }) => one),
    normalise: { method: 'none' },
  }
  const inputs: Inputs = { units: ['甲'], values: { a: [-200] } }
  const drawnWith = (error: { relative?: number; absolute?: number; shape?: 'uniform' | 'normal' }): number[] => {
    const plan = planOf(scheme, inputs, { data: { a: error } })
    const room = drawRoom(plan)
    return Array.from({ length: 4000 }, (_, row) => {
      room.rows.fill(row)
      scoreDraw(plan, room)
      return room.nodes.at(-1)?.[0] ?? Number.NaN
    })
  }
  const spread = (values: number[]): [number, number] => {
    const mean = values.reduce((sum, one) => sum + one, 0) / values.length
    return [mean, Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length)]
  }

  it('are a standard deviation of the size of the value, or in its unit', () => {
    const [mean, deviation] = spread(drawnWith({ relative: 0.1, absolute: 5 }))
    expect(Math.abs(mean + 200)).toBeLessThan(1.5)
    expect(Math.abs(deviation - 25)).toBeLessThan(1)
  })

  it('stay within a half-width when even', () => {
    const values = drawnWith({ relative: 0.1, shape: 'uniform' })
    expect(Math.min(...values)).toBeGreaterThan(-220)
    expect(Math.max(...values)).toBeLessThan(-180)
    expect(Math.abs(spread(values)[1] - 20 / Math.sqrt(3))).toBeLessThan(0.4)
  })

  it('leave indicators without one alone', () => {
    const plan = planOf(base, { units, values: whole, groups }, { data: { b: { relative: 0.5 } } })
    const room = drawRoom(plan)
    scoreDraw(plan, room)
    expect(room.leaves[0]).toEqual(plan.variants[0]?.leaves[0])
    expect(room.leaves[1]).not.toEqual(plan.variants[0]?.leaves[1])
  })
})
