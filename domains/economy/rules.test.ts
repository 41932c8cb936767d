import { assessTarget, type TargetFact } from '@yundiao/figures'
import { checkRule, judgeBy } from '@yundiao/rules'
import { describe, expect, it } from 'vitest'
import { aheadOfTime, economyRules, growthAgainstTarget } from './rules.ts'

describe('rules of sheet T1', () => {
  it.each(economyRules.map((rule) => [rule.id, rule] as const))('[%s] may be published', (_, rule) =>
    expect(checkRule(rule)).toEqual({ kind: 'ok' }),
  )

  const target: TargetFact = {
    id: 't',
    layer: '人代会',
    owner: '某市',
    document: '报告',
    clause: null,
    indicator: 'x',
    concept: 'default',
    region: '510700',
    year: 2022,
    measure: 'growth-real',
    operator: '=',
    value: 0.08,
    unit: 'ratio',
    printed: '8',
    printedUnit: '%',
    knownOn: null,
    cite: { document: '报告' },
    grade: 'B',
  }
  const actual = { concept: 'default', ref: null, elapsed: 3 / 12, gdpGrowth: null, better: 'up' } as const

  it.each([0.079, 0.08, 0.081])('[economy.growth-against-target] the board says the same at %d', (growth) => {
    const judged = judgeBy(growthAgainstTarget, '2022-04-26')({ growth, target: 0.08 })
    const { state } = assessTarget(target, { ...actual, measure: 'growth-real', value: growth })
    expect(judged).toMatchObject({ value: state })
  })

  it.each([249, 250, 316])('[economy.ahead-of-time] the board says the same at %d of 1000', (done) => {
    const judged = judgeBy(aheadOfTime, '2022-04-26')({ done: done / 1000, months: 3 })
    const amount: TargetFact = { ...target, measure: 'level', unit: '元', value: 1000 }
    const { state } = assessTarget(amount, { ...actual, measure: 'level', value: done })
    expect(judged).toMatchObject({ value: state })
  })

  it('says nothing before the year of its source', () =>
    expect(judgeBy(growthAgainstTarget, '2021-12-31')({ growth: 0.1, target: 0.08 })).toEqual({ kind: 'no-rule' }))
})
