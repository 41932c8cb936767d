import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minMax } from '../normalise/min-max.ts'
import { fixture, furthest, type Table } from '../testing/fixture.ts'
import { ahpWeights, unsoundPair } from './ahp.ts'
import { combineWeights } from './combine.ts'
import { criticWeights } from './critic.ts'
import { entropyWeights } from './entropy.ts'
import { expertWeights } from './experts.ts'
import { principalWeights } from './principal.ts'

type Ahp = {
  matrix: number[][]
  weightsEigen: number[]
  lambdaMax: number
  CI: number
  RI: number
  CR: number
  weightsGeomean: number[]
}
type Mcdm = {
  data: {
    X: number[][]
    direction: number[]
    entropy: { entropy: number[]; weights: number[] }
    'entropyShift0.0001': { weights: number[] }
    critic: { sd: number[]; conflict: number[]; information: number[]; weights: number[] }
    pca: {
      eigenvalues: number[]
      share: number[]
      kaiserK: number
      rotation: number[][]
      weightsPC1sq: number[]
      weightsCombinedAbs: number[]
    }
    subjectiveObjective: { gameMean: number[]; multiplicative: number[] }
  }
  ahp: Record<'consistent' | 'inconsistent' | 'two', Ahp>
}
const { data, ahp } = fixture<Mcdm>('mcdm')
const columns = data.direction.map((direction, j) =>
  minMax(
    data.X.map((row) => (row[j] ?? Number.NaN) * direction),
    [0, 1],
  ),
)

describe('mcdm.json, within 1e-9', () => {
  it('entropy', () => {
    const done = entropyWeights(columns)
    expect(furthest(done.entropy, data.entropy.entropy)).toBeLessThan(1e-12)
    expect(furthest(done.weights, data.entropy.weights)).toBeLessThan(1e-12)
    expect(furthest(entropyWeights(columns, 0.0001).weights, data['entropyShift0.0001'].weights)).toBeLessThan(1e-12)
  })
  it('CRITIC', () => {
    const done = criticWeights(columns)
    expect(furthest(done.deviation, data.critic.sd)).toBeLessThan(1e-12)
    expect(furthest(done.conflict, data.critic.conflict)).toBeLessThan(1e-12)
    expect(furthest(done.information, data.critic.information)).toBeLessThan(1e-12)
    expect(furthest(done.weights, data.critic.weights)).toBeLessThan(1e-12)
  })
  it('principal components', () => {
    const done = principalWeights(columns)
    expect(furthest(done?.eigenvalues ?? [], data.pca.eigenvalues)).toBeLessThan(1e-10)
    expect(furthest(done?.share ?? [], data.pca.share)).toBeLessThan(1e-10)
    expect(done?.kept).toBe(data.pca.kaiserK)
    done?.vectors.forEach((vector, k) => {
      expect(
        furthest(
          vector,
          data.pca.rotation.map((row) => row[k] ?? null),
        ),
      ).toBeLessThan(1e-8)
    })
    expect(furthest(done?.firstSquared ?? [], data.pca.weightsPC1sq)).toBeLessThan(1e-8)
    expect(furthest(done?.combined ?? [], data.pca.weightsCombinedAbs)).toBeLessThan(1e-8)
  })
  it('put together', () => {
    const sets = [entropyWeights(columns).weights, criticWeights(columns).weights]
    expect(furthest(combineWeights(sets), data.subjectiveObjective.gameMean)).toBeLessThan(1e-12)
    expect(furthest(combineWeights(sets, 'product'), data.subjectiveObjective.multiplicative)).toBeLessThan(1e-12)
  })
  it.each(['consistent', 'inconsistent', 'two'] as const)('AHP %s', (name) => {
    const want = ahp[name]
    const done = ahpWeights(want.matrix)
    expect(furthest(done.weights, want.weightsEigen)).toBeLessThan(1e-8)
    expect(
      furthest(
        [done.lambdaMax, done.consistencyIndex, done.randomIndex, done.consistencyRatio],
        [want.lambdaMax, want.CI, want.RI, want.CR],
      ),
    ).toBeLessThan(1e-8)
    expect(furthest(ahpWeights(want.matrix, 'geometric-mean').weights, want.weightsGeomean)).toBeLessThan(1e-10)
  })
})

