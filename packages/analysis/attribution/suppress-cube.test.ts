import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maximise } from '../testing/linear-program.ts'
import { type Cube, suppressCube } from './suppress-cube.ts'

const runs = { numRuns: process.env.YUNDIAO_DEEP ? 150 : 12 }

type Spot = readonly [number, number, number]

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

/** All cells with their totals, by spot; an index one beyond the last is the total of that side. */
const fullOf = (values: Cube['values']): { sides: Spot; at: (spot: Spot) => number; spots: readonly Spot[] } => {
  const sides: Spot = [values.length, values[0]?.length ?? 0, values[0]?.[0]?.length ?? 0]
  const range = (index: number, side: number): number[] =>
    index < side ? [index] : Array.from({ length: side }, (_, i) => i)
  const at = ([r, c, l]: Spot): number =>
    sum(
      range(r, sides[0]).flatMap((i) =>
        range(c, sides[1]).flatMap((j) => range(l, sides[2]).map((k) => values[i]?.[j]?.[k] ?? 0)),
      ),
    )
  const spots = Array.from({ length: sides[0] + 1 }, (_, r) =>
    Array.from({ length: sides[1] + 1 }, (_, c) => Array.from({ length: sides[2] + 1 }, (_, l): Spot => [r, c, l])),
  ).flat(2)
  return { sides, at, spots }
}

/** What someone who sees all but the hidden cells can say of one of them: the least and the most it can be. */
const attack = (values: Cube['values'], isHidden: (spot: Spot) => boolean, spot: Spot): [number, number] => {
  const { sides, at, spots } = fullOf(values)
  const hidden = spots.filter(isHidden)
  const lines = [0, 1, 2].flatMap((side) =>
    [...Map.groupBy(spots, (one) => one.filter((_, i) => i !== side).join()).values()].map((line) => {
      const sign = (one: Spot): number => (one[side] === sides[side] ? -1 : 1)
      const b = -sum(line.filter((one) => !isHidden(one)).map((one) => sign(one) * at(one)))
      const a = hidden.map((one) => (line.includes(one) ? sign(one) : 0))
      return b < 0 ? { a: a.map((value) => -value), b: -b } : { a, b }
    }),
  )
  const known = lines.filter(({ a }) => a.some((value) => value !== 0))
  const goal = hidden.map((one) => (one.join() === spot.join() ? 1 : 0))
  // Totals hidden too may run off: a ceiling keeps the question finite.
  const ceiling = (2 * at(sides) + 1) * hidden.length
  const a = [...known.map((line) => [...line.a, 0]), [...hidden.map(() => 1), 1]]
  const b = [...known.map((line) => line.b), ceiling]
  return [-maximise(a, b, [...goal.map((value) => -value), 0]), maximise(a, b, [...goal, 0])]
}

const cubeOf = (
  rows: number,
  columns: number,
  layers: number,
  of: fc.Arbitrary<number>,
): fc.Arbitrary<number[][][]> => {
  const exactly = <T>(item: fc.Arbitrary<T>, n: number) => fc.array(item, { minLength: n, maxLength: n })
  return exactly(exactly(exactly(of, layers), columns), rows)
}

const hiddenIn = (cube: Cube): { few: readonly Spot[]; isHidden: (spot: Spot) => boolean } => {
  const got = suppressCube(cube)
  if (got.kind === 'refused') throw new Error(got.message)
  const markAt = ([r, c, l]: Spot) => got.mask[r]?.[c]?.[l] ?? null
  return {
    few: fullOf(cube.values).spots.filter((spot) => markAt(spot) === 'few'),
    isHidden: (spot) => markAt(spot) !== null,
  }
}

describe('suppression in three dimensions', () => {
  const values = [
    [
      [40, 60],
      [30, 20],
    ],
    [
      [50, 10],
      [70, 80],
    ],
  ]
  const respondents = [
    [
      [1, 9],
      [8, 7],
    ],
    [
      [6, 5],
      [9, 4],
    ],
  ]
  it('hides a box with the cell of one respondent, and the attack finds a range', () => {
    const { few, isHidden } = hiddenIn({ values, respondents })
    expect(few).toEqual([[0, 0, 0]])
    expect(fullOf(values).spots.filter(isHidden)).toHaveLength(8)
    const [least, most] = attack(values, isHidden, [0, 0, 0])
    expect(least).toBeLessThan(40)
    expect(most).toBeGreaterThan(40)
  })
  it('the attack is real: a rectangle, enough for a table, gives the cell away in a cube', () => {
    const face = new Set(['0,0,0', '0,1,0', '1,0,0', '1,1,0'])
    expect(attack(values, (spot) => face.has(spot.join()), [0, 0, 0])).toEqual([
      expect.closeTo(40, 6),
      expect.closeTo(40, 6),
    ])
  })
  it('a cell of many that one dominates is hidden with its box', () => {
    const many = respondents.map((plane) => plane.map((line) => line.map(() => 9)))
    const even = values.map((plane) => plane.map((line) => line.map((value) => [value / 9, value / 9] as const)))
    const largest = even.with(0, [
      [
        [38, 1],
        [1, 1],
      ],
      even[0]?.[1] ?? [],
    ])
    const got = suppressCube({ values, respondents: many, largest })
    if (got.kind === 'refused') throw new Error(got.message)
    expect(got.mask[0]?.[0]?.[0]).toBe('dominant')
    const [least, most] = attack(values, ([r, c, l]) => (got.mask[r]?.[c]?.[l] ?? null) !== null, [0, 0, 0])
    expect(most - least).toBeGreaterThan(10)
  })
  it('hides totals of a few too', () => {
    const lonely = respondents.map((plane) => plane.map(([, second = 0], c) => [c === 0 ? 1 : 5, second]))
    expect(hiddenIn({ values, respondents: lonely }).few.map(String)).toContain('2,0,0')
  })
  it('hides nothing where all cells are of three and more', () => {
    const many = respondents.map((plane) => plane.map((line) => line.map(() => 3)))
    expect(hiddenIn({ values, respondents: many })).toMatchObject({ few: [] })
  })
  it('refuses where nothing can guard: a respondent with nothing, alone', () => {
    const nothing = values.map((plane) => plane.map((line) => line.map(() => 0)))
    expect(suppressCube({ values: nothing, respondents })).toMatchObject({ kind: 'refused' })
  })
  it('no cell of a few can be computed back from any cube', () =>
    fc.assert(
      fc.property(
        cubeOf(2, 3, 2, fc.integer({ min: 0, max: 300 })),
        cubeOf(2, 3, 2, fc.integer({ min: 0, max: 12 })),
        (amounts, counts) => {
          const filled = amounts.map((plane, r) =>
            plane.map((line, c) => line.map((value, l) => ((counts[r]?.[c]?.[l] ?? 0) > 0 ? value + 1 : 0))),
          )
          const { few, isHidden } = hiddenIn({ values: filled, respondents: counts })
          for (const spot of few) {
            const [least, most] = attack(filled, isHidden, spot)
            expect(most - least).toBeGreaterThan(0.5)
          }
        },
      ),
      runs,
    ))
})
