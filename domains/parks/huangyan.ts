import { defineEvaluation, type Evaluation, type EvaluationVersion, type Unknown } from '@yundiao/scorecards'
import { COLUMNS, indicatorOf, MARKS, under } from './columns.ts'

/** What one year's notice says: benchmarks in the order of its formula, its days, where it was read. */
type Notice = {
  year: 2021 | 2022
  /** 亩均税收, 亩均增加值, 单位能耗增加值, 单位排放增加值, 全员劳动生产率, 研发经费占比. */
  above: readonly [number, number, number, number, number, number]
  /** 亩均税收, 单位用电税收 of those below scale. */
  below: readonly [number, number]
  publicity: string
  printedOn: string
  url: string
}

const NOTICES: readonly Notice[] = [
  {
    year: 2021,
    above: [26.01, 132.27, 2.54, 4861.08, 17.45, 0.0305],
    below: [16.601058, 0.236565],
    publicity: '2022年9月20日至23日17时30分',
    printedOn: '2022-09-20',
    url: 'https://chacewang.com/newsdetail/news169062.html',
  },
  {
    year: 2022,
    above: [24.097, 136.16, 2.694, 4929.81, 18.14, 0.0302],
    below: [11.5932, 0.2352],
    publicity: '2023年9月26日至28日12时',
    printedOn: '2023-09-25',
    url: 'https://www.chacewang.com/newsdetail/news430850.html',
  },
]

const FORMULA = '计算说明一（一）指标权重'
const ITEMS = '计算说明一（二）分项计算公式'

const SILENT: readonly Unknown[] = [
  { about: 'formula', words: '各项的计量单位不在公示里', meanwhile: '按万元、亩、吨标准煤、吨、人、千瓦时' },
  { about: 'cap', words: '计算说明没有写单项得分的上限', meanwhile: '不封顶' },
  { about: 'floor', words: '计算说明没有写单项得分的下限', meanwhile: '最低按 0 分' },
  { about: 'negative', words: '税收为负如何计，计算说明没有写', meanwhile: '按 0 计，原数保留' },
  { about: 'grades', words: '各类企业的比例或分数线不在公示里', meanwhile: '只计分和排位，不分类' },
  { about: 'exclusions', words: '不参评的情形不在公示里', meanwhile: '不排除任何企业' },
  { about: 'rented', words: '租赁企业如何评价不在公示里', meanwhile: '按实际用地（自有加租入减租出）参评' },
  { about: 'tax', words: '评价税收的口径（退税是否加回）不在公示里', meanwhile: '不加回' },
  { about: 'policies', words: '差别化措施不在公示里', meanwhile: '不列措施' },
]

/** The 2022 notice gives a unit without emission data the mean; that of 2021 was read without such a line. */
const emissionUnknown = (year: number): readonly Unknown[] =>
  year === 2022
    ? []
    : [{ about: 'missing', words: '2021 年的计算说明没有写缺排放数据怎么计', meanwhile: '同 2022 年：按此项平均得分' }]

const common = ({ year, printedOn, url, publicity }: Notice) =>
  ({
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    cite: {
      document: `黄岩区${year}年度工业企业综合评价结果公示及计算说明`,
      date: printedOn,
      url,
    },
    grade: 'B',
    groups: { 行业: 'industry', 园区: 'park', 地区: 'region' },
    exclusions: [],
    vetoes: [],
    promotions: [],
    publicity: {
      days: 3,
      kind: '自然日',
      words: `公示 3 天（${publicity}），有异议的在期内提交盖章的证明资料`,
      clause: `${year}年度公示`,
    },
    announced: 'ranked',
    policies: [],
  }) as const

const scheme = (indicators: EvaluationVersion['scheme']['indicators']): EvaluationVersion['scheme'] => ({
  indicators,
  missing: 'reweight',
  normalise: { method: 'benchmark', floor: 0 },
  aggregate: { method: 'arithmetic' },
})

