import type { Shift } from '../../api/types.ts'

const PERCENT = 100

/** Points to two decimals; minus as U+2212, no sign where nothing is left of it. */
export const scoreText = (score: number | null, digits = 2): string => {
  if (score === null) return ''
  const text = Math.abs(score).toFixed(digits)
  return score < 0 && Number(text) !== 0 ? `−${text}` : text
}

/** A difference of points with its sign. */
export const signedText = (points: number, digits = 2): string => {
  const text = scoreText(points, digits)
  return points > 0 && Number(text) !== 0 ? `+${text}` : text
}

const NOISE = 1e-9

/** To whole numbers, halves to the even one: 69.5 and 30.5 are 70 and 30, so that two shares of a whole add up. */
const wholeOf = (percent: number): number => {
  const low = Math.floor(percent)
  return Math.abs(percent - low - 0.5) < NOISE ? low + (low % 2) : Math.round(percent)
}

/** A share as per cent; what is nearly but not quite certain is not printed as certain. */
export const shareText = (share: number, digits = 0): string => {
  const percent = share * PERCENT
  if (digits > 0) return `${percent.toFixed(digits)}%`
  if (share > 0 && percent < 1) return '<1%'
  const whole = wholeOf(percent)
  return share < 1 && whole === PERCENT ? '>99%' : `${whole}%`
}

/** 前移2位, 后移1位, 持平; empty where there is nothing to compare. */
export const placesText = (places: number | null): string => {
  if (places === null) return ''
  if (places === 0) return '持平'
  return places > 0 ? `前移${places}位` : `后移${-places}位`
}

/** From and to, or the one there is. */
export const shiftText = <T extends number | string>({ from, to }: Shift<T>): string => {
  if (from === to) return `${from ?? '—'}`
  return `${from ?? '—'} → ${to ?? '—'}`
}

/** A value with its unit; a dash stands where an appeal names none. */
export const valueText = (value: number | null, unit: string): string =>
  value === null ? '—' : `${String(Number(value.toPrecision(12))).replace('-', '−')}${unit}`

const LARGE = 1000
const DIGITS = 6

/** A value as people type it: six digits, of large ones two decimals. No separators: it goes into a field. */
export const plainText = (value: number): string =>
  String(Number(Math.abs(value) >= LARGE ? value.toFixed(2) : value.toPrecision(DIGITS)))

/** A title within a quotation: its own marks become single ones. */
export const quotedText = (text: string): string => text.replaceAll('“', '‘').replaceAll('”', '’')
