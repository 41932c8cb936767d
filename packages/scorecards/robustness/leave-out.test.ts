import { expect, it } from 'vitest'
import type { Scheme } from '../scheme/scheme.ts'
import { robustnessOf } from './assess-robustness.ts'
import { withoutIndicator } from './leave-out.ts'

const indicator = (code: string, parent?: string) => ({
  code,
  direction: 1 as const,
  weight: 1,
  ...(parent ? { parent } : {}),
})
const scheme: Scheme = {
  indicators: [
    indicator('a', 'x'),
    indicator('x', 'y'),
    indicator('b', 'y'),
    indicator('c', 'z'),
    indicator('y'),
    indicator('z'),
  ],
  missing: 'fail',
  normalise: { method: 'none' },
  aggregate: { method: 'arithmetic' },
}

it.each([
  ['a', ['b', 'c', 'y', 'z']],
  ['b', ['a', 'x', 'c', 'y', 'z']],
  ['c', ['a', 'x', 'b', 'y']],
])('without %s no node stands above nothing', (code, left) =>
  expect(withoutIndicator(scheme, code).indicators.map((one) => one.code)).toEqual(left),
)

it('what was said of an indicator goes with it: its judgements, allocations and methods', () => {
  const said: Scheme = {
    ...scheme,
    weights: {
      method: 'combined',
      of: [
        {
          method: 'ahp',
          comparisons: {
            y: {
              codes: ['b', 'x'],
              matrix: [
                [1, 3],
                [1 / 3, 1],
              ],
            },
            x: { codes: ['a'], matrix: [[1]] },
          },
        },
        { method: 'experts', experts: [{ weights: { a: 1, b: 2, x: 3 } }] },
      ],
    },
    aggregate: { method: 'arithmetic', perNode: { x: 'geometric', z: 'harmonic' } },
  }
  expect(withoutIndicator(said, 'a')).toMatchObject({
    weights: {
      of: [{ comparisons: { y: { codes: ['b'], matrix: [[1]] } } }, { experts: [{ weights: { b: 2 } }] }],
    },
    aggregate: { perNode: { z: 'harmonic' } },
  })
  expect(withoutIndicator(said, 'a').aggregate.perNode).not.toHaveProperty('x')
})

it('an indicator the scheme cannot do without is named, and the others are still left out', () => {
  const lone: Scheme = {
    ...scheme,
    indicators: [indicator('a'), { ...indicator('b'), weight: 0 }, { ...indicator('c'), weight: 0 }],
  }
  const values = { a: [1, 2, 3], b: [3, 1, 2], c: [2, 3, 1] }
  const done = robustnessOf(
    lone,
    { units: ['甲', '乙', '丙'], values },
    { uncertainty: {}, draws: 4, seed: 1, leaveOut: true },
  )
  expect(done).toMatchObject({
    kind: 'assessed',
    leaveOut: [{ code: 'b' }, { code: 'c' }],
    notLeftOut: [{ code: 'a', message: expect.stringContaining('去掉 a 后') }],
  })
})
