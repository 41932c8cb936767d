import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maximise } from '../testing/linear-program.ts'
import { type Hidden, largestOf } from './disclosure.ts'
import { type Mask, suppress, type Table } from './suppress.ts'

const runs = { numRuns: process.env.YUNDIAO_DEEP ? 500 : 40 }

const withTotals = (values: readonly (readonly number[])[]): number[][] => {
  const rows = values.map((line) => [...line, line.reduce((a, b) => a + b, 0)])
  const width = rows[0]?.length ?? 0
  return [...rows, Array.from({ length: width }, (_, c) => rows.reduce((sum, row) => sum + (row[c] ?? 0), 0))]
}

/** What someone who sees the mask can say about a hidden cell: the least and the most it can be. */
const attack = (table: Table, mask: Mask, row: number, column: number): [number, number] => {
  const full = withTotals(table.values)
  const hidden = full.flatMap((line, r) => line.flatMap((_, c) => (mask[r]?.[c] ? [[r, c] as const] : [])))
  const [height, width] = [full.length, full[0]?.length ?? 0]
  const sign = (isTotal: boolean): number => (isTotal ? -1 : 1)
  const rowLines = Array.from({ length: height }, (_, r) => ({
    a: hidden.map(([i, j]) => (i === r ? sign(j === width - 1) : 0)),
    b: -(full[r] ?? []).reduce((sum, value, c) => sum + (mask[r]?.[c] ? 0 : sign(c === width - 1) * value), 0),
  }))
  const columnLines = Array.from({ length: width }, (_, c) => ({
    a: hidden.map(([i, j]) => (j === c ? sign(i === height - 1) : 0)),
    b: -full.reduce((sum, line, r) => sum + (mask[r]?.[c] ? 0 : sign(r === height - 1) * (line[c] ?? 0)), 0),
  }))
  const lines = [...rowLines, ...columnLines]
    .filter(({ a }) => a.some((value) => value !== 0))
    .map(({ a, b }) => (b < 0 ? { a: a.map((value) => -value), b: -b } : { a, b }))
  const goal = hidden.map(([i, j]) => (i === row && j === column ? 1 : 0))
  // Totals hidden too may run off: a ceiling of twice the grand total keeps the question finite.
  const ceiling = 2 * (full.at(-1)?.at(-1) ?? 1) + 1
  const capped = {
    a: [...lines.map(({ a }) => [...a, 0]), [...new Array<number>(hidden.length).fill(1), 1]],
    b: [...lines.map(({ b }) => b), ceiling * hidden.length],
  }
  const most = maximise(capped.a, capped.b, [...goal, 0])
  const least = -maximise(capped.a, capped.b, [...goal.map((value) => -value), 0])
  return [least, most]
}

const marked = (mask: Mask, ...wanted: readonly Hidden[]): (readonly [number, number])[] =>
  mask.flatMap((line, r) => line.flatMap((mark, c) => (mark && wanted.includes(mark) ? [[r, c] as const] : [])))
const few = (mask: Mask): (readonly [number, number])[] => marked(mask, 'few')

/** A table of what each respondent has. */
const tableOf = (firms: readonly (readonly (readonly number[])[])[]): Table => {
  const each = <T>(of: (amounts: readonly number[]) => T): T[][] => firms.map((line) => line.map(of))
  return {
    values: each((amounts) => amounts.reduce((a, b) => a + b, 0)),
    respondents: each((amounts) => amounts.length),
    largest: each((amounts) => largestOf(amounts.map((amount) => [amount, 0]))),
  }
}

