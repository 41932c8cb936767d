import type { LocalDate } from '@yundiao/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DotPoint, isNext, lineSegments, niceTicks } from './dots-layout.ts'

const point = (starts: LocalDate, ends: LocalDate, value: number | null = 1, concept = 'default'): DotPoint => ({
  period: `${starts}/${ends}`,
  starts,
  ends,
  value,
  concept,
})

describe('isNext', () => {
  it.each([
    ['quarters that touch', point('2021-01-01', '2021-03-31'), point('2021-04-01', '2021-06-30'), true],
    ['years that touch', point('2020-01-01', '2020-12-31'), point('2021-01-01', '2021-12-31'), true],
    ['a year left out', point('2019-01-01', '2019-12-31'), point('2021-01-01', '2021-12-31'), false],
    ['cumulative within a year', point('2021-01-01', '2021-03-31'), point('2021-01-01', '2021-06-30'), true],
    ['cumulative across New Year', point('2021-01-01', '2021-12-31'), point('2022-01-01', '2022-03-31'), false],
    ['cumulative, half a year left out', point('2021-01-01', '2021-03-31'), point('2021-01-01', '2021-12-31'), false],
    ['another 口径', point('2020-01-01', '2020-12-31'), point('2021-01-01', '2021-12-31', 1, '区属'), false],
    ['a missing value', point('2020-01-01', '2020-12-31', null), point('2021-01-01', '2021-12-31'), false],
  ] as const)('%s', (_, a, b, answer) => expect(isNext(a, b)).toBe(answer))
})

describe('lineSegments', () => {
  it('leaves lone releases as single dots', () => {
    const lone = [point('2014-01-01', '2014-12-31'), point('2017-01-01', '2017-12-31')]
    expect(lineSegments(lone).map((s) => s.length)).toEqual([1, 1])
  })

  it('keeps every known point exactly once', () => {
    const year = fc
      .integer({ min: 1990, max: 2025 })
      .map((y) => point(`${y}-01-01`, `${y}-12-31`, y % 3 === 0 ? null : y))
    fc.assert(
      fc.property(fc.uniqueArray(year, { selector: (p) => p.starts }), (points) => {
        expect(lineSegments(points).flat()).toHaveLength(points.filter((p) => p.value !== null).length)
      }),
    )
  })
})

describe('niceTicks', () => {
  it('covers the values with few round steps', () => {
    expect(niceTicks([-6.8, 18.3])).toEqual([-10, 0, 10, 20])
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 1, maxLength: 9 }), (values) => {
        const ticks = niceTicks(values)
        expect(Math.min(...ticks)).toBeLessThanOrEqual(Math.min(...values))
        expect(Math.max(...ticks)).toBeGreaterThanOrEqual(Math.max(...values))
        expect(ticks.length).toBeLessThanOrEqual(8)
      }),
    )
  })
})
