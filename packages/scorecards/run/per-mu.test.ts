import { describe, expect, it } from 'vitest'
import { decomposeDifference } from '../explain/decompose-difference.ts'
import { decomposeScore } from '../explain/decompose-score.ts'
import type { Indicator, Inputs, Scheme } from '../scheme/scheme.ts'
import type { Result } from './result.ts'
import { runScorecard } from './run-scorecard.ts'

/** Schemes of 亩均论英雄 as places published them: what the engine must be able to hold as data. */
const run = (scheme: Scheme, inputs: Inputs): Result => {
  const done = runScorecard(scheme, inputs)
  if (done.kind === 'refused') throw new Error(done.message)
  return done
}
const totals = (done: Result): readonly (number | null)[] => done.scores[done.root] ?? []
const item = (code: string, weight: number, change: Partial<Indicator> = {}): Indicator => ({
  code,
  direction: 1,
  weight,
  ...change,
})

describe('旌德: weight × (20 + 80 × place between least and most) / 100, and points besides', () => {
  const scheme: Scheme = {
    indicators: [item('亩均税收', 40), item('亩均营收', 30), item('单位能耗产值', 30)],
    missing: 'fail',
    normalise: { method: '20+80' },
    aggregate: { method: 'arithmetic' },
  }
  const inputs: Inputs = {
    units: ['甲', '乙', '丙'],
    values: { 亩均税收: [2, 6, 10], 亩均营收: [100, 50, 75], 单位能耗产值: [1, 2, 3] },
    bonuses: [
      { unit: '乙', points: 3, reason: '省级专精特新' },
      { unit: '乙', points: -1, reason: '统计数据迟报' },
    ],
  }
  const done = run(scheme, inputs)
  it('scores', () => {
    expect(totals(done)[0]).toBeCloseTo(0.4 * 20 + 0.3 * 100 + 0.3 * 20, 10)
    expect(totals(done)[1]).toBeCloseTo(0.4 * 60 + 0.3 * 20 + 0.3 * 60 + 2, 10)
    expect(totals(done)[2]).toBeCloseTo(0.4 * 100 + 0.3 * 60 + 0.3 * 100, 10)
  })
  it('points besides stand in the explanation and leave nothing over', () => {
    const score = decomposeScore(scheme, done, '乙')
    expect(score?.parts.at(-1)).toMatchObject({ code: 'bonus', points: 2 })
    expect(score?.parts.reduce((sum, { points }) => sum + (points ?? 0), 0)).toBeCloseTo(score?.score ?? 0, 10)
    const gap = decomposeDifference(scheme, { result: done, unit: '甲' }, { result: done, unit: '乙' })
    expect(gap?.parts.at(-1)).toMatchObject({ code: 'bonus', byScore: 2 })
    expect(gap?.parts.reduce((sum, { byScore, byWeight }) => sum + byScore + byWeight, 0)).toBeCloseTo(
      gap?.byScore ?? 0,
      10,
    )
  })
  it('for nobody on the list: refused', () =>
    expect(runScorecard(scheme, { ...inputs, bonuses: [{ unit: '戊', points: 1, reason: '' }] })).toMatchObject({
      kind: 'refused',
      places: ['戊'],
    }))
})

describe('四川 2020: five province-wide items (70 %) and local ones (30 %)', () => {
  const scheme: Scheme = {
    indicators: [
      item('亩均营业收入', 20, { benchmark: 427.4, denominator: '用地' }),
      item('亩均税收', 20, { benchmark: 14.3, denominator: '用地' }),
      item('人均营业收入', 20, { benchmark: 144.4, denominator: '从业人员' }),
      item('单位能耗营业收入', 5, { benchmark: 4.9, denominator: '能耗' }),
      item('研发投入强度', 5, { benchmark: 0.015 }),
      item('地方指标', 30, { benchmark: { of: 'mean', by: '行业' } }),
    ],
    missing: 'reweight',
    normalise: { method: 'benchmark' },
    aggregate: { method: 'arithmetic' },
    grades: { grades: [{ grade: 'A', atMost: 0.3 }, { grade: 'B' }, { grade: 'C', atLeast: 0.1 }, { grade: 'D' }] },
  }
  const inputs: Inputs = {
    units: ['甲', '乙', '丙', '丁'],
    values: {
      亩均营业收入: [4274, 2000, 3000, 9000],
      亩均税收: [143, 100, -20, 300],
      人均营业收入: [4274, 2000, 3000, 9000],
      单位能耗营业收入: [4274, 2000, 3000, 9000],
      研发投入强度: [0.015, 0.01, null, 0.03],
      地方指标: [1, 2, 3, 5],
    },
    denominators: { 用地: [10, 10, 10, 0], 从业人员: [29.6, 20, 30, 60], 能耗: [872.2, 500, 700, 1500] },
    groups: { 行业: ['电子', '电子', '白酒', '白酒'] },
    lists: {
      veto: [{ unit: '乙', reason: '环保一票否决' }],
      ungraded: [{ unit: '丙', reason: '公用事业', as: 'B' }],
    },
  }
  const done = run(scheme, inputs)
  it('a unit at the averages scores near 100; its industry’s mean is the local benchmark', () => {
    expect(done.normalised.亩均营业收入?.[0]).toBeCloseTo(100, 10)
    expect(done.normalised.亩均税收?.[0]).toBeCloseTo(100, 10)
    expect(done.normalised.地方指标).toEqual([expect.closeTo(200 / 3, 10), expect.closeTo(400 / 3, 10), 75, 125])
  })
  it('a refund counts as nothing, no land leaves no figure', () => {
    expect(done.normalised.亩均税收).toEqual([expect.closeTo(100, 10), expect.closeTo(69.930069, 5), 0, null])
  })
  it('an unknown cap is told, not invented', () =>
    expect(done.notes.filter(({ what }) => what === 'no-cap')).toHaveLength(6))
  it('vetoed, left without a grade, and the denominator', () => {
    expect(done.grades?.units.map(({ grade }) => grade)).toEqual(['C', 'D', null, 'B'])
    expect(done.grades).toMatchObject({ denominator: 3, leftOut: ['丙'] })
  })
})

it('a logarithm and ends in the values’ own unit do not go together', () => {
  const scheme: Scheme = {
    indicators: [item('收入', 1, { goalposts: [100, 75000], treat: { method: 'log', always: true } })],
    missing: 'fail',
    normalise: { method: 'goalposts' },
    aggregate: { method: 'arithmetic' },
  }
  expect(runScorecard(scheme, { units: ['甲', '乙'], values: { 收入: [200, 900] } })).toMatchObject({
    kind: 'refused',
    reason: 'scheme',
  })
})
