import type { BoundNumber, QuarterReviewInput, ReviewRow } from '../review-input.ts'

const figure = (region: string, series: string, shown: string): BoundNumber => ({
  ref: `fig:510700/${series}/${region}/2022Q1@1`,
  shown,
})

const growth = (region: string, indicator: string, shown: string): BoundNumber =>
  figure(region, `${indicator}.growth-real.ytd.official`, shown)

const level = (indicator: string, shown: string): BoundNumber =>
  figure('510700', `${indicator}.level.ytd.official`, shown)

const output = (
  indicator: string,
  label: string,
  shown: string,
  rates: readonly [string, string, string],
): ReviewRow => ({
  indicator,
  label,
  indent: indicator === 'gdp' ? 0 : 1,
  unit: '亿元',
  level: level(indicator, shown),
  growth: growth('510700', indicator, rates[0]),
  provinceGrowth: growth('510000', indicator, rates[1]),
  nationGrowth: growth('100000', indicator, rates[2]),
})

const missing = (indicator: string, label: string): ReviewRow => ({ indicator, label, unit: '亿元', gap: '缺' })

/** The first quarter of 2022 as published by 26 April: data/mianyang, data/sichuan and data/national. Items are made up. */
export const mianyangFirstQuarter: QuarterReviewInput = {
  city: { code: '510700', name: '绵阳市' },
  year: 2022,
  quarter: 1,
  asKnownOn: '2022-04-26',
  meeting: '2022-04-26 市委常委会会议',
  checkpoint: '9f3c41d2a07be6585d1c7c9e0f4b2a6d8e3f1a5b7c9d0e2f4a6b8c0d2e4f6a8b',
  rows: [
    {
      ...output('gdp', '地区生产总值', '784.28', ['6.6', '5.3', '4.8']),
      levelRank: figure('510700', 'gdp.rank.ytd.official', '2'),
      growthRank: figure('510700', 'gdp_growth.rank.ytd.official', '4'),
    },
    output('va1', '第一产业增加值', '51.15', ['4.5', '4.3', '6.0']),
    output('va2', '第二产业增加值', '310.31', ['7.6', '6.4', '5.8']),
    output('va3', '第三产业增加值', '422.82', ['6.2', '4.8', '4.0']),
    {
      indicator: 'iva',
      label: '规模以上工业增加值',
      unit: '亿元',
      level: 'not-applicable',
      growth: growth('510700', 'iva', '8.9'),
      provinceGrowth: growth('510000', 'iva', '8.1'),
      nationGrowth: growth('100000', 'iva', '6.5'),
    },
    {
      indicator: 'elec',
      label: '全社会用电量',
      unit: '亿千瓦时',
      level: level('elec', '39.16'),
      growth: figure('510700', 'elec.growth-nominal.ytd.official', '16.05'),
    },
    {
      indicator: 'ind_profit',
      label: '规模以上工业企业利润总额',
      unit: '亿元',
      months: '1—2月',
      level: { ref: 'fig:510700/ind_profit.level.ytd.official/510700/2022-02@1', shown: '20.38' },
      growth: { ref: 'fig:510700/ind_profit.growth-nominal.ytd.official/510700/2022-02@1', shown: '16.6' },
    },
    missing('fai', '全社会固定资产投资'),
    missing('retail', '社会消费品零售总额'),
    missing('budget', '地方一般公共预算收入'),
    missing('trade', '进出口总额'),
  ],
  previousItems: [
    { item: 'a1', title: '甲项目实质性动工（示例）', leadUnit: null, state: '达序时', change: '4月28日完成备案' },
    { item: 'a2', title: '乙园区清理闲置土地（示例）', leadUnit: '自然资源部门', state: '未启动', change: null },
  ],
  preparedBy: null,
  reportedBy: '市发展改革委',
}
