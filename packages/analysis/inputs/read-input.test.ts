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
  expect(readAdjustInput(JSON.stringify({ ...series, name: '工业增加值', unit: '亿元' })).kind).toBe('read')
  expect(readForecastInput(`\uFEFF${JSON.stringify(series, null, 1).replaceAll('\n', '\r\n')}`).kind).toBe('read')
})

it.each<[string, { kind: string; where?: string; message?: string }, string, string]>([
  [
    'no JSON',
    readForecastInput('1, 2'),
    '文件',
    '不是 JSON：第 1 行第 2 字附近写法不对，请核对括号、引号和逗号；没有的数写 null，见 docs/series-commands.md',
  ],
  [
    'a list',
    readAdjustInput('[1, 2]'),
    '文件',
    '应为一个对象，例如 {"frequency": 12, "start": [2016, 9], "values": [1, 2, …]}',
  ],
  [
    'month 13',
    readForecastInput(JSON.stringify({ ...series, start: [2016, 13] })),
    'start',
    '期不得大于每年期数（frequency），例如月度 1 至 12',
  ],
  [
    'a value beyond all measure',
    readStlInput(JSON.stringify({ ...series, values: [1e200] })),
    'values[1]',
    '绝对值不得大于 1e100，请换一个单位',
  ],
  [
    'shares the wrong way',
    readTargetInput(JSON.stringify({ target: 0.06, history: [], elapsed: [], shares: [0.6, 0.2] })),
    'shares',
    '应在 0 与 1 之间，下限不大于上限',
  ],
  [
    'per cent for ratios',
    readTargetInput(JSON.stringify({ target: 0.06, measure: 'rate', history: [6.5, 0.7, 7, 8], elapsed: [6] })),
    'history',
    '像是百分数或总量：增速写小数（6.5% 写 0.065）',
  ],
  [
    'a word among the values',
    readForecastInput(JSON.stringify({ ...series, values: [1, '二'] })),
    'values[2]',
    '应为数字或 null',
  ],
  [
    'per cent for a target of rates',
    readTargetInput(JSON.stringify({ target: 2.5, measure: 'rate', history: [0.06], elapsed: [0.06] })),
    'target',
    '像是百分数：增速写小数（6.5% 写 0.065）',
  ],
  [
    'half a year to start in',
    readForecastInput(JSON.stringify({ ...series, start: [2015.5, 1] })),
    'start[1]',
    '应为整数',
  ],
  ['no spec', readAdjustInput(JSON.stringify({ ...series, spec: null })), 'spec', '应为对象，例如 {}'],
  [
    'a limit of nought',
    readAdjustInput(JSON.stringify({ ...series, spec: { sigmalim: [0, 2] } })),
    'spec.sigmalim[1]',
    '应大于 0',
  ],
  [
    'no values',
    readForecastInput(JSON.stringify({ frequency: 12, start: [2016, 9] })),
    'values',
    '缺少这一项：应为数组',
  ],
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

it.each([{ s: 1, t: 0, l: 1 }, [1, 0, 1], { seasonal: 1, trend: 0, low: 1 }])('smoothings %j', (degrees) => {
  const spec = { seasonalWindow: 7, trendWindow: 18, degrees }
  expect(readStlInput(JSON.stringify({ ...series, spec }))).toMatchObject({
    value: { spec: { trendWindow: 18, degrees: { seasonal: 1, trend: 0, low: 1 } } },
  })
})

it.each([
  [0.065, 24, { kind: 'growth', value: 0.065 }, 12],
  [{ level: 4000 }, 20, { kind: 'level', value: 4000 }, 4],
  [{ growth: 4 }, 12, { kind: 'growth', value: 4 }, 4],
] as const)('a target of %j', (target, years, wanted, frequency) =>
  expect(readTargetInput(JSON.stringify({ target, history: Array(years).fill(1), elapsed: [1] }))).toMatchObject({
    value: { target: wanted, frequency, measure: 'amount' },
  }),
)
