import { expect, it } from 'vitest'
import type { ComparedRegion, RegionComparison } from '../../../api/types.ts'
import { byGrowth, linesOf } from './region-rows.ts'

const refused = { kind: 'refused', code: 'input-missing', why: '' } as const
const fig = (value: number | null): ComparedRegion['growth'] => ({
  ref: 'fig:x',
  value,
  shown: value === null ? null : String(value),
  unitShown: '%',
  round: null,
  mark: value === null ? '缺' : null,
  knownOn: '2022-04-26',
  vintage: 1,
  state: 'released',
})
const row = (code: string, growth: number | null | undefined, more: Partial<ComparedRegion> = {}): ComparedRegion => ({
  region: { code, name: code, kind: 'peer' },
  own: false,
  comparable: false,
  level: null,
  growth: growth === undefined ? null : fig(growth),
  hole: growth === undefined ? '未公布' : null,
  rankLevel: null,
  rankGrowth: null,
  moveLevel: refused,
  moveGrowth: refused,
  vsMean: refused,
  vsLastYear: refused,
  vsBefore: refused,
  twoYear: refused,
  single: null,
  smallBase: null,
  end: null,
  ...more,
})
const codes = (rows: readonly ComparedRegion[]) => rows.map(({ region }) => region.code)

it('puts the best growth first; gaps and the unpublished stay last in their order, and none is dropped', () => {
  const rows = [row('a', undefined), row('b', -0.01), row('c', null), row('d', 0.05), row('e', 0.05)]
  expect(codes(byGrowth(rows))).toEqual(['d', 'e', 'b', 'a', 'c'])
  expect(codes(rows)).toEqual(['a', 'b', 'c', 'd', 'e'])
})

it('never puts growth and amounts in one order; where less is better the least is first', () => {
  const amounts = [row('a', undefined, { level: fig(5e9) }), row('b', 0.02), row('c', 0.01)]
  expect(codes(byGrowth(amounts))).toEqual(['b', 'c', 'a'])
  expect(codes(byGrowth(amounts.slice(0, 1).concat(row('d', undefined, { level: fig(6e9) }))))).toEqual(['d', 'a'])
  expect(codes(byGrowth(amounts, true))).toEqual(['c', 'b', 'a'])
})

it('shows the mean first though it lacks, what stands beside it only with a figure, the city among 可比市州', () => {
  const rows = [row('a', 0.01), row('own', 0.02, { own: true }), row('b', 0.03, { comparable: true })]
  const view = {
    indicator: { lowIsBetter: false },
    mean: row('mean', undefined),
    above: [row('nation', 0.04), row('nobody', undefined)],
    groups: [{ key: 'cities', title: '', whole: true, held: 3, rows }],
  } as unknown as RegionComparison
  const shown = (comparableOnly: boolean) =>
    codes(linesOf(view, { sort: 'place', comparableOnly }).map((one) => one.row))
  expect(shown(false)).toEqual(['mean', 'nation', 'a', 'own', 'b'])
  expect(shown(true)).toEqual(['mean', 'nation', 'own', 'b'])
})
