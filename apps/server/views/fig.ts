import {
  DEMONSTRATION,
  type Derived,
  type FigureCell,
  FORMULAS,
  type FoundFigure,
  type Indicator,
  levelMeasureOf,
  type Outcome,
  parseFigureRef,
} from '@yundiao/figures'
import { fromCanonical, showChange, showExactly, showNumber, toCanonical } from '@yundiao/kernel'
import type { Compare, Comparison, Fig } from './figure-schema.ts'

const INDEX_UNIT = '指数'

/** The unit people read a measure of the indicator in. */
export const unitShownOf = (indicator: Indicator, measure: string): string => {
  if (measure === 'rank') return '位'
  if (measure === 'pull') return '个百分点'
  if (measure === 'contribution') return '%'
  if (measure === 'index' || indicator.shownIn === '1') return measure.startsWith('growth') ? '%' : INDEX_UNIT
  return measure === 'level' ? indicator.shownIn : '%'
}

/** The unit of an indicator's row on a sheet: of its amount, or % where no amount is printed. */
export const rowUnitOf = (indicator: Indicator): string =>
  indicator.levelShown ? unitShownOf(indicator, levelMeasureOf(indicator)) : '%'

/** Drops what binary fractions add to a sum or product of printed decimals, so that halves round as they read. */
const clean = (value: number): number => Number(value.toPrecision(12))

const isSameScale = (a: string, b: string): boolean => toCanonical(1, a) === toCanonical(1, b)

/** Printed digits as the source has them; converted, never rounded, where the sheet reads another unit. */
export const shownOf = (
  figure: Pick<FoundFigure, 'value' | 'printed' | 'printedUnit'>,
  unitShown: string,
): string | null => {
  if (figure.value === null) return null
  if (figure.printed !== null && figure.printedUnit !== null && isSameScale(figure.printedUnit, unitShown))
    return figure.printed
  return showExactly(clean(fromCanonical(figure.value, unitShown) ?? figure.value))
}

const markOf = ({ value, series }: FoundFigure): Fig['mark'] => {
  if (value === null) return '缺'
  if (series.concept === DEMONSTRATION) return '演示'
  return series.origin === 'estimate' ? '测算' : null
}

export const figOf = (figure: FoundFigure, indicator: Indicator): Fig => {
  const unitShown = unitShownOf(indicator, figure.series.measure)
  return {
    ref: figure.ref,
    value: figure.value,
    shown: shownOf(figure, unitShown),
    unitShown,
    round: figure.round,
    mark: markOf(figure),
    knownOn: figure.knownOn ?? '',
    vintage: parseFigureRef(figure.ref)?.vintage ?? 1,
    state: figure.state,
  }
}

/** A declared gap keeps its reference: it has a 出处 of its own. Not reported and not applicable are null. */
export const figOfCell = (cell: FigureCell, indicator: Indicator): Fig | null =>
  cell.kind === 'figure' || cell.kind === 'gap' ? figOf(cell.figure, indicator) : null

type Shape = 'points' | 'percent'

const shownComparison = (value: number, shape: Shape): { shown: string; unitShown: string } => {
  const percent = clean(fromCanonical(value, '%') ?? value)
  return shape === 'points'
    ? { shown: showChange(percent), unitShown: '个百分点' }
    : { shown: showNumber(percent, 1), unitShown: '%' }
}

const comparisonOf = ({ value, formula, version, inputs }: Derived, shape: Shape): Comparison => ({
  kind: 'value',
  value,
  ...shownComparison(value, shape),
  formula,
  words: FORMULAS[formula].words,
  version,
  inputs: [...inputs],
})

/** What a formula came to, as pages print it: a difference in points with its sign, or a rate in percent. */
export const compareOf = (outcome: Outcome, shape: Shape): Compare =>
  outcome.kind === 'derived'
    ? comparisonOf(outcome, shape)
    : { kind: 'refused', code: outcome.reason, why: outcome.message }

/** Places gained (negative: lost) with what they were counted from. */
export const placesOf = (move: Outcome): Compare =>
  move.kind === 'derived'
    ? { ...comparisonOf(move, 'points'), shown: String(move.value), unitShown: '位' }
    : compareOf(move, 'points')

/** ↑2 places gained, ↓1 lost, — unchanged; null where a rank is not held. */
export const rankMoveShown = (move: Outcome): string | null => {
  if (move.kind !== 'derived') return null
  if (move.value === 0) return '—'
  return `${move.value > 0 ? '↑' : '↓'}${Math.abs(move.value)}`
}

/** An amount worked out, in the unit and to the digits people read the indicator in. */
export const amountOf = (outcome: Outcome, of: Indicator): Compare => {
  const compared = compareOf(outcome, 'percent')
  if (compared.kind === 'refused') return compared
  const unitShown = unitShownOf(of, levelMeasureOf(of))
  const amount = fromCanonical(compared.value, unitShown) ?? compared.value
  return { ...compared, shown: showNumber(clean(amount), of.decimals), unitShown }
}
