import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Indicator, Inputs, Scheme } from '../scheme/scheme.ts'
import type { Result } from './result.ts'
import { runScorecard } from './run-scorecard.ts'
import { buildTree } from './tree.ts'

const leaf = (code: string, change: Partial<Indicator> = {}): Indicator => ({
  code,
  direction: 1,
  weight: 1,
  ...change,
})
const scheme: Scheme = {
  indicators: [leaf('a'), leaf('b')],
  missing: 'fail',
  normalise: { method: 'minmax' },
  aggregate: { method: 'arithmetic' },
}
const inputs: Inputs = { units: ['甲', '乙', '丙'], values: { a: [0, 5, 10], b: [4, null, 2] } }

const run = (change: Partial<Scheme>, given: Partial<Inputs> = {}): Result => {
  const done = runScorecard({ ...scheme, ...change }, { ...inputs, ...given })
  if (done.kind === 'refused') throw new Error(done.message)
  return done
}
const totals = (done: Result): readonly (number | null)[] => done.scores[done.root] ?? []

describe('a value that is missing', () => {
  it.each([
    ['counts as nothing scored', 'zero', [50, 25, 50]],
    ['is the mean of the values', 'mean', [50, 50, 50]],
    ['is the mean of the scores', 'mean-score', [50, 50, 50]],
    ['is left out', 'reweight', [50, 50, 50]],
  ] as const)('%s', (_, missing, want) => expect(totals(run({ missing }))).toEqual(want))
  it('stops everything where it must, with the places', () =>
    expect(runScorecard(scheme, inputs)).toMatchObject({ kind: 'refused', reason: 'missing', places: ['乙 b'] }))
  it('an indicator may have a rule of its own', () =>
    expect(totals(run({ indicators: [leaf('a'), leaf('b', { missing: 'zero' })] }))).toEqual([50, 25, 50]))
  it('nothing scored is the least the method gives, also where that is not 0', () => {
    const done = run({ missing: 'zero', normalise: { method: '20+80' } })
    expect(done.normalised.b).toEqual([100, 20, 20])
    expect(run({ missing: 'zero', normalise: { method: 'zscore' } }).normalised.b?.[1]).toBeCloseTo(-Math.SQRT1_2, 10)
  })
  it('weights are shared among what is there', () =>
    expect(
      totals(run({ missing: 'reweight', indicators: [leaf('a', { weight: 3 }), leaf('b', { weight: 7 })] }))[1],
    ).toBe(50))
  it('units with too little are left aside, with what they had', () => {
    const done = run({ missing: 'reweight', screen: { minPresent: 0.9 } })
    expect(done.units).toEqual(['甲', '丙'])
    expect(done.screened).toEqual([{ unit: '乙', present: 0.5, nonZero: 1 }])
    expect(done.normalised.a).toEqual([0, 100])
  })
})

it('per denominator; without one there is no figure', () => {
  const done = run(
    { missing: 'reweight', indicators: [leaf('a', { denominator: 'land' }), leaf('b')] },
    { denominators: { land: [1, 0, 2] } },
  )
  expect(done.values.a).toEqual([0, null, 5])
})

describe('the tree', () => {
  it('one top with parts is the root; several come under a total', () => {
    expect(buildTree([leaf('top'), leaf('a', { parent: 'top' })])).toMatchObject({ root: 'top' })
    expect(buildTree([leaf('a'), leaf('b')])).toMatchObject({ root: 'total' })
    expect(buildTree([leaf('total'), leaf('b')])).toMatchObject({ root: '总分' })
    expect(buildTree([leaf('a', { parent: 'total' }), leaf('b')])).toMatchObject({
      root: 'total',
      nodes: [{ parts: ['a', 'b'] }],
      implied: [],
    })
  })
  it('levels rise from the highest part', () => {
    const tree = buildTree([leaf('x'), leaf('y'), leaf('y1', { parent: 'y' }), leaf('y2', { parent: 'y' })])
    expect(tree.kind === 'tree' && tree.nodes.map(({ code, level }) => [code, level])).toEqual([
      ['y', 2],
      ['total', 3],
    ])
  })
  it('a parent that is not listed weighs 1, and that is told', () => {
    const done = run(
      { indicators: [leaf('a', { parent: '质量', weight: 9 }), leaf('b')] },
      { values: { a: [0, 5, 10], b: [1, 2, 3] } },
    )
    expect(done.weights).toMatchObject({ 质量: 0.5, b: 0.5 })
    expect(done.notes).toContainEqual(expect.objectContaining({ where: '质量', what: 'implied-node' }))
  })
  it.each<[string, Indicator[]]>([
    ['a ring', [leaf('a', { parent: 'b' }), leaf('b', { parent: 'a' })]],
    ['a code twice', [leaf('a'), leaf('a')]],
    ['a weight below 0', [leaf('a', { weight: -1 })]],
    ['no weight at all', [leaf('a', { weight: 0 })]],
    ['nothing', []],
  ])('refuses %s', (_, indicators) =>
    expect(buildTree(indicators)).toMatchObject({ kind: 'refused', reason: 'scheme' }),
  )
})