describe('ASEM principal components as COINr, up to sign', () => {
  const { pca } = fixture<{ pca: Record<string, { sdev: number[]; rotation1: Record<string, number> }> }>(
    'asem-analysis',
  )
  const { Normalised } = fixture<{ Normalised: Table }>('asem-example-build')
  it.each(Object.entries(pca))('%s', (_, { sdev, rotation1 }) => {
    const codes = Object.keys(rotation1)
    const done = principalWeights(codes.map((code) => Normalised.columns[code] ?? []))
    expect(furthest((done?.eigenvalues ?? []).map(Math.sqrt), sdev)).toBeLessThan(1e-8)
    const want = Object.values(rotation1)
    const largest = want.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0)
    expect(
      furthest(
        done?.loadings ?? [],
        want.map((value) => value * Math.sign(largest)),
      ),
    ).toBeLessThan(1e-8)
  })
})

describe('a column that tells nobody apart', () => {
  const flat = [null, null, null]
  const steep = [0, 0.2, 1]
  it('weighs nothing by entropy or CRITIC', () => {
    expect(entropyWeights([flat, steep]).weights).toEqual([0, 1])
    expect(criticWeights([flat, steep, [1, 0.5, 0]]).weights[0]).toBe(0)
    expect(entropyWeights([flat, flat]).weights).toEqual([0.5, 0.5])
    // Columns that run alike do not conflict: the ones that vary weigh the same, not by what adding up leaves over.
    expect(criticWeights([flat, steep, steep.map((x) => 0.1 + 0.7 * x)]).weights).toEqual([0, 0.5, 0.5])
  })
  it('has no principal component', () => expect(principalWeights([flat, steep])).toBeNull())
})

it('products without a common item fall back to the mean', () =>
  expect(
    combineWeights(
      [
        [1, 0],
        [0, 1],
      ],
      'product',
    ),
  ).toEqual([0.5, 0.5]))

describe('AHP', () => {
  it('a contradiction is told, with the one judgement that mends most', () => {
    const done = ahpWeights(ahp.inconsistent.matrix)
    expect(done.isConsistent).toBe(false)
    expect(done.repair?.ratioAfter).toBeLessThan(0.1)
    const { row = 0, column = 0, suggested = 0 } = done.repair ?? {}
    const mended = ahp.inconsistent.matrix.map((line, i) =>
      line.map((value, j) =>
        i === row && j === column ? suggested : i === column && j === row ? 1 / suggested : value,
      ),
    )
    expect(ahpWeights(mended).isConsistent).toBe(true)
  })
  it.each([
    [
      'not reciprocal',
      [
        [1, 3],
        [3, 1],
      ],
      [0, 1],
    ],
    [
      'not positive',
      [
        [1, 0],
        [2, 1],
      ],
      [0, 1],
    ],
    [
      'not square',
      [
        [1, 2, 3],
        [0.5, 1],
      ],
      [0, 3],
    ],
    [
      'sound',
      [
        [1, 2],
        [0.5, 1],
      ],
      null,
    ],
  ])('%s', (_, matrix, place) => expect(unsoundPair(matrix)).toEqual(place))
})

describe('experts', () => {
  it('larger numbers do not count for more; an expert may', () => {
    const experts = [{ weights: { a: 1, b: 1 } }, { weights: { a: 80, b: 20 }, weight: 3 }]
    const { weights, spread } = expertWeights(['a', 'b'], experts)
    expect(weights.a).toBeCloseTo((0.5 + 3 * 0.8) / 4, 12)
    expect(spread.b).toMatchObject({ least: 0.2, most: 0.5 })
  })
})

it('weights on data sum to 1 and are never negative', () =>
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }), {
        minLength: 2,
        maxLength: 5,
      }),
      (some) => {
        for (const weights of [entropyWeights(some).weights, criticWeights(some).weights]) {
          expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9)
          expect(weights.every((weight) => weight >= -1e-12)).toBe(true)
        }
      },
    ),
    { numRuns: 40 },
  ))
