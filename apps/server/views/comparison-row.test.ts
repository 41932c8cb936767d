import type { ComparedRegion, Rank } from '@yundiao/analysis'
import { economyCatalogue } from '@yundiao/domains/economy'
import { derived, type FoundFigure, refuse, seriesKey } from '@yundiao/figures'
import type { Region } from '@yundiao/kernel'
import { describe, expect, it } from 'vitest'
import { comparedRegionView, type RowContext } from './comparison-row.ts'

const gdp = economyCatalogue.get('gdp')
if (!gdp) throw new Error('no gdp')
const region: Region = { code: '510727', name: '平武县', shortName: '平武', kind: 'county', parent: '510700', order: 9 }
const context: RowContext = {
  indicator: gdp,
  on: '2022-04-26',
  own: '510700',
  comparable: [],
  ranked: true,
  hole: '未报送',
}
const figure: FoundFigure = {
  series: seriesKey({ indicator: 'gdp', measure: 'rank', accumulation: 'ytd', dims: { by: 'growth' } }),
  region: region.code,
  period: '2022Q1',
  value: 8,
  printed: '8',
  printedUnit: '位',
  ref: 'fig:510700/gdp.rank.ytd.official{by=growth}/510727/2022Q1@1',
  round: null,
  state: 'released',
  knownOn: '2022-04-21',
}
const published: Rank = { kind: 'published', place: 8, figure }
const ours = (place: number, among: number): Rank => ({
  kind: 'computed',
  place,
  among,
  of: 9,
  outcome: derived('rank.among', place, ['fig:x']),
})
const none = refuse('input-missing', '不能计算')
const row = (growth: Rank, base: ComparedRegion['base'] = null): ComparedRegion => ({
  region: region.code,
  level: { kind: 'unreported' },
  growth: { kind: 'unreported' },
  ranks: { level: { kind: 'none' }, growth },
  moves: { level: none, growth: none },
  compare: { mean: none, lastYear: none, before: none },
  twoYear: { kind: 'outcome', outcome: none },
  single: { kind: 'as-cumulative' },
  base,
})
const view = (of: ComparedRegion, more: Partial<RowContext> = {}) =>
  comparedRegionView(of, region, 9, { ...context, ...more })

describe('places', () => {
  it.each([
    ['published', published, '公布位次第8', 'last'],
    ['ours among all', ours(2, 9), '9个县（市、区）中第2（测算）', 'first'],
    ['ours in the middle', ours(5, 9), '9个县（市、区）中第5（测算）', null],
    ['ours among some is of no end', ours(1, 4), '4个县（市、区）已公布，居第1（测算）', null],
  ] as const)('%s', (_, rank, words, end) => {
    const { rankGrowth, end: shown } = view(row(rank))
    expect([rankGrowth?.words, shown]).toEqual([words, end])
  })

  it('of ours is none where the reader does not see the whole group; a published one stays', () => {
    const moved = { ...row(ours(1, 1)), moves: { level: none, growth: derived('rank.move', 0, ['fig:x']) } }
    expect(view(moved, { ranked: false })).toMatchObject({
      rankGrowth: null,
      end: null,
      moveGrowth: { kind: 'refused' },
    })
    expect(view(moved).moveGrowth).toMatchObject({ kind: 'value' })
    expect(view(row(published), { ranked: false }).rankGrowth?.place).toBe(8)
  })
})

describe('[economy.small-base]', () => {
  it('says both amounts and the rule', () =>
    expect(view(row(published, { value: 2e9, median: 10e9 })).smallBase).toBe(
      '上年同期20.00亿元，不足本组中位数100.00亿元的四分之一（判定标准 economy.small-base 2022-01-01 版）',
    ))

  it('is not said at a quarter, without amounts, or before the rule', () => {
    expect(view(row(published, { value: 2.5e9, median: 10e9 })).smallBase).toBeNull()
    expect(view(row(published)).smallBase).toBeNull()
    expect(view(row(published, { value: 2e9, median: 10e9 }), { on: '2021-12-31' }).smallBase).toBeNull()
  })
})
