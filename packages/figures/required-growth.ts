/** Why a required growth cannot be given. */
export type RequiredGrowthRefusal = {
  kind: 'refused'
  reason: 'share-out-of-range' | 'not-a-number'
  message: string
}
export type RequiredGrowth = { kind: 'growth'; value: number } | RequiredGrowthRefusal
export type RequiredGrowthRange = { kind: 'range'; from: number; to: number } | RequiredGrowthRefusal

const refusal = (reason: RequiredGrowthRefusal['reason'], message: string): RequiredGrowthRefusal => ({
  kind: 'refused',
  reason,
  message,
})

const check = (numbers: readonly number[], shares: readonly number[]): RequiredGrowthRefusal | null => {
  if (![...numbers, ...shares].every(Number.isFinite))
    return refusal('not-a-number', '不能计算：目标、增速和占比须是数字')
  return shares.every((share) => share > 0 && share < 1)
    ? null
    : refusal('share-out-of-range', '不能计算：上年同期占全年的比重须大于0、小于1')
}

const exactly = (target: number, share: number, growth: number): number => (target - share * growth) / (1 - share)

/**
 * Growth the rest of the year must have so that the whole year grows by `target`, when the part gone by grew by
 * `growth` and made up `share` of last year: ((1+G) − S(1+g))/(1−S) − 1, written as (G − S·g)/(1−S), the same value
 * with less rounding. All are ratios. Exact when growth and share are of one price basis; with real growth and a share
 * from current prices it is an approximation (测算). Refuses S outside (0, 1).
 */
export const requiredGrowth = (input: { target: number; share: number; growth: number }): RequiredGrowth =>
  check([input.target, input.growth], [input.share]) ?? {
    kind: 'growth',
    value: exactly(input.target, input.share, input.growth),
  }

/**
 * The same when last year's share is only known to lie between two values. The required growth moves one way as the
 * share grows (its derivative is (G−g)/(1−S)²), so the ends of the share give the ends of the answer.
 */
export const requiredGrowthRange = (input: {
  target: number
  shareFrom: number
  shareTo: number
  growth: number
}): RequiredGrowthRange => {
  const fault = check([input.target, input.growth], [input.shareFrom, input.shareTo])
  if (fault) return fault
  const ends = [input.shareFrom, input.shareTo].map((share) => exactly(input.target, share, input.growth))
  return { kind: 'range', from: Math.min(...ends), to: Math.max(...ends) }
}
