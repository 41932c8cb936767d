import { defineEvaluation, type EvaluationVersion, type Indicator, type Unknown } from '@yundiao/scorecards'
import { COLUMNS, indicatorOf, MARKS, under } from './columns.ts'
import { EXCLUSIONS, EXCLUSIONS_ELSEWHERE, VETOES } from './ledger.ts'

const REPORT_2020 = '经济和信息化厅2021年3月公布2020年评价结果的报道'
const REPORT_2022 = '2022年评价结果的报道（2023年4月）'
const LAND = '用地口径未见原文；按自有加租入减租出'

const INDICATORS: readonly Indicator[] = [
  { code: '亩均营业收入', direction: 1, weight: 20, benchmark: 427.4, denominator: '用地' },
  { code: '亩均税收', direction: 1, weight: 20, benchmark: 14.3, denominator: '用地' },
  { code: '人均营业收入', direction: 1, weight: 20, benchmark: 144.4, denominator: '从业人员' },
  { code: '单位能耗营业收入', direction: 1, weight: 5, benchmark: 4.9, denominator: '能耗' },
  { code: '研发投入强度', direction: 1, weight: 5, benchmark: 0.015, denominator: '营业收入' },
  { code: '地方特色指标', direction: 1, weight: 30, normalise: { method: 'none' }, missing: 'reweight' },
]

const UNKNOWNS: readonly Unknown[] = [
  {
    about: 'local',
    words: '地方特色指标 1—3 项由市州自定，合计 30%；本市选了哪几项未见文件',
    meanwhile: '此项没有数，试算时其余五项按比例分担 30% 的权重',
  },
  { about: 'formula', words: '全省统一的计分公式未公布', meanwhile: '按指标值除以基准值乘权重试算' },
  {
    about: 'benchmark',
    words: '基准值未公布',
    meanwhile:
      '以 2020 年全省参评企业均值为基准（亩均营收 427.4 万元、亩均税收 14.3 万元、人均营收 144.4 万元、单位能耗营收 4.9 万元、研发强度 1.5%）',
  },
  { about: 'cap', words: '单项得分的上限未公布', meanwhile: '不封顶' },
  { about: 'floor', words: '单项得分的下限未公布', meanwhile: '最低按 0 分' },
  { about: 'negative', words: '税收为负（退税大于入库）如何计未公布', meanwhile: '按 0 计，原数保留' },
  { about: 'tax', words: '留抵退税是否加回未公布', meanwhile: '不加回' },
  { about: 'missing', words: '缺数如何计未公布', meanwhile: '缺数的指标不计，其余指标分担其权重' },
  { about: 'rented', words: '租赁企业如何评价未公布', meanwhile: '没有自有用地的租赁企业另列一组，不与其他企业同排' },
  {
    about: 'denominator',
    words: '比例的分母未公布：2020 年报道参评 7546 户、A 类 2131 户称占 29.1%，按此分母应为约 7323 户',
    meanwhile: '以有等次的企业（含一票否决）为分母，不评等次的不计入',
  },
  {
    about: 'grades',
    words: 'A 类不超过 30%、C 类不低于 10% 见于 2022 年评价的报道；2021 年报道只列 A、B、C 三档',
    meanwhile: '设 A、B、C、D 四类，D 类只由一票否决产生',
  },
  { about: 'overrides', words: 'D 类的具体情形未见原文', meanwhile: '只认台账里由人填写并注明依据的情形' },
  {
    about: 'exclusions',
    words: '不评等次的情形未见原文',
    meanwhile: '只认台账里由人填写并注明依据的情形：计分，不评等次',
  },
  { about: 'ties', words: '同分如何处理未公布', meanwhile: '跨界同分的归入较低一类' },
  { about: 'publicity', words: '公示天数未见规定', meanwhile: '由发布人填写' },
  { about: 'policies', words: '各类企业的差别化措施未见本市文件', meanwhile: '不列措施' },
]

