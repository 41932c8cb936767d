import type { Accumulation, FoundFigure, Indicator } from '@yundiao/figures'
import { fromCanonical, parsePeriod, periodInWords, showNumber } from '@yundiao/kernel'
import type { Said } from './finding.ts'
import { FINDING_FORMULAS, type FindingFormula } from './finding-formulas.ts'
import type { Reading } from './reading.ts'

const FEWEST_DECIMALS = 1

/** Drops what binary fractions add to a difference of printed decimals, so that halves round as they read. */
const clean = (value: number): number => Number(value.toPrecision(12))

const isRate = ({ series }: FoundFigure): boolean => series.measure.startsWith('growth') || series.measure === 'share'

/** Digits of a rate in per cent: as printed by the source, else with one decimal. */
export const plainRate = (figure: FoundFigure): string =>
  figure.printed !== null && figure.printedUnit === '%' && /^-?\d+(?:\.\d+)?$/u.test(figure.printed)
    ? figure.printed
    : showNumber(clean((figure.value ?? 0) * 100), FEWEST_DECIMALS)

const decimalsOf = (figures: readonly FoundFigure[]): number =>
  Math.max(FEWEST_DECIMALS, ...figures.filter(isRate).map((figure) => plainRate(figure).split('.')[1]?.length ?? 0))

/** Points without their sign, with the decimals of the printed rates they come from. */
export const pointsDigits = (points: number, from: readonly FoundFigure[]): string =>
  showNumber(clean(Math.abs(points) * 100), decimalsOf(from))

/** Whether a difference is seen in print. */
export const isSeen = (points: number, from: readonly FoundFigure[]): boolean =>
  /[1-9]/u.test(pointsDigits(points, from))

const markOf = (reading: Pick<Reading, 'world'>, figure: FoundFigure): { mark?: '演示' | '预计' } => {
  if (reading.world.mark) return { mark: reading.world.mark }
  return figure.round === 'estimate' ? { mark: '预计' } : {}
}

/** Words that hold one figure. */
export const figureSaid = (reading: Pick<Reading, 'world'>, figure: FoundFigure, shown: string): Said => ({
  figure: figure.ref,
  shown,
  ...markOf(reading, figure),
})

/** 同比增长6.6%, 同比下降5.5%, 同比持平. */
export const growthSaid = (reading: Pick<Reading, 'world'>, figure: FoundFigure): Said => {
  const digits = plainRate(figure)
  const size = digits.replace('-', '')
  if (!/[1-9]/u.test(size)) return figureSaid(reading, figure, '同比持平')
  return figureSaid(reading, figure, `同比${digits.startsWith('-') ? '下降' : '增长'}${size}%`)
}

/** 增长6.2%, 下降0.3%: as growthSaid, inside a list. */
export const shortGrowthSaid = (reading: Pick<Reading, 'world'>, figure: FoundFigure): Said => {
  const said = growthSaid(reading, figure)
  return 'figure' in said ? { ...said, shown: said.shown.replace('同比', '') } : said
}

/** An amount in the unit people read, digits as printed: 784.28亿元. */
export const plainLevel = (indicator: Indicator, figure: FoundFigure): string => {
  const unit = figure.series.measure === 'index' || indicator.shownIn === '1' ? '' : indicator.shownIn
  if (figure.printed !== null && figure.printedUnit === unit) return `${figure.printed}${unit}`
  const shown = fromCanonical(figure.value ?? 0, unit) ?? figure.value ?? 0
  return `${showNumber(clean(shown), indicator.decimals)}${unit}`
}

/** Words that hold an amount. */
export const levelSaid = (reading: Reading, figure: FoundFigure): Said =>
  figureSaid(reading, figure, plainLevel(reading.row.indicator, figure))

/** An amount worked out from figures, in the unit people read: 当期33.20亿元. */
export const amountSaid = (reading: Reading, value: number, from: readonly FoundFigure[]): Said => {
  const { shownIn, decimals } = reading.row.indicator
  return computedSaid(
    'level.single',
    from,
    `${showNumber(clean(fromCanonical(value, shownIn) ?? value), decimals)}${shownIn}`,
  )
}

