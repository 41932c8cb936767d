import { expect, it } from 'vitest'
import type { Scheme } from '../scheme/scheme.ts'
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