const version2020: EvaluationVersion = {
  from: '2020-01-01',
  title: '四川省产业园区规上工业企业效益评价（2020年起）',
  cite: {
    document: '四川省“亩均论英雄”产业园区规上工业企业效益评价（2020年）公布结果的报道',
    date: '2021-03-08',
    url: 'http://www.e5.net.cn/blog/_685524_317075.html',
  },
  grade: 'B',
  scheme: {
    indicators: INDICATORS,
    missing: 'reweight',
    normalise: { method: 'benchmark', floor: 0 },
    aggregate: { method: 'arithmetic' },
    grades: {
      grades: [{ grade: 'A', atMost: 0.3 }, { grade: 'B' }, { grade: 'C', atLeast: 0.1 }, { grade: 'D' }],
      denominator: 'graded',
      vetoTo: 'D',
    },
  },
  inputs: [
    indicatorOf(COLUMNS.revenue, {
      code: '亩均营业收入',
      unitShown: '万元/亩',
      clause: `${REPORT_2020}：统一指标，权重 20%`,
    }),
    indicatorOf(COLUMNS.tax, { code: '亩均税收', unitShown: '万元/亩', clause: `${REPORT_2020}：统一指标，权重 20%` }),
    indicatorOf(COLUMNS.revenue, {
      code: '人均营业收入',
      unitShown: '万元/人',
      clause: `${REPORT_2020}：统一指标，权重 20%`,
    }),
    indicatorOf(COLUMNS.revenue, {
      code: '单位能耗营业收入',
      unitShown: '万元/吨标准煤',
      clause: `${REPORT_2020}：统一指标，权重 5%`,
    }),
    indicatorOf(COLUMNS.research, {
      code: '研发投入强度',
      unitShown: '%',
      clause: `${REPORT_2020}：统一指标，权重 5%`,
    }),
    {
      code: '地方特色指标',
      label: '地方特色指标（待定）',
      unitShown: null,
      from: null,
      clause: `${REPORT_2020}：1—3 项，合计 30%`,
    },
  ],
  denominators: [
    under(COLUMNS.land, LAND),
    under(COLUMNS.employees, `${REPORT_2020}：人均营业收入`),
    under(COLUMNS.energy, `${REPORT_2020}：单位能耗营业收入`),
    under(COLUMNS.revenue, `${REPORT_2020}：研发投入强度`),
  ],
  groups: { 行业: 'industry', 园区: 'park', 地区: 'region' },
  scope: {
    words: '产业园区内的规模以上工业企业',
    when: [
      { field: 'aboveScale', in: [true] },
      { field: 'inPark', in: [true] },
    ],
    clause: REPORT_2020,
  },
  tracks: [
    { name: '租赁企业', when: [{ field: 'tenure', in: ['租赁'] }], clause: '未见规定，暂按通行做法', grade: 'D' },
  ],
  exclusions: [...EXCLUSIONS, ...EXCLUSIONS_ELSEWHERE].map((basis) => ({
    basis,
    effect: 'ungraded' as const,
    clause: '未见省级原文；由本市核定，依据见台账',
    grade: 'D' as const,
  })),
  vetoes: VETOES.map((basis) => ({ basis, clause: '安全、环保、违法等情形列 D 类，未见原文', grade: 'C' as const })),
  promotions: [],
  publicity: { days: null, kind: null, words: '未见规定', clause: REPORT_2022 },
  announced: 'ranked',
  policies: [],
  unknowns: UNKNOWNS,
}

/** 四川“亩均论英雄”: five province-wide items of 70 % and local ones of 30 %; A at most 30 %, C at least 10 %. */
export const sichuan = defineEvaluation({
  id: 'parks.sichuan',
  title: '四川“亩均论英雄”评价',
  place: { code: '510000', name: '四川省' },
  subject: '企业',
  ledger: 'parks.efficiency',
  year: 'year',
  name: 'name',
  identity: 'creditCode',
  marks: MARKS,
  versions: [version2020],
})
