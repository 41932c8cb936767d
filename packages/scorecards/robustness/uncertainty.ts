import type { Aggregation } from '../scheme/aggregation.ts'
import type { Normalisation } from '../scheme/normalisation.ts'
import type { Missing } from '../scheme/scheme.ts'
import type { Treatment } from '../scheme/treatment.ts'
import type { Weighting } from '../scheme/weighting.ts'

/**
 * How far weights may move, at these levels of the tree (1 = indicators; all when left out) and for these codes (all
 * when left out). `relative`: each between (1 − by) and (1 + by) times its own, evenly, then siblings made to sum to 1.
 * `dirichlet`: the siblings below a node are drawn together about their shares p with standard deviation
 * √(p(1 − p)/(concentration + 1)): a share of 20 % and a concentration of 63 give 5 points.
 */
export type WeightNoise =
  | { kind: 'relative'; by: number; levels?: readonly number[]; codes?: readonly string[] }
  | { kind: 'dirichlet'; concentration: number; levels?: readonly number[] }

/**
 * How wrong a value may be: a standard deviation (`normal`, the default) or the half-width of an interval (`uniform`),
 * as a ratio of the value or in its own unit. Errors of units and indicators are independent of each other.
 */
export type ValueError = { relative?: number; absolute?: number; shape?: 'normal' | 'uniform' }

/**
 * What is not certain about a scheme: each key is one factor, and of a list one entry is taken, all equally often. The
 * scheme's own choice counts only when it is in the list. Entries of `treat` and `normalise` hold for the indicators
 * that name none of their own. `data`: errors by indicator, under `*` for those not named.
 */
export type Uncertainty = {
  weights?: WeightNoise
  weighting?: readonly Weighting[]
  missing?: readonly Missing[]
  treat?: readonly Treatment[]
  normalise?: readonly Normalisation[]
  aggregate?: readonly Aggregation[]
  data?: Readonly<Record<string, ValueError>>
}

/** The factors in their fixed order: a factor's place is part of what its random numbers hang on. */
export const FACTORS = ['weights', 'weighting', 'missing', 'treat', 'normalise', 'aggregate', 'data'] as const

/** One source of doubt. */
export type Factor = (typeof FACTORS)[number]

/** The factors something is said about, in order. */
export const factorsOf = (uncertainty: Uncertainty): Factor[] =>
  FACTORS.filter((factor) => uncertainty[factor] !== undefined)
