import { describe, expect, it } from 'vitest'
import { boardHeads, rowPeriod } from './board-heads.ts'

describe('boardHeads', () => {
  it.each([
    ['2022Q1', '一季度', { year: '2022', done: '1—3月完成', estimate: '1—6月预计', required: '后三季度需增长' }],
    ['2022Q3', '前三季度', { year: '2022', done: '1—9月完成', estimate: '1—12月预计', required: '四季度需增长' }],
    ['2022Q4', '全年', { year: '2022', done: '1—12月完成', estimate: null, required: '余期需增长' }],
    ['2022-01/02', '1—2月', { year: '2022', done: '1—2月完成', estimate: null, required: '余期需增长' }],
  ])('%s', (period, words, heads) => expect(boardHeads(period, words)).toEqual(heads))
})

const figAt = (period: string) => ({
  ref: `fig:510700/ind_profit.level.ytd.official/510700/${period}@1`,
  value: 1,
  shown: '1',
  unitShown: '亿元',
  round: null,
  mark: null,
  knownOn: '2022-04-21',
  vintage: 1,
  state: 'released' as const,
})

it.each([
  ['2022-02', '1—2月'],
  ['2022Q1', null],
  ['2021', '2021年'],
])('a row of %s on the sheet of 2022Q1 names %s', (period, words) =>
  expect(rowPeriod({ level: figAt(period), growth: null }, '2022Q1')).toBe(words),
)
it('a row without figures names no months', () => expect(rowPeriod({ level: null, growth: null }, '2022Q1')).toBeNull())
