import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minMax } from '../normalise/min-max.ts'
import { vectorScore } from '../normalise/vector.ts'
import { placesDown } from '../numeric/ranks.ts'
import { fixture, furthest } from '../testing/fixture.ts'
import { aggregateNode } from './aggregate-node.ts'
import { copeland, outranking } from './copeland.ts'
import { couplingOf } from './coupling.ts'
import { greyRelational } from './grey-relational.ts'
import { arithmeticMean, geometricMean, harmonicMean, powerMean } from './means.ts'
import { rankSumRatio } from './rank-sum-ratio.ts'
import { topsis } from './topsis.ts'

type Functions = {
  x: number[]
  w: number[]
  amean: number
  gmean: number
  hmean: number
  genmean_p2: number
  genmean_pm2: number
  genmean_p05: number
  outrank: { X: number[][]; matrix: number[][] }
  copeland: number[]
}
const functions = fixture<Functions>('coin-functions')
const parts = functions.x.map((score, i) => ({ score, weight: functions.w[i] ?? 0 }))

describe('coin-functions.json, within 1e-9', () => {
  it.each([
    ['arithmetic', arithmeticMean(parts), functions.amean],
    ['geometric', geometricMean(parts), functions.gmean],
    ['harmonic', harmonicMean(parts), functions.hmean],
    ['power 2', powerMean(parts, 2), functions.genmean_p2],
    ['power −2', powerMean(parts, -2), functions.genmean_pm2],
    ['power ½', powerMean(parts, 0.5), functions.genmean_p05],
    ['power 0', powerMean(parts, 0), functions.gmean],
  ])('%s mean', (_, got, want) => expect(got).toBeCloseTo(want, 12))
  it('outranking and Copeland', () => {
    const { X, matrix } = functions.outrank
    const columns = (X[0] ?? []).map((_, j) => X.map((row) => row[j] ?? null))
    const weights = columns.map(() => 1)
    outranking(columns, weights).forEach((row, i) => {
      expect(furthest(row, matrix[i] ?? [])).toBeLessThan(1e-12)
    })
    expect(copeland(columns, weights)).toEqual(functions.copeland)
  })
})

type Topsis = { weights: number[]; dPlus: number[]; dMinus: number[]; closeness: number[]; rank: number[] }
type Mcdm = {
  data: {
    X: number[][]
    direction: number[]
    topsisGivenWeights: Topsis
    topsisMinmaxEqual: Topsis
    entropyTopsis: Topsis
    greyRelational: { coefficients: number[][]; gradeEqual: number[] }
    rankSumRatio: { ranks: number[][]; rsr: number[] }
    coupling: { U: number[][]; C: number[]; T: number[]; D: number[] }
  }
}
const { data } = fixture<Mcdm>('mcdm')
const turned = data.direction.map((direction, j) => data.X.map((row) => (row[j] ?? Number.NaN) * direction))
const scaled = turned.map((column) => minMax(column, [0, 1]))
const equal = scaled.map(() => 1)

describe('mcdm.json, within 1e-9', () => {
  it.each([
    ['given weights', data.topsisGivenWeights, turned.map(vectorScore)],
    ['min–max, equal', data.topsisMinmaxEqual, scaled],
    ['entropy weights', data.entropyTopsis, turned.map(vectorScore)],
  ])('TOPSIS, %s', (_, want, columns) => {
    const done = topsis(columns, want.weights)
    expect(furthest(done.toBest, want.dPlus)).toBeLessThan(1e-12)
    expect(furthest(done.toWorst, want.dMinus)).toBeLessThan(1e-12)
    expect(furthest(done.closeness, want.closeness)).toBeLessThan(1e-12)
    expect(placesDown(done.closeness)).toEqual(want.rank)
  })
  it('grey relational', () => {
    const { coefficients, grade } = greyRelational(scaled, equal)
    coefficients.forEach((column, j) => {
      expect(
        furthest(
          column,
          data.greyRelational.coefficients.map((row) => row[j] ?? null),
        ),
      ).toBeLessThan(1e-12)
    })
    expect(furthest(grade, data.greyRelational.gradeEqual)).toBeLessThan(1e-12)
  })
  it('rank-sum ratio', () => {
    const { ranks, ratio } = rankSumRatio(scaled, equal)
    ranks.forEach((column, j) => {
      expect(column).toEqual(data.rankSumRatio.ranks.map((row) => row[j]))
    })
    expect(furthest(ratio, data.rankSumRatio.rsr)).toBeLessThan(1e-12)
  })
  it('coupling coordination', () => {
    const done = data.coupling.U.map((row) => couplingOf(row.map((score) => ({ score, weight: 1 }))))
    expect(
      furthest(
        done.map(({ coupling }) => coupling),
        data.coupling.C,
      ),
    ).toBeLessThan(1e-12)
    expect(
      furthest(
        done.map(({ level }) => level),
        data.coupling.T,
      ),
    ).toBeLessThan(1e-12)
    expect(
      furthest(
        done.map(({ coordination }) => coordination),
        data.coupling.D,
      ),
    ).toBeLessThan(1e-12)
  })
})

