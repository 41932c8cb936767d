import type { DimensionRule } from '@yundiao/figures'

/** Division codes of GB/T 4754-2017 for the industries the releases name. */
const INDUSTRIES = {
  食品制造业: 'C14',
  化学原料和化学制品制造业: 'C26',
  非金属矿物制品业: 'C30',
  通用设备制造业: 'C34',
  '计算机、通信和其他电子设备制造业': 'C39',
} as const

const itself = (names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, name]))

/** How the label after the colon of an indicator's name becomes a dimension of its series. */
export const DIMENSIONS: Readonly<Record<string, DimensionRule>> = {
  out_ind: { dimension: 'industry', values: INDUSTRIES },
  out_pillar: {
    dimension: 'pillar',
    values: itself(['电子信息产业', '装备制造产业', '先进材料产业', '能源化工产业', '食品饮料产业']),
  },
  out_feature: { dimension: 'feature', values: itself(['生物医药产业', '轻工纺织产业']) },
}

/** Rank rows of the indicator files. */
export const RANKS = {
  gdp_rank: { indicator: 'gdp', by: 'level' },
  gdp_growth_rank: { indicator: 'gdp', by: 'growth' },
} as const
