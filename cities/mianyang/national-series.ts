import type { LongSeries, LongTable } from '@yundiao/figures'
import { NATION } from './regions.ts'

const growth = (
  indicator: string,
  measure: 'growth-real' | 'growth-nominal',
  accumulation: LongSeries['accumulation'],
): LongSeries => ({ indicator, measure, accumulation, printedUnit: '%' })
const money = (indicator: string, accumulation: LongSeries['accumulation']): LongSeries => ({
  indicator,
  measure: 'level',
  accumulation,
  printedUnit: '亿元',
})
const index = (indicator: string, printedUnit: string): LongSeries => ({
  indicator,
  measure: 'index',
  accumulation: 'period',
  printedUnit,
})

const MONTHLY: Readonly<Record<string, LongSeries>> = {
  'cn.iva.yoy': growth('iva', 'growth-real', 'period'),
  'cn.iva.ytd_yoy': growth('iva', 'growth-real', 'ytd'),
  'cn.fai.ytd_level': money('fai', 'ytd'),
  'cn.fai.ytd_yoy': growth('fai', 'growth-nominal', 'ytd'),
  'cn.retail.yoy': growth('retail', 'growth-nominal', 'period'),
  'cn.retail.ytd_yoy': growth('retail', 'growth-nominal', 'ytd'),
  'cn.retail.level': money('retail', 'period'),
  'cn.retail_large.level': money('retail_large', 'period'),
  'cn.services_index.yoy': growth('services_index', 'growth-real', 'period'),
  'cn.cpi.yoy_index': index('cpi', '上年同月=100'),
  'cn.ppi.yoy_index': index('ppi', '上年同月=100'),
  'cn.pmi.mfg': index('pmi_mfg', '指数'),
  'cn.pmi.nonmfg': index('pmi_nonmfg', '指数'),
  'cn.pmi.caixin': index('pmi_caixin', '指数'),
  'cn.exports.yoy': growth('exports', 'growth-nominal', 'period'),
  'cn.house_sales.ytd_yoy': growth('house_sales', 'growth-nominal', 'ytd'),
  'cn.ind_profit.ytd_yoy': growth('ind_profit', 'growth-nominal', 'ytd'),
  'cn.m2.yoy': growth('m2', 'growth-nominal', 'stock'),
  'cn.newloans.level': money('new_loans', 'period'),
  'cn.tsf.flow': money('tsf_flow', 'period'),
  'cn.tsf.stock_yoy': growth('tsf_stock', 'growth-nominal', 'stock'),
}

/** Second sources serve cross-checks; a third party's calculation is no release. */
const monthlyLeftOut = (name: string): string | null => {
  if (name === 'cn.fai.month_yoy_calc') return '第三方推算，非公布数'
  return /_(?:b|gov)$/.test(name) ? '第二来源，只作核对' : null
}

export const nationalMonthly: LongTable = {
  region: NATION,
  seriesColumn: 'series_id',
  noteColumn: 'note',
  mapping: 'mianyang.national-monthly.1',
  series: MONTHLY,
  leftOut: monthlyLeftOut,
}

const LEVELS: readonly (readonly [english: string, indicator: string])[] = [
  ['Gross Domestic Product', 'gdp'],
  ['Value-added of the Primary Industry', 'va1'],
  ['Value-added of the Secondary Industry', 'va2'],
  ['Value-added of the Tertiary Industry', 'va3'],
  ['Value-added of Industry', 'ind_va'],
  ['Value-added of Construction', 'con_va'],
]

const QUARTERLY: Readonly<Record<string, LongSeries>> = {
  ...Object.fromEntries(
    LEVELS.flatMap(([english, indicator]) => [
      [`${english}, Current Quarter (100 million yuan)`, money(indicator, 'period')],
      [`${english}, Accumulated (100 million yuan)`, money(indicator, 'ytd')],
    ]),
  ),
  'GDP real growth, quarter yoy (%)': growth('gdp', 'growth-real', 'period'),
  'GDP real growth, year-to-date yoy (%)': growth('gdp', 'growth-real', 'ytd'),
  'Primary industry real growth, quarter yoy (%)': growth('va1', 'growth-real', 'period'),
  'Secondary industry real growth, quarter yoy (%)': growth('va2', 'growth-real', 'period'),
  'Tertiary industry real growth, quarter yoy (%)': growth('va3', 'growth-real', 'period'),
}

export const nationalQuarterly: LongTable = {
  region: NATION,
  seriesColumn: 'indicator',
  noteColumn: null,
  mapping: 'mianyang.national-quarterly.1',
  series: QUARTERLY,
  leftOut: (name) => {
    if (name.startsWith('Indices of ')) return '定基前的指数，增速已有公布数'
    return name.startsWith('Value-added of ') ? '分行业增加值，看板不用' : null
  },
}
