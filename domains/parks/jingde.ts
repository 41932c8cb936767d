import { defineEvaluation, type EvaluationVersion, type Indicator } from '@yundiao/scorecards'
import { COLUMNS, indicatorOf, MARKS, under } from './columns.ts'
import { EXCLUSIONS } from './ledger.ts'

const READING = '《旌德县亩均效益评价实施方案》政策解读'
const SCOPE = `${READING}问答1`
const ITEMS = `${READING}问答2`
const MU = 2000 / 3

/** The reading names the items and no weights: a trial run gives each the same. */
const item = (code: string, denominator: string): Indicator => ({ code, direction: 1, weight: 1, denominator })

const version2021: EvaluationVersion = {
  from: '2021-01-01',
  title: '旌德县亩均效益评价（试行）规上企业',
  cite: {
    document: READING,
    date: '2022-04-23',
    url: 'http://www.ahjd.gov.cn/OpennessContent/show/2394961.html',
  },
  grade: 'B',
  scheme: {
    indicators: [
      item('亩均税收', '用地'),
      item('亩均营业收入', '用地'),
      item('亩均技术改造投资', '用地'),
      item('全员劳动生产率', '从业人员'),
      item('单位污染物排放营业收入', '排放'),
      item('研发经费占营业收入比重', '营业收入'),
      item('单位能耗营业收入', '能耗'),
    ],
    missing: 'reweight',
    normalise: { method: '20+80' },
    aggregate: { method: 'arithmetic' },
  },
  inputs: [
    indicatorOf(COLUMNS.tax, { code: '亩均税收', unitShown: '万元/亩', clause: ITEMS }),
    indicatorOf(COLUMNS.revenue, { code: '亩均营业收入', unitShown: '万元/亩', clause: ITEMS }),
    indicatorOf(COLUMNS.renovation, { code: '亩均技术改造投资', unitShown: '万元/亩', clause: ITEMS }),
    indicatorOf(COLUMNS.revenue, { code: '全员劳动生产率', unitShown: '万元/人', clause: ITEMS }),
    indicatorOf(COLUMNS.revenue, { code: '单位污染物排放营业收入', unitShown: '万元/吨', clause: ITEMS }),
    indicatorOf(COLUMNS.research, { code: '研发经费占营业收入比重', unitShown: '%', clause: ITEMS }),
    indicatorOf(COLUMNS.revenue, { code: '单位能耗营业收入', unitShown: '万元/吨标准煤', clause: ITEMS }),
  ],
  denominators: [
    under(COLUMNS.land, ITEMS),
    under(COLUMNS.employees, ITEMS),
    under(COLUMNS.emission, ITEMS),
    under(COLUMNS.revenue, ITEMS),
    under(COLUMNS.energy, ITEMS),
  ],
  groups: { 行业: 'industry', 园区: 'park', 地区: 'region' },
  scope: { words: '规模以上工业企业', when: [{ field: 'aboveScale', in: [true] }], clause: SCOPE },
  exclusions: [{ basis: EXCLUSIONS[0], effect: 'left-out', clause: `${SCOPE}：公益性企业不参评`, grade: 'B' }],
  vetoes: [],
  promotions: [],
  bonuses: [{ field: 'points', label: '附加分值', clause: `${READING}问答3` }],
  publicity: { days: null, kind: null, words: '解读没有写', clause: READING },
  announced: 'ranked',
  policies: [],
  unknowns: [
    { about: 'weights', words: '各项指标的权重不在解读里', meanwhile: '七项等权' },
    { about: 'formula', words: '全员劳动生产率的算法不在解读里', meanwhile: '按营业收入除以平均从业人员' },
    {
      about: 'grades',
      words: '按得分高低、相应比例分 A、B、C、D 四类，比例不在解读里',
      meanwhile: '只计分和排位，不分类',
    },
    { about: 'missing', words: '缺数如何计不在解读里', meanwhile: '缺数的指标不计，其余指标分担其权重' },
    { about: 'negative', words: '税收为负如何计不在解读里', meanwhile: '按 0 计，原数保留' },
    { about: 'rented', words: '租赁企业如何评价不在解读里', meanwhile: '按实际用地（自有加租入减租出）参评' },
    {
      about: 'exclusions',
      words: '新建供地项目从建成后当年投产起参评，建设期的认定办法不在解读里',
      meanwhile: '不因在建排除',
    },
    { about: 'publicity', words: '公示天数不在解读里', meanwhile: '由发布人填写' },
    { about: 'policies', words: '差别化措施不在解读里', meanwhile: '不列措施' },
    {
      about: 'period',
      words: '从哪一年度的结果起执行不在解读里（2022年4月印发，每年6月底前评价）',
      meanwhile: '从 2021 年度起',
    },
  ],
}

const small: EvaluationVersion = {
  ...version2021,
  title: '旌德县亩均效益评价（试行）占地5亩以上规下企业',
  scheme: {
    ...version2021.scheme,
    indicators: [item('亩均税收', '用地'), item('单位能耗营业收入', '能耗'), item('单位污染物排放营业收入', '排放')],
  },
  inputs: version2021.inputs.filter(({ code }) =>
    ['亩均税收', '单位能耗营业收入', '单位污染物排放营业收入'].includes(code),
  ),
  denominators: version2021.denominators.filter(({ code }) => ['用地', '能耗', '排放'].includes(code)),
  scope: {
    words: '占地 5 亩（含）以上的规模以下工业企业',
    when: [
      { field: 'aboveScale', in: [false] },
      { field: 'landOwn', atLeast: 5 * MU },
    ],
    clause: SCOPE,
  },
  unknowns: version2021.unknowns
    .filter(({ about }) => about !== 'formula')
    .map((unknown) => (unknown.about === 'weights' ? { ...unknown, meanwhile: '三项等权' } : unknown)),
}

const frame = {
  place: { code: '341825', name: '宣城市旌德县' },
  subject: '企业',
  ledger: 'parks.efficiency',
  year: 'year',
  name: 'name',
  identity: 'creditCode',
  marks: MARKS,
} as const

/** 旌德规上: weight × (20 + 80 × place between least and most) / 100 of seven items, and points besides. */
export const jingdeAbove = defineEvaluation({
  id: 'parks.jingde',
  title: '旌德县规上企业亩均效益评价',
  ...frame,
  versions: [version2021],
})

/** 旌德规下 of 5 亩 and more: the same of three items. */
export const jingdeBelow = defineEvaluation({
  id: 'parks.jingde-small',
  title: '旌德县规下企业亩均效益评价',
  ...frame,
  versions: [small],
})
