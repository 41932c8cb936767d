/** A class of values: its number from the lowest (0) and the values at its ends. */
export type ValueClass = { low: number; high: number }

/** Most classes whose lightness an eye tells apart in print. */
const CLASSES = 4

/**
 * Cuts values into at most four classes of about equal count; equal values are never parted, so that no edge is invented:
 * each class is named by its own lowest and highest value. Lowest class first; none for no values.
 */
export const valueClasses = (values: readonly number[]): readonly ValueClass[] => {
  const sorted = [...values].sort((a, b) => a - b)
  const distinct = [...new Set(sorted)]
  const count = Math.min(CLASSES, distinct.length)
  const classOf = (value: number): number => {
    // The middle of equal values decides for all of them.
    const middle = (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2
    return Math.min(count - 1, Math.floor((middle / sorted.length) * count))
  }
  return Array.from({ length: count }, (_, at) => distinct.filter((value) => classOf(value) === at))
    .filter((group) => group.length > 0)
    .map((group) => ({ low: Math.min(...group), high: Math.max(...group) }))
}
