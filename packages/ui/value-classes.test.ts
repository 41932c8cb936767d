import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valueClasses } from './value-classes.ts'

describe('valueClasses', () => {
  it.each([
    ['no values', [], []],
    ['one value', [3], [{ low: 3, high: 3 }]],
    ['equal values are one class', [2, 2, 2, 2, 2], [{ low: 2, high: 2 }]],
    [
      'eight values in four classes',
      [8, 1, 2, 3, 4, 5, 6, 7],
      [
        { low: 1, high: 2 },
        { low: 3, high: 4 },
        { low: 5, high: 6 },
        { low: 7, high: 8 },
      ],
    ],
    [
      'one far below the others stands alone',
      [6.9, 6.5, 2.3, 5.5, 7.1, 6.4, 6.7, 5.8, 6],
      [
        { low: 2.3, high: 2.3 },
        { low: 5.5, high: 6 },
        { low: 6.4, high: 6.7 },
        { low: 6.9, high: 7.1 },
      ],
    ],
  ])('%s', (_, values, classes) => expect(valueClasses(values)).toEqual(classes))

  it('holds every value in exactly one class, the classes rising', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 25 }), (values) => {
        const classes = valueClasses(values)
        for (const value of values)
          expect(classes.filter(({ low, high }) => low <= value && value <= high)).toHaveLength(1)
        expect(classes.every(({ low }, i) => i === 0 || low > (classes[i - 1]?.high ?? low))).toBe(true)
        expect(classes.length).toBeLessThanOrEqual(4)
      }),
      { numRuns: 60 },
    ))
})
