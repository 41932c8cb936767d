import { type Column, mapPresent } from '../numeric/column.ts'
import type { Goalposts } from '../scheme/normalisation.ts'

/** Goalposts as used: worth nothing, worth all. */
export type Ends = { worst: number; best: number; power: number; scale: 'linear' | 'log' }

/** The ends of an indicator's scale; two numbers in ascending order are read by its direction. */
export const endsOf = (goalposts: Goalposts, direction: 1 | -1): Ends => {
  if ('worst' in goalposts) return { power: 1, scale: 'linear', ...goalposts }
  const [first, second] = goalposts
  const isTurned = first < second && direction === -1
  return { worst: isTurned ? second : first, best: isTurned ? first : second, power: 1, scale: 'linear' }
}

/**
 * Where a value stands between two fixed ends: (worst − x)/(worst − best), from `low` to `high`, held within them unless
 * `clamp` is false. Source: World Bank, Doing Business, distance to frontier (with power 0.8 for the total tax rate);
 * UNDP, HDR technical note 1 (logarithms for income).
 */
export const betweenGoalposts = (
  column: Column,
  { worst, best, power, scale }: Ends,
  { range: [low, high], clamp }: { range: readonly [number, number]; clamp: boolean },
): Column => {
  const at = scale === 'log' ? Math.log : (value: number): number => value
  const width = at(worst) - at(best)
  return mapPresent(column, (value) => {
    const ratio = (at(worst) - at(value)) / width
    const held = clamp ? Math.min(1, Math.max(0, ratio)) : ratio
    return low + (high - low) * (power === 1 ? held : Math.sign(held) * Math.abs(held) ** power)
  })
}
