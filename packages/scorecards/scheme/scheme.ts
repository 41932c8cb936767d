import type { Aggregation } from './aggregation.ts'
import type { Grading, Lists } from './grading.ts'
import type { Goalposts, Normalisation } from './normalisation.ts'
import type { Treatment } from './treatment.ts'
import type { Weighting } from './weighting.ts'

/**
 * What stands for a value that is not there. `zero`: the item scores nothing (the least its normalisation gives);
 * `mean`: the mean of the others' values, taken before treatment; `mean-score`: the mean of the others' scores;
 * `reweight`: the item is left out for that unit and its siblings share the weight; `fail`: nothing is computed and the
 * places are told.
 */
export type Missing = 'zero' | 'mean' | 'mean-score' | 'reweight' | 'fail'

/**
 * What a value is divided by in `benchmark`: a fixed number, or `k` times the mean of the units, or of the best `top`
 * share of them, all or within the unit's group.
 */
export type Benchmark = number | { of: 'mean' | 'top-mean'; k?: number; top?: number; by?: string }

/**
 * An indicator, or a node above others when some name it as `parent`. `direction` −1: less is better. `weight` counts
 * among siblings only; any scale. What is left out is the scheme's.
 */
export type Indicator = {
  code: string
  name?: string
  parent?: string
  direction: 1 | -1
  weight: number
  treat?: Treatment
  missing?: Missing
  goalposts?: Goalposts
  /** For `distance-to-target`. */
  target?: number
  benchmark?: Benchmark
  /** Range of `benchmark`'s ratio for this item alone; null is no limit. */
  floor?: number | null
  cap?: number | null
  normalise?: Normalisation
  /** Code of the column of Inputs.denominators the values are divided by; a denominator of 0 leaves no value. */
  denominator?: string
}

/** Units with less than this share of their values, or of values other than 0, are not scored. */
export type Screening = { minPresent?: number; minNonZero?: number }

/** How units are scored, as data. */
export type Scheme = {
  indicators: readonly Indicator[]
  screen?: Screening
  missing: Missing
  /** With `missing: 'mean'`: within the unit's group of this kind (Inputs.groups). */
  missingBy?: string
  treat?: Treatment
  normalise: Normalisation
  weights?: Weighting
  aggregate: Aggregation
  grades?: Grading
}

/** Points added to a unit's total (minus: taken off), with the reason (加分、扣分). */
export type Bonus = { unit: string; points: number; reason: string }

/** Whom the scheme is run on. Columns are as long as `units`; `null` is not known. Never 0 for it. */
export type Inputs = {
  units: readonly string[]
  values: Readonly<Record<string, readonly (number | null)[]>>
  denominators?: Readonly<Record<string, readonly (number | null)[]>>
  /** Kinds of group (industry, park, size), each with the group of every unit. */
  groups?: Readonly<Record<string, readonly string[]>>
  /** Added to the root's score after aggregation, in its points. */
  bonuses?: readonly Bonus[]
  /** Units that grades treat apart, with reasons. */
  lists?: Lists
}
