import { describe, expect, it } from 'vitest'
import { runScorecard } from '../run/run-scorecard.ts'
import { readScorecardInput, type ScorecardCase } from './read-scorecard.ts'

const plain = {
  units: ['甲', '乙', '丙'],
  indicators: [
    { code: 'a', direction: 1, weight: 30 },
    { code: 'b', direction: -1, weight: 70, name: '能耗', source: '年鉴' },
  ],
  values: { a: [1, 2, 3], b: [4, null, 2] },
  normalise: { method: 'minmax' },
  aggregate: { method: 'arithmetic' },
  missing: 'reweight',
}
const read = (change: object): ScorecardCase => {
  const done = readScorecardInput(JSON.stringify({ ...plain, ...change }))
  if (done.kind === 'fault') throw new Error(`${done.where} ${done.message}`)
  return done.value
}
const scored = (change: object): readonly (number | null)[] => {
  const { scheme, inputs } = read(change)
  const done = runScorecard(scheme, inputs)
  return done.kind === 'scored' ? (done.scores[done.root] ?? []) : []
}

describe('ways of writing one thing', () => {
  it('words for methods, unlisted settings left alone', () => {
    expect(
      read({ normalise: 'minmax', aggregate: 'arithmetic', treat: true, uncertainty: { draws: 3 } }).scheme,
    ).toEqual({
      ...read({}).scheme,
      treat: { method: 'auto' },
    })
  })
  it('rows by unit are turned', () => {
    expect(read({ values: { 甲: [1, 4], 乙: [2, null], 丙: [3, 2] } })).toEqual(read({}))
  })
  it('what normalise lists by code goes to the indicators', () => {
    const { scheme } = read({ normalise: { method: 'benchmark', cap: null, benchmarks: { a: 2, b: 4 } } })
    expect(scheme.indicators.map(({ benchmark }) => benchmark)).toEqual([2, 4])
    expect(scheme.normalise).toEqual({ method: 'benchmark', cap: null })
    expect(read({ normalise: { method: 'benchmark', cap: null, benchmark: { a: 2, b: 4 } } }).scheme).toEqual(scheme)
    const posts = { a: [0, 10], b: { worst: 9, best: 1 } }
    expect(read({ normalise: { method: 'goalposts', goalposts: posts } }).scheme.indicators[1]?.goalposts).toEqual(
      posts.b,
    )
  })
  it('a logarithm beside ends is a logarithmic scale', () => {
    const indicators = [{ code: 'a', treat: 'log', goalposts: [1, 100] }]
    const done = scored({ indicators, values: { a: [1, 10, 100] }, normalise: 'goalposts' })
    expect(done.map((score) => Number(score?.toFixed(10)))).toEqual([0, 0.5, 1])
  })
  it('ends of a range', () =>
    expect(read({ normalise: { method: 'minmax', lower: 1, upper: 100 } })).toEqual(
      read({ normalise: { method: 'minmax', range: [1, 100] } }),
    ))
  it('a bare matrix compares what lies below the root', () =>
    expect(
      scored({
        weights: {
          method: 'ahp',
          matrix: [
            [1, 4],
            [0.25, 1],
          ],
        },
      })[0],
    ).toBe(0))
  it('weights given apart', () =>
    expect(scored({ weights: { method: 'given', values: { a: 1, b: 1 } }, missing: 'zero' })).toEqual([0, 25, 100]))
  it('each grade’s own share', () => {
    const shares = [0.2, 0.6, 0.2].map((share, i) => ({ grade: 'ABC'[i], share }))
    expect(read({ grades: shares }).scheme.grades?.grades.map(({ upTo }) => upTo)).toEqual([0.2, 0.8, 1])
    const done = readScorecardInput(JSON.stringify({ ...plain, grades: [...shares, { grade: 'D', share: 0.2 }] }))
    expect(done).toMatchObject({ kind: 'fault', where: 'grades' })
  })
  it('grades as a list, lists beside or inside', () => {
    const grades = [{ grade: 'A', atMost: 0.34 }, { grade: 'B' }]
    const veto = [{ unit: '甲', reason: '违法用地' }]
    expect(read({ grades: { grades, veto } })).toEqual(read({ grades, lists: { veto } }))
  })
})

