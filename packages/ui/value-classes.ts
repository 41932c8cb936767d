/** A class of values: the values at its ends. */
export type ValueClass = { low: number; high: number }

/** Most classes whose lightness an eye tells apart in print. */
const CLASSES = 4

/** Sum of squares about the mean of `values[from]` to `values[to]`. */
const spreadOf = (values: readonly number[], from: number, to: number): number => {
  const group = values.slice(from, to + 1)
  const mean = group.reduce((sum, value) => sum + value, 0) / group.length
  return group.reduce((sum, value) => sum + (value - mean) ** 2, 0)
}

type Cut = { spread: number; starts: readonly number[] }

/** The best cuts of the first values into one class more: each reaches as far as the value it stands at. */
const oneMore = (values: readonly number[], fewer: readonly Cut[]): readonly Cut[] =>
  values.map((_, to) => {
    const cuts = fewer.slice(0, to).map(({ spread, starts }, before) => ({
      spread: spread + spreadOf(values, before + 1, to),
      starts: [...starts, before + 1],
    }))
    return cuts.reduce((best, cut) => (cut.spread < best.spread ? cut : best), {
      spread: Number.POSITIVE_INFINITY,
      starts: [],
    })
  })

/**
 * Cuts values into at most four classes, each as alike within as can be (the least sum of squares about the classes'
 * means), so that a place far from the others has a shade of its own. Equal values are never parted; each class is named
 * by its own lowest and highest value. Lowest class first; none for no values. Some hundreds of values at most.
 * Source: Fisher (1958), On grouping for maximum homogeneity, JASA 53; Jenks (1967) for maps.
 */
export const valueClasses = (values: readonly number[]): readonly ValueClass[] => {
  const sorted = [...values].sort((a, b) => a - b)
  const count = Math.min(CLASSES, new Set(sorted).size)
  let cuts: readonly Cut[] = sorted.map((_, to) => ({ spread: spreadOf(sorted, 0, to), starts: [0] }))
  for (let classes = 2; classes <= count; classes += 1) cuts = oneMore(sorted, cuts)
  const starts = cuts.at(-1)?.starts ?? []
  return starts.map((start, at) => ({
    low: sorted[start] ?? 0,
    high: sorted[(starts[at + 1] ?? sorted.length) - 1] ?? 0,
  }))
}
