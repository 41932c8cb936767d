import { defineEvaluation, type Unscored } from '@yundiao/scorecards'

const CLAUSE = '2023年度四川省营商环境评价：4 个一级指标、20 个二级指标'

/** First-level items of the province's evaluation for 2023. */
export const SICHUAN_TOPICS = ['政务环境', '法治环境', '要素环境', '创新环境'] as const

const unscored: readonly Unscored[] = SICHUAN_TOPICS.map((parent) => ({
  parent,
  name: '二级指标（4 项一级指标合计 20 项，名称和归属未公布）',
  grade: 'C',
  note: '未核实',
}))

/** The province's evaluation of its 21 cities for 2023: 4 × 20, told in three grades by administrative order, unranked. */
export const sichuan = defineEvaluation({
  id: 'business-environment.sichuan',
  title: '营商环境评价（四川省）',
  place: { code: '510000', name: '四川省' },
  subject: '市州',
  ledger: 'business-environment.score',
  year: 'year',
  name: 'name',
  layout: { indicator: 'indicator', value: 'score', sourceClass: 'source' },
  versions: [
    {
      from: '2023-01-01',
      to: '2023-12-31',
      title: '四川省2023年度：4个一级指标、20个二级指标',
      cite: {
        document: '2023年度四川省营商环境评价报告的报道',
        date: '2024-08-16',
        url: 'https://www.mianyangpeace.gov.cn/fxyj/20240816/2900652.html',
      },
      grade: 'B',
      scheme: {
        indicators: SICHUAN_TOPICS.map((code) => ({ code, direction: 1, weight: 25, goalposts: [0, 100] })),
        screen: { minPresent: 0.5 },
        missing: 'reweight',
        normalise: { method: 'goalposts', range: [0, 100], clamp: true },
        aggregate: { method: 'arithmetic' },
      },
      inputs: SICHUAN_TOPICS.map((code) => ({
        code,
        label: code,
        unit: '分',
        unitShown: '分',
        from: { add: [code] },
        sourceClass: '部门业务',
        sourceField: `${code}/source`,
        clause: CLAUSE,
      })),
      denominators: [],
      groups: { 地区: 'region' },
      scope: { words: '全省 21 个市（州）', when: [], clause: CLAUSE },
      exclusions: [],
      vetoes: [],
      promotions: [],
      publicity: { days: null, kind: null, words: '评价报告由省里公布', clause: CLAUSE },
      announced: 'grades-only',
      namedGrades: ['优秀', '良好', '一般'],
      policies: [],
      unscored,
      unknowns: [
        { about: 'indicators', words: '20 个二级指标的名称和归属未公布', meanwhile: '只按 4 个一级指标得分试算' },
        { about: 'weights', words: '一级、二级指标的权重未公布', meanwhile: '四项等权' },
        {
          about: 'formula',
          words: '数据、核验、暗访、问卷、访谈如何合成得分未公布',
          meanwhile: '由评估方给出 0—100 的得分',
        },
        { about: 'missing', words: '缺数如何计未公布', meanwhile: '不计该项，其余平均；缺一半以上的不参评' },
        {
          about: 'grades',
          words: '优秀、良好、一般三档如何划分未公布；公布时按行政区划顺序排列，不排名次',
          meanwhile: '不划等次，不公布位次',
        },
        { about: 'publicity', words: '公示办法未见规定', meanwhile: '由发布人填写' },
        { about: 'policies', words: '没有与结果挂钩的措施', meanwhile: '不列措施' },
      ],
    },
  ],
})
