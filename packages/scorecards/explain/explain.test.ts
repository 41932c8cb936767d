import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Result } from '../run/result.ts'
import { runScorecard } from '../run/run-scorecard.ts'
import type { AggregationMethod } from '../scheme/aggregation.ts'
import type { Inputs, Scheme } from '../scheme/scheme.ts'
import { type DifferencePart, decomposeDifference, OTHERS } from './decompose-difference.ts'
import { decomposeScore, type ScorePart } from './decompose-score.ts'

const schemeOf = (method: AggregationMethod): Scheme => ({
  indicators: [
    { code: 'p', direction: 1, weight: 2 },
    { code: 'q', direction: 1, weight: 1 },
    { code: 'a', parent: 'p', direction: 1, weight: 3, benchmark: 10 },
    { code: 'b', parent: 'p', direction: 1, weight: 1, benchmark: 20 },
    { code: 'c', parent: 'q', direction: -1, weight: 1, benchmark: 5 },
    { code: 'd', parent: 'q', direction: 1, weight: 1, benchmark: 1 },
  ],
  missing: 'reweight',
  normalise: { method: 'benchmark' },
  aggregate: { method },
})
const run = (scheme: Scheme, rows: readonly (readonly (number | null)[])[]): Result => {
  const values = Object.fromEntries(['a', 'b', 'c', 'd'].map((code, j) => [code, rows.map((row) => row[j] ?? null)]))
  const inputs: Inputs = { units: rows.map((_, i) => `${i}`), values }
  const done = runScorecard(scheme, inputs)
  if (done.kind === 'refused') throw new Error(done.message)
  return done
}

const addsUp = (part: ScorePart): void => {
  if (part.points === null || part.parts.every(({ points }) => points === null)) return
  expect(part.parts.reduce((sum, { points }) => sum + (points ?? 0), 0)).toBeCloseTo(part.points, 8)
  part.parts.forEach(addsUp)
}
const explains = (part: DifferencePart): void => {
  if (part.parts.length === 0 || part.whole) return
  const sum = part.parts.reduce((total, { byScore, byWeight }) => total + byScore + byWeight, 0)
  expect(sum).toBeCloseTo(part.byScore, 7)
  part.parts.forEach(explains)
}

describe('a score', () => {
  const scheme = schemeOf('arithmetic')
  it('in points of the root', () => {
    const done = decomposeScore(scheme, run(scheme, [[10, 10, 5, 1]]), '0')
    expect(done?.parts.map(({ code, points }) => [code, points])).toEqual([
      ['p', (2 / 3) * 87.5],
      ['q', (1 / 3) * 100],
    ])
    expect(done?.parts[0]?.parts.map(({ points }) => points)).toEqual([50, expect.closeTo(25 / 3, 10)])
  })
  it('what is missing brings nothing and its siblings share its weight', () => {
    const done = decomposeScore(scheme, run(scheme, [[10, null, 5, 1]]), '0')
    expect(done?.parts[0]?.parts.map(({ share, points }) => [share, points])).toEqual([
      [1, expect.closeTo(200 / 3, 10)],
      [0, 0],
    ])
  })
  it('does not pretend to add up where it does not', () => {
    const geometric = schemeOf('geometric')
    const done = decomposeScore(geometric, run(geometric, [[10, 10, 5, 1]]), '0')
    expect(done?.points).toBeCloseTo(done?.score ?? 0, 12)
    expect(done?.parts.map(({ points }) => points)).toEqual([null, null])
  })
  it('of nobody: null', () => {
    expect(decomposeScore(scheme, run(scheme, [[1, 1, 1, 1]]), '9')).toBeNull()
    expect(decomposeScore(scheme, run(scheme, [[null, null, null, null]]), '0')).toBeNull()
  })
})

const anyCell = fc.option(fc.double({ min: 0.1, max: 100, noNaN: true }), { nil: null, freq: 6 })
const anyRow = fc.tuple(anyCell, anyCell, anyCell, anyCell)

const METHODS = [
  'arithmetic',
  'geometric',
  'harmonic',
  'coupling',
  'topsis',
  'grey-relational',
  'rank-sum-ratio',
  'copeland',
] as const

