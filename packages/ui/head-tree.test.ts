import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HeadCell, type HeadColumn, headRows } from './head-tree.ts'

const t1: HeadColumn[] = [
  { label: '指标名称' },
  { label: '绝对额', under: ['目标'] },
  { label: '增速', under: ['目标'] },
  { label: '绝对额', under: ['完成'] },
  { label: '备注' },
]

const covers = (rows: HeadCell[][], cell: HeadCell, row: number, column: number): boolean => {
  const top = rows.findIndex((line) => line.includes(cell))
  return top <= row && row < top + cell.rowSpan && cell.column <= column && column < cell.column + cell.colSpan
}

describe('headRows', () => {
  it('merges adjacent columns under one head and lets plain columns span', () => {
    expect(headRows(t1).map((row) => row.map((c) => [c.label, c.colSpan, c.rowSpan]))).toEqual([
      [
        ['指标名称', 1, 2],
        ['目标', 2, 1],
        ['完成', 1, 1],
        ['备注', 1, 2],
      ],
      [
        ['绝对额', 1, 1],
        ['增速', 1, 1],
        ['绝对额', 1, 1],
      ],
    ])
  })

  it('does not merge the same second-level head under different first-level heads', () => {
    const rows = headRows([
      { label: 'a', under: ['甲', '同'] },
      { label: 'b', under: ['乙', '同'] },
    ])
    expect(rows[1]?.map((c) => c.colSpan)).toEqual([1, 1])
  })

  it('gives one row when nothing is merged', () => {
    expect(headRows([{ label: 'a' }, { label: 'b' }])).toHaveLength(1)
  })

  it('covers every column of every row exactly once', () => {
    const column = fc.record({
      label: fc.constant('x'),
      under: fc.array(fc.constantFrom('甲', '乙'), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 12 }), (columns) => {
        const rows = headRows(columns)
        const seen = rows.map((_, r) =>
          columns.map((_, c) => rows.flat().filter((cell) => covers(rows, cell, r, c)).length),
        )
        expect(seen.flat().every((n) => n === 1)).toBe(true)
      }),
    )
  })
})
