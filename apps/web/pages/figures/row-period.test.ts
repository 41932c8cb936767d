import { expect, it } from 'vitest'
import { rowPeriod } from './row-period.ts'

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
