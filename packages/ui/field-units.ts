import type { FieldKind } from '@yundiao/ledgers'

/** ㎡ in one 亩: 10000/15. */
const SQUARE_METRES_PER_MU = 10_000 / 15

const SCALES: Readonly<Record<string, number>> = {
  亿元: 1e8,
  万元: 1e4,
  元: 1,
  公顷: 1e4,
  亩: SQUARE_METRES_PER_MU,
  万平方米: 1e4,
  平方米: 1,
  '㎡': 1,
  '%': 0.01,
  百分点: 0.01,
  个百分点: 0.01,
  万人: 1e4,
  人: 1,
}

/** How many canonical units one shown unit holds; 1 for a unit that is not converted. */
export const scaleOf = (shownIn: string | null | undefined): number => (shownIn ? (SCALES[shownIn] ?? 1) : 1)

export const isNumericKind = (kind: FieldKind): boolean =>
  kind === 'integer' || kind === 'number' || kind === 'ratio' || kind === 'money' || kind === 'area'

/** Digits of a canonical number in the unit of the sheet, without float noise; the minus is U+2212 for reading. */
export const shownNumber = (value: number, shownIn?: string | null): string =>
  plainNumber(value, shownIn).replace('-', '−')

/** Digits in a second unit, rounded to two decimals as sheets print a conversion: 18.52 亩. */
export const alsoShownNumber = (value: number, unit: string): string =>
  String(Math.round((value / scaleOf(unit)) * 100) / 100).replace('-', '−')

/** As `shownNumber`, with an ASCII minus: for input boxes. */
export const plainNumber = (value: number, shownIn?: string | null): string =>
  String(Number((value / scaleOf(shownIn)).toPrecision(12)))

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)$/

/** What a person typed in the unit of the sheet, in canonical units; null for empty, `undefined` when not a number. */
export const parseShown = (text: string, shownIn?: string | null): number | null | undefined => {
  const plain = text.trim().replace(/[−－]/g, '-').replace(/[,，]/g, '')
  if (plain === '') return null
  if (!NUMBER.test(plain)) return undefined
  return Number((Number(plain) * scaleOf(shownIn)).toPrecision(14))
}

/** A figure's digits as people read them: the minus as U+2212. */
export const readable = (shown: string): string => shown.replace(/^-/, '−')
