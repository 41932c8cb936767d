import { toCanonical } from '@yundiao/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GOAL_WORDS, type GoalOperator, reachesGoal, readGoal } from './goals.ts'

describe('readGoal', () => {
  it.each([
    ['增速6.5%以上', '>=', 6.5, '%'],
    ['一季度增速 ≥8 %', '>=', 8, '%'],
    ['规上工业增加值增长不低于9％', '>=', 9, '%'],
    ['到2022年底达到100亿元', '>=', 100, '亿元'],
    ['完成固定资产投资50亿元', null, 0, ''],
    ['产值突破1,000亿元', '>', 1000, '亿元'],
    ['失业率控制在5.5%以内', '<=', 5.5, '%'],
    ['能耗强度不超过0.5吨标准煤', '<=', 0.5, '吨标准煤'],
    ['降幅低于3%', '<', 3, '%'],
    ['新增四上企业20户以上', '>=', 20, '户'],
  ] as [string, GoalOperator | null, number, string][])('%s', (measure, operator, value, unit) => {
    expect(readGoal(measure)).toEqual(
      operator === null ? { kind: 'unclear', why: 'no-operator' } : { kind: 'goal', goal: { operator, value, unit } },
    )
  })

  it.each([
    ['印发实施方案', 'no-number'],
    ['增长8%左右', 'no-operator'],
    ['增长8%', 'no-operator'],
    ['约100亿元以上', 'no-operator'],
    ['GDP增长7.5%以上，规上工业增长9%以上', 'several'],
  ])('%s is left to a person', (measure, why) => {
    expect(readGoal(measure)).toEqual({ kind: 'unclear', why })
  })
})

describe('reachesGoal', () => {
  it.each([
    ['>=', 6.5, '%', 0.066, 'ratio', true],
    ['>=', 6.6, '%', 0.066, 'ratio', true],
    ['>=', 6.7, '%', 0.066, 'ratio', false],
    ['>', 6.6, '%', 0.066, 'ratio', false],
    ['<=', 6.6, '%', 0.066, 'ratio', true],
    ['>=', 784.28, '亿元', 78_428_000_000, '元', true],
    ['>=', 100, '亿元', 0.066, 'ratio', null],
    ['>=', 20, '栋', 30, '栋', null],
  ] as [GoalOperator, number, string, number, string, boolean | null][])(
    '%s %s%s of %s %s: %s',
    (operator, value, unit, figure, of, reached) => {
      expect(reachesGoal({ operator, value, unit }, { value: figure, unit: of })).toBe(reached)
    },
  )

  it('a figure never reaches both a bound and its opposite', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }), (demanded, held) => {
        const value = toCanonical(held / 10, '%') ?? 0
        const reaches = (operator: GoalOperator) =>
          reachesGoal({ operator, value: demanded / 10, unit: '%' }, { value, unit: 'ratio' })
        expect(reaches('>=')).toBe(!reaches('<'))
        expect(reaches('<=')).toBe(!reaches('>'))
      }),
    )
  })

  it('has words for each bound', () => {
    expect(Object.values(GOAL_WORDS)).toEqual(['不低于', '高于', '不高于', '低于'])
  })
})
