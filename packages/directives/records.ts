import type { LocalDate, State } from '@yundiao/kernel'
import type { Theme } from './themes.ts'

/** Who stands behind a decision: items of Party and government on one matter are shown together, never merged silently. */
export type Authority = 'party' | 'government'

/** 依据 of items: 通稿, 纪要, 批示, 文件, 报告分解, and 会中记录 a recorder keeps line by line (its text only grows). */
export type SourceDocument = {
  id: string
  kind: 'readout' | 'minutes' | 'instruction' | 'document' | 'report' | 'notes'
  title: string
  /** 文号, as printed. */
  number: string | null
  issuedOn: LocalDate | null
  /** The whole text as given; null where only number and title may be registered. */
  text: string | null
  authority: Authority
  /** A news readout is reference only (仅参考): the minutes decide. */
  referenceOnly: boolean
  meeting: string | null
}

/** What became of a clause: 待核, 立项, 并入, 不立项. */
export type Disposition = 'pending' | 'item' | 'merged' | 'declined'

/** One requirement (会议要求) found in a document, traced to its characters. Headings are clauses with children. */
export type Clause = {
  id: string
  document: string
  /** Place in the document, from 1. */
  seq: number
  parent: string | null
  level: number
  /** `[start, end)` in UTF-16 units of the document's text. */
  start: number
  end: number
  text: string
  action: string
  theme: Theme
  disposition: Disposition
  /** Why it is no item; required when declined. */
  reason: string | null
  /** The item it became or was merged into. */
  item: string | null
}

/** What closes an item: 指标型, 台账型, 成果型, 审定型, 长期坚持型. */
export type ClosureKind = 'figure' | 'ledger' | 'product' | 'decision' | 'standing'

/** 督办事项. What the basis does not say is null and reads 待明确; never an empty string. */
export type Item = {
  id: string
  /** 编号, given on 立项; null before. */
  number: string | null
  title: string
  document: string
  clause: string | null
  start: number | null
  end: number | null
  meeting: string | null
  authority: Authority
  theme: Theme
  closure: ClosureKind | null
  /** 牵头市领导. */
  leadLeader: string | null
  leadUnit: string | null
  assistUnits: readonly string[]
  region: string | null
  deadline: LocalDate | null
  /** The words of the basis about time: 6月底前, 每月28日前. */
  deadlineWords: string | null
  /** 量化目标或成果形式, in the words of the basis. */
  measure: string | null
  /** As last recorded; what holds on a day is `judgeItem`'s answer. */
  state: State
  openedOn: LocalDate | null
  closedOn: LocalDate | null
  /** 批准延期至: the day that counts instead of `deadline` once it is given. */
  extendedTo?: LocalDate | null
  /** 暂缓 since, and why. */
  pausedOn?: LocalDate | null
  pauseReason?: string | null
  /** 核查: the day the supervision office checked the closing; it ends in 已销号. */
  checkedOn?: LocalDate | null
}

/** Ties an item to what proves it: an entry of a ledger, or a figure. */
export type ItemLink = { item: string } & (
  | { kind: 'entry'; ledger: string; entry: string }
  | { kind: 'figure'; figure: string }
)

/** 进展情况 of one unit as of a day (截至日). */
export type Progress = {
  item: string
  unit: string
  asOf: LocalDate
  /** At most LONGEST_PROGRESS characters. */
  text: string
  /** Ratio done, 0–1; null where the unit gave none. */
  percent: number | null
  problems: string | null
  nextSteps: string | null
  /** 申请办结: the unit asks for the check with this note; the supervision office takes it up or returns it. */
  closing?: 'asked' | 'taken' | 'returned' | null
}

/** 进展情况 (≤150字): the column's width on sheet T4. */
export const LONGEST_PROGRESS = 150

/** A meeting of a chain; `previous` is the one whose decisions it hears about first. */
export type Meeting = {
  id: string
  title: string
  kind: 'standing-committee' | 'government-executive' | 'dispatch' | 'thematic' | 'supporting-indicators'
  authority: Authority
  heldOn: LocalDate
  /** `09:00`. */
  startsAt: string | null
  place: string | null
  chair: string | null
  previous: string | null
}

/** 议题 of a meeting; `minutes` is the time it is given. */
export type AgendaPoint = {
  meeting: string
  seq: number
  title: string
  reportingUnit: string | null
  minutes: number | null
}