it.each(METHODS)('%s: nothing of a difference is left over', (method) =>
  fc.assert(
    fc.property(anyRow, anyRow, anyRow, (a, b, other) => {
      const plain = schemeOf(method)
      const scheme =
        method === 'coupling' ? { ...plain, normalise: { method: 'minmax', range: [0, 1] } as const } : plain
      const result = run(scheme, [a, b, other])
      const done = decomposeDifference(scheme, { result, unit: '0' }, { result, unit: '1' })
      const [from, to] = result.scores.total ?? []
      if (from === null || to === null || from === undefined || to === undefined) expect(done).toBeNull()
      else {
        expect(done?.byScore).toBe(to - from)
        if (done) explains(done)
        const score = decomposeScore(scheme, result, '0')
        if (score) addsUp(score)
      }
    }),
    { numRuns: 60 },
  ),
)

describe('a difference', () => {
  const scheme = schemeOf('arithmetic')
  it('lies with the one item that differs', () => {
    const result = run(scheme, [
      [10, 20, 5, 1],
      [10, 20, 5, 0.4],
    ])
    const done = decomposeDifference(scheme, { result, unit: '0' }, { result, unit: '1' })
    const [p, q] = done?.parts ?? []
    expect([p?.byScore, q?.byScore]).toEqual([0, expect.closeTo(-10, 10)])
    expect(q?.parts.map(({ byScore }) => byScore)).toEqual([0, expect.closeTo(-10, 10)])
  })
  it('from one scheme to another lies with the weights', () => {
    const heavier = {
      ...scheme,
      indicators: scheme.indicators.map((one) => (one.code === 'q' ? { ...one, weight: 2 } : one)),
    }
    const rows = [[20, 40, 5, 1]]
    const done = decomposeDifference(
      scheme,
      { result: run(scheme, rows), unit: '0' },
      { result: run(heavier, rows), unit: '0' },
    )
    expect(done?.byScore).toBeCloseTo(-100 / 6, 10)
    expect(done?.parts.map(({ byScore }) => byScore)).toEqual([0, 0])
    if (done) explains(done)
  })
  it('where units are weighed against one another: over every order of the parts', () => {
    const copeland = { ...schemeOf('copeland'), aggregate: { method: 'copeland', perLevel: ['copeland'] } as const }
    const result = run(copeland, [
      [1, 1, 1, 1],
      [2, 2, 2, 2],
    ])
    const done = decomposeDifference(copeland, { result, unit: '0' }, { result, unit: '1' })
    // p weighs two thirds: it alone decides, whatever q says.
    expect(done?.parts.map(({ code, byScore }) => [code, byScore])).toEqual([
      ['p', 2],
      ['q', 0],
    ])
    expect(done).toMatchObject({ byScore: 2 })
  })
  it('a zero among geometric parts, and another way of adding up last year, leave nothing over', () => {
    const [geometric, arithmetic] = [schemeOf('geometric'), schemeOf('arithmetic')]
    const rows = [
      [0, 10, 5, 1],
      [10, 20, 5, 1],
    ]
    const result = run(geometric, rows)
    const zero = decomposeDifference(geometric, { result, unit: '0' }, { result, unit: '1' })
    expect(zero?.parts.map(({ byScore }) => byScore)).toEqual([expect.closeTo(100, 9), 0])
    const before = { result: run(arithmetic, rows), unit: '1', scheme: arithmetic }
    const changed = decomposeDifference(geometric, before, { result, unit: '0' })
    expect(changed?.parts.map(({ code }) => code)).toEqual(['p', 'q', OTHERS])
    if (changed) explains(changed)
  })
  it('too many parts to weigh in every order: not divided, and that is said', () => {
    const codes = Array.from({ length: 26 }, (_, i) => `x${i}`)
    const scheme: Scheme = {
      indicators: codes.map((code) => ({ code, direction: 1, weight: 1 })),
      missing: 'fail',
      normalise: { method: 'minmax' },
      aggregate: { method: 'topsis' },
    }
    const values = Object.fromEntries(codes.map((code, i) => [code, [i, 5, 9]]))
    const result = runScorecard(scheme, { units: ['0', '1', '2'], values })
    if (result.kind === 'refused') throw new Error(result.message)
    const done = decomposeDifference(scheme, { result, unit: '0' }, { result, unit: '1' })
    expect(done).toMatchObject({ parts: [], whole: 'too-many-parts' })
  })
})
