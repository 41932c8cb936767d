export { type CarriedItem, type CarryOver, carryOver, chainBefore } from './carry-over.ts'
export { deadlineOf } from './deadlines.ts'
export type { ReadoutDirective } from './directive-fields.ts'
export { type ClauseDraft, draftClauses, draftItems, type ItemDraft } from './drafting.ts'
export { GOAL_WORDS, type Goal, type GoalOperator, type GoalReading, reachesGoal, readGoal } from './goals.ts'
export { dueOn, type ElapsedRule, type ItemJudgement, judgeItem } from './judging.ts'
export {
  LONGEST_READOUT,
  parseReadout,
  type Readout,
  type ReadoutReading,
  type ReadoutRefusal,
  readReadout,
} from './readout.ts'
export * from './records.ts'
export {
  type Acceptance,
  acceptClause,
  type CountLine,
  clauseOf,
  countLine,
  declineClause,
  type Gap,
  gaps,
  mergeClauses,
  type Reviewed,
  type ReviewRefusal,
  splitClause,
} from './review.ts'
export { simplify } from './simplify.ts'
export type { QuantTarget } from './targets.ts'
export { type ReadTerms, readTermsWithin, type TermNode, type Terms, termsOfText, termsWith } from './terms.ts'
export { THEMES, type Theme } from './themes.ts'
export { nextQuarterEnds, type TypedDeadline, typedDeadline } from './typed-deadline.ts'
