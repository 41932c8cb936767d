import { type FigureRef, FORMULAS, type FormulaId } from '@yundiao/figures'
import { MINUS, showNumber } from '@yundiao/kernel'
import type { DragCell, DragDrawn, DragOutcome } from './drag-schema.ts'

/** A number with its sign, as effects are printed: +0.30, −1.25, 0.00. */
export const signed = (value: number, digits: number): string => {
  const text = showNumber(value, digits, { minus: MINUS })
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

export const textCell = (text: string | null): DragCell | null => (text === null ? null : { kind: 'text', text })

/** Points of growth, two decimals: pulls of one decimal do not add up. */
export const POINT_DIGITS = 2
export const pointsShown = (ratio: number): string => signed(ratio * 100, POINT_DIGITS)

/** A share in per cent; null of a whole that did not move. */
export const shareCell = (share: number | null): DragCell | null =>
  textCell(share === null ? '—' : showNumber(share * 100, 1, { minus: MINUS }))

type Worked = { value: number; shown: string; unitShown: string; formula: FormulaId; inputs: readonly FigureRef[] }

/** A number of ours, with formula and inputs behind it. */
export const workedCell = ({ formula, inputs, ...told }: Worked): DragCell => ({
  kind: 'compare',
  compare: {
    kind: 'value',
    ...told,
    formula,
    words: FORMULAS[formula].words,
    version: FORMULAS[formula].version,
    inputs: [...inputs],
  },
})

export const refusedDrag = (code: string, why: string): DragOutcome => ({ kind: 'refused', code, why })

const rounded = (value: number, digits: number): number => Number(showNumber(value, digits))

/**
 * The sentence that shows that the rows make the whole. Digits are rounded each by itself and never forced to add up (as
 * the bureau's are not), so where the printed ones do not, the difference is said to be rounding.
 */
export const proofOf = (
  parts: readonly (number | null)[],
  whole: number,
  { digits, unit }: { digits: number; unit: DragDrawn['unit'] },
): string => {
  const known = parts.filter((part) => part !== null)
  const hidden = parts.length - known.length
  const sum = known.reduce((total, part) => total + part, 0)
  if (hidden > 0)
    return `合计 ${signed(whole, digits)}${unit}；列出各项 ${signed(sum, digits)}，隐去 ${hidden} 项合计 ${signed(whole - sum, digits)}`
  const exact = `各项之和 ${signed(sum, digits)}${unit} ＝ 合计 ${signed(whole, digits)}${unit}`
  const printed = known.reduce((total, part) => total + rounded(part, digits), 0)
  const off = rounded(rounded(whole, digits) - printed, digits)
  if (off === 0) return exact
  return `${exact}；表中各数分别四舍五入，直接相加为 ${signed(printed, digits)}，相差 ${signed(off, digits)} 是舍入差，不调平`
}
