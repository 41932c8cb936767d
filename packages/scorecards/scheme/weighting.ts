/** A pairwise comparison: how many times as important the row is as the column; `codes` names both. */
export type Comparison = { codes: readonly string[]; matrix: readonly (readonly number[])[] }

/** Weights one expert gives; `weight` is the expert's own (default 1). */
export type Expert = { name?: string; weight?: number; weights: Readonly<Record<string, number>> }

/**
 * Where weights come from. Methods on data (entropy, critic, pca) weigh the indicators below each node by their min–max
 * scores; nodes above keep the weights given. AHP weighs the nodes it names a comparison for, by the code of the node
 * above. `combined` puts several together (主客观组合): half and half, or the product made to sum to 1, of those that speak
 * of a node.
 */
export type Weighting =
  | { method: 'given' }
  | { method: 'equal' }
  | { method: 'entropy'; shift?: number }
  | { method: 'critic' }
  | { method: 'pca'; kind?: 'first-squared' | 'combined' | 'loadings' }
  | { method: 'ahp'; comparisons: Readonly<Record<string, Comparison>>; by?: 'eigenvector' | 'geometric-mean' }
  | { method: 'experts'; experts: readonly Expert[] }
  | { method: 'combined'; of: readonly Weighting[]; by?: 'mean' | 'product' }
