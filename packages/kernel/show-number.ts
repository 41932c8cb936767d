/** U+2212, for print; sheets that are read back take the hyphen. */
export const MINUS = '\u2212'

/** How a number is printed, its digits apart. */
export type ShowOptions = {
  /** Default '-', as cells are read back; MINUS where people read. */
  minus?: '-' | typeof MINUS
  /** Groups of three with a comma; default none, as the office's sheets. */
  groups?: boolean
}

/** |value| × 10^digits as a whole number, halves up by the decimal digits a reader sees, not by the binary fraction. */
const roundedDigits = (value: number, digits: number): bigint => {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential().split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const shift = Number(exponent) - fraction.length + digits
  const significant = BigInt(whole + fraction)
  if (shift >= 0) return significant * 10n ** BigInt(shift)
  const unit = 10n ** BigInt(-shift)
  return (significant * 2n + unit) / (unit * 2n)
}

/**
 * A number as printed, with that many decimals: 四舍五入 of its magnitude, so 1.005 → 1.01 and −0.04 → 0.0, never -0.0.
 * The one place figures are rounded. A value that is not finite is a bug and throws RangeError; null is for the
 * caller to print (…, —, blank).
 */
export const showNumber = (value: number, digits: number, options: ShowOptions = {}): string => {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`)
  const scaled = roundedDigits(value, digits)
  const text = scaled.toString().padStart(digits + 1, '0')
  const whole = digits === 0 ? text : text.slice(0, -digits)
  const grouped = options.groups ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  const sign = value < 0 && scaled !== 0n ? (options.minus ?? '-') : ''
  return digits === 0 ? sign + grouped : `${sign}${grouped}.${text.slice(-digits)}`
}

/** Every digit of a number, without exponent or rounding: 1e21 and 0.0000005 written out. Throws as showNumber. */
export const showExactly = (value: number, options: ShowOptions = {}): string => {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential().split('e')
  const digits = mantissa.length - (mantissa.includes('.') ? 2 : 1) - Number(exponent)
  return showNumber(value, Math.max(0, digits), options)
}

/** A difference as printed: +1.3, −0.4, and 持平 when it rounds to nothing. In the unit it is shown in (百分点, 位). */
export const showChange = (value: number, digits = 1): string => {
  const text = showNumber(value, digits, { minus: MINUS })
  if (!/[1-9]/.test(text)) return '持平'
  return value > 0 ? `+${text}` : text
}
