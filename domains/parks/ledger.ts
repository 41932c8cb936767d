import {
  area,
  choice,
  defineLedger,
  duty,
  type EntryOf,
  integer,
  link,
  longText,
  maybe,
  money,
  number,
  text,
  yes,
} from '@yundiao/ledgers'
import { SOURCE_CLASSES } from '@yundiao/scorecards'
import { INDUSTRIES } from '../enterprises/index.ts'

/** Of one firm: an aggregate says nothing of it, and a firm's statistical return may not be used. */
const FIRM_SOURCES = SOURCE_CLASSES.filter((source) => source !== '统计汇总')

const firm = (...under: string[]) => ({ sensitivity: 'firm', ...(under.length > 0 ? { under } : {}) }) as const
const atLeastNone = (...under: string[]) => ({ ...firm(...under), min: 0 })
const sourceOf = (head: string) => maybe(choice('来源', FIRM_SOURCES, { under: [head], synonyms: [`${head}来源`] }))

/** Why a firm is judged apart; whether a method heeds a kind is the method's. */
export const EXCLUSIONS = [
  '公用事业（电、热、气、水、垃圾、污水）',
  '享受国家税收扶持政策',
  '初创期',
  '重大项目建设期',
] as const

/** Kinds other places judge apart; none of the methods at hand names them. */
export const EXCLUSIONS_ELSEWHERE = ['政府规划搬迁', '政策性亏损', '军工企业', '研发总部'] as const

/** Grounds that go before the score. */
export const VETOES = ['安全生产', '环境保护', '违法用地', '其他违法'] as const

/** Titles that some places let lift a grade. */
export const HONOURS = ['国家级专精特新“小巨人”', '制造业单项冠军', '上市企业'] as const

/**
 * 亩均评价基础表: one row per enterprise and year, everything a per-mu evaluation takes, each group of columns with its
 * class of source. It is filled from tax, power, land, departments and the firm's own word; a firm's return to the
 * statistical system (一套表) is no source of it. Tax may be negative: more was refunded than paid. An empty cell is not
 * known and never none.
 */
export const efficiency = defineLedger({
  id: 'parks.efficiency',
  title: '亩均评价基础表',
  owner: duty('industry'),
  key: 'name',
  keyWith: ['year'],
  fields: {
    name: text('企业名称', { searchable: true, synonyms: ['企业', '单位名称'] }),
    year: integer('年度', { min: 2000, max: 2100, synonyms: ['评价年度', '数据年度'] }),
    creditCode: maybe(text('统一社会信用代码', { check: 'uscc', maxLength: 40, synonyms: ['信用代码'] })),
    enterprise: maybe(link('企业台账记录', 'enterprises.enterprise', { apart: true })),
    park: maybe(text('园区', { searchable: true, synonyms: ['所在园区', '工业园区'] })),
    inPark: maybe(yes('在园区内')),
    industry: maybe(choice('行业大类', INDUSTRIES, { searchable: true, synonyms: ['行业', '行业名称'] })),
    aboveScale: maybe(yes('规模以上', { synonyms: ['是否规上'] })),
    yearsOpen: maybe(integer('成立年数', { min: 0, max: 200 })),
    tenure: maybe(choice('方式', ['自有', '自有兼租', '租赁'], { under: ['用地'], synonyms: ['用地方式'] })),
    landOwn: maybe(area('自有', { ...atLeastNone('用地'), synonyms: ['自有土地'] })),
    landRentedIn: maybe(area('租入', { ...atLeastNone('用地'), synonyms: ['租入土地'] })),
    landRentedOut: maybe(area('租出', { ...atLeastNone('用地'), synonyms: ['租出土地'] })),
    landSource: sourceOf('用地'),
    taxPaid: maybe(money('实缴', { ...firm('税收'), synonyms: ['实缴税收', '税收'] })),
    taxRefunded: maybe(money('留抵退税等退库', { ...atLeastNone('税收'), synonyms: ['退税'] })),
    taxSource: sourceOf('税收'),
    revenue: maybe(money('金额', { ...atLeastNone('营业收入'), synonyms: ['营业收入', '销售收入'] })),
    revenueSource: sourceOf('营业收入'),
    valueAdded: maybe(money('金额', { ...firm('工业增加值'), synonyms: ['工业增加值'] })),
    valueAddedSource: sourceOf('工业增加值'),
    energy: maybe(number('吨标准煤', { ...atLeastNone('综合能耗'), synonyms: ['综合能耗'] })),
    energySource: sourceOf('综合能耗'),
    power: maybe(number('千瓦时', { ...atLeastNone('用电量'), synonyms: ['用电量'] })),
    powerSource: sourceOf('用电量'),
    emission: maybe(number('吨', { ...atLeastNone('主要污染物排放'), synonyms: ['污染物排放量'] })),
    emissionSource: sourceOf('主要污染物排放'),
    research: maybe(money('金额', { ...atLeastNone('研发经费'), synonyms: ['研发经费', 'R&D经费'] })),
    researchSource: sourceOf('研发经费'),
    employees: maybe(number('人', { ...atLeastNone('平均从业人员'), synonyms: ['从业人员', '职工人数'] })),
    employeesSource: sourceOf('平均从业人员'),
    renovation: maybe(money('金额', { ...atLeastNone('技术改造投资'), synonyms: ['技改投资'] })),
    renovationSource: sourceOf('技术改造投资'),
    points: maybe(number('分值', { ...firm('加减分'), synonyms: ['加减分'] })),
    pointsBasis: maybe(text('依据', { under: ['加减分'] })),
    exclusion: maybe(choice('情形', [...EXCLUSIONS, ...EXCLUSIONS_ELSEWHERE], { under: ['不评等次'] })),
    exclusionBasis: maybe(longText('依据', { under: ['不评等次'], maxLength: 500 })),
    veto: maybe(choice('情形', VETOES, { under: ['一票否决'] })),
    vetoBasis: maybe(longText('依据', { under: ['一票否决'], maxLength: 500 })),
    honour: maybe(choice('称号', HONOURS, { under: ['提档'] })),
    remark: maybe(longText('备注')),
  },
  states: ['待填报', '已报送', '已核实', '退回修改'],
  filters: [
    { label: '缺排放数据', when: [{ field: 'emission', op: 'missing', missing: true }] },
    { label: '租赁企业', when: [{ field: 'tenure', op: 'is', value: '租赁' }] },
    { label: '不评等次', when: [{ field: 'exclusion', op: 'missing', missing: false }] },
    { label: '一票否决', when: [{ field: 'veto', op: 'missing', missing: false }] },
    { label: '未核实', when: [{ field: 'state', op: 'in', values: ['待填报', '已报送', '退回修改'] }] },
  ],
  source: '列依各地亩均效益评价公示的计算说明汇总；不得填入统计联网直报（一套表）数。排除和否决由人依文件核定后填写',
})

/** The values of one enterprise and year: 元, ㎡, 吨标准煤, 千瓦时, 吨, 人. */
export type Efficiency = EntryOf<typeof efficiency>
