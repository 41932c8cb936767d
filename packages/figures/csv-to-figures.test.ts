import { describe, expect, it } from 'vitest'
import { catalogueOf, indicator } from './catalogue.ts'
import { a1, parseCsv } from './csv.ts'
import { csvToFigures } from './csv-to-figures.ts'
import type { ImportContext } from './import-types.ts'
import { printSeries } from './series-key.ts'
import { sourceDay } from './source-day.ts'
import { canonicalYtd, ytdBefore, ytdLagged, ytdLastYear } from './ytd-period.ts'

const HEAD =
  'region_code,region_name,period,period_type,indicator_code,indicator_name,value,unit,yoy_pct,status,note,source,source_date'
const context: ImportContext = {
  catalogue: catalogueOf(
    [
      indicator({ code: 'gdp', name: '地区生产总值', growth: 'real', leadDuty: 'statistics' }),
      indicator({ code: 'va2', name: '第二产业增加值', growth: 'real', pullsOn: 'gdp', leadDuty: 'industry' }),
      indicator({ code: 'iva', name: '规上工业增加值', kind: 'growth-only', growth: 'real', leadDuty: 'industry' }),
    ],
    [
      indicator({ code: 'cpi', name: '居民消费价格指数', kind: 'index', leadDuty: 'statistics' }),
      indicator({ code: 'profit', name: '利润', mayBeNegative: true, leadDuty: 'industry' }),
      indicator({ code: 'out_ind', name: '行业产值', kind: 'growth-only', leadDuty: 'industry' }),
    ],
  ),
  regions: new Set(['510700', '510703']),
  zones: { 经开区: 'my-jingkai' },
  concepts: [{ region: '510703', period: '2018', concept: '区属', why: '' }],
  dimensions: { out_ind: { dimension: 'industry', values: { 食品制造业: 'C14' } } },
  ranks: { gdp_growth_rank: { indicator: 'gdp', by: 'growth' } },
  mapping: 'test.1',
}
const read = (...rows: string[]) =>
  csvToFigures({ name: 't.csv', text: [HEAD, ...rows].join('\n'), sha256: 'ab' }, context)
const brief = (...rows: string[]) =>
  read(...rows).drafts.map((item) => [printSeries(item.series), item.region, item.period, item.value, item.unit])

const Q1 = '510700,绵阳市,2022Q1,ytd,gdp,地区生产总值,784.28,亿元,6.6,初步核算,,http://x,2022-04-21'

