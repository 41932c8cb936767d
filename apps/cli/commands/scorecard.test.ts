import { describe, expect, it } from 'vitest'
import { askCommand } from '../testing/ask-command.ts'

const input = {
  units: ['甲', '乙', '丙'],
  indicators: [
    { code: '亩均税收', direction: 1, weight: 50, benchmark: 11.5932 },
    { code: '单位用电税收', direction: 1, weight: 50, benchmark: 0.2352 },
  ],
  values: { 亩均税收: [10, 20, null], 单位用电税收: [0.2, 0.1, 0.3] },
  normalise: { method: 'benchmark' },
  aggregate: { method: 'arithmetic' },
  missing: 'reweight',
  grades: [{ grade: 'A', atMost: 0.34 }, { grade: 'B' }],
}

describe('scorecard run', () => {
  it('the promised keys, columns as long as the units', async () => {
    const { code, document } = await askCommand(['scorecard', 'run'], input)
    expect(code).toBe(0)
    expect(Object.keys(document).slice(0, 5)).toEqual(['units', 'treated', 'normalised', 'scores', 'ranks'])
    expect(document).toMatchObject({ root: 'total', ranks: [3, 2, 1], grades: ['B', 'B', 'A'] })
    expect((document.scores as { total: number[] }).total[0]).toBeCloseTo(85.645737, 6)
    expect((document.normalised as { 亩均税收: unknown[] }).亩均税收[2]).toBeNull()
  })
  it.each<[string, object, string]>([
    ['a column short', { values: { 亩均税收: [1], 单位用电税收: [1, 2, 3] } }, 'figure.refused'],
    ['a missing value that must be there', { missing: 'fail' }, 'figure.refused'],
    ['an unknown method', { normalise: { method: '百分制' } }, 'input.invalid'],
  ])('refuses %s', async (_, change, word) => {
    const ran = await askCommand(['scorecard', 'run'], { ...input, ...change })
    expect([ran.code, ran.document.code]).toEqual([1, word])
    expect(ran.err).not.toBe('')
  })
})
