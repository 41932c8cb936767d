import { fill } from '@yundiao/ui'
import { describe, expect, it } from 'vitest'
import type { OutlookChosen, OutlookForecast } from '../../../api/types.ts'
import { zh as words } from '../../../messages/outlook.ts'
import { chartTable, comingPoints, drawnPoints, recentOnly, said } from './chart-points.ts'

const fig = { shown: '6.6', mark: null } as OutlookChosen['points'][number]['fig']
const released = { period: '2022Q1', periodWords: '2022年一季度', starts: '2022-01-01', ends: '2022-03-31' } as const
const chosen = {
  unitShown: '%',
  composed: [],
  parted: [],
  points: [{ ...released, value: 6.6, fig }],
} as unknown as OutlookChosen
const coming = {
  period: '2022Q2',
  periodWords: '2022年上半年',
  starts: '2022-01-01',
  ends: '2022-06-30',
  mean: 5.94,
  low80: 4,
  high80: 7,
  low95: -0.04,
  high95: 8,
  naive: 11.7,
} as const
const forecast = { kind: 'forecast', points: [coming] } as unknown as OutlookForecast
const wording = { words, fill }

describe('what the chart says', () => {
  it('rounds once, with the unit and a true minus', () =>
    expect([said(5.94, '%'), said(-2.345, '亿元'), said(50.15, '指数'), said(-0.04, '%')]).toEqual([
      '5.9%',
      '−2.35亿元',
      '50.2',
      '0.0%',
    ]))
  it('names a release by its printed digits and a coming value with its bounds', () => {
    expect(drawnPoints(chosen, wording)[0]?.words).toBe('2022年一季度 公布6.6%')
    expect(comingPoints(forecast, '%', wording)[0]?.words).toContain('预测5.9%，八成可能在4.0%～7.0%')
  })
  it('has a row for every release and every coming period, no column for what was not adjusted', () => {
    const { heads, rows } = chartTable({ chosen, forecast, adjusted: null }, wording)
    expect(heads).toHaveLength(6)
    expect(rows).toEqual([
      ['2022年上半年', null, '5.9%', '4.0%～7.0%', '0.0%～8.0%', '11.7%'],
      ['2022年一季度', '6.6', null, null, null, null],
    ])
  })
  it('draws and tells the periods worked out, where the forecast stands on those', () => {
    const quarter = { ...released, value: 9.5, shown: '9.50亿元' }
    const summed = { ...chosen, unitShown: '亿元', composed: [quarter] }
    expect(drawnPoints(summed, wording)).toMatchObject([{ value: 9.5, words: '2022年一季度 测算9.50亿元' }])
    const { heads, rows } = chartTable({ chosen: summed, forecast: null, adjusted: null }, wording)
    expect(heads[1]).toBe('由公布数推算的各期（测算）（亿元）')
    expect(rows[0]?.slice(0, 2)).toEqual(['2022年一季度', '9.50亿元'])
  })
  it('keeps six years of what is longer', () =>
    expect(recentOnly([{ ends: '2016-12-31' }, { ends: '2017-03-31' }, { ends: '2022-03-31' }])).toHaveLength(2))
})
