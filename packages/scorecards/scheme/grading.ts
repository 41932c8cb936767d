/**
 * One grade's limit. `atMost` and `atLeast` are shares of the denominator (A ≤ 30 %, C ≥ 10 %); `upTo` is the cumulative
 * share it ends at (A to 25 %, B to 70 %); `from` the lowest score. One kind a scheme. A grade with no limit takes what
 * the others leave; a second such grade is only reached by a list.
 */
export type GradeLimit = { grade: string; atMost?: number; atLeast?: number; upTo?: number; from?: number }

/** Grades, best first. */
export type Grading = {
  grades: readonly GradeLimit[]
  /**
   * What shares are taken of: `ranked`, units graded by their score; `graded` (default), those and the vetoed; `all`, every
   * unit of the inputs; or a number a notice gives.
   */
  denominator?: 'ranked' | 'graded' | 'all' | number
  /** Where vetoed units go; by default the last grade. */
  vetoTo?: string
  /** Whether promoted units take places of the quota (default) or come on top of it. */
  promoted?: 'within' | 'beyond'
  /**
   * Units of one score across a border: all in the worse grade (default: no quota is overrun), all in the better, or by a
   * further indicator's score, and then as `worse`.
   */
  ties?: 'better' | 'worse' | { by: string }
}

/** A unit named on a list, with the reason a person gave. */
export type Listed = { unit: string; reason: string }

/**
 * Lists a grading minds. `veto`: the worst grade whatever the score (一票否决). `promote`: no worse than `floor`.
 * `ungraded`: scored but without a grade; `as` is how policies treat it.
 */
export type Lists = {
  veto?: readonly Listed[]
  promote?: readonly (Listed & { floor: string })[]
  ungraded?: readonly (Listed & { as?: string })[]
}

/** The grade of one unit and why. */
export type Graded = {
  unit: string
  grade: string | null
  by: 'score' | 'veto' | 'promotion' | 'ungraded' | 'no-score'
  /** The grade by score alone, as if there were no lists; null without a score. */
  own: string | null
  reason?: string
  as?: string
}

/** Grades with what a notice must state: the denominator, how many each grade may and does hold, who is left out. */
export type GradeResult = {
  units: readonly Graded[]
  denominator: number
  /** `allowed`: most for `atMost` and `upTo`, least for `atLeast`; null where the grade has no share. */
  counts: readonly { grade: string; allowed: number | null; held: number }[]
  /** Units without a grade. */
  leftOut: readonly string[]
  /** Units of one score that a border would have cut. */
  tied: readonly (readonly string[])[]
}
