import { type BoundNumber, type Paper, quarterReviewPaper, type ReviewRow } from '@yundiao/briefings'

const figure = (region: string, series: string, shown: string): BoundNumber => ({
  ref: `fig:510700/${series}/${region}/2022Q1@1`,
  shown,
})

const rates = (indicator: string, city: string, province: string, nation: string) => ({
  growth: figure('510700', `${indicator}.growth-real.ytd.official`, city),
  provinceGrowth: figure('510000', `${indicator}.growth-real.ytd.official`, province),
  nationGrowth: figure('100000', `${indicator}.growth-real.ytd.official`, nation),
})

const level = (indicator: string, shown: string): BoundNumber =>
  figure('510700', `${indicator}.level.ytd.official`, shown)

const rows: readonly ReviewRow[] = [
  {
    indicator: 'gdp',
    label: '地区生产总值',
    unit: '亿元',
    level: level('gdp', '784.28'),
    ...rates('gdp', '6.6', '5.3', '4.8'),
  },
  {
    indicator: 'va1',
    label: '第一产业增加值',
    indent: 1,
    unit: '亿元',
    level: level('va1', '51.15'),
    ...rates('va1', '4.5', '4.3', '6.0'),
  },
  {
    indicator: 'va2',
    label: '第二产业增加值',
    indent: 1,
    unit: '亿元',
    level: level('va2', '310.31'),
    ...rates('va2', '7.6', '6.4', '5.8'),
  },
  {
    indicator: 'iva',
    label: '规模以上工业增加值',
    unit: '亿元',
    level: 'not-applicable',
    ...rates('iva', '8.9', '8.1', '6.5'),
  },
  {
    indicator: 'ind_profit',
    label: '规模以上工业企业利润总额',
    unit: '亿元',
    months: '1—2月',
    level: level('ind_profit', '20.38'),
  },
  { indicator: 'fai', label: '全社会固定资产投资', unit: '亿元', gap: '缺' },
]

/** A short review of a quarter with figures as published in April 2022 and made-up items. */
export const reviewPaper: Paper = quarterReviewPaper({
  city: { code: '510700', name: '绵阳市' },
  year: 2022,
  quarter: 1,
  asKnownOn: '2022-04-26',
  checkpoint: '9f3c41d2a07be6585d1c7c9e0f4b2a6d8e3f1a5b7c9d0e2f4a6b8c0d2e4f6a8b',
  rows,
  previousItems: [
    { item: 'a1', title: '甲项目实质性动工（示例）', leadUnit: null, state: '达序时', change: '4月28日完成备案' },
    { item: 'a2', title: '乙园区清理闲置土地（示例）', leadUnit: '自然资源部门', state: '未启动', change: null },
  ],
  preparedBy: null,
  reportedBy: '市发展改革委',
})
