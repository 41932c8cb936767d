import type { FigureRef } from '@yundiao/figures'
import type { LocalDate } from '@yundiao/kernel'

/**
 * A stretch of a sentence: plain words, words that hold one figure, or words that hold a number worked out from figures
 * (测算). `shown` is the whole claim as printed (同比增长6.6%, 低于全省1.3个百分点). Digits never stand in plain words, but
 * for periods, counts and names, which are `free`.
 */
export type Said =
  | { text: string }
  | { free: string }
  | { figure: FigureRef; shown: string; mark?: '演示' | '预计' }
  | { formula: { id: string; version: number; inputs: readonly (FigureRef | LedgerRef)[] }; shown: string }

/** The ledger a number was summed from, where its rows may not be named: `ledger:enterprises.dispatch`. */
export type LedgerRef = `ledger:${string}`

/** What a finding is about: the template it is worded by. */
export type FindingKind =
  | 'below-target'
  | 'below-province'
  | 'below-last-year'
  | 'slowing'
  | 'falling-streak'
  | 'turned-negative'
  | 'unusual'
  | 'rank-fell'
  | 'counties-behind'
  | 'part-drags'

/** 研判要点: one fact that lags or stands out, worded, with everything it rests on. */
export type Finding = {
  /** Stable for one period: `slowing:gdp:510700:2022Q1`; figures that stand apart add whose (`:demo-department`). */
  id: string
  kind: FindingKind
  indicator: string
  /** As it is named: 规模以上工业增加值, of one industry 食品制造业产值. */
  label: string
  region: string
  /** The period of its figures: earlier than the board's for lagging indicators. */
  period: string
  /** 演示 where the figures are demonstration ones; its first sentence says so too. */
  mark: '演示' | null
  /** Sentence by sentence, full stops included, in the office's wording. */
  sentences: readonly (readonly Said[])[]
  /** The first period of the state it tells of (since when); null where only one period is known. */
  since: string | null
  /** Points of growth it weighs (0.004 is 0.4 个百分点); findings are ranked by it, largest first. */
  effect: number
  /** How rare such a move was in the series' own past, 0–1 (0.03: 3 % of past moves were as large); null: too few periods. */
  rarity: number | null
  /** What could not be said: no target is known to hold it against; too few releases to tell what is usual. */
  lacks: readonly ('target' | 'history')[]
  /** Every figure the sentences and questions rest on, once each. */
  figures: readonly FigureRef[]
  /** The indicator whose lead answers: of a part that drags the part, else `indicator`. */
  asked: string
  /** What the unit in charge is asked (询问提纲), one question each. */
  questions: readonly (readonly Said[])[]
  /** The day it was read as known on. */
  on: LocalDate
}

/** The characters of a sentence. */
export const saidText = (said: readonly Said[]): string =>
  said.map((part) => ('text' in part ? part.text : 'free' in part ? part.free : part.shown)).join('')

/** The figures a sentence rests on, in the order they are said, once each. */
export const saidFigures = (said: readonly Said[]): readonly FigureRef[] => [
  ...new Set(saidInputs(said).filter((input): input is FigureRef => input.startsWith('fig:'))),
]

/** Whether a sentence rests on a ledger, which others may not be let into. */
export const saysLedger = (said: readonly Said[]): boolean =>
  saidInputs(said).some((input) => input.startsWith('ledger:'))

const saidInputs = (said: readonly Said[]): readonly (FigureRef | LedgerRef)[] =>
  said.flatMap((part) => ('figure' in part ? [part.figure] : 'formula' in part ? part.formula.inputs : []))
