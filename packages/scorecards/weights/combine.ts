import { sumOf } from '../numeric/column.ts'

/**
 * Several sets of weights put together (主客观组合赋权): their mean, or their products made to sum to 1, which gives most
 * to what all hold important (the mean where no item has weight in all). Each set sums to 1 over the same items.
 */
export const combineWeights = (sets: readonly (readonly number[])[], by: 'mean' | 'product' = 'mean'): number[] => {
  const items = sets[0] ?? []
  if (by === 'mean') return items.map((_, i) => sumOf(sets.map((set) => set[i] ?? 0)) / sets.length)
  const products = items.map((_, i) => sets.reduce((product, set) => product * (set[i] ?? 0), 1))
  const total = sumOf(products)
  return total > 0 ? products.map((product) => product / total) : combineWeights(sets)
}
