import { describe, expect, it } from 'vitest'
import { zh } from '../../messages.ts'
import { measureChoices, periodChoices } from './report-choices.ts'

describe('what may be reported', () => {
  it.each([
    ['gdp', ['level', 'growth-real'], ['亿元', '%']],
    ['va2', ['level', 'growth-real', 'pull', 'contribution'], ['亿元', '%', '个百分点', '%']],
    ['iva', ['growth-real'], ['%']],
    ['retail', ['level', 'growth-nominal'], ['亿元', '%']],
    ['cpi', ['index', 'growth-nominal'], ['1', '%']],
    ['nothing', [], []],
  ])('%s', (code, measures, units) => {
    const choices = measureChoices(code, zh)
    expect(choices.map((one) => one.measure)).toEqual(measures)
    expect(choices.map((one) => one.unit)).toEqual(units)
  })
})

describe('periods to report', () => {
  it.each([
    ['2022-03-30', { key: '2022-02', label: '2022年1—2月' }],
    ['2022-03-31', { key: '2022Q1', label: '2022年一季度' }],
    ['2022-04-01', { key: '2022Q1', label: '2022年一季度' }],
    ['2022-04-30', { key: '2022-04', label: '2022年1—4月' }],
    ['2022-12-31', { key: '2022', label: '2022年' }],
  ] as const)('on %s the newest cumulative one is %o', (day, newest) =>
    expect(periodChoices('ytd', day)[0]).toEqual(newest),
  )

  it('gives quarters and months alone where the series is of the period', () =>
    expect(periodChoices('period', '2022-04-26').slice(0, 3)).toEqual([
      { key: '2022Q1', label: '2022年一季度' },
      { key: '2022-03', label: '2022年3月' },
      { key: '2022-02', label: '2022年2月' },
    ]))

  it('names each period once', () => {
    const keys = periodChoices('ytd', '2022-04-26').map((one) => one.key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