describe('a node', () => {
  const columns = [
    [1, null, 0],
    [3, null, 4],
  ]
  it.each([
    ['arithmetic', [2, null, 2]],
    ['geometric', [Math.sqrt(3), null, 0]],
    ['harmonic', [1.5, null, 0]],
  ] as const)('%s: nothing of nothing, a nought pulls down', (method, want) => {
    const done = aggregateNode(method, columns, { weights: [1, 1] })
    expect(done.kind === 'scores' && furthest(done.values, want)).toBeLessThan(1e-12)
  })
  it('has no score with too few parts', () =>
    expect(
      aggregateNode(
        'arithmetic',
        [
          [1, 2],
          [null, 4],
          [null, 6],
        ],
        { weights: [1, 1, 1], minPresent: 0.5 },
      ),
    ).toMatchObject({ values: [null, 4] }))
  it('tells whom a geometric mean does not fit', () =>
    expect(aggregateNode('geometric', [[1, -2]], { weights: [1] })).toEqual({
      kind: 'unfit',
      units: [1],
      need: 'not-negative',
    }))
  it('Copeland: thirds that sum to a half are a draw', () => {
    const tied = [
      [1, 0],
      [1, 0],
      [1, 0],
      [0, 1],
      [0, 1],
      [0, 1],
    ]
    expect(copeland(tied, [0.1, 0.2, 0.2, 0.3, 0.1, 0.1])).toEqual([0, 0])
  })
  it('Copeland: a pair is judged by what both have, whoever is listed first', () => {
    const columns = [
      [3, null, 1],
      [null, 2, 1],
      [1, 2, 3],
    ]
    const turned = columns.map((column) => column.toReversed())
    expect(copeland(columns, [1, 1, 1])).toEqual([-1, 1, 0])
    expect(copeland(turned, [1, 1, 1]).toReversed()).toEqual([-1, 1, 0])
    expect(outranking(columns, [2, 1, 1])[0]?.[2]).toBeCloseTo(2 / 3, 12)
  })
})

it('means lie between the extremes, harmonic ≤ geometric ≤ arithmetic', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          score: fc.double({ min: 0.01, max: 1e6, noNaN: true }),
          weight: fc.double({ min: 0.01, max: 10, noNaN: true }),
        }),
        { minLength: 1, maxLength: 8 },
      ),
      (some) => {
        const [harmonic, geometric, arithmetic] = [harmonicMean(some), geometricMean(some), arithmeticMean(some)]
        const slack = 1 + 1e-9
        expect(harmonic).toBeLessThanOrEqual(geometric * slack)
        expect(geometric).toBeLessThanOrEqual(arithmetic * slack)
        expect(arithmetic).toBeLessThanOrEqual(Math.max(...some.map(({ score }) => score)) * slack)
      },
    ),
    { numRuns: 40 },
  ))

it('Copeland of many units at once, as pair by pair: equals, gaps, weights that draw', () => {
  const cell = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 60 }) }, fc.constant(null))
  const column = fc.array(cell, { minLength: 230, maxLength: 230 })
  const part = fc.record({ column, weight: fc.integer({ min: 1, max: 3 }) })
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
      const columns = parts.map((one) => one.column)
      const weights = parts.map(({ weight }) => weight)
      const wins = outranking(columns, weights).map((row, i) =>
        row.reduce((won, share, j) => won + (i === j ? 0 : Number(share > 0.5 + 1e-9) - Number(share < 0.5 - 1e-9)), 0),
      )
      expect(copeland(columns, weights)).toEqual(wins)
    }),
    { numRuns: 20 },
  )
})
