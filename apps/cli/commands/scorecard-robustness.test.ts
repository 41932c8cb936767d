import { describe, expect, it } from 'vitest'
import { runCommand } from '../testing/ask-command.ts'

const run = (words: readonly string[], given: unknown) =>
  runCommand(['scorecard', 'robustness', '-', ...words], JSON.stringify(given))

const input = {
  units: ['甲', '乙', '丙', '丁'],
  indicators: [
    { code: '亩均税收', direction: 1, weight: 50 },
    { code: '单位能耗', direction: -1, weight: 50 },
  ],
  values: { 亩均税收: [30, 22, 21, 3], 单位能耗: [1, 2, 1.9, 4] },
  normalise: { method: 'minmax', range: [1, 100] },
  aggregate: 'arithmetic',
  grades: [{ grade: 'A', atMost: 0.5 }, { grade: 'B' }],
  uncertainty: { weights: 0.5, aggregate: ['arithmetic', 'geometric'] },
}

describe('scorecard robustness', () => {
  it('the promised keys, and the same bytes for the same seed', async () => {
    const asked = ['--draws', '200', '--seed', '7', '--json']
    const [first, second] = [await run(asked, input), await run(asked, input)]
    expect(first.code).toBe(0)
    expect(first.out).toBe(second.out)
    const document = JSON.parse(first.out)
    expect(document).toMatchObject({ draws: 200, seed: 7, factors: ['weights', 'aggregate'] })
    expect(document.nominal.ranks).toEqual([1, 2, 3, 4])
    expect(document.nominal.grades).toEqual(['A', 'A', 'B', 'B'])
    expect(Object.keys(document.rank)).toEqual(['q5', 'median', 'q95', 'mean'])
    expect(document.gradeProbability.A[0]).toBe(1)
    expect(document.nearBorder.map(({ unit }: { unit: string }) => unit).sort()).toEqual(['丙', '乙'])
  })

  it('sensitivity and indicators left out when asked, in words', async () => {
    const { code, out } = await run(['--draws', '20', '--seed', '1', '--sensitivity', '16', '--leave-out'], input)
    expect(code).toBe(0)
    for (const words of ['1\t甲\t1～1', '乙：等次 A 只有', 'weights：一阶', '去掉 亩均税收：'])
      expect(out).toContain(words)
  })

  it.each<[string, readonly string[], object, number, string]>([
    ['no seed', ['--draws', '10', '--json'], {}, 2, 'usage'],
    ['no draws', ['--draws', '0', '--seed', '1', '--json'], {}, 2, 'usage'],
    ['too many draws', ['--draws', '999999999', '--seed', '1', '--json'], {}, 1, 'figure.refused'],
    ['a factor that is none', ['--draws', '9', '--seed', '1', '--json'], { uncertainty: { w: 1 } }, 1, 'input.invalid'],
    [
      'a combination that cannot be',
      ['--draws', '9', '--seed', '1', '--json'],
      { uncertainty: { normalise: ['zscore'], aggregate: ['geometric'] } },
      1,
      'figure.refused',
    ],
  ])('refuses %s', async (_, asked, change, exit, word) => {
    const { code, out, err } = await run(asked, { ...input, ...change })
    expect([code, JSON.parse(out).code]).toEqual([exit, word])
    expect(err).not.toBe('')
  })
})
