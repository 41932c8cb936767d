import { DEMONSTRATION, type FigureDraft, type Measure } from '@yundiao/figures'
import type { LocalDate } from '@yundiao/kernel'
import {
  DEMO_COUNTIES,
  DEMO_COURSE,
  DEMO_GROWTH,
  DEMO_LEVELS_2021,
  DEMO_PERIODS,
  type DemoPeriod,
} from './figure-tables.ts'

const CITY = '510700'
const SAID = '演示数据，非真实数据'

/** Two days after the city's own release of the period. */
const KNOWN: Readonly<Record<DemoPeriod, LocalDate>> = {
  '2021Q1': '2021-04-22',
  '2021Q2': '2021-07-22',
  '2021Q3': '2021-10-22',
  '2021': '2022-01-24',
  '2022Q1': '2022-04-22',
}

/** What prices add to the growth of GDP at current prices, the same everywhere. */
const PRICES = 1.03

type Growing = keyof typeof DEMO_GROWTH
type Levelled = keyof typeof DEMO_LEVELS_2021

const isLevelled = (indicator: Growing): indicator is Levelled => indicator in DEMO_LEVELS_2021
const MEASURES: Readonly<Record<Growing, Measure>> = {
  gdp: 'growth-real',
  iva: 'growth-real',
  fai: 'growth-nominal',
  retail: 'growth-nominal',
  budget: 'growth-nominal',
}

const cents = (amount: number): number => Math.round(amount * 100) / 100
const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0)

/** Levels of the counties in 亿元, two decimals as printed. */
const levelsOf = (indicator: Levelled, period: DemoPeriod): number[] => {
  if (period !== '2022Q1')
    return DEMO_LEVELS_2021[indicator].map((level) => cents(level * DEMO_COURSE[indicator][period]))
  const prices = indicator === 'gdp' ? PRICES : 1
  const growth = DEMO_GROWTH[indicator][period]
  return levelsOf(indicator, '2021Q1').map((level, at) => cents(level * (1 + (growth[at] ?? 0) / 100) * prices))
}

/** The city's growth that those of its counties make up, by levels now over levels then; GDP weighs what has no level. */
const cityGrowth = (indicator: Growing, period: DemoPeriod): number => {
  const levels = levelsOf(isLevelled(indicator) ? indicator : 'gdp', period)
  const growth = DEMO_GROWTH[indicator][period]
  const before = levels.map((level, at) => level / (1 + (growth[at] ?? 0) / 100))
  return (sum(levels) / sum(before) - 1) * 100
}

type Told = Pick<FigureDraft, 'unit' | 'value' | 'printed' | 'printedUnit'> & { measure: Measure }

const draft = (indicator: string, region: string, period: DemoPeriod, { measure, ...told }: Told): FigureDraft => ({
  series: { indicator, measure, accumulation: 'ytd', origin: 'department', concept: DEMONSTRATION, dims: {} },
  region,
  period,
  ...told,
  round: null,
  note: SAID,
  knownOn: KNOWN[period],
  releaseState: 'released',
  passport: { kind: 'manual', reason: SAID },
})

const growthTold = (percent: number, measure: Measure): Told => {
  const value = Math.round(percent * 10) / 1000
  return { measure, unit: 'ratio', value, printed: percent.toFixed(1), printedUnit: '%' }
}

const levelTold = (amount: number): Told => ({
  measure: 'level',
  unit: '元',
  value: Math.round(amount * 100) * 1e6,
  printed: amount.toFixed(2),
  printedUnit: '亿元',
})

const draftsOf = (indicator: Growing, period: DemoPeriod): FigureDraft[] => {
  const regions = [...DEMO_COUNTIES, CITY]
  const growth = [...DEMO_GROWTH[indicator][period], cityGrowth(indicator, period)]
  const rates = growth.map((percent, at) =>
    draft(indicator, regions[at] ?? '', period, growthTold(percent, MEASURES[indicator])),
  )
  if (!isLevelled(indicator)) return rates
  const levels = levelsOf(indicator, period)
  const amounts = [...levels, sum(levels)].map((amount, at) =>
    draft(indicator, regions[at] ?? '', period, levelTold(amount)),
  )
  return [...amounts, ...rates]
}

/**
 * GDP, 规上工业, 固定资产投资, 社零 and 一般公共预算收入 of the nine counties over five quarters, and a city's row that they add
 * up to: invented. Series of the concept 演示 stand apart from every other, so no sum, comparison or board of a real
 * concept takes them in.
 */
export const demoFigures: readonly FigureDraft[] = (Object.keys(DEMO_GROWTH) as Growing[]).flatMap((indicator) =>
  DEMO_PERIODS.flatMap((period) => draftsOf(indicator, period)),
)