it.each<[string, object, string, string]>([
  ['a method that is none', { normalise: { method: 'min-max' } }, 'normalise.method', 'minmax'],
  ['a setting that is none', { normalise: { method: 'minmax', rnge: [0, 1] } }, 'normalise', 'rnge'],
  ['an unknown way to weigh', { weights: { method: 'gut' } }, 'weights.method', 'entropy'],
  ['a word for a number', { values: { a: [1, '二', 3], b: [1, 2, 3] } }, 'values.a[2]', '数字或 null'],
  ['a direction of nought', { indicators: [{ code: 'a', direction: 0 }] }, 'indicators[1].direction', '1 或 -1'],
  ['one goalpost', { indicators: [{ code: 'a', goalposts: [1] }] }, 'indicators[1].goalposts', 'worst'],
  ['a share above 1', { grades: [{ grade: 'A', atMost: 30 }] }, 'grades[1].atMost', '0 与 1'],
  ['no units', { units: undefined }, 'units', '缺少这一项：应为评价对象'],
  ['no aggregation', { aggregate: undefined }, 'aggregate', 'arithmetic'],
  ['a grade by its bare name', { grades: ['A', 'B'] }, 'grades[1]', 'atMost'],
  ['a list of bare names', { lists: { veto: ['甲'] } }, 'lists.veto[1]', 'reason'],
  ['a denominator of 0', { grades: { grades: [{ grade: 'A' }], denominator: 0 } }, 'grades.denominator', '大于 0'],
  ['ties by a method', { normalise: { method: 'rank', ties: 'first' } }, 'normalise.ties', 'average'],
  [
    'a best share that is not said',
    { indicators: [{ code: 'a', benchmark: { of: 'top-mean' } }] },
    'indicators[1].benchmark',
    'top',
  ],
])('refuses %s, with its place', (_, change, where, words) => {
  const done = readScorecardInput(JSON.stringify({ ...plain, ...change }))
  expect(done).toMatchObject({ kind: 'fault', where })
  expect(done.kind === 'fault' && done.message).toContain(words)
})

it('refuses what is no JSON', () =>
  expect([
    readScorecardInput('{'),
    readScorecardInput('{\n "units": [1,,2]}'),
    readScorecardInput(' '),
    readScorecardInput(JSON.stringify({ ...plain, weights: { method: 'given', values: { aa: 3 } } })),
  ]).toEqual([
    { kind: 'fault', where: '文件', message: '不是 JSON：第 1 行第 2 字附近写法不对，请核对括号、引号和逗号' },
    { kind: 'fault', where: '文件', message: '不是 JSON：“{ "units": [1,,2]}”附近写法不对，请核对括号、引号和逗号' },
    { kind: 'fault', where: '文件', message: '是空的' },
    { kind: 'fault', where: 'weights.values.aa', message: '方案里没有这个代码' },
  ]))
it.each([
  [{ treat: 'boxcox' }, 'treat', 'lambda'],
  [{ weights: 'ahp' }, 'weights', 'matrix'],
  [{ weights: { method: 'ahp' } }, 'weights', 'matrix'],
  [{ weights: 'experts' }, 'weights', 'experts'],
])('a method without what it needs is told what that is: %j', (change, where, needs) => {
  const done = readScorecardInput(JSON.stringify({ ...plain, ...change }))
  expect(done).toMatchObject({ kind: 'fault', where, message: expect.stringMatching(`还要写.*${needs}`) })
})
it('a byte order mark is left aside', () =>
  expect(readScorecardInput(`\uFEFF${JSON.stringify(plain)}`).kind).toBe('read'))
