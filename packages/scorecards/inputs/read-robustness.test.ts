import { expect, it } from 'vitest'
import { robustnessOf } from '../robustness/assess-robustness.ts'
import { readRobustnessInput } from './read-robustness.ts'

const plain = {
  units: ['甲', '乙', '丙'],
  indicators: [
    { code: 'a', direction: 1, weight: 30 },
    { code: 'b', direction: -1, weight: 70 },
  ],
  values: { a: [1, 2, 3], b: [4, 3, 2] },
  normalise: 'minmax',
  aggregate: 'arithmetic',
}
const read = (uncertainty?: object) => readRobustnessInput(JSON.stringify({ ...plain, uncertainty }))

it('short ways of writing', () => {
  const matrix = [
    [1, 2],
    [0.5, 1],
  ]
  const done = read({
    weights: 0.2,
    weighting: ['equal', { method: 'ahp', matrix }],
    missing: ['fail'],
    treat: [false, 'auto', { method: 'winsorise', most: 2 }],
    normalise: ['rank', { method: 'minmax', lower: 1, upper: 100 }],
    aggregate: ['geometric', { method: 'arithmetic', perLevel: ['harmonic'] }],
    data: 0.05,
    sensitivity: 64,
    leaveOut: true,
    sure: 0.8,
  })
  expect(done.kind === 'read' && done.value.asked).toEqual({
    uncertainty: {
      weights: { kind: 'relative', by: 0.2 },
      weighting: [{ method: 'equal' }, { method: 'ahp', comparisons: { total: { codes: ['a', 'b'], matrix } } }],
      missing: ['fail'],
      treat: [{ method: 'none' }, { method: 'auto' }, { method: 'winsorise', most: 2 }],
      normalise: [{ method: 'rank' }, { method: 'minmax', range: [1, 100] }],
      aggregate: [{ method: 'geometric' }, { method: 'arithmetic', perLevel: ['harmonic'] }],
      data: { '*': { relative: 0.05 } },
    },
    sensitivity: 64,
    leaveOut: true,
    sure: 0.8,
  })
})

it('errors by indicator', () => {
  const done = read({ data: { a: 0.1, '*': { absolute: 2, shape: 'uniform' } } })
  expect(done.kind === 'read' && done.value.asked.uncertainty).toEqual({
    data: { a: { relative: 0.1 }, '*': { absolute: 2, shape: 'uniform' } },
  })
})

it.each([undefined, {}])('nothing said: weights a quarter up or down', (uncertainty) => {
  const done = read(uncertainty)
  if (done.kind === 'fault') throw new Error(done.message)
  expect(done.value.asked).toEqual({ uncertainty: { weights: { kind: 'relative', by: 0.25 } } })
  const { scheme, inputs, asked } = done.value
  expect(robustnessOf(scheme, inputs, { ...asked, draws: 3, seed: 1 })).toMatchObject({ kind: 'assessed' })
})

it.each<[string, object, string, string]>([
  ['a factor that is none', { weigths: 0.2 }, 'uncertainty', 'weigths'],
  ['too wide a move', { weights: 1.5 }, 'uncertainty.weights', '0 与 1'],
  ['no alternatives', { normalise: [] }, 'uncertainty.normalise', '至少一种'],
  ['a method that is none', { aggregate: ['mean'] }, 'uncertainty.aggregate[1]', 'arithmetic'],
  [
    'goalposts of an alternative',
    { normalise: [{ method: 'goalposts', goalposts: { a: [0, 1] } }] },
    'uncertainty.normalise[1]',
    '指标上',
  ],
  ['an error below 0', { data: { a: -1 } }, 'uncertainty.data.a', '不能小于 0'],
])('refuses %s, with its place', (_, uncertainty, where, words) => {
  const done = read(uncertainty)
  expect(done).toMatchObject({ kind: 'fault', where })
  expect(done.kind === 'fault' && done.message).toContain(words)
})

it('refuses what is no JSON', () => expect(readRobustnessInput('{')).toMatchObject({ kind: 'fault', where: '文件' }))
