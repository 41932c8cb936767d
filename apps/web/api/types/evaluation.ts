import type { LocalDate } from '@yundiao/kernel'
import type { Named, Place } from './session.ts'

export type EvaluationState = '草稿' | '试算' | '公示' | '已撤回' | '定稿'
export type Citation = { document: string; number?: string; article?: string; url?: string }
export type Shift<T> = { from: T | null; to: T | null }

/** A dated version of a scheme, as lists show it. `grade` is that of its source: A to D. */
export type SchemeVersion = {
  id: string
  title: string
  from: LocalDate
  to: LocalDate | null
  cite: Citation
  grade: string
  /** How many things its documents do not say. */
  unknowns: number
  /** Groups judged apart, each a run of its own. */
  tracks: string[]
}

export type SchemeRow = {
  id: string
  title: string
  subject: string
  versions: SchemeVersion[]
  /** Years for which the ledger holds rows in sight, newest first. */
  years: number[]
  /** Why it cannot be run by this person now; null where it can. */
  blocked: string | null
}

export type EvaluationRun = {
  id: string
  version: number
  scheme: string
  schemeTitle: string
  schemeVersion: string
  versionTitle: string
  subject: string
  title: string
  year: number
  track: string | null
  state: EvaluationState
  /** Weights differ from the published version. */
  changed: boolean
  /** Made by an appeal upheld. */
  corrected: boolean
  basedOn: Named | null
  /** The run that corrects this one. */
  replacedBy: Named | null
  madeBy: string
  madeOn: LocalDate
  publicFrom: LocalDate | null
  publicTo: LocalDate | null
  finalOn: LocalDate | null
  units: number
  graded: number
  nearBorder: number | null
  openAppeals: number
  demo: boolean
}

export type EvaluationList = { runs: EvaluationRun[]; schemes: SchemeRow[]; may: { run: boolean } }

export type InputSource = {
  role: 'value' | 'denominator'
  label: string
  unitShown: string
  ledger: string
  ledgerTitle: string
  fieldLabel: string
  /** Where the numbers come from by kind: 税务, 自然资源, 电力 … */
  sourceClass: string
  clause: string
}

/** An indicator or node. `weight` is what it comes to at the root, 0 to 1. Words null: the documents do not say it. */
export type SchemeItem = {
  code: string
  name: string
  parent: string | null
  leaf: boolean
  depth: number
  direction: 1 | -1
  weight: number
  formula: string
  benchmark: string | null
  cap: string | null
  missing: string
  inputs: InputSource[]
}

export type GradeCount = { grade: string; allowed: number | null; held: number; words: string }

export type NearBorder = { other: string; probability: number; otherProbability: number }

export type RankingRow = {
  unit: string
  name: string
  entry: string | null
  ledger: string | null
  region: Place | null
  park: string | null
  industry: string | null
  /** 统一社会信用代码, for who may see the unit. */
  code: string | null
  own: boolean
  score: number | null
  rank: number | null
  rankLow: number | null
  rankHigh: number | null
  grade: string | null
  gradeBy: 'score' | 'veto' | 'promotion' | 'ungraded' | 'no-score' | null
  /** The grade by score alone. */
  gradeOwn: string | null
  reason: string | null
  /** The grade of the year before under the same method; null without one. */
  gradeBefore: string | null
  probability: Record<string, number> | null
  near: NearBorder | null
}

/** 排名把握程度: what was drawn and what moves the ranking most. */
export type Assurance = {
  draws: number
  seed: number
  factors: { name: string; first: number; total: number; totalError: number | null }[]
  leaveOut: { code: string; name: string; meanShift: number }[]
  words: string[]
}

export type Withdrawal = {
  from: LocalDate
  until: LocalDate | null
  publishedBy: string
  withdrawnOn: LocalDate
  withdrawnBy: string
  reason: string
}

export type EvaluationView = {
  run: EvaluationRun
  /** What this person may do now; where not, a sentence that says why. */
  may: Record<
    'assess' | 'change' | 'publish' | 'notice' | 'withdraw' | 'settle' | 'remove' | 'appeal' | 'decide',
    { can: boolean; why: string | null }
  >
  /** Earlier 公示 of this run that were withdrawn, the first one first. */
  withdrawals: Withdrawal[]
  /** The run `gradeBefore` is of. */
  lastRun: Named | null
  items: SchemeItem[]
  grading: { denominator: number; denominatorWords: string; counts: GradeCount[]; leftOut: number; ties: string | null }
  rows: RankingRow[]
  assurance: Assurance | null
  notes: string[]
  publicityDays: number | null
  /** How the days of a 公示 are counted. */
  publicityKind: '自然日' | '工作日'
  /** Why a 草稿 has no result yet. */
  refusal: string | null
}

export type Method = {
  scheme: SchemeRow
  version: SchemeVersion
  items: SchemeItem[]
  /** The published method in its order: each section a heading and lines; a line cites its clause. */
  sections: {
    title: string
    /** With who takes part, after the table of indicators, after the grades, at the end. */
    at: 'scope' | 'indicators' | 'grades' | 'end'
    lines: { words: string; clause: string | null }[]
  }[]
  grading: { words: string; clause: string | null }[]
  exclusions: { words: string; clause: string | null }[]
  policies: { grade: string; measure: string; cite: Citation }[]
  publicityDays: number | null
  /** What the documents do not say. */
  unknowns: string[]
}

export type Appeal = {
  id: string
  version: number
  unit: string
  unitName: string
  /** The run it was filed against, and is decided through. */
  evaluation: string
  indicator: string
  label: string
  unitShown: string
  /** The row the number stands in; several fields: a sum, to be mended in its ledger. */
  ledger: string
  entry: string | null
  fields: string[]
  was: number | null
  asked: number | null
  reason: string
  file: Named | null
  filedBy: string
  filedOn: LocalDate
  state: '待核' | '采纳' | '不采纳'
  decision: string | null
  decidedBy: string | null
  decidedOn: LocalDate | null
  /** The run that corrects, once made. */
  correctedBy: Named | null
}

export type UnitShift = {
  unit: string
  name: string
  score: Shift<number>
  rank: Shift<number>
  grade: Shift<string>
  places: number | null
  grades: number | null
}

export type Correction = {
  before: Named
  after: Named
  corrected: {
    unit: string
    name: string
    label: string
    unitShown: string
    was: string
    now: string
    /** Where the corrected unit itself went. */
    shift: UnitShift | null
  }[]
  displaced: UnitShift[]
}

export type Appeals = { appeals: Appeal[]; corrections: Correction[] }

/** Work on 排名把握程度 under way. */
export type Assessing =
  | { kind: 'idle' }
  | { kind: 'running'; done: number; total: number }
  | { kind: 'failed'; message: string }

/** Whether a run computed again is the one on record, and the files it rests on. */
export type Replay = {
  reproduced: boolean
  /** The same of the difference a correction made; null where the run corrects none in sight. */
  correction: boolean | null
  files: { what: string; sha256: string; bytes: number }[]
}
