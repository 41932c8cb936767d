import type { LocalDate } from '@yundiao/kernel'
import type { Citation, GradeCount, InputSource, RankingRow, UnitShift } from './evaluation.ts'
import type { Named } from './session.ts'

export type CardPart = {
  code: string
  name: string
  depth: number
  leaf: boolean
  score: number | null
  share: number
  points: number | null
  /** The most it can bring; null where no cap is known. */
  full: number | null
}

export type CardInput = InputSource & {
  code: string
  indicator: string
  value: number | null
  shown: string | null
  /** What stands in its place, and why. */
  missingWords: string | null
  entry: string | null
  entryVersion: number | null
  knownOn: LocalDate | null
}

export type DifferenceLine = { code: string; name: string; depth: number; byScore: number; byWeight: number }

export type UnitCard = {
  row: RankingRow
  of: number
  parts: CardPart[]
  inputs: CardInput[]
  gradeWhy: string
  /** What lies between the unit and the next grade; null at the top or without a grade. */
  next: { grade: string; score: number; gap: number; words: string } | null
  levers: {
    code: string
    label: string
    unitShown: string
    value: number
    direction: 1 | -1
    usedIn: string[]
  }[]
  goals: string[]
  policies: { measure: string; cite: Citation; grade: string }[]
  against: { label: string; from: number | null; to: number | null; lines: DifferenceLine[] } | null
  lastRun: Named | null
}

export type Move = { code: string; label: string; unitShown: string; from: number; to: number }

export type CheapestPlan =
  | { kind: 'reached' }
  | { kind: 'plan'; moves: Move[]; score: number; grade: string | null; alone: Move[] }
  | { kind: 'out-of-reach'; score: number | null; grade: string | null }
  | { kind: 'refused'; message: string; places: string[] }

export type GradeFlow = { from: string | null; to: string | null; count: number; names: string[] }

/** What a change does to whom; `units` are those that moved, most first. */
export type Effect = {
  kind: 'compared'
  units: UnitShift[]
  winners: number
  losers: number
  unchanged: number
  gradeFlow: GradeFlow[]
  counts: GradeCount[]
  agreement: number | null
}

export type Refused = { kind: 'refused'; message: string; places: string[] }
export type WhatIf = Effect | Refused

export type SideBySide =
  | {
      kind: 'compared'
      /** How many units every scheme ranks; `spread` is told among them. */
      common: number
      /** `words`: state, day and maker of a run; `differs`: what it has other than the run they stand beside. */
      schemes: { id: string; title: string; words: string; differs: string[]; units: number }[]
      rows: {
        unit: string
        name: string
        ranks: (number | null)[]
        grades: (string | null)[]
        spread: number | null
      }[]
    }
  | Refused
