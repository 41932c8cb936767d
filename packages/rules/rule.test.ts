import type { LocalDate } from '@yundiao/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkRule, runVectors } from './check-rule.ts'
import { defineRule, type ExpressionRule, type ExpressionVersion, inForce, judgeBy, type Rule } from './rule.ts'

const cite = { document: '甲办法', number: '甲令第1号', article: '第二条' }

const fee = defineRule({
  id: 'land.fee',
  title: '征缴比例',
  inWords: ({ rate }) => `按价款的${rate * 100}%`,
  versions: [
    { from: '2012-07-01', value: { rate: 0.2 }, grade: 'B', cite },
    { from: '2020-01-01', to: '2021-12-31', value: { rate: 0.25 }, grade: 'B', cite },
    { from: '2021-01-01', value: { rate: 0.3 }, grade: 'D', cite, jurisdiction: '510000' },
    { from: '2021-06-01', to: '2021-06-30', value: { rate: 0.4 }, grade: 'D', cite, jurisdiction: '510700' },
  ],
})

const version: ExpressionVersion = {
  from: '2022-01-01',
  cite,
  grade: 'C',
  expression: { and: [{ '>=': [{ var: 'invested' }, 50_000_000] }, { missing: { var: 'startedOn' } }] },
  vectors: [
    { title: '刚到线、未动工', given: { invested: 50_000_000 }, expect: true },
    { title: '差一元', given: { invested: 49_999_999 }, expect: false },
    { title: '投资未报', given: { invested: null }, expect: null },
    { title: '投资未报而已动工', given: { startedOn: '2022-03-01' }, expect: false },
  ],
}
const stalled: ExpressionRule = defineRule({
  id: 'projects.stalled',
  title: '应开未开',
  inputs: {
    invested: { label: '总投资', type: 'number', shownIn: '亿元' },
    startedOn: { label: '开工日', type: 'day' },
  },
  versions: [version],
})
const withVersion = (changes: object): Rule => ({
  ...stalled,
  versions: [{ ...version, ...changes } as ExpressionVersion],
})
const faultsOf = (rule: Rule): string[] => {
  const checked = checkRule(rule)
  return checked.kind === 'ok' ? [] : checked.errors.map((error) => error.message)
}

describe('inForce', () => {
  it.each<[LocalDate, readonly string[], number | undefined, string | undefined]>([
    ['2012-06-30', [], undefined, undefined],
    ['2012-07-01', [], 0.2, '2012-07-01'],
    ['2019-12-31', [], 0.2, '2012-07-01'],
    ['2020-01-01', [], 0.25, '2020-01-01'],
    ['2021-12-31', [], 0.25, '2020-01-01'],
    ['2022-01-01', [], undefined, undefined],
    ['2020-12-31', ['510700', '510000'], 0.25, '2020-01-01'],
    ['2021-01-01', ['510700', '510000'], 0.3, '2021-01-01@510000'],
    ['2021-06-01', ['510700', '510000'], 0.4, '2021-06-01@510700'],
    ['2021-06-30', ['510700', '510000'], 0.4, '2021-06-01@510700'],
    ['2021-07-01', ['510700', '510000'], 0.3, '2021-01-01@510000'],
    ['2021-06-15', ['510000'], 0.3, '2021-01-01@510000'],
    ['2021-06-15', ['330000'], 0.25, '2020-01-01'],
  ])('on %s in %j: %s', (on, places, rate, id) => {
    const found = inForce(fee, on, places)
    expect(found?.value.rate).toBe(rate)
    expect(found?.version).toBe(id)
    if (found) expect(found).toMatchObject({ rule: 'land.fee', cite })
  })

  it('does not depend on the order versions are written in', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...fee.versions], { minLength: fee.versions.length }),
        fc.constantFrom<LocalDate>('2012-06-30', '2019-01-01', '2020-01-01', '2021-06-15', '2022-01-01'),
        (versions, on) => {
          expect(inForce({ ...fee, versions }, on, ['510700'])).toEqual(inForce(fee, on, ['510700']))
        },
      ),
    ))
})

