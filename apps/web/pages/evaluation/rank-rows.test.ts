import { describe, expect, it } from 'vitest'
import type { RankingRow } from '../../api/types.ts'
import { choicesOf, gradeBands, gradeStep, rankedRows, scoreDigits } from './rank-rows.ts'

const row = (unit: string, rank: number | null, grade: string | null, rest: Partial<RankingRow> = {}): RankingRow => ({
  unit,
  name: `${unit}公司`,
  entry: null,
  ledger: null,
  region: null,
  park: null,
  industry: null,
  code: null,
  own: false,
  score: null,
  rank,
  rankLow: null,
  rankHigh: null,
  grade,
  gradeBy: 'score',
  gradeOwn: grade,
  reason: null,
  gradeBefore: null,
  probability: null,
  near: null,
  ...rest,
})

const ROWS = [
  row('丁', 4, null, { gradeOwn: 'B' }),
  row('丙', 3, 'B', { region: { code: '510781', name: '江油市' } }),
  row('甲', 1, 'D', { gradeOwn: 'A' }),
  row('乙', 2, 'A', { near: { other: 'B', probability: 0.6, otherProbability: 0.4 } }),
]

describe('rankedRows', () => {
  it('stands by grade, then by place, those without a grade last', () => {
    expect(rankedRows(ROWS, ['A', 'B', 'D']).map(({ unit }) => unit)).toEqual(['乙', '丙', '甲', '丁'])
  })

  it.each([
    [{ near: true }, ['乙']],
    [{ region: '510781' }, ['丙']],
    [{ grade: '不评等次' }, ['丁']],
    [{ q: '甲' }, ['甲']],
    [{ q: '甲', grade: 'A' }, []],
  ])('shows what %j asks for', (filter, units) => {
    expect(rankedRows(ROWS, ['A', 'B', 'D'], filter).map(({ unit }) => unit)).toEqual(units)
  })
})

it('bands go by the grade of the score, so that a veto tears no hole', () => {
  const counts = ['A', 'B', 'D'].map((grade) => ({ grade, allowed: null, held: 1, words: '' }))
  expect(gradeBands(ROWS, counts)).toEqual([
    { grade: 'A', from: 1, to: 2 },
    { grade: 'B', from: 3, to: 4 },
  ])
})

it('offers each choice once with its count', () => {
  expect(choicesOf(ROWS, ({ region }) => region && { key: region.code, label: region.name })).toEqual([
    { key: '510781', label: '江油市', count: 1 },
  ])
})

it('says up or down only where both years have a grade', () => {
  const order = ['A', 'B', 'C']
  const steps = [
    ['A', 'B'],
    ['C', 'B'],
    ['B', 'B'],
    ['B', null],
    [null, 'B'],
  ].map(([grade, gradeBefore]) => gradeStep(row('甲', 1, grade ?? null, { gradeBefore: gradeBefore ?? null }), order))
  expect(steps).toEqual([1, -1, 0, 0, 0])
})

it('two scores with different places are told apart, those that share one are not', () => {
  const scores = [79.2614, 79.2563, 79.2563, 70, 69.9999999999]
  const ranks = [1, 2, 2, 4, 5]
  const rows = scores.map((score, i) => row(`${i}`, ranks[i] ?? null, null, { score }))
  expect([...scoreDigits(rows)]).toEqual([
    ['0', 3],
    ['1', 3],
    ['3', 6],
    ['4', 6],
  ])
})