describe('rows become figures', () => {
  it('a row with a value and a growth is two figures with their cells', () => {
    const { drafts, rejects } = read(Q1)
    expect(rejects).toEqual([])
    expect(drafts).toMatchObject([
      {
        series: { indicator: 'gdp', measure: 'level', accumulation: 'ytd', origin: 'official', concept: 'default' },
        value: 78_428_000_000,
        unit: '元',
        printed: '784.28',
        printedUnit: '亿元',
        round: 'preliminary',
        knownOn: '2022-04-21',
        passport: { kind: 'cell', file: 'ab', sheet: 't.csv', cell: 'G2', raw: '784.28', source: { grade: 'B' } },
      },
      { series: { measure: 'growth-real' }, value: 0.066, unit: 'ratio', printed: '6.6', passport: { cell: 'I2' } },
    ])
  })

  it.each([
    [
      'a gap',
      '510700,绵阳市,2022Q1,ytd,gdp,GDP,,亿元,,缺,,,',
      [
        ['gdp.level.ytd.official', '510700', '2022Q1', null, '元'],
        ['gdp.growth-real.ytd.official', '510700', '2022Q1', null, 'ratio'],
      ],
    ],
    [
      'growth only',
      '510700,绵阳市,2018-05,ytd,iva,规上,,%,8.9,初步核算,,,2018-06-19',
      [['iva.growth-real.ytd.official', '510700', '2018-05', 0.089, 'ratio']],
    ],
    [
      'an index',
      '510700,绵阳市,2020Q2,ytd,cpi,CPI,104.80,上年同期=100,,初步核算,,,2020-07-29',
      [['cpi.index.ytd.official', '510700', '2020Q2', 104.8, '1']],
    ],
    [
      'a rank',
      '510700,绵阳市,2022Q1,rank,gdp_growth_rank,位次,4,位,,初步核算,,,2022-04-25',
      [['gdp.rank.ytd.official{by=growth}', '510700', '2022Q1', 4, '位']],
    ],
    [
      'a published pull',
      '510700,绵阳市,2022Q1,ytd,va2_pull,二产拉动,3.0,百分点,,初步核算,,,2022-04-21',
      [['va2.pull.ytd.official', '510700', '2022Q1', 0.03, 'ratio']],
    ],
    [
      'a published contribution',
      '510700,绵阳市,2022Q1,ytd,va2_contribution,二产贡献率,-12.5,%,,初步核算,,,2022-04-21',
      [['va2.contribution.ytd.official', '510700', '2022Q1', -0.125, 'ratio']],
    ],
    [
      'a zone',
      ',经开区,2021,annual,gdp,GDP,112.55,亿元,,初步核算,,,2022',
      [['gdp.level.ytd.official', 'my-jingkai', '2021', 11_255_000_000, '元']],
    ],
    [
      'a concept',
      '510703,涪城区,2018,annual,gdp,GDP,379.95,亿元,,初步核算,,,2019-02-19',
      [['gdp.level.ytd.official~区属', '510703', '2018', 37_995_000_000, '元']],
    ],
    [
      'a dimension',
      '510700,绵阳市,2022Q1,ytd,out_ind,行业产值:食品制造业,,%,11.6,初步核算,,,2022-04-21',
      [['out_ind.growth-nominal.ytd.official{industry=C14}', '510700', '2022Q1', 0.116, 'ratio']],
    ],
    [
      'December cumulative is the year',
      '510700,绵阳市,2021-12,ytd,gdp,GDP,3350.29,亿元,,初步核算,,,2022-02-28',
      [['gdp.level.ytd.official', '510700', '2021', 335_029_000_000, '元']],
    ],
  ])('%s', (_, row, figures) => {
    expect(brief(row)).toEqual(figures)
  })

  it('a row that repeats another is merged and known since the earlier source', () => {
    const result = read(Q1, Q1.replace('2022-04-21', '2022-04-20'))
    expect(result.drafts.map((item) => item.knownOn)).toEqual(['2022-04-20', '2022-04-20'])
    expect(result.repeats).toHaveLength(2)
  })
})

