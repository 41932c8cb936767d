import { describe, expect, it } from 'vitest'
import type { Indicator } from '../scheme/scheme.ts'
import { checkEvaluation } from './check-evaluation.ts'
import {
  defineEvaluation,
  type Evaluation,
  type EvaluationVersion,
  schemeFor,
  type UnknownAbout,
} from './evaluation.ts'
import { isRefusedSource, isSourceClass, SOURCE_CLASSES, type SourceClass } from './source-class.ts'

const tax: Indicator = { code: '亩均税收', direction: 1, weight: 100, benchmark: 10, cap: 1.5, denominator: '用地' }
const column = { label: '税收', unit: '万元', from: { add: ['tax'] }, sourceClass: '税务', clause: '第五条' } as const
const land = { ...column, code: '用地', label: '用地', unit: '亩', sourceClass: '自然资源' } as const
const input = { ...column, code: '亩均税收', unitShown: '万元/亩' }
const about = (...words: UnknownAbout[]) => words.map((each) => ({ about: each, words: '未公布', meanwhile: '照旧' }))

const version: EvaluationVersion = {
  from: '2021-01-01',
  title: '2021年版',
  cite: { document: '甲市办法' },
  grade: 'B',
  scheme: {
    indicators: [tax],
    missing: 'reweight',
    normalise: { method: 'benchmark' },
    aggregate: { method: 'arithmetic' },
    grades: { grades: [{ grade: 'A', atMost: 0.3 }, { grade: 'B' }], denominator: 'graded' },
  },
  inputs: [input],
  denominators: [land],
  scope: { words: '规上企业', when: [], clause: '第二条' },
  exclusions: [],
  vetoes: [],
  promotions: [],
  publicity: { days: 5, kind: '工作日', words: '公示 5 个工作日', clause: '第八条' },
  announced: 'ranked',
  policies: [
    {
      grade: 'A',
      measure: '优先供地',
      cite: { document: '甲市办法' },
      sourceGrade: 'B',
      burden: false,
      legalBasis: null,
    },
  ],
  unknowns: [],
}
const evaluation: Evaluation = defineEvaluation({
  id: 'parks.sample',
  title: '甲市评价',
  place: { code: '000001', name: '甲市' },
  subject: '企业',
  ledger: 'parks.efficiency',
  year: 'year',
  name: 'name',
  versions: [version],
})
const withVersion = (change: Partial<EvaluationVersion>): string[] =>
  checkEvaluation({ ...evaluation, versions: [{ ...version, ...change }] }).map(({ message }) => message)
const withScheme = (change: Partial<EvaluationVersion['scheme']>, unknowns = version.unknowns): string[] =>
  withVersion({ scheme: { ...version.scheme, ...change }, unknowns })

