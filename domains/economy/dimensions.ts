import type { Breakdown } from '@yundiao/analysis'
import type { DimensionRule } from '@yundiao/figures'
import { INDUSTRIES } from '../enterprises/index.ts'

/** Divisions of 门类 B, C and D of GB/T 4754-2017, by name: their codes follow the order of the standard. */
const divisions = (letter: string, first: number, names: readonly string[]): readonly (readonly [string, string])[] =>
  names.map((name, at) => [name, `${letter}${String(first + at).padStart(2, '0')}`])
const [MINING, MANUFACTURING] = [7, 38]
const INDUSTRY_CODES: Readonly<Record<string, string>> = Object.fromEntries([
  ...divisions('B', 6, INDUSTRIES.slice(0, MINING)),
  ...divisions('C', 13, INDUSTRIES.slice(MINING, MANUFACTURING)),
  ...divisions('D', 44, INDUSTRIES.slice(MANUFACTURING)),
])

const itself = (names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, name]))

/** How the label after the colon of an indicator's name becomes a dimension of its series. */
export const DIMENSIONS: Readonly<Record<string, DimensionRule>> = {
  out_ind: { dimension: 'industry', values: INDUSTRY_CODES },
  out_pillar: {
    dimension: 'pillar',
    values: itself(['电子信息产业', '装备制造产业', '先进材料产业', '能源化工产业', '食品饮料产业']),
  },
  out_feature: { dimension: 'feature', values: itself(['生物医药产业', '轻工纺织产业']) },
}

const named = (indicator: string, of: readonly string[], noun: string): Breakdown => {
  const { dimension, values } = DIMENSIONS[indicator] ?? { dimension: '', values: {} }
  const names = Object.fromEntries(Object.entries(values).map(([name, code]) => [code, name]))
  return { indicator, dimension, of, noun, what: '产值', names }
}

/**
 * Published breakdowns of industry, for findings to name the industry that weighs most. 产值 by industry answers for what
 * it moves with; 特色产业 are no whole of anything. 行业增加值 would carry the dimension on the indicator itself.
 */
export const BREAKDOWNS: readonly Breakdown[] = [
  named('out_ind', ['iva', 'ind_out', 'ind_va'], '行业'),
  named('out_pillar', ['iva', 'ind_out', 'ind_va'], '支柱产业'),
  named('out_feature', [], '特色产业'),
  ...['iva', 'ind_profit', 'ind_rev', 'elec_ind'].map((indicator): Breakdown => {
    const what = { iva: '增加值', ind_profit: '利润总额', ind_rev: '营业收入', elec_ind: '用电量' }[indicator] ?? ''
    return { ...named('out_ind', [indicator], '行业'), indicator, what }
  }),
]

/** Rank rows of the indicator files. */
export const RANKS = {
  gdp_rank: { indicator: 'gdp', by: 'level' },
  gdp_growth_rank: { indicator: 'gdp', by: 'growth' },
} as const
