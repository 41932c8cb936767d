import { describe, expect, it } from 'vitest'
import { readScorecardInput } from '../inputs/read-scorecard.ts'
import { runScorecard } from './run-scorecard.ts'

const plain = {
  units: ['甲', '乙', '丙', '丁'],
  indicators: [
    { code: 'a', direction: 1, weight: 1 },
    { code: 'b', direction: 1, weight: 1 },
  ],
  values: { a: [1, 2, 3, 4], b: [4, 4, 2, 2] },
  normalise: 'minmax',
  aggregate: 'arithmetic',
  missing: 'zero',
}

/** A file as somebody wrote it, run. */
const run = (change: object) => {
  const read = readScorecardInput(JSON.stringify({ ...plain, ...change }))
  if (read.kind === 'fault') throw new Error(`${read.where} ${read.message}`)
  const done = runScorecard(read.value.scheme, read.value.inputs)
  if (done.kind === 'refused') return { refused: done.message, notes: [], totals: [] }
  return { notes: [...read.value.notes, ...done.notes], totals: done.scores[done.root], refused: '' }
}
const LIMITS = [
  { grade: 'A', atMost: 0.25 },
  { grade: 'B', atMost: 0.25 },
]

describe('what would else be passed over is told', () => {
  it.each<[string, object, string, string]>([
    ['a key nothing reads', { treatment: 'log' }, 'not-read', 'treatment'],
    [
      'a key of an indicator nothing reads',
      { indicators: [{ code: 'a', goalpost: [0, 9], source: '年鉴' }, { code: 'b' }] },
      'not-read',
      'indicators[1].goalpost',
    ],
    ['figures of a node', { indicators: [{ code: 'a', parent: 'b' }, { code: 'b' }] }, 'not-read', 'values.b'],
    ['an indicator nobody has', { values: { ...plain.values, b: [null, null, null, null] } }, 'no-data', 'b'],
    [
      'a node turned round',
      {
        indicators: [
          { code: 'a', parent: 'p' },
          { code: 'b', parent: 'p' },
          { code: 'p', direction: -1 },
        ],
      },
      'not-read',
      'p',
    ],
    ['a list without grades', { lists: { veto: [{ unit: '甲' }] } }, 'lists-without-grades', 'total'],
    ['limits that do not add up', { grades: LIMITS }, 'quota-missed', 'B'],
    [
      'more levels than there are',
      { aggregate: { method: 'arithmetic', perLevel: ['geometric', 'harmonic'] } },
      'levels-too-many',
      'total',
    ],
    [
      'a share of a best below 0',
      { normalise: 'share-of-best', values: { a: [-1, -2, -3, -4], b: [1, 2, 3, 4] } },
      'best-not-above-zero',
      'a',
    ],
    [
      'a target worse than all',
      { normalise: { method: 'distance-to-target', targets: { a: 0, b: 9 } } },
      'target-below-all',
      'a',
    ],
  ])('%s', (_, change, what, where) => {
    const { notes } = run(change)
    expect(notes.map((note) => [note.what, note.where])).toEqual([[what, where]])
  })
  it('nothing where all is well', () =>
    expect(run({ title: '评价', uncertainty: {}, grades: [...LIMITS, { grade: 'C' }] }).notes).toEqual([]))
})

it('an item nobody has scores nothing for everyone where the rule says so', () => {
  const values = { ...plain.values, b: [null, null, null, null] }
  expect(run({ values, missing: 'zero' }).totals).toEqual([0, 100 / 6, 100 / 3, 50].map((x) => expect.closeTo(x, 10)))
  expect(run({ values, missing: 'reweight' }).totals?.at(-1)).toBe(100)
})

it.each([
  ['a figure that no square can hold', { values: { ...plain.values, a: [1e200, 1, 2, 3] } }, 'a'],
  [
    'a score beyond numbers',
    {
      normalise: { method: 'benchmark', benchmarks: { a: 1e-300, b: 1 } },
      values: { ...plain.values, a: [1e100, 1, 2, 3] },
    },
    'a：得分',
  ],
  [
    'weights whose sum is beyond numbers',
    {
      indicators: [
        { code: 'a', weight: 1e308 },
        { code: 'b', weight: 1e308 },
      ],
    },
    'total',
  ],
  ['an expert who weighs nothing', { weights: { method: 'experts', experts: [{ weights: { a: 0 } }] } }, '第 1 位专家'],
])('refuses %s', (_, change, words) => expect(run(change).refused).toContain(words))
