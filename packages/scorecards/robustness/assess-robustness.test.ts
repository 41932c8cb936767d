import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Inputs, Scheme } from '../scheme/scheme.ts'
import { fixture } from '../testing/fixture.ts'
import { assessRobustness, robustnessOf } from './assess-robustness.ts'
import type { Robustness, RobustnessSpec } from './robustness.ts'

type Columns = Record<string, (number | null)[]>
type Meta = { [K in 'iCode' | 'Parent']: (string | null)[] } & { [K in 'Level' | 'Direction' | 'Weight']: number[] }

const asem = (): { scheme: Scheme; inputs: Inputs } => {
  const { iMeta } = fixture<{ iMeta: Meta }>('asem-input')
  const { Imputed } = fixture<{ Imputed: { units: string[]; columns: Columns } }>('asem-example-build')
  const indicators = iMeta.iCode.flatMap((code, i) => {
    if (code === null || iMeta.Level[i] === null) return []
    const parent = iMeta.Parent[i]
    return [
      {
        code,
        direction: iMeta.Direction[i] === -1 ? (-1 as const) : (1 as const),
        weight: iMeta.Weight[i] ?? 0,
        ...(parent ? { parent } : {}),
      },
    ]
  })
  const scheme: Scheme = {
    indicators,
    missing: 'fail',
    treat: { method: 'auto' },
    normalise: { method: 'minmax', range: [1, 100] },
    aggregate: { method: 'arithmetic' },
  }
  return { scheme, inputs: { units: Imputed.units, values: Imputed.columns } }
}

const sure = (done: ReturnType<typeof robustnessOf>): Robustness => {
  if (done.kind === 'refused') throw new Error(done.message)
  return done
}

/** The published example of COINr: five limits of winsorisation, two normalisations, noise of 25 %, two means. */
const EXAMPLE = {
  weights: { kind: 'relative', by: 0.25, levels: [2, 3] },
  treat: [1, 2, 3, 4, 5].map((most) => ({ method: 'auto', most }) as const),
  normalise: [
    { method: 'minmax', range: [1, 100] },
    { method: 'zscore', mean: 10, deviation: 2 },
  ],
  aggregate: [{ method: 'arithmetic' }, { method: 'geometric' }],
} as const

describe('ASEM against COINr', () => {
  type Oracle = {
    nominal: { uCode: string[]; Score: number[]; Rank: number[] }
    rankStats: { [K in 'Nominal' | 'Mean' | 'Median' | 'Q5' | 'Q95']: number[] } & { uCode: string[] }
  }
  const { nominal, rankStats } = fixture<Oracle>('asem-uncertainty')
  const { scheme, inputs } = asem()

  it.each([1, 20220426])('median within 2, quantiles within 4, seed %d', (seed) => {
    const got = sure(robustnessOf(scheme, inputs, { uncertainty: EXAMPLE, draws: 500, seed }))
    const off = (mine: readonly (number | null)[], theirs: readonly number[]): number =>
      Math.max(...rankStats.uCode.map((code, i) => Math.abs((mine[got.units.indexOf(code)] ?? 999) - (theirs[i] ?? 0))))
    expect(off(got.nominal.ranks, rankStats.Nominal)).toBe(0)
    expect(off(got.rank.median, rankStats.Median)).toBeLessThanOrEqual(2)
    expect(off(got.rank.q5, rankStats.Q5)).toBeLessThanOrEqual(4)
    expect(off(got.rank.q95, rankStats.Q95)).toBeLessThanOrEqual(4)
    expect(off(got.rank.mean, rankStats.Mean)).toBeLessThan(1.2)
  })

  it('nominal scores to 1e-9', () => {
    const got = sure(robustnessOf(scheme, inputs, { uncertainty: EXAMPLE, draws: 1, seed: 1 }))
    nominal.uCode.forEach((code, i) => {
      expect(got.nominal.scores[got.units.indexOf(code)]).toBeCloseTo(nominal.Score[i] ?? 0, 9)
    })
  })

  it('an alternative that is none explains nothing, as COINr tests it', () => {
    const uncertainty = { treat: EXAMPLE.treat, normalise: [EXAMPLE.normalise[0], EXAMPLE.normalise[0]] }
    const got = sure(robustnessOf(scheme, inputs, { uncertainty, draws: 1, seed: 5, sensitivity: 20 }))
    expect(got.sensitivity?.factors).toEqual(['treat', 'normalise'])
    expect(got.sensitivity?.total[1]).toBe(0)
    expect(got.sensitivity?.total[0]).toBeGreaterThan(0.5)
  })
})

