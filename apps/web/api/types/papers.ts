import type { Paper, Sheet } from '@yundiao/briefings'
import type { EvaluationRun, Withdrawal } from './evaluation.ts'

export type PaperState = '草稿' | '送审' | '定稿'

export type PaperRow = {
  id: string
  kind: string
  kindLabel: string
  title: string
  meeting: string | null
  asKnownOn: string
  madeAt: string
  by: string
  figures: number
  code: string
  file: string
  format: 'docx' | 'xlsx'
  state: PaperState
  draft: number
  sentOn: string | null
  finalOn: string | null
  approver: string | null
  openRevisions: number
  version: number
}

export type ChangedNumber = { name: string; where: string; was: string; now: string; ref: string }
export type NewNumber = { name: string; where: string; text: string }
export type Findings = {
  changed: ChangedNumber[]
  unbound: NewNumber[]
  removed: { was: string; ref: string }[]
  texts: { kind: 'added' | 'removed' | 'changed'; where: string; was?: string; now?: string }[]
  moreTexts: number
}
export type Decision = { name: string; take: 'new' | 'draft'; reason: string }

export type Revision = {
  id: string
  seq: number
  name: string
  by: string
  on: string
  state: '待处理' | '已采用' | '未采用'
  note: string | null
  findings: Findings
  decisions: Decision[]
  settledBy: string | null
  settledOn: string | null
  version: number
}

export type PaperView = PaperRow & {
  meetingTitle: string | null
  /** What its readers must hold, in words; null where every reader of papers may open it. */
  asks: string | null
  content: { kind: 'document'; paper: Paper } | { kind: 'sheet'; sheet: Sheet } | null
  formulas: Record<string, string>
  revisions: Revision[]
  /** Of a 公示稿: the evaluation it tells of and which 公示 of it were withdrawn since. */
  evaluation: { run: EvaluationRun; withdrawals: Withdrawal[] } | null
}

export type RuleRow = {
  id: string
  title: string
  versions: {
    from: string
    to: string | null
    grade: string
    cite: { document: string; number?: string | null; article?: string | null; url?: string | null }
    words: string
    vectors: { passed: number; total: number }
  }[]
}
