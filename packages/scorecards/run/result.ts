import type { Column } from '../numeric/column.ts'
import type { GradeResult } from '../scheme/grading.ts'
import type { Treated } from '../scheme/treatment.ts'

/** What a reader should know: which indicator or node, and what. */
export type Note = {
  where: string
  what:
    | 'implied-node'
    | 'tells-nobody-apart'
    | 'frontier-from-data'
    | 'still-skewed'
    | 'no-cap'
    | 'inconsistent-judgements'
    | 'negative-weight'
    | 'no-score'
    | 'not-among-units'
    | 'thin'
    | 'nothing-to-divide-by'
    | 'no-data'
    | 'best-not-above-zero'
    | 'target-below-all'
    | 'quota-missed'
    | 'lists-without-grades'
    | 'levels-too-many'
    | 'not-read'
  message: string
}

/** How well pairwise comparisons of one node agree: above a ratio of 0.1 they contradict one another. */
export type Consistency = { lambdaMax: number; index: number; ratio: number; isConsistent: boolean }

/** A run, stage by stage. Columns follow `units` (those screened out left aside); keys are codes. */
export type Result = {
  kind: 'scored'
  units: readonly string[]
  /** Units not scored, and the share of values they had. */
  screened: readonly { unit: string; present: number; nonZero: number }[]
  /** Code of the node at the top. */
  root: string
  /** Values after denominators and imputation. */
  values: Readonly<Record<string, Column>>
  treated: Readonly<Record<string, Column>>
  treatment: Readonly<Record<string, Omit<Treated, 'values'>>>
  /** Scores of the indicators, more is better. */
  normalised: Readonly<Record<string, Column>>
  /** Scores of the nodes, lowest first; the root last. */
  scores: Readonly<Record<string, Column>>
  /** Points the root's scores hold besides, by unit; absent where no unit has any. */
  bonuses?: Column
  /** Places at the root, 1 best, equals share the better place; null without a score. */
  ranks: readonly (number | null)[]
  /** Weights among siblings as used, each node's parts summing to 1; and what they come to at the root. */
  weights: Readonly<Record<string, number>>
  effectiveWeights: Readonly<Record<string, number>>
  /** By node, where weights come from pairwise comparisons; absent where none does. */
  consistency?: Readonly<Record<string, Consistency>>
  grades?: GradeResult
  notes: readonly Note[]
}

/** Why nothing was computed: what is wrong, where, and what to do. */
export type Refusal = {
  kind: 'refused'
  reason: 'scheme' | 'inputs' | 'missing' | 'weights' | 'scores' | 'grades' | 'uncertainty'
  message: string
  places: readonly string[]
}