const units = ['甲', '乙', '丙', '丁', '戊', '己']
const inputs: Inputs = {
  units,
  values: {
    tax: [30, 22, 21.8, 14, 9, 3],
    energy: [1.2, 1.9, 2.1, 2.6, 2.5, 4.1],
    research: [0.04, 0.01, 0.02, 0.03, 0.005, 0.001],
  },
}
const scheme: Scheme = {
  indicators: [
    { code: 'tax', direction: 1, weight: 50 },
    { code: 'energy', direction: -1, weight: 30 },
    { code: 'research', direction: 1, weight: 20 },
  ],
  missing: 'fail',
  normalise: { method: 'minmax' },
  aggregate: { method: 'arithmetic' },
  grades: { grades: [{ grade: 'A', atMost: 0.34 }, { grade: 'B' }, { grade: 'C', atLeast: 0.2 }] },
}
const spec = (more: Partial<RobustnessSpec> = {}): RobustnessSpec => ({
  uncertainty: { weights: { kind: 'relative', by: 0.5 }, data: { '*': { relative: 0.05 } } },
  draws: 400,
  seed: 7,
  ...more,
})

describe('a small scheme', () => {
  it('has the same bytes for the same seed, others for another', () => {
    const bytes = (seed: number): string =>
      JSON.stringify(robustnessOf(scheme, inputs, spec({ seed, sensitivity: 8, leaveOut: true })))
    expect(bytes(7)).toBe(bytes(7))
    expect(bytes(7)).not.toBe(bytes(8))
  })

  it('has the bytes it had when a notice was drawn up', () => {
    const uncertainty = {
      weights: { kind: 'dirichlet', concentration: 4 },
      normalise: [{ method: 'minmax' }, { method: 'rank' }],
      data: { '*': { relative: 0.02 } },
    } as const
    const got = sure(robustnessOf(scheme, inputs, spec({ uncertainty, draws: 100, seed: 20220426, sensitivity: 16 })))
    expect(got.rank.mean).toEqual([1, 2.68, 2.53, 3.86, 4.93, 6])
    expect(got.gradeProbability?.A).toEqual([1, 0.47, 0.47, 0.06, 0, 0])
    expect(got.sensitivity?.factors).toEqual(['weights', 'normalise', 'data'])
    expect(got.sensitivity?.first.map((one) => one.toFixed(6))).toEqual(['0.021117', '0.073910', '0.168937'])
    expect(got.sensitivity?.total.map((one) => one.toFixed(6))).toEqual(['0.844687', '0.168937', '0.675749'])
  })

  it('is sure of everything when nothing moves', () => {
    const uncertainty = { weights: { kind: 'relative', by: 0 } as const }
    const got = sure(robustnessOf(scheme, inputs, spec({ uncertainty, sensitivity: 4 })))
    expect(got.rank.q5).toEqual(got.nominal.ranks)
    expect(got.rank.q95).toEqual(got.nominal.ranks)
    expect(got.nearBorder).toEqual([])
    expect(got.aheadOfNext).toEqual([1, 1, 1, 1, 1, null])
    expect(got.sensitivity).toMatchObject({ first: [0], total: [0], meanShift: 0 })
  })

  it('says how sure each grade is, and flags those near a border, the least sure first', () => {
    const got = sure(robustnessOf(scheme, inputs, spec()))
    const { A = [], B = [], C = [] } = got.gradeProbability ?? {}
    units.forEach((_, i) => {
      expect((A[i] ?? 0) + (B[i] ?? 0) + (C[i] ?? 0)).toBeCloseTo(1, 12)
    })
    expect(A[0]).toBe(1)
    const flagged = got.nearBorder ?? []
    expect(flagged.map(({ unit }) => unit)).toEqual(['乙', '丙'])
    expect(flagged.map(({ grade, other }) => [grade, other])).toEqual([
      ['B', 'A'],
      ['A', 'B'],
    ])
    expect(got.nominal.ranks.slice(1, 3)).toEqual([3, 2])
    expect(flagged.map(({ probability }) => probability)).toEqual(
      flagged.map(({ probability }) => probability).toSorted((a, b) => a - b),
    )
    expect(got.aheadOfNext[5]).toBeNull()
    expect(got.aheadOfNext[0]).toBe(1)
  })

  it('runs without each indicator', () => {
    const got = sure(robustnessOf(scheme, inputs, spec({ draws: 1, leaveOut: true })))
    expect(got.leaveOut?.map(({ code }) => code)).toEqual(['tax', 'energy', 'research'])
    const { tax: _, ...values } = inputs.values
    const reduced = { ...scheme, indicators: scheme.indicators.slice(1) }
    const without = sure(robustnessOf(reduced, { units, values }, spec({ draws: 1, uncertainty: {} })))
    expect(got.leaveOut?.[0]?.ranks).toEqual(without.nominal.ranks)
    const shifts = units.map((_, i) => Math.abs((without.nominal.ranks[i] ?? 0) - (got.nominal.ranks[i] ?? 0)))
    expect(got.leaveOut?.[0]?.meanShift).toBeCloseTo(shifts.reduce((sum, one) => sum + one, 0) / units.length, 12)
  })

  it('tells progress after every draw, and stops when nobody asks for more', () => {
    const work = assessRobustness(scheme, inputs, spec({ draws: 3, sensitivity: 2, leaveOut: true }))
    const steps: unknown[] = []
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) break
      steps.push([step.value.done, step.value.total])
    }
    expect(steps).toEqual([1, 2, 3, 7, 11, 12, 13, 14].map((done) => [done, 14]))
    const stopped = assessRobustness(scheme, inputs, spec())
    stopped.next()
    expect(stopped.return({ kind: 'refused', reason: 'uncertainty', message: '', places: [] }).done).toBe(true)
    expect(stopped.next().done).toBe(true)
  })

  it('adds points besides in every draw', () => {
    const bonuses = [{ unit: '己', points: 1000, reason: '甲' }]
    const got = sure(robustnessOf(scheme, { ...inputs, bonuses }, spec()))
    expect([got.nominal.ranks[5], got.rank.q5[5], got.rank.q95[5]]).toEqual([1, 1, 1])
  })

  it('refuses an error that could bend a column away from its fixed ends', () => {
    const ends = { ...scheme, treat: { method: 'auto' as const }, normalise: { method: 'goalposts' as const } }
    const withEnds = (treat: Scheme['treat']): Scheme => ({
      ...ends,
      ...(treat ? { treat } : {}),
      indicators: scheme.indicators.map((one) => ({ ...one, goalposts: [0, 50] as const })),
    })
    const refused = robustnessOf(withEnds({ method: 'auto' }), inputs, spec())
    expect(refused).toMatchObject({ kind: 'refused', places: ['tax', 'energy', 'research'] })
    expect(robustnessOf(withEnds({ method: 'winsorise' }), inputs, spec()).kind).toBe('assessed')
  })

  it.each<[string, Partial<RobustnessSpec>, string]>([
    ['no draws', { draws: 0 }, '抽样次数'],
    ['a broken seed', { seed: 1.5 }, '随机种子'],
    ['too wide a move', { uncertainty: { weights: { kind: 'relative', by: 2 } } }, '权重变动幅度'],
    ['too loose a concentration', { uncertainty: { weights: { kind: 'dirichlet', concentration: 0 } } }, '权重集中度'],
    ['an unknown indicator', { uncertainty: { data: { 税收: { relative: 0.1 } } } }, '税收'],
    ['an error below 0', { uncertainty: { data: { tax: { relative: -0.1 } } } }, 'tax'],
    ['an empty list', { uncertainty: { normalise: [] } }, 'normalise'],
    [
      'a combination that cannot be',
      { uncertainty: { normalise: [{ method: 'zscore' }], aggregate: [{ method: 'geometric' }] } },
      'normalise zscore、aggregate geometric：',
    ],
  ])('refuses %s', (_, more, words) => {
    const got = robustnessOf(scheme, inputs, spec(more))
    expect(got.kind === 'refused' && got.message).toContain(words)
  })
})