describe('checkEvaluation', () => {
  it('passes what is cited, adds up and leaves nothing unsaid', () => expect(checkEvaluation(evaluation)).toEqual([]))

  it.each<[string, string[], string]>([
    ['weights of 99', withScheme({ indicators: [{ ...tax, weight: 99 }] }), '权重合计 99'],
    ['no cap', withScheme({ indicators: [{ ...tax, cap: null }] }), '得分上限未规定（亩均税收）'],
    ['an indicator without a source', withVersion({ inputs: [] }), '指标 亩均税收 应有且只有一项数据来源'],
    ['two sources for one', withVersion({ inputs: [input, input] }), '应有且只有一项'],
    ['a source of no indicator', withVersion({ inputs: [input, { ...input, code: '产值' }] }), '数据来源 产值 不是'],
    ['a denominator of nothing', withVersion({ denominators: [] }), '分母 用地 没有写明'],
    ['no clause', withVersion({ inputs: [{ ...input, clause: ' ' }] }), '没有写明依据的条款'],
    ['a unit nobody knows', withVersion({ inputs: [{ ...input, unit: '万圆' }] }), '“万圆”不识别'],
    ['days of publicity not told', withVersion({ publicity: { ...version.publicity, days: null } }), '公示天数未知'],
    ['no measures', withVersion({ policies: [] }), '没有差别化措施'],
    [
      'a measure of no grade',
      withVersion({ policies: version.policies.map((one) => ({ ...one, grade: 'E' })) }),
      '“E”不在方案里',
    ],
    [
      'a burden without a law',
      withVersion({ policies: version.policies.map((one) => ({ ...one, burden: true })) }),
      '应写明法律依据',
    ],
    [
      'a lift without a floor',
      withVersion({ promotions: [{ basis: '小巨人', clause: '第七条', grade: 'B' }] }),
      '没有写明最低等次',
    ],
    [
      'a treated-as of no grade',
      withVersion({ exclusions: [{ basis: '初创', effect: 'ungraded', as: 'X', clause: '第三条', grade: 'B' }] }),
      '没有这个等次：X',
    ],
    ['no citation', withVersion({ cite: { document: '' } }), '没有依据'],
    [
      'an unknown without what is done meanwhile',
      withVersion({ unknowns: [{ about: 'tax', words: '未公布', meanwhile: '' }] }),
      '试算时怎么办',
    ],
    ['a denominator of shares unsaid', withScheme({ grades: { grades: [{ grade: 'A' }] } }), '等次比例的分母没有写明'],
  ])('refuses %s', (_, faults, message) => expect(faults).toEqual([expect.stringContaining(message)]))

  it.each<[string, string[]]>([
    ['weights', withScheme({ indicators: [{ ...tax, weight: 99 }] }, about('weights'))],
    ['a cap', withScheme({ indicators: [{ ...tax, cap: null }] }, about('cap'))],
    ['publicity', withVersion({ publicity: { ...version.publicity, days: null }, unknowns: about('publicity') })],
    ['measures', withVersion({ policies: [], unknowns: about('policies') })],
  ])('lets %s be unknown where that is said', (_, faults) => expect(faults).toEqual([]))

  it('an item left open must not move scores, and must be said to be open', () => {
    const open = { code: '地方指标', label: '地方指标', unitShown: null, from: null, clause: '第六条' }
    const local: Indicator = { code: '地方指标', direction: 1, weight: 30, normalise: { method: 'none' } }
    const both = (missing: 'reweight' | 'zero', unknowns = about('local')) =>
      withVersion({
        scheme: {
          ...version.scheme,
          indicators: [
            { ...tax, weight: 70 },
            { ...local, missing },
          ],
        },
        inputs: [input, open],
        unknowns,
      })
    expect(both('reweight')).toEqual([])
    expect(both('zero')).toEqual([expect.stringContaining('会影响得分')])
    expect(both('reweight', [])).toEqual([expect.stringContaining('未列入“待明确”')])
  })

  it('refuses firm-level statistical returns, which are no source class by type either', () => {
    // @ts-expect-error: what a firm returns to the statistical system is no source of an evaluation
    const named: SourceClass = '统计联网直报'
    expect(withVersion({ inputs: [{ ...input, sourceClass: named }] })).toEqual([
      expect.stringContaining('不得用于评价'),
    ])
    expect(withVersion({ inputs: [{ ...input, sourceClass: '统计汇总' }] })).toEqual([
      expect.stringContaining('不能用于企业评价'),
    ])
  })
})

describe('source classes', () => {
  it.each(['统计联网直报', '一套表', '规上工业一套表联网直报'])('“%s” is refused', (words) => {
    expect([isRefusedSource(words), isSourceClass(words)]).toEqual([true, false])
  })
  it('none that is allowed is refused; an aggregate is for parks and places only', () => {
    expect(SOURCE_CLASSES.filter(isRefusedSource)).toEqual([])
    expect([isSourceClass('统计汇总', '园区'), isSourceClass('统计汇总', '企业')]).toEqual([true, false])
  })
})

it.each([
  [2020, null],
  [2021, '2021-01-01'],
  [2022, '2021-01-01'],
] as const)('the method for the results of %i: %s', (year, from) =>
  expect(schemeFor(evaluation, year)?.version ?? null).toBe(from),
)
