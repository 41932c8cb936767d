import { pullAgrees } from '@yundiao/analysis'
import { economyCatalogue, SUMS } from '@yundiao/domains/economy'
import {
  checkCumulative,
  checkGrowth,
  checkSum,
  type FigureIndex,
  type Finding,
  type FoundFigure,
  figureIndex,
  growthMeasureOf,
  levelMeasureOf,
  type Measure,
  type PrintedNumber,
  ytdLastYear,
} from '@yundiao/figures'
import { parsePeriod, periodInWords } from '@yundiao/kernel'

const decimalsOf = (digits: string): number => digits.split('.')[1]?.length ?? 0

/** A figure as printed; null where the source prints no digits to compare. */
const printedNumber = (figure: FoundFigure | null, label: string): (PrintedNumber & { unit: string }) | null => {
  const value = Number(figure?.printed ?? Number.NaN)
  if (!figure?.printed || figure.printedUnit === null || !Number.isFinite(value)) return null
  return { label, value, decimals: decimalsOf(figure.printed), unit: figure.printedUnit }
}

const nameOf = (code: string): string => economyCatalogue.get(code)?.name ?? code

const levelOf = (index: FigureIndex, like: FoundFigure, code: string, period: string): FoundFigure | null => {
  const indicator = economyCatalogue.get(code)
  if (!indicator) return null
  const { origin, concept } = like.series
  const { accumulation } = indicator
  const cell = index.cell(
    { indicator: code, measure: levelMeasureOf(indicator), accumulation, origin, concept },
    like.region,
    period,
  )
  return cell.kind === 'figure' ? cell.figure : null
}

const said = (finding: Finding | null, inOrder: string): string => (finding ? finding.message : inOrder)

const sumChecks = (index: FigureIndex, figure: FoundFigure): string[] =>
  SUMS.filter(({ total, parts }) => [total, ...parts].includes(figure.series.indicator)).flatMap(({ total, parts }) => {
    const numbers = [total, ...parts].map((code) =>
      printedNumber(levelOf(index, figure, code, figure.period), nameOf(code)),
    )
    const [whole, ...pieces] = numbers.filter((one) => one !== null)
    if (!whole || numbers.includes(null) || pieces.some((piece) => piece.unit !== whole.unit)) return []
    return [said(checkSum(whole, pieces), `${pieces.map((piece) => piece.label).join('、')}合计与${whole.label}相符`)]
  })

const growthChecks = (index: FigureIndex, figure: FoundFigure): string[] => {
  const indicator = economyCatalogue.get(figure.series.indicator)
  if (indicator?.growth !== 'nominal' || indicator.kind !== 'level') return []
  const { origin, concept, accumulation } = figure.series
  const cell = index.cell(
    { indicator: indicator.code, measure: 'growth-nominal', accumulation, origin, concept },
    figure.region,
    figure.period,
  )
  const level = levelOf(index, figure, indicator.code, figure.period)
  const now = printedNumber(level, indicator.name)
  const before = printedNumber(levelOf(index, figure, indicator.code, ytdLastYear(figure.period) ?? ''), '上年同期')
  if (cell.kind !== 'figure' || !now || now.unit !== before?.unit) return []
  const growth = { label: '增速', value: cell.value, decimals: decimalsOf(cell.figure.printed ?? '0.0') }
  return [said(checkGrowth(now, before, growth), '增速与两年绝对额相符')]
}

const cumulativeChecks = (figures: readonly FoundFigure[], figure: FoundFigure): string[] => {
  const indicator = economyCatalogue.get(figure.series.indicator)
  if (figure.series.measure !== 'level' || figure.series.accumulation !== 'ytd' || indicator?.mayBeNegative) return []
  const year = figure.period.slice(0, 4)
  const releases = figures
    .filter((one) => one.series.indicator === figure.series.indicator && one.series.measure === 'level')
    .filter((one) => one.series.concept === figure.series.concept && one.series.origin === figure.series.origin)
    .filter((one) => one.period.startsWith(year) && Object.keys(one.series.dims).length === 0)
    .flatMap((one) => {
      const period = parsePeriod(one.period)
      const number = period && printedNumber(one, periodInWords(period, 'ytd'))
      return period && number ? [{ ends: period.ends, number }] : []
    })
    .sort((a, b) => (a.ends < b.ends ? -1 : 1))
    .map((one) => one.number)
  if (releases.length < 2 || new Set(releases.map((one) => one.unit)).size > 1) return []
  return [said(checkCumulative(releases), `${year}年各期累计数逐期不减`)]
}

/** A published 拉动 beside ours, and beside the published 贡献率 of the same part. */
const pullChecks = (index: FigureIndex, figure: FoundFigure): string[] => {
  const indicator = economyCatalogue.get(figure.series.indicator)
  const whole = economyCatalogue.get(indicator?.pullsOn ?? '')
  const { measure, accumulation, origin, concept, indicator: code } = figure.series
  if (!indicator || !whole || figure.value === null || (measure !== 'pull' && measure !== 'contribution')) return []
  const told = (of: string, by: Measure) =>
    index.cell({ indicator: of, measure: by, accumulation, origin, concept }, figure.region, figure.period)
  const [pull, share, growth] = [
    told(code, 'pull'),
    told(code, 'contribution'),
    told(whole.code, growthMeasureOf(whole)),
  ]
  if (pull.kind !== 'figure' || share.kind !== 'figure' || growth.kind !== 'figure') return []
  const agrees = pullAgrees({ contribution: share.value, pull: pull.value }, growth.value, PULL_TOLERANCE)
  return [
    agrees ? '拉动与贡献率、总体增速相符' : `贡献率乘以${whole.shortName}增速与拉动相差超过0.1个百分点：请核对这三个数`,
  ]
}

/** Printed pulls are rounded to 0.1 point and adjusted so that they add up. */
const PULL_TOLERANCE = 0.001

/** Indicators whose figures the checks of one need. */
export const checkedWith = (indicator: string): string[] => [
  ...new Set([
    indicator,
    ...[economyCatalogue.get(indicator)?.pullsOn].filter((code) => code != null),
    ...SUMS.filter(({ total, parts }) => [total, ...parts].includes(indicator)).flatMap(({ total, parts }) => [
      total,
      ...parts,
    ]),
  ]),
]

/** What the checks say of a figure, one line each: in order, or what to look at. `figures` are those of its region in force. */
export const figureChecks = (figure: FoundFigure, figures: readonly FoundFigure[]): string[] => {
  if (figure.value === null || Object.keys(figure.series.dims).length > 0) return []
  const index = figureIndex(figures)
  const isLevel = figure.series.measure === 'level'
  return [
    ...(isLevel ? sumChecks(index, figure) : []),
    ...(isLevel || figure.series.measure === 'growth-nominal' ? growthChecks(index, figure) : []),
    ...cumulativeChecks(figures, figure),
    ...pullChecks(index, figure),
  ]
}
