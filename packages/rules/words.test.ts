import { describe, expect, it } from 'vitest'
import { type Expression, OPERATORS, type Operator } from './expression.ts'
import { type InputLabels, inWords } from './words.ts'

const labels: InputLabels = {
  invested: { label: '完成投资', type: 'number', shownIn: '亿元' },
  planned: { label: '年度计划', type: 'number', shownIn: '亿元' },
  site: { label: '面积', type: 'number', shownIn: '亩' },
  growth: { label: '增速', type: 'number', shownIn: '%' },
  county: { label: '县区', type: 'text' },
  isKey: { label: '省重点', type: 'boolean' },
  dueOn: { label: '约定动工日', type: 'day' },
  startedOn: { label: '实际动工日', type: 'day' },
}
const v = (name: string) => ({ var: name })
const [invested, planned, site, growth, county, isKey, dueOn, startedOn] = Object.keys(labels).map(v) as [
  Expression,
  Expression,
  Expression,
  Expression,
  Expression,
  Expression,
  Expression,
  Expression,
]

const CASES: readonly [Operator, Expression, string][] = [
  ['==', { '==': [county, '江油'] }, '「县区」等于“江油”'],
  ['!=', { '!=': [county, '江油'] }, '「县区」不等于“江油”'],
  ['<', { '<': [growth, 0.066] }, '「增速」小于6.6%'],
  ['<=', { '<=': [invested, planned] }, '「完成投资」不超过「年度计划」'],
  ['>', { '>': [site, 2000] }, '「面积」超过3亩'],
  ['>=', { '>=': [invested, 50_000_000] }, '「完成投资」不低于0.5亿元'],
  ['<', { '<': [dueOn, { day: '2022-04-26' }] }, '「约定动工日」早于2022年4月26日'],
  ['<=', { '<=': [dueOn, startedOn] }, '「约定动工日」不晚于「实际动工日」'],
  ['>', { '>': [{ day: '2022-04-26' }, { 'add-years': [dueOn, 1] }] }, '2022年4月26日晚于日期（「约定动工日」加1年）'],
  ['>=', { '>=': [dueOn, startedOn] }, '「约定动工日」不早于「实际动工日」'],
  ['between', { between: [growth, 0.05, 0.1] }, '「增速」在5%至10%之间（含两端）'],
  ['in', { in: [county, ['江油', '三台']] }, '「县区」属于（“江油”、“三台”）'],
  ['in', { in: [growth, [0.01, 0.02]] }, '「增速」属于（1%、2%）'],
  ['and', { and: [isKey, { known: dueOn }] }, '「省重点」且「约定动工日」已知'],
  ['or', { or: [{ and: [isKey, isKey] }, isKey] }, '「省重点」且「省重点」或「省重点」'],
  ['and', { and: [{ or: [isKey, isKey] }, isKey] }, '（「省重点」或「省重点」）且「省重点」'],
  ['and', { and: [{ and: [isKey, isKey] }, isKey] }, '（「省重点」且「省重点」）且「省重点」'],
  ['!', { '!': { or: [isKey, isKey] } }, '并非（「省重点」或「省重点」）'],
  ['if', { if: [isKey, 1, { '>': [growth, 0.1] }, 2, 3] }, '若「省重点」则取1；若「增速」超过10%则取2；否则取3'],
  ['if', { if: [isKey, { if: [isKey, 1, 2] }, 3] }, '若「省重点」则取（若「省重点」则取1；否则取2）；否则取3'],
  ['+', { '+': [invested, planned, 1e8] }, '「完成投资」 + 「年度计划」 + 1亿元'],
  ['-', { '-': [invested, { '-': [planned, 1e8] }] }, '「完成投资」 − （「年度计划」 − 1亿元）'],
  ['-', { '-': [{ '-': [invested, planned] }, 1e8] }, '（「完成投资」 − 「年度计划」） − 1亿元'],
  ['-', { '-': invested }, '负（「完成投资」）'],
  ['*', { '*': [{ '+': [invested, planned] }, 0.2] }, '（「完成投资」 + 「年度计划」） × 0.2'],
  ['+', { '+': [{ '*': [invested, 0.2] }, planned] }, '「完成投资」 × 0.2 + 「年度计划」'],
  ['/', { '/': [invested, { '*': [planned, 2] }] }, '「完成投资」 ÷ （「年度计划」 × 2）'],
  ['min', { min: [invested, 1e8] }, '较小者（「完成投资」、1亿元）'],
  ['max', { max: [invested, planned] }, '较大者（「完成投资」、「年度计划」）'],
  ['abs', { abs: { '-': [invested, planned] } }, '绝对值（「完成投资」 − 「年度计划」）'],
  ['days-between', { 'days-between': [dueOn, startedOn] }, '天数（自「约定动工日」至「实际动工日」）'],
  ['add-days', { 'add-days': [dueOn, 30] }, '日期（「约定动工日」加30天）'],
  ['add-months', { 'add-months': [dueOn, 3] }, '日期（「约定动工日」加3个月）'],
  ['add-years', { 'add-years': [dueOn, 2] }, '日期（「约定动工日」加2年）'],
  ['known', { known: { '/': [invested, planned] } }, '「完成投资」 ÷ 「年度计划」已知'],
  ['missing', { missing: startedOn }, '「实际动工日」未知'],
  ['known', { known: { '==': [isKey, true] } }, '（「省重点」等于是）已知'],
  ['coalesce', { coalesce: [invested, 0] }, '首个已知值（「完成投资」、0亿元）'],
  ['==', { '==': [site, 1] }, '「面积」等于0.0015亩'],
  ['==', { '==': [county, '甲”或“乙'] }, '「县区」等于“甲””或“乙”'],
  ['==', { '==': [v('elsewhere'), 1e21] }, '「elsewhere」等于1000000000000000000000'],
]

describe('inWords', () => {
  it.each(CASES.map(([, expression, words]) => [words, expression] as const))('%s', (words, expression) => {
    expect(inWords(expression, labels)).toBe(words)
    expect(inWords(JSON.parse(JSON.stringify(expression)), labels)).toBe(words)
  })
  it('has words for every operator', () => {
    expect(new Set(CASES.map(([op]) => op))).toEqual(new Set(Object.keys(OPERATORS)))
  })
  it('a number its unit cannot hold is shown canonical, with all its digits', () => {
    const odd = 1 / 3
    expect(inWords({ '<': [site, odd] }, labels)).toMatch(/^「面积」小于0\.\d+(亩|㎡)$/)
    expect(inWords({ '<': [site, 666.67] }, labels)).toMatch(/^「面积」小于(1\.\d+亩|666\.67㎡)$/)
  })
})
