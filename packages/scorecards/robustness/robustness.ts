import type { Column } from '../numeric/column.ts'
import type { GradeResult } from '../scheme/grading.ts'
import type { RankSpread } from './rank-tally.ts'
import type { SobolIndices } from './sobol.ts'
import type { Factor, Uncertainty } from './uncertainty.ts'

/** What is asked: how many draws, from which seed, and what besides. */
export type RobustnessSpec = {
  uncertainty: Uncertainty
  /** Draws; 1,000 show 5 % and 95 % well enough. */
  draws: number
  /** A whole number, 0 … 2⁵³ − 1: the same seed gives the same result to the last bit. */
  seed: number
  /** Rows of Saltelli's design; each costs as many draws as there are factors, and two. Left out: not asked. */
  sensitivity?: number
  /** Whether the scheme is also run without each of its indicators. */
  leaveOut?: boolean
  /** A unit is near a border when its grade holds in less than this share of the draws; default 0.9. */
  sure?: number
}

/** How far the work has come, in draws. */
export type RobustnessProgress = { done: number; total: number }

/** A unit whose grade hangs on choices: how often it keeps it, and which grade it else has most often. */
export type NearBorder = { unit: string; grade: string; probability: number; other: string; otherProbability: number }

/**
 * Which factors move the ranking: shares of the variance of the mean shift in rank against the nominal ranking, of each
 * factor alone and with all it acts with, and the standard errors of both at so many rows.
 */
export type Sensitivity = SobolIndices & { rows: number; factors: Factor[]; meanShift: number }

/** The ranking without one indicator: the mean of |shift| in rank, and the rank of each unit. */
export type LeftOut = { code: string; meanShift: number; ranks: readonly (number | null)[] }

/** An indicator the scheme cannot do without: alone of its node it has weight, say. */
export type NotLeftOut = { code: string; message: string }

/** How sure ranks and grades are (排名把握程度). Columns follow `units`. */
export type Robustness = {
  kind: 'assessed'
  units: readonly string[]
  nominal: { scores: Column; ranks: Column; grades?: GradeResult }
  rank: RankSpread
  /** Share of the draws in which a unit places before the one after it in the nominal ranking; null for the last. */
  aheadOfNext: (number | null)[]
  /** Share of the draws, by grade. */
  gradeProbability?: Readonly<Record<string, number[]>>
  /** The least sure first. */
  nearBorder?: NearBorder[]
  sensitivity?: Sensitivity
  leaveOut?: LeftOut[]
  notLeftOut?: NotLeftOut[]
  factors: Factor[]
  draws: number
  seed: number
  /** Units that some draws gave no score, with the share of draws that did. */
  partlyScored: { unit: string; share: number }[]
}
