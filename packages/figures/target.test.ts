import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assessTarget, type TargetActual, type TargetFact, targetsOf } from './target.ts'

const target: TargetFact = {
  id: '510700/2023/gdp',
  layer: '人代会',
  owner: '绵阳市',
  document: '2023年绵阳市政府工作报告',
  clause: '增长7.5%',
  indicator: 'gdp',
  concept: 'default',
  region: '510700',
  year: 2023,
  measure: 'growth-real',
  operator: '=',
  value: 0.075,
  unit: 'ratio',
  printed: '7.5',
  printedUnit: '%',
  knownOn: '2023-01-03',
  cite: { document: '2023年绵阳市政府工作报告' },
  grade: 'B',
}
const actual: TargetActual = {
  measure: 'growth-real',
  concept: 'default',
  value: 0.075,
  ref: 'fig:510700/gdp.growth-real.ytd.official/510700/2023Q1@1',
  elapsed: 0.25,
  gdpGrowth: { value: 0.06, ref: 'fig:510700/gdp.growth-real.ytd.official/510700/2023Q1@1' },
  better: 'up',
}
const jobs: TargetFact = { ...target, measure: 'level', unit: '人', value: 850_000 }

describe('[figures.target.assess] a figure against a target', () => {
  it.each([
    ['below', target, { value: 0.074 }, '欠序时'],
    ['on', target, { value: 0.075 }, '达序时'],
    ['above', target, { value: 0.076 }, '超序时'],
    ['an amount behind time', jobs, { measure: 'level', value: 212_499 }, '欠序时'],
    ['an amount on time', jobs, { measure: 'level', value: 212_500 }, '达序时'],
    ['an amount ahead', jobs, { measure: 'level', value: 212_501 }, '超序时'],
    ['within a ceiling', { ...target, operator: '≤' }, { value: 0.07 }, '达序时'],
    ['on a ceiling', { ...target, operator: '≤' }, { value: 0.075 }, '达序时'],
    ['over a ceiling', { ...target, operator: '≤' }, { value: 0.076 }, '欠序时'],
    ['faster than GDP', { ...target, operator: '>gdp', value: null }, { value: 0.061 }, '超序时'],
    ['about, and met', { ...target, operator: '≈' }, { value: 0.08 }, '超序时'],
  ] as const)('%s', (_, fact, change, state) => {
    expect(assessTarget(fact, { ...actual, ...change })).toMatchObject({ kind: 'assessed', state })
  })

  it.each([
    ['target-missing', null, {}],
    ['target-missing', { ...target, operator: null, value: null }, {}],
    ['target-in-words', { ...target, operator: 'qual', value: null }, {}],
    ['no-tolerance', { ...target, operator: '≈' }, { value: 0.074 }],
    ['no-tolerance', { ...target, operator: '≈' }, { value: 0.08, better: null }],
    ['no-tolerance', { ...target, operator: 'sync', value: null }, {}],
    ['concept-differs', target, { concept: '区属' }],
    ['measure-differs', target, { measure: 'level' }],
    ['actual-missing', target, { value: null }],
    ['gdp-missing', { ...target, operator: '>gdp', value: null }, { gdpGrowth: null }],
  ] as const)('未评: %s', (reason, fact, change) => {
    expect(assessTarget(fact, { ...actual, ...change })).toMatchObject({ kind: 'unassessed', state: '未评', reason })
  })

  it('never grows worse with a better figure', () => {
    const order = { 欠序时: 0, 达序时: 1, 超序时: 2, 未评: -1 }
    const rate = fc.double({ min: -0.3, max: 0.3, noNaN: true })
    fc.assert(
      fc.property(rate, rate, (a, b) => {
        const [low, high] = a <= b ? [a, b] : [b, a]
        const states = [low, high].map((value) => order[assessTarget(target, { ...actual, value }).state])
        expect(states[0]).toBeLessThanOrEqual(states[1] ?? -1)
      }),
      { numRuns: 100 },
    )
  })

  it('is read as known on a day', () => {
    const of = { indicator: 'gdp', region: '510700', year: 2023 }
    const seen = (['2023-01-02', '2023-01-03', null] as const).map((on) => targetsOf([target], { ...of, on }).length)
    expect(seen).toEqual([0, 1, 1])
  })
})
