import { catalogueOf, indicator } from '@yundiao/figures'
import { describe, expect, it } from 'vitest'
import { amount, caseOf, rate } from '../testing/findings-case.ts'
import { saidText } from './finding.ts'
import { QUICK_REPORT_LENGTH, quickReport } from './quick-report.ts'

const lead = { leadDuty: 'statistics' } as const

describe('快报', () => {
  const total = [rate('gdp', '2022Q1', 6.6), amount('gdp', '2022Q1', 784.28), rate('gdp', '510000 2022Q1', 5.3)]
  it('tells the total, against the province, and that places are not out', () =>
    expect(quickReport(caseOf(total)).text).toBe(
      '2022年一季度，某市地区生产总值784.28亿元、增长6.6%，高于全省1.3个百分点；位次待各市州出齐。',
    ))
  it('says nothing of places that were never found once all cities are out', () => {
    const text = '2022年一季度，某市地区生产总值784.28亿元、增长6.6%，高于全省1.3个百分点。'
    expect(quickReport({ ...caseOf(total), on: '2022-06-02' }).text).toBe(text)
    expect(quickReport({ ...caseOf(total), on: '2022-06-01' }).text).toContain('位次待各市州出齐')
  })
  it('a fall and a standstill in words, an amount without growth alone', () => {
    const figures = [...total, rate('iva', '2022Q1', -0.5), rate('va1', '2022Q1', 0), amount('retail', '2022Q1', 22)]
    expect(quickReport(caseOf(figures)).sentences.slice(1).map(saidText)).toEqual([
      '其中，一产持平。',
      '规模以上工业增加值下降0.5%。',
      '社会消费品零售总额22.00亿元。',
    ])
  })
  it('against the nation where the province’s figure is not out', () =>
    expect(quickReport(caseOf([rate('iva', '2022Q1', 5), rate('iva', '000000 2022Q1', 6.5)])).text).toBe(
      '规模以上工业增加值增长5.0%，低于全国1.5个百分点。',
    ))

  const many = Array.from({ length: 12 }, (_, i) => `x${String.fromCharCode(97 + i)}`)
  const catalogue = catalogueOf(
    many.map((code) => indicator({ code, name: `某某行业某某指标完成额（${code}）`, growth: 'real', ...lead })),
    [],
  )
  const long = quickReport({
    ...caseOf(many.flatMap((code) => [amount(code, '2022Q1', 12.34), rate(code, '2022Q1', 5)])),
    catalogue,
  })
  it('drops whole sentences from the end when it is too long, and names them', () => {
    expect([...long.text].length).toBeLessThanOrEqual(QUICK_REPORT_LENGTH)
    expect(long.text).toMatch(/。$/u)
    expect(long.sentences.length).toBeGreaterThan(2)
    expect(long.leftOut.map(({ indicator: code, why }) => [code, why])).toEqual(
      many.slice(long.sentences.length).map((code) => [code, '超出字数']),
    )
  })
  it('rests on the figures it says, once each', () => expect(long.figures).toHaveLength(2 * long.sentences.length))
})
