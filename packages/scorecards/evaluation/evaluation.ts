import type { Cite, Grade, LocalDate } from '@yundiao/kernel'
import { inForce, type RuleRef } from '@yundiao/rules'
import type { Scheme } from '../scheme/scheme.ts'
import type { SourceClass } from './source-class.ts'

/** What is graded. */
export type Subject = '企业' | '园区' | '县区' | '市州'

/**
 * Fields of a ledger's row that make one number: those of `add` together, less those of `less`. A cell that is not known
 * leaves the sum not known, unless its field stands in `emptyIsNone` (no land rented in).
 */
export type FieldSum = { add: readonly string[]; less?: readonly string[]; emptyIsNone?: readonly string[] }

/**
 * A column handed to the scheme. `code`: an indicator's, or what an indicator names as `denominator`. Values are taken
 * from canonical cells and given in `unit` (万元, 亩), the one the published method reckons in. `sourceField`: the row's
 * own field with the source class, where rows may differ. `negative`: what a sum below 0 counts as (default: as it is).
 */
export type EvaluationColumn = {
  code: string
  label: string
  unit: string
  from: FieldSum
  sourceClass: SourceClass
  sourceField?: string
  negative?: 'zero'
  clause: string
}

/** An indicator the method leaves to the place that runs it: it has no values until somebody names it. */
export type OpenColumn = { code: string; label: string; from: null; clause: string }

/**
 * A column of indicators: known, or left open. `unitShown`: of the value after its denominator, 万元/亩; a share stays a
 * ratio 0–1 and is only printed in %.
 */
export type EvaluationInput = (EvaluationColumn & { unitShown: string }) | (OpenColumn & { unitShown: string | null })

/** Whether a row is meant: a field with one of the values, of at least so much (canonical), or any of several groups. */
export type RowTest =
  | { field: string; in: readonly (string | boolean)[] }
  | { field: string; atLeast: number }
  | { any: readonly (readonly RowTest[])[] }

/** Who takes part: every test holds. `words` say it as the method does. */
export type Scope = { words: string; when: readonly RowTest[]; clause: string }

/**
 * A kind of unit the method treats apart. `basis` is the word that stands in the ledger's 排除依据. `left-out`: it takes no
 * part; `ungraded`: it is scored without a grade, and policies treat it as `as`.
 */
export type Exclusion = { basis: string; effect: 'left-out' | 'ungraded'; as?: string; clause: string; grade: Grade }

/** A basis that overrides the score: to the worst grade, or no lower than `floor`. */
export type Override = { basis: string; floor?: string; clause: string; grade: Grade }

/** How long a result is shown before it is final; `days` null: the text does not say. */
export type Publicity = { days: number | null; kind: '自然日' | '工作日' | null; words: string; clause: string }

/**
 * What follows from a grade. `legalBasis`: the law or rule that allows it; a measure that makes somebody pay more or get
 * less (`burden`) may not stand without one.
 */
export type Policy = {
  grade: string
  measure: string
  cite: Cite
  sourceGrade: Grade
  burden: boolean
  legalBasis: Cite | null
}

/** What an unknown is about. */
export type UnknownAbout =
  | 'weights'
  | 'local'
  | 'cap'
  | 'floor'
  | 'formula'
  | 'benchmark'
  | 'grades'
  | 'denominator'
  | 'ties'
  | 'missing'
  | 'negative'
  | 'rented'
  | 'exclusions'
  | 'overrides'
  | 'publicity'
  | 'policies'
  | 'indicators'
  | 'tax'
  | 'period'

/**
 * What the text at hand does not say (待明确), and how a trial run goes meanwhile. Shown wherever the method is.
 * `meanwhile` is the product's convention and no rule of anybody.
 */
export type Unknown = { about: UnknownAbout; words: string; meanwhile: string }

/** A node of the published tree that is shown and not scored: second-level items whose list was not read. */
export type Unscored = { parent: string; name: string; grade: Grade; note: string }

/**
 * Units judged among themselves and not with the rest (租赁企业：名下无工业用地). A run is of one track; without a name it is
 * of those that fall into none.
 */
export type Track = { name: string; when: readonly RowTest[]; clause: string; grade: Grade }

/**
 * The method for a time, as data, with where each part comes from. `from` and `to` are days of the period evaluated, not
 * of the paper: a method for the results of 2021 begins on 2021-01-01 whenever it was printed.
 */
export type EvaluationVersion = {
  from: LocalDate
  to?: LocalDate
  title: string
  cite: Cite
  grade: Grade
  jurisdiction?: string
  scheme: Scheme
  inputs: readonly EvaluationInput[]
  denominators: readonly EvaluationColumn[]
  /** Fields of the row that name its group, by kind of group (行业, 园区). */
  groups?: Readonly<Record<string, string>>
  scope: Scope
  tracks?: readonly Track[]
  exclusions: readonly Exclusion[]
  vetoes: readonly Override[]
  promotions: readonly Override[]
  /** Fields with points the method adds or takes off, and their clause. */
  bonuses?: readonly { field: string; label: string; clause: string }[]
  publicity: Publicity
  /** Whether places are told, or only grades by administrative order, or nothing outside the offices. */
  announced: 'ranked' | 'grades-only' | 'internal'
  /** Grades results are told in where nobody published how they are drawn: shown, and given to nobody by us. */
  namedGrades?: readonly string[]
  policies: readonly Policy[]
  unscored?: readonly Unscored[]
  unknowns: readonly Unknown[]
}

/**
 * A method of evaluation with its versions. `ledger`: whose rows it is run on, one a unit and year (field `year`).
 * `layout` `long`: one row a unit and indicator, with the fields named; left out: a column of the ledger an input.
 */
export type Evaluation = {
  /** `parks.sichuan`: domain, dot, name. */
  id: string
  title: string
  /** Whose method it is; another place's is there to compare with. */
  place: { code: string; name: string }
  subject: Subject
  ledger: string
  year: string
  /** Field with the words people know a unit by; a park's or region's may be its region. */
  name: string
  /** Field that tells the same unit in another year (the credit code); left out: its name and region. */
  identity?: string
  /** Field with the kind of exclusion, veto and promotion of a row, where the ledger has them. */
  marks?: { exclusion?: string; veto?: string; promotion?: string }
  layout?: { indicator: string; value: string; sourceClass: string }
  versions: readonly EvaluationVersion[]
}

/** Declares an evaluation. Whether it may be run is checkEvaluation's. */
export const defineEvaluation = (evaluation: Evaluation): Evaluation => evaluation

/**
 * The version in force on a day of the period evaluated, with what points at it; null when none is. `places`: jurisdictions, nearest first; where
 * none of them has its own, the version without one holds.
 */
export const schemeOn = (
  evaluation: Evaluation,
  on: LocalDate,
  places: readonly string[] = [],
): (EvaluationVersion & RuleRef) | null => inForce(evaluation, on, places)

/** The version for the results of a year; null when there is none. */
export const schemeFor = (
  evaluation: Evaluation,
  year: number,
  places: readonly string[] = [],
): (EvaluationVersion & RuleRef) | null => schemeOn(evaluation, `${year}-12-31` as LocalDate, places)

/** One row of the evaluation's ledger as its reader may see it: canonical cells; `version` is the row's. */
export type EvaluationRow = {
  id: string
  version: number
  region: string
  values: Readonly<Record<string, string | number | boolean | null>>
}
