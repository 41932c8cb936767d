/** A difference of two printed rates: its digits without sign, and which way it goes. */
export type PointsDifference = { digits: string; sign: 1 | 0 | -1 }

const DECIMAL = /^-?\d+(?:\.\d+)?$/u

const scaled = (printed: string, decimals: number): bigint => {
  const [whole = '', fraction = ''] = printed.replace('-', '').split('.')
  const size = BigInt(whole + fraction.padEnd(decimals, '0'))
  return printed.startsWith('-') ? -size : size
}

const decimalsOf = (printed: string): number => printed.split('.')[1]?.length ?? 0

/**
 * How many percentage points `a` lies above `b`, from the digits as printed (`6.6`, `5.3` → 1.3, up). Exact decimal
 * arithmetic, kept to the longer of the two fractions and never rounded, so that a reader who subtracts gets the same.
 * Null when either is not a plain decimal number. Formula `difference-in-points@1`.
 */
export const pointsDifference = (a: string, b: string): PointsDifference | null => {
  if (!DECIMAL.test(a) || !DECIMAL.test(b)) return null
  const decimals = Math.max(decimalsOf(a), decimalsOf(b))
  const difference = scaled(a, decimals) - scaled(b, decimals)
  const size = (difference < 0n ? -difference : difference).toString().padStart(decimals + 1, '0')
  const digits = decimals === 0 ? size : `${size.slice(0, -decimals)}.${size.slice(-decimals)}`
  if (difference === 0n) return { digits, sign: 0 }
  return { digits, sign: difference > 0n ? 1 : -1 }
}
