import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInside, isWithin, type Polygon, parsePolygon, printPolygon } from './polygon.ts'

const square = (x: number, y: number, size: number): Polygon => [
  [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ],
]
const text = (coordinates: unknown, type = 'Polygon') => JSON.stringify({ type, coordinates })
const messageOf = (given: string) => {
  const parsed = parsePolygon(given)
  return parsed.kind === 'bad' ? parsed.message : ''
}

describe('parsePolygon', () => {
  it('reads what printPolygon prints', () =>
    expect(parsePolygon(printPolygon(square(104, 31, 1)))).toEqual({ kind: 'polygon', polygon: square(104, 31, 1) }))
  it('keeps longitude and latitude only', () => {
    const high = square(104, 31, 1).map((ring) => ring.map(([x, y]) => [x, y, 500]))
    expect(parsePolygon(text(high))).toEqual({ kind: 'polygon', polygon: square(104, 31, 1) })
  })
  it.each([
    ['no JSON', '绵阳', /Polygon/],
    ['null', 'null', /Polygon/],
    ['a point', text([104, 31], 'Point'), /Polygon/],
    ['no ring', text([]), /没有边界/],
    [
      'two corners',
      text([
        [
          [0, 0],
          [1, 1],
          [0, 0],
        ],
      ]),
      /三个拐点/,
    ],
    ['an open ring', text([square(0, 0, 1)[0]?.slice(0, 4)]), /没有闭合/],
    [
      'words for numbers',
      text([
        [
          ['0', 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ]),
      /经度在前/,
    ],
    ['latitude before longitude', text([square(0, 95, 1)[0]]), /经度在前/],
    [
      'a bow tie',
      text([
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ]),
      /自相交/,
    ],
    [
      'a line',
      text([
        [
          [0, 0],
          [1, 1],
          [2, 2],
          [0, 0],
        ],
      ]),
      /一条线/,
    ],
    ['501 corners', text([Array.from({ length: 501 }, () => [0, 0])]), /拐点过多/],
    ['20,001 characters', ' '.repeat(20_001), /过长/],
  ])('refuses %s', (_, given, message) => expect(messageOf(given)).toMatch(message))
})

describe('isInside, isWithin', () => {
  const ring: Polygon = [...square(0, 0, 4), ...square(1, 1, 2)]
  it.each([
    ['in it', [0.5, 0.5], true],
    ['in the hole', [2, 2], false],
    ['outside', [5, 2], false],
  ] as const)('%s', (_, place, answer) => expect(isInside(place, [ring])).toBe(answer))
  it('takes what lies over the line between two neighbours', () =>
    expect(isWithin(square(3.5, 1, 1), [square(0, 0, 4), square(4, 0, 4)])).toBe(true))
  it('refuses what sticks out', () => expect(isWithin(square(3.5, 1, 1), [square(0, 0, 4)])).toBe(false))
  it('a smaller square about the same middle stays within', () =>
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (part) =>
        isWithin(square(2 - 2 * part, 2 - 2 * part, 4 * part), [square(0, 0, 4)]),
      ),
      { numRuns: 50 },
    ))
})