describe('judgeBy', () => {
  it('answers with rule, version and citation', () => {
    const judge = judgeBy(stalled, '2022-04-26')
    const from = { rule: 'projects.stalled', version: '2022-01-01', cite, grade: 'C' }
    expect(judge({ invested: 6e7 })).toEqual({ kind: 'judged', value: true, ...from })
    expect(judge({})).toEqual({ kind: 'judged', value: null, ...from })
  })
  it('says there is no rule before the first day', () => {
    expect(judgeBy(stalled, '2021-12-31')({ invested: 6e7 })).toEqual({ kind: 'no-rule' })
  })
})

describe('checkRule', () => {
  it('passes what is dated, cited and answers its cases', () => {
    expect(checkRule(fee)).toEqual({ kind: 'ok' })
    expect(checkRule(stalled)).toEqual({ kind: 'ok' })
    expect(runVectors(stalled).map((outcome) => outcome.passes)).toEqual([true, true, true, true])
  })

  it.each<[string, Rule, string]>([
    ['no citation', withVersion({ cite: { document: ' ' } }), '没有依据'],
    ['citation left out', withVersion({ cite: undefined }), '没有依据'],
    ['no grade', withVersion({ grade: 'E' }), '没有依据等级'],
    ['no version', { ...stalled, versions: [] }, '没有带日期的版本'],
    ['a day that is none', withVersion({ from: '2022-02-30' }), '不是存在的日期'],
    ['ends before it begins', withVersion({ to: '2021-12-31' }), '截止日早于起始日'],
    ['bad id', { ...stalled, id: 'Stalled' }, '编号'],
    ['no title', { ...stalled, title: ' ' }, '没有名称'],
    ['no case', withVersion({ vectors: [] }), '没有算例'],
    ['wrong type', withVersion({ expression: { '>': [{ var: 'invested' }, '5'] } }), '算式 > 有误'],
    ['unknown input', withVersion({ expression: { known: { var: 'x' } } }), '没有“x”这个字段'],
    [
      'failing case',
      withVersion({ vectors: [{ title: '差一元', given: { invested: 49_999_999 }, expect: true }] }),
      '算例“差一元”应为true,算得false',
    ],
    [
      'unknown is not false',
      withVersion({ vectors: [{ title: '未报', given: {}, expect: false }] }),
      '应为false,算得未知',
    ],
    [
      'case with a field there is not',
      withVersion({ vectors: [{ title: '甲', given: { y: 1 }, expect: null }] }),
      '没有的字段“y”',
    ],
    [
      'case of the wrong type',
      withVersion({ vectors: [{ title: '甲', given: { invested: '5' }, expect: null }] }),
      '“总投资”类型不符',
    ],
    [
      'one label twice',
      { ...stalled, inputs: { ...stalled.inputs, other: { label: '总投资', type: 'number' } } },
      '两个字段都叫“总投资”',
    ],
  ])('refuses %s', (_, rule, message) => expect(faultsOf(rule)).toEqual([expect.stringContaining(message)]))

  it.each<[string, { from: LocalDate; to?: LocalDate; jurisdiction?: string }, boolean]>([
    ['the day before the next', { from: '2021-01-01', to: '2021-12-31' }, false],
    ['the day of the next', { from: '2021-01-01', to: '2022-01-01' }, true],
    ['open, ended by the next', { from: '2021-01-01' }, false],
    ['the same first day', { from: '2022-01-01' }, true],
    ['the same first day elsewhere', { from: '2022-01-01', jurisdiction: '510000' }, false],
  ])('overlap: %s', (_, span, overlaps) => {
    const rule = { ...stalled, versions: [{ ...version, ...span }, version] }
    expect(faultsOf(rule).some((message) => message.includes('时间重叠'))).toBe(overlaps)
  })
})
