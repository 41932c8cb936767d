import { defineEvaluation, type EvaluationVersion, type Policy } from '@yundiao/scorecards'
import { COLUMNS, indicatorOf, MARKS, under } from './columns.ts'
import { EXCLUSIONS } from './ledger.ts'

const DOCUMENT = '安徽某市工业企业亩均效益评价办法（公开件转载，未见文号）'
const CITE = { document: DOCUMENT, url: 'http://www.gu456.com/OpennessContent/show/3457811.html' } as const
const MU = 2000 / 3

const CLASSES = [
  ['A', '列为优先发展类'],
  ['B', '列为鼓励提升类'],
  ['C', '列为规范转型类'],
  ['D', '列为调控帮扶类'],
] as const

const policies: readonly Policy[] = CLASSES.map(([grade, measure]) => ({
  grade,
  measure,
  cite: { ...CITE, article: '评价分类（一）至（四）' },
  sourceGrade: 'B',
  burden: false,
  legalBasis: null,
}))

const common = {
  from: '2020-01-01',
  cite: CITE,
  grade: 'B',
  groups: { 行业: 'industry', 园区: 'park', 地区: 'region' },
  exclusions: EXCLUSIONS.map((basis) => ({
    basis,
    effect: 'ungraded' as const,
    as: 'B',
    clause: '评价分类（五）：参与评价，不定等级，参照B类管理',
    grade: 'B' as const,
  })),
  vetoes: [],
  promotions: [],
  publicity: { days: null, kind: null, words: '转载件没有写', clause: DOCUMENT },
  announced: 'ranked',
  policies,
  unknowns: [
    { about: 'period', words: '文件日期和施行年度不详（2020年代）', meanwhile: '从 2020 年度起' },
    { about: 'negative', words: '税收为负如何计，转载件没有写', meanwhile: '按 0 计，原数保留' },
    { about: 'denominator', words: '比例的分母没有写明', meanwhile: '以有等次的企业为分母，不定等级的不计入' },
    { about: 'missing', words: '缺数如何计，转载件没有写', meanwhile: '缺数的指标不计，其余指标分担其权重' },
    { about: 'publicity', words: '公示天数，转载件没有写', meanwhile: '由发布人填写' },
    { about: 'policies', words: '各类的具体措施，转载件没有写', meanwhile: '只列分类名称' },
  ],
} as const

const grades = {
  grades: [
    { grade: 'A', upTo: 0.25 },
    { grade: 'B', upTo: 0.7 },
    { grade: 'C', upTo: 0.95 },
    { grade: 'D', upTo: 1 },
  ],
  denominator: 'graded',
} as const

const ITEMS = '评价指标'

const above: EvaluationVersion = {
  ...common,
  title: '安徽某市规上工业企业亩均效益评价',
  scheme: {
    indicators: [
      { code: '亩均税收', direction: 1, weight: 45, denominator: '用地' },
      { code: '亩均销售收入', direction: 1, weight: 20, denominator: '用地' },
      { code: '单位能耗增加值', direction: 1, weight: 15, denominator: '能耗' },
      { code: '研发经费投入强度', direction: 1, weight: 15, denominator: '营业收入' },
      { code: '全员劳动生产率', direction: 1, weight: 5, denominator: '从业人员' },
    ],
    missing: 'reweight',
    normalise: { method: '20+80' },
    aggregate: { method: 'arithmetic' },
    grades,
  },
  inputs: [
    indicatorOf(COLUMNS.tax, { code: '亩均税收', unitShown: '万元/亩', clause: `${ITEMS}：45` }),
    indicatorOf(COLUMNS.revenue, { code: '亩均销售收入', unitShown: '万元/亩', clause: `${ITEMS}：20` }),
    indicatorOf(COLUMNS.valueAdded, { code: '单位能耗增加值', unitShown: '万元/吨标准煤', clause: `${ITEMS}：15` }),
    indicatorOf(COLUMNS.research, { code: '研发经费投入强度', unitShown: '%', clause: `${ITEMS}：15` }),
    indicatorOf(COLUMNS.valueAdded, { code: '全员劳动生产率', unitShown: '万元/人', clause: `${ITEMS}：5` }),
  ],
  denominators: [
    under(COLUMNS.land, ITEMS),
    under(COLUMNS.energy, ITEMS),
    under(COLUMNS.revenue, ITEMS),
    under(COLUMNS.employees, ITEMS),
  ],
  scope: { words: '全市规模以上工业企业', when: [{ field: 'aboveScale', in: [true] }], clause: '评价范围' },
  bonuses: [{ field: 'points', label: '加分、减分', clause: '综合评价得分=∑单项指标得分+加分-减分' }],
  unknowns: [
    ...common.unknowns,
    {
      about: 'formula',
      words: '单项得分的算法，转载件没有写',
      meanwhile: '借用旌德的算法：20+80×（本值-最小值）/（最大值-最小值）',
    },
    { about: 'rented', words: '规上租赁企业如何评价，转载件没有写', meanwhile: '按实际用地（自有加租入减租出）参评' },
  ],
}

const below: EvaluationVersion = {
  ...common,
  title: '安徽某市规下工业企业亩均效益评价',
  scheme: {
    indicators: [{ code: '亩均税收', direction: 1, weight: 100, denominator: '用地' }],
    missing: 'reweight',
    normalise: { method: 'none' },
    aggregate: { method: 'arithmetic' },
    grades,
  },
  inputs: [
    indicatorOf(COLUMNS.tax, { code: '亩均税收', unitShown: '万元/亩', clause: `${ITEMS}：100，按亩均税收排序` }),
  ],
  denominators: [under(COLUMNS.land, ITEMS)],
  scope: {
    words: '占地 5 亩以上，或租赁厂房 3000 平方米以上且成立 4 年（含）以上的规模以下工业企业',
    when: [
      { field: 'aboveScale', in: [false] },
      {
        any: [
          [{ field: 'landOwn', atLeast: 5 * MU }],
          [
            { field: 'landRentedIn', atLeast: 3000 },
            { field: 'yearsOpen', atLeast: 4 },
          ],
        ],
      },
    ],
    clause: '评价范围',
  },
}

const frame = {
  place: { code: '340000', name: '安徽某市' },
  subject: '企业',
  ledger: 'parks.efficiency',
  year: 'year',
  name: 'name',
  identity: 'creditCode',
  marks: MARKS,
} as const

/** An Anhui city's method for firms above scale: five items, A to 25 %, B to 70 %, C to 95 %. */
export const anhuiAbove = defineEvaluation({
  id: 'parks.anhui',
  title: '安徽某市规上企业评价',
  ...frame,
  versions: [above],
})

/** The same city's for those below: tax per 亩 alone; tenants of 3,000 ㎡ and four years take part. */
export const anhuiBelow = defineEvaluation({
  id: 'parks.anhui-small',
  title: '安徽某市规下企业评价',
  ...frame,
  versions: [below],
})
