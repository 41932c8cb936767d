import { expect, it } from 'vitest'
import { readAdjustInput, readForecastInput, readStlInput, readTargetInput } from './read-input.ts'

const series = { frequency: 12, start: [2016, 9], values: [1, null, 3] }
const said = (read: { kind: string; where?: string; message?: string }) => [read.kind, read.where, read.message]

it('reads what is right', () => {
  expect(readAdjustInput(JSON.stringify({ ...series, spec: { mode: 'mult', sigmalim: [1.8, 2.8] } }))).toEqual({
    kind: 'read',
    value: { ...series, spec: { mode: 'mult', sigmalim: [1.8, 2.8] } },
  })
  expect(readForecastInput(JSON.stringify({ ...series, spec: {} })).kind).toBe('read')
})

it.each<[string, { kind: string; where?: string; message?: string }, string, string]>([
  ['no JSON', readForecastInput('1, 2'), '文件', '不是 JSON'],
  [
    'a word among the values',
    readForecastInput(JSON.stringify({ ...series, values: [1, '二'] })),
    'values[2]',
    '应为数字或 null',
  ],
  ['no values', readForecastInput(JSON.stringify({ frequency: 12, start: [2016, 9] })), 'values', '应为数组'],
  ['an unknown key', readAdjustInput(JSON.stringify({ ...series, spec: { filter: 1 } })), 'spec', '没有“filter”这一项'],
  [
    'limits the wrong way',
    readAdjustInput(JSON.stringify({ ...series, spec: { sigmalim: [3, 2] } })),
    'spec.sigmalim',
    '下限应小于上限',
  ],
  [
    'an even window',
    readStlInput(JSON.stringify({ ...series, spec: { seasonalWindow: 8 } })),
    'spec.seasonalWindow',
    '应为奇数',
  ],
  [
    'an amount for growth',
    readTargetInput(JSON.stringify({ target: 4000, history: [], elapsed: [] })),
    'target',
    '像是总量：增速写小数（0.065），总量写 {"level": 数}',
  ],
])('%s', (_, read, where, message) => expect(said(read)).toEqual(['fault', where, message]))

it.each([
  [0.065, 24, { kind: 'growth', value: 0.065 }, 12],
  [{ level: 4000 }, 20, { kind: 'level', value: 4000 }, 4],
  [{ growth: 4 }, 12, { kind: 'growth', value: 4 }, 12],
] as const)('a target of %j', (target, years, wanted, frequency) =>
  expect(readTargetInput(JSON.stringify({ target, history: Array(years).fill(1), elapsed: [1] }))).toMatchObject({
    value: { target: wanted, frequency, measure: 'amount' },
  }),
)