it.each<[string, Partial<Scheme>, Partial<Inputs>, string]>([
  ['no units', {}, { units: [] }, 'inputs'],
  ['a unit twice', {}, { units: ['甲', '甲', '丙'] }, 'inputs'],
  ['a column short', {}, { values: { a: [1], b: [1, 2, 3] } }, 'inputs'],
  ['no column', {}, { values: { a: [1, 2, 3] } }, 'inputs'],
  ['no such kind of group', { missing: 'mean', missingBy: '行业' }, {}, 'inputs'],
  ['not a number', {}, { values: { a: [1, Number.NaN, 3], b: [1, 2, 3] } }, 'inputs'],
  ['goalposts without ends', { missing: 'zero', normalise: { method: 'goalposts' } }, {}, 'scheme'],
  ['a range turned round', { missing: 'zero', normalise: { method: 'minmax', range: [1, 0] } }, {}, 'scheme'],
  [
    'ends that are one',
    { missing: 'zero', normalise: { method: 'goalposts' }, indicators: [leaf('a', { goalposts: [3, 3] })] },
    {},
    'scheme',
  ],
  [
    'a floor above the cap',
    {
      missing: 'zero',
      normalise: { method: 'benchmark', floor: 2, cap: 1 },
      indicators: [leaf('a', { benchmark: 5 })],
    },
    {},
    'scheme',
  ],
  [
    'an expert’s weight for what is not there',
    { missing: 'zero', weights: { method: 'experts', experts: [{ weights: { a: 1, bb: 2 } }] } },
    {},
    'scheme',
  ],
  ['a grade twice', { missing: 'zero', grades: { grades: [{ grade: 'A', upTo: 0.3 }, { grade: 'A' }] } }, {}, 'grades'],
  [
    'bounds that rise',
    {
      missing: 'zero',
      grades: {
        grades: [
          { grade: 'A', from: 3 },
          { grade: 'B', from: 5 },
        ],
      },
    },
    {},
    'grades',
  ],
  [
    'negative scores for a geometric mean',
    { missing: 'zero', normalise: { method: 'zscore' }, aggregate: { method: 'geometric' } },
    {},
    'scores',
  ],
  [
    'a comparison that leaves one out',
    { missing: 'zero', weights: { method: 'ahp', comparisons: { total: { codes: ['a'], matrix: [[1]] } } } },
    {},
    'weights',
  ],
])('refuses %s', (_, change, given, reason) => {
  const done = runScorecard({ ...scheme, ...change }, { ...inputs, ...given })
  expect(done).toMatchObject({ kind: 'refused', reason })
  expect(done.kind === 'refused' && done.message.length).toBeGreaterThan(4)
})

it('a score that rests on few items, and a figure with nothing to divide it by, are told', () => {
  const done = run(
    {
      missing: 'reweight',
      indicators: [leaf('a', { weight: 6, denominator: 'land' }), leaf('b', { weight: 3 }), leaf('c', { weight: 9 })],
    },
    { values: { a: [1, 2, 3], b: [4, 5, 6], c: [null, null, null] }, denominators: { land: [1, 0, 2] } },
  )
  // Nobody has c: 乙 stands on 3 of 9.
  expect(done.notes.filter(({ where }) => where === '乙').map(({ what }) => what)).toEqual([
    'thin',
    'nothing-to-divide-by',
  ])
  expect(done.notes.filter(({ what }) => what === 'thin')).toHaveLength(1)
})