describe('bad rows are left out whole and say where and what to do', () => {
  it.each([
    ['region.unknown', 'region_code', '510799', Q1.replace('510700', '510799')],
    ['city.unknown', 'region_code', '519900', Q1.replace('510700', '519900')],
    ['region.unknown', 'region_name', '无名园区', Q1.replace('510700,绵阳市', ',无名园区')],
    ['indicator.unknown', 'indicator_code', 'gpd', Q1.replace(',gdp,', ',gpd,')],
    ['value.not-a-number', 'value', '784.28亿', Q1.replace('784.28', '784.28亿')],
    ['value.not-a-number', 'yoy_pct', '6.6%', Q1.replace(',6.6,', ',6.6%,')],
    ['value.out-of-range', 'yoy_pct', '-100.1', Q1.replace(',6.6,', ',-100.1,')],
    ['value.out-of-range', 'value', '-784.28', Q1.replace('784.28', '-784.28')],
    ['period.invalid', 'period', '2022Q5', Q1.replace('2022Q1', '2022Q5')],
    ['period.invalid', 'period', '2022Q1', Q1.replace('ytd', 'annual')],
    ['period.invalid', 'period_type', 'qtr', Q1.replace('ytd', 'qtr')],
    ['input.invalid', 'unit', '斗', Q1.replace('亿元', '斗')],
    ['input.invalid', 'value', '', Q1.replace('784.28', '').replace(',6.6,', ',,')],
    ['value.out-of-range', 'value', '0', '510700,绵阳市,2022Q1,rank,gdp_growth_rank,位次,0,位,,初步核算,,,2022-04-25'],
  ])('%s in %s: %s', (code, column, value, row) => {
    const result = read(row)
    expect(result.drafts).toEqual([])
    expect(result.rejects).toMatchObject([{ row: 2, column, value, code }])
    expect(result.rejects[0]?.message).toMatch(new RegExp(`^第2行“${column}”列：.+(请|缺)`))
  })

  it('-100 % and a loss are in range', () => {
    expect(read(Q1.replace(',6.6,', ',-100,')).rejects).toEqual([])
    expect(brief(Q1.replace(',gdp,', ',profit,').replace('784.28', '-3'))[0]?.[3]).toBe(-300_000_000)
  })

  it('a row that contradicts an earlier one is refused, naming both', () => {
    const result = read(Q1, Q1.replace('784.28', '784.29'))
    expect(result.rejects).toMatchObject([{ row: 3, column: 'value', code: 'duplicate' }])
    expect(result.rejects[0]?.message).toContain('第2行')
    expect(result.drafts).toHaveLength(2)
  })

  it('a missing column, an open quote and a short row refuse the file', () => {
    const file = (text: string) => csvToFigures({ name: 't.csv', text, sha256: '' }, context).rejects[0]
    expect(file(HEAD.replace(',source_date', ''))?.message).toContain('source_date')
    expect(file(`${HEAD}\n"510700`)?.message).toContain('第2行')
    expect(file(`${HEAD}\n510700,绵阳市`)?.message).toContain('第2行有2格')
    expect(file('')?.message).toContain('空')
  })
})

describe('source days and cumulative periods', () => {
  it.each([
    ['2022-04-21', '2022-04-21'],
    ['2022-02', '2022-02-28'],
    ['2022', '2022-12-31'],
    ['', null],
    ['2.7.0', null],
    ['2022-02-30', null],
  ])('%s → %s', (text, day) => {
    expect(sourceDay(text, null)).toBe(day)
  })

  it('a date not after the period ended is not the day its result was known', () => {
    expect(['2022-03-30', '2022-03-31', '2022-04-01'].map((day) => sourceDay(day, '2022-03-31'))).toEqual([
      null,
      null,
      '2022-04-01',
    ])
  })

  it.each([
    ['2022Q1', '2022Q1', '2021', '2021Q1', '2022-02'],
    ['2022-03', '2022Q1', '2021', '2021Q1', '2022-02'],
    ['2022Q2', '2022Q2', '2022Q1', '2021Q2', '2022-05'],
    ['2022H1', '2022Q2', '2022Q1', '2021Q2', '2022-05'],
    ['2022-02', '2022-02', '2021', '2021-02', '2022-01'],
    ['2022-05', '2022-05', '2022-04', '2021-05', '2022-04'],
    ['2022', '2022', '2022Q3', '2021', '2022-11'],
  ])('%s: canonical %s, before it %s, a year ago %s, lagged %s', (text, canonical, before, year, lagged) => {
    if (text !== '2022-03') expect(ytdBefore(text)).toBe(before)
    expect([canonicalYtd(text), ytdLastYear(text), ytdLagged(text, 1)]).toEqual([canonical, year, lagged])
  })
})

describe('CSV', () => {
  it('reads quotes, doubled quotes, commas, line ends and a byte order mark', () => {
    expect(parseCsv('\uFEFFa,b\r\n"x,""y""",\n"1\n2",3\n')).toEqual({
      kind: 'csv',
      header: ['a', 'b'],
      rows: [
        { row: 2, cells: ['x,"y"', ''] },
        { row: 3, cells: ['1\n2', '3'] },
      ],
    })
  })
  it.each([
    [0, 'A1'],
    [25, 'Z1'],
    [26, 'AA1'],
    [701, 'ZZ1'],
    [702, 'AAA1'],
  ])('column %s is %s', (column, name) => {
    expect(a1(column, 1)).toBe(name)
  })
})