const aboveScale = (notice: Notice): EvaluationVersion => {
  const [tax, added, energy, emission, labour, research] = notice.above
  return {
    ...common(notice),
    title: `黄岩区${notice.year}年度规上工业企业`,
    scheme: scheme([
      { code: '亩均税收', direction: 1, weight: 30, benchmark: tax, denominator: '用地' },
      { code: '亩均增加值', direction: 1, weight: 20, benchmark: added, denominator: '用地' },
      { code: '单位能耗增加值', direction: 1, weight: 20, benchmark: energy, denominator: '能耗' },
      {
        code: '单位排放增加值',
        direction: 1,
        weight: 10,
        benchmark: emission,
        denominator: '排放',
        missing: 'mean-score',
      },
      { code: '全员劳动生产率', direction: 1, weight: 10, benchmark: labour, denominator: '从业人员' },
      { code: '研发经费占比', direction: 1, weight: 10, benchmark: research, denominator: '营业收入' },
    ]),
    inputs: [
      indicatorOf(COLUMNS.tax, { code: '亩均税收', unitShown: '万元/亩', clause: FORMULA }),
      indicatorOf(COLUMNS.valueAdded, { code: '亩均增加值', unitShown: '万元/亩', clause: FORMULA }),
      indicatorOf(COLUMNS.valueAdded, { code: '单位能耗增加值', unitShown: '万元/吨标准煤', clause: FORMULA }),
      indicatorOf(COLUMNS.valueAdded, { code: '单位排放增加值', unitShown: '万元/吨', clause: FORMULA }),
      indicatorOf(COLUMNS.valueAdded, { code: '全员劳动生产率', unitShown: '万元/人', clause: FORMULA }),
      indicatorOf(COLUMNS.research, { code: '研发经费占比', unitShown: '%', clause: FORMULA }),
    ],
    denominators: [
      under(COLUMNS.land, ITEMS),
      under(COLUMNS.energy, `${ITEMS}：综合能耗（等价值）`),
      under(COLUMNS.emission, ITEMS),
      under(COLUMNS.employees, `${ITEMS}：年平均职工人数`),
      under({ ...COLUMNS.revenue, label: '主营业务收入' }, `${ITEMS}：主营业务收入`),
    ],
    scope: { words: '规模以上工业企业', when: [{ field: 'aboveScale', in: [true] }], clause: FORMULA },
    unknowns: [...SILENT, ...emissionUnknown(notice.year)],
  }
}

const belowScale = (notice: Notice): EvaluationVersion => {
  const [tax, power] = notice.below
  return {
    ...common(notice),
    title: `黄岩区${notice.year}年度规下工业企业`,
    scheme: scheme([
      { code: '亩均税收', direction: 1, weight: 50, benchmark: tax, denominator: '用地' },
      { code: '单位用电税收', direction: 1, weight: 50, benchmark: power, denominator: '用电量' },
    ]),
    inputs: [
      indicatorOf(COLUMNS.tax, { code: '亩均税收', unitShown: '万元/亩', clause: FORMULA }),
      indicatorOf(COLUMNS.tax, { code: '单位用电税收', unitShown: '元/千瓦时', clause: FORMULA }),
    ],
    denominators: [under(COLUMNS.land, ITEMS), under(COLUMNS.power, `${ITEMS}：用电量`)],
    scope: { words: '规模以下工业企业', when: [{ field: 'aboveScale', in: [false] }], clause: FORMULA },
    unknowns: [
      ...SILENT,
      { about: 'missing', words: '缺数如何计，计算说明没有写', meanwhile: '缺数的指标不计，其余指标分担其权重' },
    ],
  }
}

const evaluation = (id: string, title: string, versions: readonly EvaluationVersion[]): Evaluation =>
  defineEvaluation({
    id,
    title,
    place: { code: '331003', name: '台州市黄岩区' },
    subject: '企业',
    ledger: 'parks.efficiency',
    year: 'year',
    name: 'name',
    identity: 'creditCode',
    marks: MARKS,
    versions,
  })

/** 黄岩规上: Σ value ÷ benchmark × weight, of six items; no emission data: the mean score of that item. */
export const huangyanAbove = evaluation('parks.huangyan', '黄岩区规上工业企业评价', NOTICES.map(aboveScale))
/** 黄岩规下: tax per 亩 and per kilowatt-hour, half each. */
export const huangyanBelow = evaluation('parks.huangyan-small', '黄岩区规下工业企业评价', NOTICES.map(belowScale))
