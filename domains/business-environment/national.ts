import { defineEvaluation, type EvaluationInput, type Indicator, type Unscored } from '@yundiao/scorecards'

/** The two halves of the national system, and what they are called. */
const LIFE_CYCLE = '企业全生命周期'
const CITY_QUALITY = '城市高质量发展'

type Topic = readonly [name: string, half: typeof LIFE_CYCLE | typeof CITY_QUALITY, below: readonly string[]]

/** The 18 first-level indicators as published; the words below them are from memory, fewer than the official 87. */
const TOPICS: readonly Topic[] = [
  ['开办企业', LIFE_CYCLE, ['环节', '时间', '成本', '便利度']],
  ['劳动力市场监管', LIFE_CYCLE, ['聘用', '工作时间', '裁员规定', '裁员成本', '就业质量和服务']],
  ['办理建筑许可', LIFE_CYCLE, ['环节', '时间', '成本', '质量控制', '便利度']],
  ['政府采购', LIFE_CYCLE, ['电子平台', '流程', '确定和签约', '合同管理', '支付和交付']],
  ['招标投标', LIFE_CYCLE, ['互联网+招标采购', '投标和履约担保', '外地企业中标占比', '公平和投诉']],
  ['获得电力', LIFE_CYCLE, ['环节', '时间', '成本', '供电可靠性和电费透明度']],
  ['获得用水用气', LIFE_CYCLE, ['环节', '时间', '成本', '价格']],
  ['登记财产', LIFE_CYCLE, ['环节', '时间', '成本', '土地管理质量', '便利度']],
  ['获得信贷', LIFE_CYCLE, ['合法权利', '信用信息深度', '征信覆盖', '融资便利']],
  ['保护中小投资者', LIFE_CYCLE, ['信息披露', '董事责任', '诉讼便利', '股东权利', '所有权和控制', '透明度']],
  ['知识产权创造保护运用', LIFE_CYCLE, ['创造质量', '保护满意度', '非诉纠纷解决机构', '运用']],
  ['跨境贸易', LIFE_CYCLE, ['进出口边界合规时间和成本', '单证合规时间和成本']],
  ['纳税', LIFE_CYCLE, ['次数', '时间', '总税率', '报税后流程']],
  ['执行合同', LIFE_CYCLE, ['时间', '成本', '司法程序质量']],
  ['办理破产', LIFE_CYCLE, ['时间', '成本', '回收率', '法律框架质量']],
  ['市场监管', CITY_QUALITY, ['双随机一公开覆盖', '公示率', '政务诚信', '商务诚信', '与互联网+监管对接']],
  ['政务服务', CITY_QUALITY, ['网上服务能力', '便利度', '满意度', '与国家平台数据共享']],
  [
    '包容普惠创新',
    CITY_QUALITY,
    ['创新创业活跃度', '人才流动', '开放程度', '公共服务满意度', '蓝天碧水净土森林', '交通'],
  ],
]

/** Names of the 18, in the order of the report. */
export const NATIONAL_TOPICS: readonly string[] = TOPICS.map(([name]) => name)

const CLAUSE = '《中国营商环境报告2020》评价指标体系：18 个一级指标'
const CITE = {
  document: '《中国营商环境报告2020》评价指标体系（18个一级指标、87个二级指标）介绍',
  url: 'http://yjhl.gov.cn/zmhd/zcwdk/yingshanghj/202504/t20250428_3789963.html',
} as const

/** A topic's score, 0 to 100, of which nobody published the parts: given as it was assessed. */
const scoreOf = (code: string, clause: string): EvaluationInput => ({
  code,
  label: code,
  unit: '分',
  unitShown: '分',
  from: { add: [code] },
  sourceClass: '部门业务',
  sourceField: `${code}/source`,
  clause,
})

const countOf = (half: string): number => TOPICS.filter(([, of]) => of === half).length

/** The overall score is the simple mean of the 18, so a half weighs as many as it holds. */
const indicators: readonly Indicator[] = [
  { code: LIFE_CYCLE, direction: 1, weight: countOf(LIFE_CYCLE) },
  { code: CITY_QUALITY, direction: 1, weight: countOf(CITY_QUALITY) },
  ...TOPICS.map(([code, parent]) => ({ code, parent, direction: 1 as const, weight: 1, goalposts: [0, 100] as const })),
]

const unscored: readonly Unscored[] = TOPICS.flatMap(([parent, , below]) =>
  below.map((name) => ({ parent, name, grade: 'C' as const, note: '未核实：非官方 87 项原表' })),
)

/** The national system of 2020 on counties of the city: 18 topics, each 0 to 100, simple mean. */
export const national = defineEvaluation({
  id: 'business-environment.national',
  title: '营商环境评价（国家2020年体系）',
  place: { code: '000000', name: '全国' },
  subject: '县区',
  ledger: 'business-environment.score',
  year: 'year',
  name: 'name',
  layout: { indicator: 'indicator', value: 'score', sourceClass: 'source' },
  versions: [
    {
      from: '2020-01-01',
      title: '国家2020年体系：18个一级指标',
      cite: CITE,
      grade: 'B',
      scheme: {
        indicators,
        screen: { minPresent: 0.5 },
        missing: 'reweight',
        normalise: { method: 'goalposts', range: [0, 100], clamp: true },
        aggregate: { method: 'arithmetic' },
      },
      inputs: TOPICS.map(([name]) => scoreOf(name, CLAUSE)),
      denominators: [],
      groups: { 地区: 'region' },
      scope: { words: '本市各县区', when: [], clause: CLAUSE },
      exclusions: [],
      vetoes: [],
      promotions: [],
      publicity: { days: null, kind: null, words: '未见规定', clause: CLAUSE },
      announced: 'ranked',
      policies: [],
      unscored,
      unknowns: [
        {
          about: 'indicators',
          words: '87 个二级指标的官方原表未见；所列二级指标凭记忆整理，未核实',
          meanwhile: '二级指标只列示，不计分；各一级指标直接填前沿距离得分',
        },
        { about: 'weights', words: '18 个一级指标之间的权重未公布', meanwhile: '按简单平均' },
        {
          about: 'formula',
          words: '各项指标的前沿值和最差值未公布',
          meanwhile: '由评估方给出 0—100 的前沿距离得分，超出两端的按两端计',
        },
        {
          about: 'missing',
          words: '缺一级指标得分时如何计未公布',
          meanwhile: '不计该项，由同类其余指标分担其权重；缺一半以上的不参评',
        },
        { about: 'grades', words: '分等办法未公布', meanwhile: '只计分和排位' },
        { about: 'publicity', words: '结果如何公布未见规定', meanwhile: '由发布人填写' },
        { about: 'policies', words: '没有与结果挂钩的措施', meanwhile: '不列措施' },
      ],
    },
  ],
})
