import type { LocalDate } from '@yundiao/kernel'
import type { FormulaUse, Gap, Run } from '../paper.ts'
import type { BoundNumber } from '../review-input.ts'

/** Whom a question is about: a county or zone, a unit, an indicator. */
export const SUBJECT_KINDS = ['place', 'unit', 'indicator'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

/** A difference that was worked out elsewhere: points or places with their sign (`-0.4`), and how. */
export type Worked = { formula: FormulaUse; shown: string }

/**
 * One indicator of one subject: digits as printed, growth in per cent. `wider` is the growth it is held against (全市 for
 * a county, 全省 for the city) of the same concept and origin; `before` and `lastYear` are its own of the period before
 * and of a year ago. What is left out is not known to the reader. `gap` is why it has neither level nor growth.
 */
export type AnswerLine = {
  indicator: string
  label: string
  /** As tables print it; left out: `label`. */
  short?: string
  unit: string
  level?: BoundNumber
  growth?: BoundNumber
  wider?: BoundNumber
  before?: BoundNumber
  lastYear?: BoundNumber
  /** 第n位 as published; a rank of ours comes from `rankPlaces` of the counties. */
  rank?: BoundNumber
  gap?: Gap
}

/** Something that waits: a project, an item, a matter. `words` is one short stretch; digits in it are of its own row. */
export type AnswerTask = {
  kind: 'project' | 'item' | 'matter'
  /** What it is called for: 逾期, 欠序时, 应开未开, 开工未入统, 待答复 … */
  state: string
  /** `item:` or `entry:` behind it; a run of the composer carries it. */
  link: { item: string } | { entry: string }
  title: string
  /** Short name of the unit that answers for it; null is 待明确. */
  unit: string | null
  words: string
  demo: boolean
}

/** One that falls in a place: an industry, a class, an enterprise, a project. `change` in 元, below 0. */
export type DragPart = { name: string; change: number; entry: string | null; demo: boolean }

/**
 * Who makes the change of a place, largest fall first: output of the enterprises in the dispatch against last year by
 * industry, or investment done against the plan in time by class. `parts` is empty where single ones may not be seen.
 * `inputs` are what the sums rest on: `entry:` of each row, or the ledger where rows may not be named.
 */
export type AnswerDrag = {
  kind: 'output' | 'investment'
  count: number
  change: number
  groups: readonly DragPart[]
  parts: readonly DragPart[]
  inputs: readonly string[]
}

/** What is asked of one unit, place or indicator: who, its open tasks worst first, sentences found elsewhere. */
type AnswerSubject = {
  id: string
  name: string
  /** Other words it is looked for by. */
  words: readonly string[]
  tasks: readonly AnswerTask[]
  /** 研判要点 about it, one list of runs a sentence, full stop included. */
  findings: readonly (readonly Run[])[]
}

export type AnswerPlace = AnswerSubject & {
  kind: 'county' | 'zone'
  lines: readonly AnswerLine[]
  /** Who weighs most in its gap. Empty where nobody has reported. */
  drags: readonly AnswerDrag[]
  /** Whether its projects and its enterprises are in the reader's sight at all. */
  sees: { projects: boolean; enterprises: boolean }
}

export type AnswerUnit = AnswerSubject & { lines: readonly AnswerLine[] }

export type OtherTarget = { words: string; inner: boolean; compared: Worked }

export type AnswerIndicator = AnswerSubject & {
  line: AnswerLine
  /** Sentence of the board: level, growth, province, nation, rank; without a full stop. */
  told: readonly Run[]
  vsTarget: Worked | '待明确' | null
  /** What the target is (年度目标, 奋斗目标); `inner` where it was never made public: what rests on it is marked 内部. */
  target: { words: string; inner: boolean }
  /** Targets of other layers: what the growth is above or below them, in points. */
  otherTargets?: readonly OtherTarget[]
  vsLastPeriod: Worked | null
  vsLastYear: Worked | null
  /** 后三季度需增长, per cent. */
  required: Worked | null
  leadUnit: string | null
  /** 拉动 of its parts in points, as given: what the bureau published, or 测算. */
  parts: readonly { name: string; pull: Run; published?: boolean; growth?: BoundNumber }[]
}

/** All 备询要点 are written from, as known on `asKnownOn`, cut to the reader's rights. */
export type AnswersInput = {
  city: { code: string; name: string }
  /** 一季度, 1—2月. */
  periodWords: string
  asKnownOn: LocalDate
  places: readonly AnswerPlace[]
  units: readonly AnswerUnit[]
  indicators: readonly AnswerIndicator[]
  /** Whether every county is in the reader's sight: some of them are no list of those behind, and no ranking. */
  seesAllPlaces: boolean
}
