import { type Indicator, indicator } from '@yundiao/figures'

const statistics = { leadDuty: 'statistics' } as const
const industry = { leadDuty: 'industry' } as const
const output = { kind: 'growth-only', ...industry } as const
const price = { kind: 'index', better: null, ...statistics } as const
const investment = { growth: 'published-only', leadDuty: 'development' } as const
const firms = { kind: 'count', accumulation: 'stock', unit: '户', ...statistics } as const

/** Prices and industry's own measures, which the quarterly release carries beside sheet T1. */
const RELEASED: readonly Indicator[] = [
  indicator({ code: 'cpi', name: '居民消费价格指数', shortName: 'CPI', ...price }),
  indicator({ code: 'ppi', name: '工业生产者出厂价格指数', shortName: 'PPI', ...price }),
  indicator({ code: 'ipi', name: '工业生产者购进价格指数', ...price }),
  indicator({ code: 'sales_rate', name: '规模以上工业产品销售率', shortName: '产销率', kind: 'ratio', ...industry }),
  indicator({
    code: 'ind_rev',
    name: '规模以上工业企业营业收入',
    shortName: '规上工业营收',
    lagMonths: 1,
    ...industry,
  }),
  indicator({
    code: 'ind_profit',
    name: '规模以上工业企业利润总额',
    shortName: '规上工业利润',
    lagMonths: 1,
    mayBeNegative: true,
    ...industry,
  }),
  indicator({ code: 'ind_out', name: '规模以上工业总产值', ...industry }),
  indicator({ code: 'out_ind', name: '行业产值', pullsOn: 'iva', ...industry }),
  indicator({ code: 'out_pillar', name: '“1+4”支柱产业产值', ...industry }),
  indicator({ code: 'out_feature', name: '特色产业产值', ...industry }),
  indicator({ code: 'out_strategic', name: '规上战略新兴产业企业产值', ...output }),
  indicator({ code: 'out_hightech', name: '规上高技术产业企业产值', ...output }),
  indicator({ code: 'hightech_va', name: '规上高技术产业增加值', kind: 'growth-only', growth: 'real', ...industry }),
  indicator({ code: 'li_va', name: '锂电产业增加值', kind: 'growth-only', growth: 'real', ...industry }),
]

/** Investment by industry, incomes, public money, population and firms found in the sources. */
const STRUCTURE: readonly Indicator[] = [
  indicator({ code: 'fai1', pullsOn: 'fai', name: '第一产业投资', ...investment }),
  indicator({ code: 'fai2', pullsOn: 'fai', name: '第二产业投资', ...investment }),
  indicator({ code: 'fai3', pullsOn: 'fai', name: '第三产业投资', ...investment }),
  indicator({ code: 'priv_inv', name: '民间投资', pullsOn: 'fai', kind: 'growth-only', ...investment }),
  indicator({ code: 'priv_va', name: '民营经济增加值', growth: 'real', ...statistics }),
  indicator({ code: 'farm_out', name: '农林牧渔业总产值', leadDuty: 'agriculture' }),
  indicator({
    code: 'fiscal_rev',
    name: '财政收入(旧口径)',
    leadDuty: 'finance',
    note: '与地方一般公共预算收入口径不同，不可比',
  }),
  indicator({ code: 'inc', name: '全体居民人均可支配收入', shownIn: '元', decimals: 0, ...statistics }),
  indicator({ code: 'income', name: '居民收入', kind: 'growth-only', ...statistics }),
  indicator({ code: 'gdp_pc', name: '人均地区生产总值', shownIn: '元', decimals: 0, growth: 'real', ...statistics }),
  indicator({
    code: 'pop_res',
    name: '常住人口',
    accumulation: 'stock',
    unit: '人',
    shownIn: '万人',
    better: null,
    ...statistics,
  }),
  indicator({ code: 'gsgy', name: '规模以上工业企业数', ...firms }),
  indicator({ code: 'si4', name: '四上企业数', ...firms }),
  indicator({
    code: 'unemp_survey',
    name: '城镇调查失业率',
    kind: 'ratio',
    accumulation: 'period',
    better: 'down',
    leadDuty: 'human-resources',
  }),
  indicator({
    code: 'unemp_reg',
    name: '城镇登记失业率',
    kind: 'ratio',
    accumulation: 'stock',
    better: 'down',
    leadDuty: 'human-resources',
  }),
  indicator({ code: 'grain', name: '粮食产量', unit: '吨', shownIn: '亿斤', leadDuty: 'agriculture' }),
]

/** National series that a city watches. */
const NATIONAL: readonly Indicator[] = [
  indicator({ code: 'exports', name: '出口总额', kind: 'growth-only', leadDuty: 'commerce' }),
  indicator({ code: 'house_sales', name: '商品房销售', kind: 'growth-only', leadDuty: 'housing' }),
  indicator({ code: 'services_index', name: '服务业生产指数', kind: 'growth-only', growth: 'real', ...statistics }),
  indicator({ code: 'pmi_mfg', name: '制造业采购经理指数', kind: 'index', ...statistics, accumulation: 'period' }),
  indicator({ code: 'pmi_nonmfg', name: '非制造业商务活动指数', kind: 'index', ...statistics, accumulation: 'period' }),
  indicator({
    code: 'pmi_caixin',
    name: '财新制造业采购经理指数',
    kind: 'index',
    ...statistics,
    accumulation: 'period',
  }),
  indicator({
    code: 'm2',
    name: '广义货币(M2)',
    kind: 'growth-only',
    accumulation: 'stock',
    leadDuty: 'financial-work',
  }),
  indicator({ code: 'new_loans', name: '新增人民币贷款', mayBeNegative: true, leadDuty: 'financial-work' }),
  indicator({ code: 'tsf_flow', name: '社会融资规模增量', mayBeNegative: true, leadDuty: 'financial-work' }),
  indicator({
    code: 'tsf_stock',
    name: '社会融资规模存量',
    accumulation: 'stock',
    kind: 'growth-only',
    leadDuty: 'financial-work',
  }),
]

/** Indicators that are no row of sheet T1 but are published, targeted or watched. */
export const SUPPLEMENT: readonly Indicator[] = [...RELEASED, ...STRUCTURE, ...NATIONAL]
