import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HeadCell, headRows } from './head-rows.ts'

const brief = (cells: readonly HeadCell[] | undefined) =>
  cells?.map((cell) => `${cell.label}@${cell.column}:${cell.columnSpan}x${cell.rowSpan}`)

describe('headRows', () => {
  it('merges T1: 指标名称 down two rows, 1—3月完成 over three columns', () => {
    const rows = headRows([
      { label: '指标名称' },
      { label: '绝对额', under: ['1—3月完成'] },
      { label: '同比增速', under: ['1—3月完成'] },
      { label: '较全省', under: ['增速比较'] },
    ])
    expect(rows.map(brief)).toEqual([
      ['指标名称@0:1x2', '1—3月完成@1:2x1', '增速比较@3:1x1'],
      ['绝对额@1:1x1', '同比增速@2:1x1', '较全省@3:1x1'],
    ])
  })

  it('does not merge two leaves of the same name, nor the same parent under different grandparents', () => {
    expect(headRows([{ label: '位次' }, { label: '位次' }]).map(brief)).toEqual([['位次@0:1x1', '位次@1:1x1']])
    const rows = headRows([
      { label: '位次', under: ['生产总值', '增速'] },
      { label: '位次', under: ['投资', '增速'] },
    ])
    expect(rows.map(brief)[1]).toEqual(['增速@0:1x1', '增速@1:1x1'])
  })

  it('covers every square of the head exactly once', () => {
    const word = fc.constantFrom('甲', '乙', '丙')
    const leaf = fc.record({ label: word, under: fc.array(word, { maxLength: 3 }) })
    fc.assert(
      fc.property(fc.array(leaf, { minLength: 1, maxLength: 12 }), (columns) => {
        const rows = headRows(columns)
        const covered = new Map<string, number>()
        for (const cell of rows.flat())
          for (let r = 0; r < cell.rowSpan; r += 1)
            for (let c = 0; c < cell.columnSpan; c += 1) {
              const square = `${cell.row + r},${cell.column + c}`
              covered.set(square, (covered.get(square) ?? 0) + 1)
            }
        expect(covered.size).toBe(rows.length * columns.length)
        expect([...covered.values()].every((times) => times === 1)).toBe(true)
      }),
    )
  })
})
