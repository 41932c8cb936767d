/** The matters a directive may be about; the list is that of the command-line contract. */
export const THEMES = [
  'indicators',
  'parks',
  'chains',
  'enterprises',
  'consumption',
  'projects',
  'investment-promotion',
  'brands',
  'land',
  'finance',
  'talent',
  'policy',
  'business-environment',
  'urban-rural-environment',
  'epidemic',
  'flood-geohazard',
  'work-safety',
  'other',
] as const
export type Theme = (typeof THEMES)[number]

/** Words of each theme; strong ones settle it against any number of weak ones of another. */
const LEXICON: readonly (readonly [Theme, RegExp, RegExp | null])[] = [
  [
    'epidemic',
    /疫情|新冠|核酸|入口关|管控关|摸排关|来绵人员|入[\u4e00-\u9fff]查验|入[\u4e00-\u9fff]即检|查亮扫报|五店五员|隔离|流调|疫苗|接种|风险人员|涉疫|健康码|发热门诊|随机抽检/u,
    null,
  ],
  [
    'flood-geohazard',
    /防汛|防洪|汛期|汛情|抗旱|地质灾害|地灾|易涝|内涝|山洪|防灾减灾|减灾|救灾|水库|堤防|清淤|避险转移/u,
    /预警|度汛|值班值守/u,
  ],
  [
    'work-safety',
    /安全生产|生产安全|15条措施|十五条|危险化学品|危化|燃气|消防|森林草原防灭火|森林防灭火|防灭火|道路交通安全|重大事故|矿山|安全隐患|安全风险/u,
    /安全工作|隐患排查|值班/u,
  ],
  [
    'urban-rural-environment',
    /城乡环境|人居环境|市容|环境卫生|垃圾|污水|宜居|城市管理|乡村风貌|生态环境|大气污染|水污染|环保督察/u,
    /绿化|节能降碳/u,
  ],
  [
    'business-environment',
    /营商环境|放管服|政务服务|一网通办|高效办成|最多跑一次|行政审批|审批提速/u,
    /办事效率|三服务/u,
  ],
  ['land', /用地|土地|供地|宗地|批而未供|清闲促建|征迁|拆迁|征收|耕地|增减挂钩|违建/u, null],
  ['finance', /融资|信贷|银行|金融|政企银|贷款|贷|资金保障|专项债|上市公司|资本市场|财政资金|债券/u, /资金|债务/u],
  ['talent', /人才|招才|引智|智慧资源|工匠培养|技能培训|用工|就业创业|招工/u, /就业|稳岗/u],
  ['policy', /助企纾困|纾困|减税|降费|援企稳岗|惠企|政策保障|政策措施|政策兑现|退税|优惠政策|一揽子政策/u, /政策/u],
  [
    'brands',
    /品牌|终端产品|名品|老字号|地理标志|地标产品|百年老店|工匠|绵品|[\u4e00-\u9fff]品出[\u4e00-\u9fff]|宣传推介|制定国际标准|行业标准|质量意识|造”|展示馆/u,
    /推介|科研院所|核心技术|打入/u,
  ],
  [
    'investment-promotion',
    /招商|引资|外出招商|投资促进|商协会|引进一批|大项目好项目|招引|客商|找项目|洽谈|签约仪式/u,
    /引进|推介会/u,
  ],
  [
    'projects',
    /项目|固定资产投资|有效投资|实物工作量|开工|竣工|投产|在建|建设一线|完成投资|专班推进|基础设施|入库/u,
    /投资|工程|施工|施策/u,
  ],
  ['parks', /园区|开发区|满园|镇园之宝|亩均|高新区|经开区|承载能力|标准厂房/u, null],
  ['consumption', /消费|促旅|旅游|商圈|社零|家电|汽车下乡|以旧换新|夜经济|餐饮|住宿/u, /商贸|文旅|小长假/u],
  [
    'chains',
    /产业链|建链|延链|补链|强链|链主|链长|产业集群|集聚区|产业升级|传统产业|主导产业|产业集聚|三产|二产|一产/u,
    /产业|制造业|转型升级|数字化/u,
  ],
  [
    'enterprises',
    /市场主体|中小微|个体工商户|四上|规上|升规|企业培育|一企一策|因企施策|民营经济|民营企业|龙头企业|骨干企业|专精特新|上规入统|小升规|稳企业/u,
    /企业/u,
  ],
  [
    'indicators',
    /经济运行|分析研判|运行调度|短板弱项|目标任务|开门红|开门稳|增长目标|指标|稳增长|经济走势|当前走势|地区生产总值|GDP|规上工业增加值|固投|统计|年初确定|经济工作|经济高质量发展/u,
    /经济|增速/u,
  ],
]

const STRONG = 3

const scoreOf = (text: string, strong: RegExp, weak: RegExp | null): number => {
  const all = text.match(new RegExp(strong.source, 'gu'))?.length ?? 0
  return all > 0 ? STRONG + all : weak?.test(text) ? 1 : 0
}

/** Theme and score of one stretch; ties go to the theme named first in the lexicon. */
const best = (text: string): { theme: Theme; score: number } => {
  let found: { theme: Theme; score: number } = { theme: 'other', score: 0 }
  for (const [theme, strong, weak] of LEXICON) {
    const score = scoreOf(text, strong, weak)
    if (score > found.score) found = { theme, score }
  }
  return found
}

/**
 * The theme of a directive by what it says, else by the headings above it (nearest first), else by the whole sentence
 * around it, else by the meeting's title; `other` when none of these tells. Texts are readable text.
 */
export const themeOf = (own: string, headings: readonly string[], around: string, title: string): Theme => {
  const mine = best(own)
  if (mine.score >= STRONG) return mine.theme
  const above = headings.map(best).find(({ score }) => score >= STRONG)
  if (above) return above.theme
  if (mine.score > 0) return mine.theme
  const loose = [...headings, around].map(best).find(({ score }) => score > 0)
  if (loose) return loose.theme
  const meeting = best(title)
  return meeting.score >= STRONG ? meeting.theme : 'other'
}
