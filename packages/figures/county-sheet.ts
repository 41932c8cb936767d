import { boardHeads } from './board-heads.ts'

/** What a column of sheet T2 shows of its indicator. */
export type CountySlot = 'level' | 'rankLevel' | 'growth' | 'rankGrowth' | 'move' | 'vsMean'

/** A leaf column of sheet T2, with the heads above it, outermost first. */
export type CountyColumn = { indicator: string; slot: CountySlot; label: string; under: readonly string[] }

type Leaf = readonly [slot: CountySlot, label: string]

const RATE: readonly Leaf[] = [
  ['growth', '增速'],
  ['rankGrowth', '位次'],
  ['move', '升降'],
]
const AMOUNT: readonly Leaf[] = [['level', '总量'], ['rankLevel', '位次'], ...RATE]
const INCOME: readonly Leaf[] = RATE.slice(0, 2)

/** Indicators of the sheet after 地区生产总值, whose head is a row deeper. */
const REST: readonly (readonly [code: string, head: string, leaves: readonly Leaf[]])[] = [
  ['iva', '规上工业增加值', RATE],
  ['fai', '固定资产投资', RATE],
  ['retail', '社会消费品零售总额', AMOUNT],
  ['budget', '一般公共预算收入', AMOUNT],
  ['inc_u', '城镇居民收入', INCOME],
  ['inc_r', '农村居民收入', INCOME],
]

/** Indicators of sheet T2, in its order. */
export const COUNTY_INDICATORS: readonly string[] = ['gdp', ...REST.map(([code]) => code)]

const gdpColumns = (months: string): CountyColumn[] => {
  const column = (half: string, slot: CountySlot, label: string): CountyColumn => ({
    indicator: 'gdp',
    slot,
    label,
    under: ['地区生产总值', half],
  })
  return [
    column('总量', 'level', months),
    column('总量', 'rankLevel', '位次'),
    column('增速', 'growth', '同比%'),
    column('增速', 'rankGrowth', '位次'),
    column('增速', 'move', '位次升降'),
    column('增速', 'vsMean', '较全市平均'),
  ]
}

/** 1—3月 of 2022Q1: the months a sheet names in its heads. */
export const monthsInHead = (period: string, periodWords: string): string =>
  boardHeads(period, periodWords)
    .done.replace(/^\d+年/u, '')
    .replace(/完成$/u, '')

/**
 * Columns of sheet T2 县市区主要经济指标排位表 between the place's name and 低于全市平均指标数, merged heads as the office has
 * them. Source: the sheets described in the users' study, T2.
 */
export const countyColumns = (period: string, periodWords: string): readonly CountyColumn[] => [
  ...gdpColumns(monthsInHead(period, periodWords)),
  ...REST.flatMap(([indicator, head, leaves]) =>
    leaves.map(([slot, label]): CountyColumn => ({ indicator, slot, label, under: [head] })),
  ),
]
