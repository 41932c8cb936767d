import { defineEvaluation, type EvaluationColumn, type Unknown } from '@yundiao/scorecards'
import { sichuan } from './sichuan.ts'

const CLAUSE = '园区版未见办法；沿用企业版的五项统一指标，按园区合计数计算'

const column = (code: string, label: string, unit: string, field: string): EvaluationColumn => ({
  code,
  label,
  unit,
  from: { add: [field] },
  sourceClass: '统计汇总',
  sourceField: 'source',
  clause: CLAUSE,
})

const revenue = column('营业收入', '营业收入', '万元', 'revenue')
const tax = column('税收', '税收', '万元', 'tax')
const research = column('研发经费', '研发经费', '万元', 'research')

const UNKNOWNS: readonly Unknown[] = [
  {
    about: 'indicators',
    words: '园区版指标未见文件；建成区面积、投资强度、标准厂房使用率常被列入，权重不详',
    meanwhile: '只计五项统一指标，其余列在台账里备查',
  },
  { about: 'weights', words: '园区版权重未见文件', meanwhile: '沿用企业版 20、20、20、5、5，按比例' },
  { about: 'benchmark', words: '园区版基准值未见文件', meanwhile: '以参评园区的均值为基准' },
  { about: 'cap', words: '单项得分的上限未见文件', meanwhile: '不封顶' },
  { about: 'grades', words: '园区是否分等、如何分等未见文件', meanwhile: '只计分和排位，不分等' },
  { about: 'publicity', words: '园区数取自原则上不公布的调查', meanwhile: '不公示，限内部使用' },
  { about: 'policies', words: '园区的差别化措施未见文件', meanwhile: '不列措施' },
]

/** Parks on the same five items, on sums given by the approved survey or departments. No document was seen: grade D. */
export const parkLevel = defineEvaluation({
  id: 'parks.park-level',
  title: '园区亩均效益对比',
  place: sichuan.place,
  subject: '园区',
  ledger: 'parks.park',
  year: 'year',
  name: 'name',
  versions: [
    {
      from: '2020-01-01',
      title: '园区亩均效益对比（五项，内部使用）',
      cite: {
        document: '四川省开发区统计调查制度（经批准的地方统计调查项目）',
        url: 'https://www.stats.gov.cn/fw/dftjxmgl/dftjdczd/sc/202404/t20240410_1948396.html',
      },
      grade: 'D',
      scheme: {
        indicators: [
          { code: '亩均营业收入', direction: 1, weight: 20, denominator: '用地', benchmark: { of: 'mean' } },
          { code: '亩均税收', direction: 1, weight: 20, denominator: '用地', benchmark: { of: 'mean' } },
          { code: '人均营业收入', direction: 1, weight: 20, denominator: '从业人员', benchmark: { of: 'mean' } },
          { code: '单位能耗营业收入', direction: 1, weight: 5, denominator: '能耗', benchmark: { of: 'mean' } },
          { code: '研发投入强度', direction: 1, weight: 5, denominator: '营业收入', benchmark: { of: 'mean' } },
        ],
        missing: 'reweight',
        normalise: { method: 'benchmark', floor: 0 },
        aggregate: { method: 'arithmetic' },
      },
      inputs: [
        { ...revenue, code: '亩均营业收入', unitShown: '万元/亩' },
        { ...tax, code: '亩均税收', unitShown: '万元/亩' },
        { ...revenue, code: '人均营业收入', unitShown: '万元/人' },
        { ...revenue, code: '单位能耗营业收入', unitShown: '万元/吨标准煤' },
        { ...research, code: '研发投入强度', unitShown: '%' },
      ],
      denominators: [
        column('用地', '企业用地', '亩', 'land'),
        column('从业人员', '平均从业人员', '人', 'employees'),
        column('能耗', '综合能耗', '吨标准煤', 'energy'),
        revenue,
      ],
      groups: { 级别: 'level', 地区: 'region' },
      scope: { words: '以发展工业为主的园区', when: [], clause: CLAUSE },
      exclusions: [],
      vetoes: [],
      promotions: [],
      publicity: { days: null, kind: null, words: '不公示', clause: CLAUSE },
      announced: 'internal',
      policies: [],
      unknowns: UNKNOWNS,
    },
  ],
})
