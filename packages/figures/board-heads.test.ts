import { expect, it } from 'vitest'
import { boardHeads } from './board-heads.ts'

it.each([
  ['2022Q1', '一季度', { year: '2022', done: '1—3月完成', estimate: '1—6月预计', required: '后三季度需增长' }],
  ['2022Q3', '前三季度', { year: '2022', done: '1—9月完成', estimate: '1—12月预计', required: '四季度需增长' }],
  ['2022Q4', '全年', { year: '2022', done: '1—12月完成', estimate: null, required: '余期需增长' }],
  ['2022-01/02', '1—2月', { year: '2022', done: '1—2月完成', estimate: null, required: '余期需增长' }],
])('heads of %s', (period, words, heads) => expect(boardHeads(period, words)).toEqual(heads))
