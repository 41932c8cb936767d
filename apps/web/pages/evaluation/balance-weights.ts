/** Tenths of a per cent, so that sums are whole numbers. */
const WHOLE = 1000

/** Weights in tenths of a per cent by indicator; they add to 1,000. */
export type Tenths = Readonly<Record<string, number>>

/** Whole numbers in the ratio of `shares` that add to `total`: floors, then the largest remainders one by one. */
const apportion = (shares: readonly number[], total: number): number[] => {
  const sum = shares.reduce((a, b) => a + b, 0)
  const exact = shares.map((share) => (sum === 0 ? total / shares.length : (share / sum) * total))
  const floors = exact.map(Math.floor)
  const left = total - floors.reduce((a, b) => a + b, 0)
  const byRemainder = exact.map((value, at) => ({ at, rest: value - Math.floor(value) }))
  byRemainder.sort((a, b) => b.rest - a.rest || a.at - b.at)
  for (const { at } of byRemainder.slice(0, left)) floors[at] = (floors[at] ?? 0) + 1
  return floors
}

/** Weights at the root (summing to 1) as tenths of a per cent that add to 100.0. */
export const tenthsOf = (weights: Readonly<Record<string, number>>): Tenths => {
  const codes = Object.keys(weights)
  const whole = apportion(
    codes.map((code) => weights[code] ?? 0),
    WHOLE,
  )
  return Object.fromEntries(codes.map((code, at) => [code, whole[at] ?? 0]))
}

export const weightsOf = (tenths: Tenths): Record<string, number> =>
  Object.fromEntries(Object.entries(tenths).map(([code, value]) => [code, value / WHOLE]))

/**
 * One weight set by hand: the others that are not held share what is left in their ratio, so that the sum stays 100. It
 * goes no further than the held ones leave room; with all others held nothing moves.
 */
export const setWeight = (tenths: Tenths, code: string, asked: number, held: ReadonlySet<string>): Tenths => {
  const others = Object.keys(tenths).filter((one) => one !== code)
  const free = others.filter((one) => !held.has(one))
  if (free.length === 0) return tenths
  const bound = others.filter((one) => held.has(one)).reduce((sum, one) => sum + (tenths[one] ?? 0), 0)
  const value = Math.max(0, Math.min(Math.round(asked), WHOLE - bound))
  const shares = apportion(
    free.map((one) => tenths[one] ?? 0),
    WHOLE - bound - value,
  )
  return { ...tenths, [code]: value, ...Object.fromEntries(free.map((one, at) => [one, shares[at] ?? 0])) }
}

export const isSame = (a: Tenths, b: Tenths): boolean => Object.keys(a).every((code) => a[code] === b[code])
