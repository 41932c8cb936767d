import { describe, expect, it } from 'vitest'
import { movePoint } from './move-point.ts'

const points = ['a', 'b', 'c'].map((id, at) => ({ id, version: at + 1 }))
const ids = (moved: { id: string }[] | null) => moved?.map(({ id }) => id) ?? null

describe('movePoint', () => {
  it.each([
    ['b', -1, ['b', 'a', 'c']],
    ['b', 1, ['a', 'c', 'b']],
    ['a', -1, null],
    ['c', 1, null],
    ['x', 1, null],
  ] as const)('%s by %d', (id, by, order) => expect(ids(movePoint(points, id, by))).toEqual(order))

  it('keeps the versions with their points', () =>
    expect(movePoint(points, 'c', -1)).toEqual([
      { id: 'a', version: 1 },
      { id: 'c', version: 3 },
      { id: 'b', version: 2 },
    ]))
})
