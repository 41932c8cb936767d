import type { FigureRef } from '@yundiao/figures'
import type { LocalDate } from '@yundiao/kernel'
import type { FigureMark, FormulaUse, Gap } from './paper.ts'

/** A figure with the digits to print (no unit, sign kept: `784.28`, `-5.5`). */
export type BoundNumber = { ref: FigureRef; shown: string; mark?: FigureMark }

/** Growth against the year's target as worked out: points with their sign (`-0.4`), and the formula. */
export type TargetDifference = { formula: FormulaUse; shown: string }

/**
 * One line of the board, in the board's order. `indent` 1 or more is an 其中 of the line above with less. Growth is in
 * per cent as printed. A number left out is not reported; 'not-applicable' has no such number by its concept. `gap` is
 * why a line has neither level nor growth. Province and nation must be of the same period and concept.
 */
export type ReviewRow = {
  indicator: string
  label: string
  indent?: number
  /** Unit of the level as printed: 亿元, 亿千瓦时, %. */
  unit: string
  /** Months where they differ from the paper's: `1—2月`. */
  months?: string
  level?: BoundNumber | 'not-applicable'
  growth?: BoundNumber | 'not-applicable'
  provinceGrowth?: BoundNumber
  nationGrowth?: BoundNumber
  levelRank?: BoundNumber
  growthRank?: BoundNumber
  gap?: Gap
  /** The heading it is told under; lines without one are told without headings. */
  subject?: string
  /** `待明确` where the year's target is not known; left out where it is not judged by growth. */
  vsTarget?: TargetDifference | '待明确'
}

/** What became of an item of the last meeting. `state` is the office's word; `change` is what moved, null for nothing. */
export type PreviousItem = {
  item: string
  title: string
  leadUnit: string | null
  state: string
  change: string | null
  /** Why the state word stands, in the judge's words. */
  reason?: string
  deadline?: LocalDate | null
  /** The day the ledger took the form `change` tells of. */
  changedOn?: LocalDate | null
  /** The last note of its units (进展情况), as they wrote it. */
  progress?: { asOf: LocalDate; text: string } | null
}

/** All the quarter's review needs, as plain data read as known on `asKnownOn`. */
export type QuarterReviewInput = {
  city: { code: string; name: string }
  year: number
  quarter: 1 | 2 | 3 | 4
  asKnownOn: LocalDate
  meeting?: string
  checkpoint: string | null
  rows: readonly ReviewRow[]
  previousItems: readonly PreviousItem[]
  preparedBy: string | null
  /** Who reports it to the meeting, as the agenda says; null is 待明确. */
  reportedBy: string | null
}

/** The bound number of a slot; undefined where it is lacking or does not apply. */
export const numberOf = (slot: BoundNumber | 'not-applicable' | undefined): BoundNumber | undefined =>
  slot === 'not-applicable' ? undefined : slot

/** Whether a line has anything to say. */
export const hasNumber = (row: ReviewRow): boolean =>
  numberOf(row.level) !== undefined || numberOf(row.growth) !== undefined
