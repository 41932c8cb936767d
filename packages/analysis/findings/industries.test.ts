import { catalogueOf, type FoundFigure, indicator } from '@yundiao/figures'
import { describe, expect, it } from 'vitest'
import { amount, caseOf, rate } from '../testing/findings-case.ts'
import { type Finding, saidText } from './finding.ts'
import { findings } from './findings.ts'
import type { FindingsInput } from './findings-input.ts'

const textOf = ({ sentences }: Finding): string => sentences.map(saidText).join('')

describe('industries', () => {
  const breakdowns = [
    {
      indicator: 'out',
      dimension: 'industry',
      of: ['iva'],
      noun: '行业',
      what: '产值',
      names: { C25: '石化业', C31: '钢铁业' },
    },
  ]
  const catalogue = catalogueOf(
    [indicator({ code: 'iva', name: '规模以上工业增加值', kind: 'growth-only', growth: 'real', leadDuty: 'industry' })],
    [indicator({ code: 'out', name: '行业产值', growth: 'real', leadDuty: 'industry' })],
  )
  const of = (code: string, at: string, percent: number): FoundFigure =>
    rate('out', at, percent, { dims: { industry: code } })
  const worth = (code: string, at: string, yi: number): FoundFigure =>
    amount('out', at, yi, { dims: { industry: code } })
  const read = (figures: readonly FoundFigure[], over: Partial<FindingsInput> = {}) =>
    findings({ ...caseOf(figures), catalogue, breakdowns, ...over })
  const city = [rate('iva', '2022Q1', 5), rate('iva', '2021', 8)]
  const counties = [
    ...[7, 2, 6].map((percent, i) => rate('iva', `51070${i + 3} 2022Q1`, percent)),
    ...[8, 9, 8].map((percent, i) => rate('iva', `51070${i + 3} 2021`, percent)),
  ]
  const two = [of('C25', '2022Q1', 6), of('C25', '2021', 9), of('C31', '2022Q1', -2), of('C31', '2021', 4)]
  const first = (list: readonly Finding[]) => list.find(({ id }) => id.startsWith('slowing:iva:510700'))

  it('a fall names the county and the industry that fell most, each number bound', () => {
    const found = first(read([...city, ...counties, ...two]))
    expect(found && textOf(found)).toBe(
      '规模以上工业增加值同比增长5.0%，较上年全年回落3.0个百分点。其中乙县增速回落7.0个百分点，回落最多；有数的2个行业中，钢铁业产值增速回落6.0个百分点，回落最多。',
    )
    expect(found?.figures).toContain(two[2]?.ref)
  })
  it('by amounts where all are held: the larger industry weighs most though the other fell further', () => {
    const found = first(read([...city, ...two, worth('C25', '2022Q1', 90), worth('C31', '2022Q1', 10)]))
    expect(found && textOf(found)).toContain('石化业产值增速回落3.0个百分点，影响最大')
  })
  it('without a release before, the slowest of those out', () => {
    const found = first(read([...city, of('C25', '2022Q1', 6), of('C31', '2022Q1', -2)]))
    expect(found && textOf(found)).toContain('有数的2个行业中，钢铁业产值增速最低（下降2.0%）。')
  })
  it('one alone is no list, and those of the year before are not set beside', () => {
    const found = first(read([...city, of('C31', '2022Q1', -2), of('C31', '2021', 4), of('C25', '2021', 9)]))
    expect(found && textOf(found)).toBe('规模以上工业增加值同比增长5.0%，较上年全年回落3.0个百分点。')
  })
  it('each industry is told of itself, under its indicator, weighed by its share', () => {
    const found = read([...two, worth('C25', '2022Q1', 90), worth('C31', '2022Q1', 10), amount('out', '2022Q1', 100)])
    expect(found.map(({ id, indicator: code, label, effect }) => [id, code, label, effect.toFixed(4)])).toEqual([
      ['slowing:out{industry=C25}:510700:2022Q1', 'out', '石化业产值', '0.0270'],
      ['turned-negative:out{industry=C31}:510700:2022Q1', 'out', '钢铁业产值', '0.0060'],
    ])
  })
  it('of many that fall the five weightiest are told', () => {
    const many = Array.from({ length: 12 }, (_, i) => [of(`甲${i}`, '2022Q1', 5 - i), of(`甲${i}`, '2021', 9)]).flat()
    const found = read(many)
    expect(found.map(({ label }) => label)).toEqual(['甲11', '甲10', '甲9', '甲8', '甲7'].map((name) => `${name}产值`))
  })
  it('a dimension nobody described is named by its own words', () => {
    const found = read([of('C31', '2022Q1', -2), of('C31', '2021', 4)], { breakdowns: [] })
    expect(found.map(textOf)).toEqual(['行业产值（C31）同比下降2.0%，由正转负，较上年全年回落6.0个百分点。'])
  })

  const ledgers: FindingsInput['ledgers'] = [
    {
      indicators: ['iva'],
      period: '2022Q1',
      isDemo: false,
      among: '在调度的重点工业企业中，',
      what: '产值（企业自报）较上年同期',
      words: { less: '减少', most: '减少最多' },
      unit: '元',
      formula: 'dispatch.fall',
      ledger: 'ledger:x',
      cells: [
        { region: '510700', group: '钢铁业', change: -3.2e8 },
        { region: '510700', group: '石化业', change: 5e8 },
        { region: '510704', group: '钢铁业', change: -2e7 },
        { region: '510705', group: '钢铁业', change: -3e8 },
      ],
    },
  ]
  it('a ledger tells of industry and county beside the figures, in words that say whose', () => {
    const found = first(read(city, { ledgers }))
    expect(found && textOf(found)).toBe(
      '规模以上工业增加值同比增长5.0%，较上年全年回落3.0个百分点。在调度的重点工业企业中，钢铁业产值（企业自报）较上年同期减少3.20亿元，减少最多，其中丙县减少3.00亿元。',
    )
    expect(found?.figures).toEqual(first(read(city))?.figures)
  })
  it('a county of its own, and the county behind; not of another period or of demonstration', () => {
    const list = read([...city, ...counties], { ledgers })
    const own = list.find(({ region }) => region === '510704')
    expect(own && textOf(own)).toContain('钢铁业产值（企业自报）较上年同期减少2000万元')
    const behind = list.find(({ kind }) => kind === 'counties-behind')
    expect(behind && textOf(behind)).toContain(
      '乙县：在调度的重点工业企业中，钢铁业产值（企业自报）较上年同期减少2000万元',
    )
    for (const over of [{ period: '2021' }, { isDemo: true }]) {
      const other = ledgers.map((one) => ({ ...one, ...over }))
      expect(read([...city, ...counties], { ledgers: other })).toEqual(read([...city, ...counties]))
    }
  })
})