describe('suppression', () => {
  const table: Table = {
    values: [
      [120, 30, 50],
      [80, 45, 20],
      [60, 25, 70],
    ],
    respondents: [
      [9, 1, 7],
      [8, 6, 5],
      [5, 4, 9],
    ],
  }
  it('hides the cell of one respondent and a rectangle with it, the cheapest', () => {
    const mask = suppress(table)
    expect(mask[0]?.[1]).toBe('few')
    const guards = mask.flatMap((line, r) => line.flatMap((mark, c) => (mark === 'guard' ? [`${r},${c}`] : [])))
    // 30 in (0,1): row 1 with column 2 costs 45 + 50 + 20; row 2 with column 2 costs 25 + 50 + 70; and so on.
    expect(guards.sort()).toEqual(['0,2', '1,1', '1,2'])
  })
  it('two are still few, three are enough', () => {
    const counts = (n: number): Table => ({
      ...table,
      respondents: table.respondents.map((line) => line.map((count) => (count === 1 ? n : count))),
    })
    expect(few(suppress(counts(2)))).toHaveLength(1)
    expect(few(suppress(counts(3)))).toHaveLength(0)
  })
  it('a total of two respondents is a cell of a few', () => {
    const pair: Table = { values: table.values, respondents: table.respondents.with(0, [1, 1, 0]) }
    expect(few(suppress(pair)).map(String)).toContain('0,3')
    const [least, most] = attack(pair, suppress(pair), 0, 3)
    expect(most - least).toBeGreaterThan(1)
  })
  it('an attack by linear programming finds a range, not the value', () => {
    const [least, most] = attack(table, suppress(table), 0, 1)
    expect(least).toBeLessThan(30)
    expect(most).toBeGreaterThan(30)
  })
  it('the attack is real: the cell alone hidden, it finds the value', () => {
    const alone: Mask = withTotals(table.values).map((line, r) =>
      line.map((_, c) => (r === 0 && c === 1 ? 'few' : null)),
    )
    expect(attack(table, alone, 0, 1)).toEqual([expect.closeTo(30, 6), expect.closeTo(30, 6)])
  })
  it('where a cell stands alone in its row, totals guard it', () => {
    const lonely: Table = {
      values: [
        [40, 0],
        [10, 20],
      ],
      respondents: [
        [1, 0],
        [5, 5],
      ],
    }
    const mask = suppress(lonely)
    const [least, most] = attack(lonely, mask, 0, 0)
    expect(most - least).toBeGreaterThan(1)
  })
  const anyTable: fc.Arbitrary<Table> = fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
    .chain(([rows, columns]) =>
      fc.record({
        values: fc.array(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
        respondents: fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      }),
    )
  it('no cell of a few can be computed back from any table', () =>
    fc.assert(
      fc.property(anyTable, (some) => {
        const mask = suppress(some)
        for (const [r, c] of few(mask)) {
          const [least, most] = attack(some, mask, r, c)
          expect(most - least).toBeGreaterThan(0.5)
        }
      }),
      runs,
    ))

  const even = [20, 25, 30, 25]
  it.each([
    ['a third of them has less than 15 % of the largest: the second could tell the first', [100, 50, 14.9], 1],
    ['15 %: enough', [100, 50, 15], 0],
    ['many small ones together are enough', [1000, 50, 50, 50, 50, 10], 0],
    ['one with nearly all of four', [1000, 1, 1, 1], 1],
    ['nobody has anything: nothing to tell', [0, 0, 0], 0],
  ] as const)('%s', (_, amounts, found) => {
    const mask = suppress(
      tableOf([
        [amounts, even, even],
        [even, even, even],
        [even, even, even],
      ]),
    )
    expect(marked(mask, 'dominant').filter(([r, c]) => r === 0 && c === 0)).toHaveLength(found)
  })
  it('a total that one dominates is hidden like a cell; without a margin none is', () => {
    const firms = [
      [[5000], even],
      [even, even],
    ]
    expect(marked(suppress(tableOf(firms)), 'dominant').map(String)).toEqual(['0,2', '2,0', '2,2'])
    expect(marked(suppress(tableOf(firms), { least: 3, margin: 0 }), 'dominant')).toEqual([])
  })
  it('a large cell is guarded by cells that can hide a margin of it, not by the cheapest', () => {
    const firms = [
      [[1000], [1, 1, 1], even, [200, 200, 200]],
      [[1, 1, 1], [1, 1, 1], even, [90, 90, 90]],
      [[80, 90, 90], even, even, [150, 150, 150]],
      [[200, 210, 220], [300, 300, 300], even, even],
    ]
    const table = tableOf(firms)
    const [least, most] = attack(table, suppress(table), 0, 0)
    expect(Math.min(1000 - least, most - 1000)).toBeGreaterThanOrEqual(150)
    const narrow = suppress(table, { least: 3, margin: 0 })
    const [low, high] = attack(table, narrow, 0, 0)
    expect(high - low).toBeLessThan(150)
  })
  const anyFirms = fc.array(fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 500, max: 5000 })), {
    minLength: 1,
    maxLength: 6,
  })
  it('no dominated cell can be computed back either, in cells or totals', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(anyFirms, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
        (firms) => {
          const table = tableOf(firms)
          const mask = suppress(table)
          for (const [r, c] of marked(mask, 'few', 'dominant')) {
            const [least, most] = attack(table, mask, r, c)
            expect(most - least).toBeGreaterThan(0.5)
          }
        },
      ),
      runs,
    ))
})
