import { describe, expect, it } from 'vitest'
import { checkExpression } from './check.ts'

const TYPES = { invested: 'number', name: 'text', isOpen: 'boolean', dueOn: 'day' } as const
const [num, text, bool, day] = ['invested', 'name', 'isOpen', 'dueOn'].map((name) => ({ var: name }))
const deep = (n: number): unknown => (n === 0 ? true : { '!': deep(n - 1) })

describe('checkExpression', () => {
  it.each([
    [{ '>=': [num, 5e7] }, 'boolean'],
    [{ '==': [bool, true] }, 'boolean'],
    [{ between: [day, { day: '2022-01-01' }, { day: '2022-12-31' }] }, 'boolean'],
    [{ in: [text, ['甲', '乙']] }, 'boolean'],
    [{ in: [num, [1, 2]] }, 'boolean'],
    [{ if: [bool, 1, num] }, 'number'],
    [{ if: [bool, day, { known: num }, day, { 'add-months': [day, 3] }] }, 'day'],
    [{ max: [day, { day: '2022-01-01' }] }, 'day'],
    [{ 'days-between': [day, day] }, 'number'],
    [{ coalesce: [text, '无'] }, 'text'],
    [{ known: text }, 'boolean'],
    [{ '-': num }, 'number'],
    [deep(60), 'boolean'],
    [3, 'number'],
    [num, 'number'],
  ])('%j gives %s', (expression, type) => expect(checkExpression(expression, TYPES)).toEqual({ kind: 'ok', type }))

  it.each([
    [{ '==': [num, '5'] }, '==', '各参数类型应相同'],
    [{ '==': [day, '2022-04-26'] }, '==', '各参数类型应相同'],
    [{ '<': [text, '乙'] }, '<', '文字没有大小先后'],
    [{ '<': [bool, true] }, '<', '是否没有大小先后'],
    [{ and: [bool, num] }, 'and/1', '此处应为是否,实为数字'],
    [{ '!': num }, '!/0', '此处应为是否'],
    [{ '+': [num, text] }, '+/1', '此处应为数字,实为文字'],
    [{ '-': [day, 1] }, '-/0', '相隔天数请用 days-between'],
    [{ 'days-between': [day, '2022-01-01'] }, 'days-between/1', '此处应为日期,实为文字'],
    [{ 'add-days': [num, 1] }, 'add-days/0', '此处应为日期'],
    [{ 'add-days': [day, day] }, 'add-days/1', '此处应为数字'],
    [{ if: [num, 1, 2] }, 'if/0', '此处应为是否'],
    [{ if: [bool, 1, '二'] }, 'if', '各参数类型应相同'],
    [{ if: [bool, 1] }, 'if', '参数'],
    [{ if: [bool, 1, bool, 2] }, 'if', '否则'],
    [{ coalesce: [num, text] }, 'coalesce', '各参数类型应相同'],
    [{ max: [num, day] }, 'max', '各参数类型应相同'],
    [{ in: [text, [1]] }, 'in', '各参数类型应相同'],
    [{ in: [text, ['甲', 1]] }, 'in/1', '各参数类型应相同'],
    [{ in: [text, []] }, 'in/1', '列表应有'],
    [{ in: [text, text] }, 'in/1', '应为列表'],
    [{ in: [num, [num]] }, 'in/1/0', '具体的值'],
    [{ '==': [[1], 1] }, '==/0', '不能是列表'],
    [{ and: [bool] }, 'and', '参数'],
    [{ and: [] }, 'and', '参数'],
    [{ '<': [1, 2, 3] }, '<', '应有2个参数,现有 3 个'],
    [{ var: 'unknown' }, 'var', '没有“unknown”这个字段'],
    [{ var: 'toString' }, 'var', '没有“toString”这个字段'],
    [{ var: 3 }, 'var', '应为字段名'],
    [{ var: '' }, 'var', '应为字段名'],
    [{ day: '2022-02-30' }, 'day', '存在的日期'],
    [{ day: 20220226 }, 'day', '存在的日期'],
    [{ map: [num, num] }, 'map', '没有“map”这种运算'],
    [{ constructor: [] }, 'constructor', '没有“constructor”这种运算'],
    [{}, '', '只能有一个运算'],
    [{ '<': [1, 2], '>': [1, 2] }, '', '只能有一个运算'],
    [{ '+': [num, null] }, '+/1', '不能写空值'],
    [null, '', '不能写空值'],
    [[1, 2], '', '不能是列表'],
    [Number.NaN, '', '有限值'],
    [{ or: [bool, { and: [bool, { '>': [num, text] }] }] }, 'or/1/and/1/>', '各参数类型应相同'],
  ])('%j is refused at %s: %s', (expression, path, message) => {
    const checked = checkExpression(expression, TYPES)
    expect(checked.kind === 'errors' && checked.errors).toEqual([{ path, message: expect.stringContaining(message) }])
  })

  it('lists every fault, each once', () => {
    const checked = checkExpression({ and: [{ '<': [text, 1] }, { '+': [num, text] }, { var: 'x' }] }, TYPES)
    expect(checked.kind === 'errors' && checked.errors.map((error) => error.path)).toEqual([
      'and/0/<',
      'and/1/+/1',
      'and/2/var',
      'and/1',
    ])
  })
  it('refuses what is nested without end', () => {
    const checked = checkExpression(deep(5000), TYPES)
    expect(checked.kind === 'errors' && checked.errors[0]?.message).toContain('嵌套')
  })
})
