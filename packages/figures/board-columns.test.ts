import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeColumns, encodeColumns } from './board-columns.ts'

const runs = process.env.YUNDIAO_DEEP ? 5_000 : 100

it('a hole is null and shifts nothing', () => {
  expect(
    encodeColumns(
      ['a', 'b', 'c'],
      [
        { series: 's', region: 'c', value: 3, ref: 'r3' },
        { series: 's', region: 'a', value: null, ref: 'r1' },
        { series: 's', region: 'elsewhere', value: 9, ref: 'r9' },
      ],
    ),
  ).toEqual({ regions: ['a', 'b', 'c'], columns: [{ series: 's', values: [null, null, 3], refs: ['r1', null, 'r3'] }] })
})

it('what is encoded is decoded, whatever the order and the holes', () => {
  const regions = ['510700', '510703', '510704', 'my-gaoxin', '510000']
  const point = fc.record({
    series: fc.constantFrom('s1', 's2', 's3'),
    region: fc.constantFrom(...regions),
    value: fc.option(fc.double({ noNaN: true }), { nil: null }),
    ref: fc.string({ minLength: 1 }),
  })
  const points = fc.uniqueArray(point, { selector: (item) => `${item.series} ${item.region}`, maxLength: 15 })
  const sorted = (items: readonly { series: string; region: string }[]) =>
    [...items].sort((a, b) => (`${a.series} ${a.region}` < `${b.series} ${b.region}` ? -1 : 1))
  fc.assert(
    fc.property(points, (items) => {
      const columns = encodeColumns(regions, items)
      expect(columns.columns.every((column) => column.values.length === regions.length)).toBe(true)
      expect(sorted(decodeColumns(columns))).toEqual(sorted(items))
    }),
    { numRuns: runs },
  )
})
