import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveCursor } from './grid-cursor.ts'

const size = { rows: 18, columns: 6 }

describe('moveCursor', () => {
  it.each([
    ['ArrowDown', false, { row: 0, column: 0 }, { row: 1, column: 0 }],
    ['ArrowUp', false, { row: 0, column: 0 }, null],
    ['ArrowRight', false, { row: 0, column: 4 }, { row: 0, column: 5 }],
    ['ArrowRight', false, { row: 0, column: 5 }, null],
    ['Home', false, { row: 3, column: 4 }, { row: 3, column: 0 }],
    ['End', false, { row: 3, column: 4 }, { row: 3, column: 5 }],
    ['Home', true, { row: 3, column: 4 }, { row: 0, column: 0 }],
    ['End', true, { row: 3, column: 4 }, { row: 17, column: 5 }],
    ['PageDown', false, { row: 3, column: 4 }, { row: 13, column: 4 }],
    ['PageDown', false, { row: 12, column: 4 }, { row: 17, column: 4 }],
    ['a', false, { row: 1, column: 1 }, null],
  ] as const)('%s ctrl=%s', (key, ctrl, from, to) => expect(moveCursor(key, ctrl, from, size)).toEqual(to))

  it('moves nowhere in an empty grid', () => {
    expect(moveCursor('ArrowDown', false, { row: 0, column: 0 }, { rows: 0, columns: 3 })).toBeNull()
  })

  it('never leaves the grid', () => {
    const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown')
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.boolean())), fc.integer({ min: 1, max: 40 }), (presses, rows) => {
        let at = { row: 0, column: 0 }
        for (const [key, ctrl] of presses) at = moveCursor(key, ctrl, at, { rows, columns: 5 }) ?? at
        expect(at.row >= 0 && at.row < rows && at.column >= 0 && at.column < 5).toBe(true)
      }),
    )
  })
})