/** Words that hold a number worked out from figures. */
export const computedSaid = (id: FindingFormula, from: readonly FoundFigure[], shown: string): Said => ({
  formula: { id, version: FINDING_FORMULAS[id].version, inputs: from.map(({ ref }) => ref) },
  shown,
})

/** 低于全省1.3个百分点, 高于…, 与…持平. `points` is own less other. */
export const gapSaid = (whose: string, points: number, from: readonly FoundFigure[], id: FindingFormula): Said => {
  if (!isSeen(points, from)) return computedSaid(id, from, `与${whose}持平`)
  return computedSaid(id, from, `${points > 0 ? '高于' : '低于'}${whose}${pointsDigits(points, from)}个百分点`)
}

/** 回落2.1个百分点, 加快0.3个百分点, 持平. `points` is now less then. */
export const moveSaid = (points: number, from: readonly FoundFigure[]): Said => {
  if (!isSeen(points, from)) return computedSaid('growth.difference', from, '持平')
  return computedSaid('growth.difference', from, `${points > 0 ? '加快' : '回落'}${pointsDigits(points, from)}个百分点`)
}

/** A period's words: 2022年一季度. */
export const periodSaid = (period: string, accumulation: Accumulation = 'ytd'): Said => {
  const parsed = parsePeriod(period)
  return { free: parsed ? periodInWords(parsed, accumulation) : period }
}

const isYear = (period: string): boolean => /^\d{4}$/u.test(period)

/** Since when, a whole year said to be one: 2021年上半年, 2021年全年. */
export const sinceSaid = ({ row }: Reading, period: string): Said => ({
  free: wholePeriod(period, row.indicator.accumulation),
})

/** The release before, as it is spoken of: 上年全年, 上年前三季度, within a year without it: 一季度, 1—2月. */
export const previousSaid = ({ row }: Reading, period: string): Said => {
  const { accumulation } = row.indicator
  const said = wholePeriod(period, accumulation)
  const [year, own] = [period.slice(0, 4), row.period.slice(0, 4)]
  if (year === own) return { free: said.slice('2022年'.length) }
  return { free: Number(year) === Number(own) - 1 ? `上年${said.slice('2022年'.length)}` : said }
}

const wholePeriod = (period: string, accumulation: Accumulation): string => {
  const said = periodSaid(period, accumulation)
  const text = 'free' in said ? said.free : period
  return isYear(period) && accumulation === 'ytd' ? `${text}全年` : text
}

const labelSaid = ({ world }: Reading): readonly Said[] => (world.label === '' ? [] : [{ text: world.label }])

const nameSaid = ({ input, region, row }: Reading): readonly Said[] => [
  ...(region.code === input.regions.self ? [] : [{ free: region.name }]),
  { free: row.indicator.name },
]

/** 江油市规模以上工业增加值: whose and what; the city itself goes unsaid. */
export const placeSaid = (reading: Reading): readonly Said[] => [...labelSaid(reading), ...nameSaid(reading)]

/** What a sentence is about, an earlier period than the board's named: 2022年1—2月规模以上工业企业利润总额. */
export const subjectSaid = (reading: Reading): readonly Said[] => {
  const { input, row } = reading
  const dated: readonly Said[] = row.period === input.period ? [] : [periodSaid(row.period)]
  return [...labelSaid(reading), ...dated, ...nameSaid(reading)]
}

/** The months an amount is of: 2022年一季度, 2022年4—6月, 2022年3月末. */
export const stretchSaid = (reading: Reading, month: number, span: number): Said => {
  const { period, indicator } = reading.row
  const first = month - span + 1
  if (indicator.accumulation !== 'ytd' || first === 1) return periodSaid(period, indicator.accumulation)
  return { free: `${period.slice(0, 4)}年${span === 1 ? '' : `${first}—`}${month}月` }
}