it('a listed name that is no unit’s is told, not passed over', () => {
  const grades = { grades: [{ grade: 'A', upTo: 0.3 }, { grade: 'B' }] }
  const done = run({ missing: 'zero', grades }, { lists: { veto: [{ unit: '甲 ', reason: '安全事故' }] } })
  expect(done.notes).toContainEqual(expect.objectContaining({ where: '甲 ', what: 'not-among-units' }))
})

describe('weights', () => {
  const full = { values: { a: [0, 5, 10], b: [1, 9, 2] } }
  it('by entropy among indicators; nodes above keep theirs', () => {
    const indicators = [
      leaf('up', { weight: 3 }),
      leaf('a', { parent: 'up' }),
      leaf('b', { parent: 'up' }),
      leaf('c', { weight: 1 }),
    ]
    const done = run({ indicators, weights: { method: 'entropy' } }, { values: { ...full.values, c: [1, 2, 3] } })
    expect(done.weights.up).toBe(0.75)
    expect(done.weights.a).not.toBe(0.5)
    expect((done.weights.a ?? 0) + (done.weights.b ?? 0)).toBeCloseTo(1, 12)
    expect(done.effectiveWeights.a).toBeCloseTo(0.75 * (done.weights.a ?? 0), 12)
  })
  it('contradicting judgements are told', () => {
    const matrix = [
      [1, 2, 1 / 3],
      [0.5, 1, 3],
      [3, 1 / 3, 1],
    ]
    const done = run(
      {
        indicators: ['a', 'b', 'c'].map((code) => leaf(code)),
        weights: { method: 'ahp', comparisons: { total: { codes: ['a', 'b', 'c'], matrix } } },
      },
      { values: { ...full.values, c: [1, 2, 3] } },
    )
    expect(done.notes[0]?.message).toMatch(
      /一致性比例 0\.864.*可先复核 . 与 . 的比较（现 .+，与其余判断相合的约为 .+，改后比例 0\.\d+）/,
    )
    expect(done.consistency?.total).toMatchObject({ ratio: expect.closeTo(0.864, 3), isConsistent: false })
  })
  it('put together with comparisons: told too, and used alone where methods on data have no word', () => {
    const comparisons = {
      total: {
        codes: ['x', 'c'],
        matrix: [
          [1, 3],
          [1 / 3, 1],
        ],
      },
    }
    const done = run(
      {
        indicators: [leaf('a', { parent: 'x' }), leaf('b', { parent: 'x' }), leaf('x'), leaf('c')],
        weights: { method: 'combined', of: [{ method: 'ahp', comparisons }, { method: 'entropy' }] },
      },
      { values: { ...full.values, c: [1, 2, 3] } },
    )
    expect(done.weights.x).toBeCloseTo(0.75, 12)
    expect(done.consistency?.total?.ratio).toBe(0)
    const plain = run(
      {
        indicators: [leaf('a', { parent: 'x' }), leaf('b', { parent: 'x' }), leaf('x'), leaf('c')],
        weights: { method: 'entropy' },
      },
      { values: { ...full.values, c: [1, 2, 3] } },
    )
    expect(done.weights.a).toBeCloseTo(plain.weights.a ?? 0, 12)
  })
})

it('the order of units does not matter, nor the scale of weights', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })), {
        minLength: 2,
        maxLength: 20,
      }),
      fc.integer({ min: 1, max: 1000 }),
      (rows, scale) => {
        const units = rows.map((_, i) => `${i}`)
        const values = { a: rows.map(([x]) => x), b: rows.map(([, y]) => y) }
        const given = run({ indicators: [leaf('a', { weight: 2 }), leaf('b')], missing: 'reweight' }, { units, values })
        const turned = run(
          { indicators: [leaf('a', { weight: 2 * scale }), leaf('b', { weight: scale })], missing: 'reweight' },
          { units: units.toReversed(), values: { a: values.a.toReversed(), b: values.b.toReversed() } },
        )
        expect(turned.ranks.toReversed()).toEqual(given.ranks)
      },
    ),
    { numRuns: 40 },
  ))