it('who is better in everything is never placed behind, whatever weights and methods are drawn', () => {
  const value = fc.integer({ min: 1, max: 9 })
  const rows = fc.array(fc.tuple(value, value, value), { minLength: 3, maxLength: 12 })
  fc.assert(
    fc.property(rows, fc.nat(1000), (all, seed) => {
      const columns = [0, 1, 2].map((k) => all.map((row) => row[k] ?? 0))
      const [tax = [], energy = [], research = []] = columns
      fc.pre(columns.every((column) => new Set(column).size > 1))
      const who = all.map((_, i) => `企业${i}`)
      const got = robustnessOf(
        { ...scheme, indicators: scheme.indicators.map((one) => ({ ...one, direction: 1 })) },
        { units: who, values: { tax, energy, research } },
        {
          uncertainty: {
            weights: { kind: 'dirichlet', concentration: 5 },
            normalise: [{ method: 'minmax', range: [1, 100] }, { method: 'percentile' }, { method: 'rank' }],
            aggregate: [{ method: 'arithmetic' }, { method: 'geometric' }, { method: 'harmonic' }],
          },
          draws: 45,
          seed,
        },
      )
      const { rank } = sure(got)
      all.forEach((one, i) => {
        all.forEach((other, j) => {
          const isAhead = one.every((x, k) => x >= (other[k] ?? 0)) && one.some((x, k) => x > (other[k] ?? 0))
          if (!isAhead) return
          for (const spread of [rank.q5, rank.median, rank.q95, rank.mean])
            expect(spread[i] ?? 0).toBeLessThanOrEqual(spread[j] ?? 0)
        })
      })
    }),
    { numRuns: 40 },
  )
})
