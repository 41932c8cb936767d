import type { DocumentKind } from './directives.ts'
import type { HistoryLine, Judged } from './session.ts'

export type LatestNote = {
  asOf: string
  text: string
  /** 0–100. */
  percent: number | null
  problems: string | null
  nextSteps: string | null
}

/** One row of sheet T4. */
export type ItemRow = {
  id: string
  number: string
  title: string
  leadUnit: string | null
  assistUnits: string[]
  deadline: string | null
  deadlineWords: string | null
  extendedTo: string | null
  opened: string | null
  leadLeader: string | null
  feedback: string | null
  measure: string | null
  theme: string
  themeLabel: string
  state: Judged
  source: { kindLabel: string; title: string | null; number: string | null; on: string | null; quote: string | null }
  latest: LatestNote | null
  urged: { kind: string; on: string | null }[]
  checked: { kind: string | null; on: string | null; words: string | null } | null
  closure: { kind: string | null; approver: string | null; on: string | null; evidence: string | null }
  remark: string | null
  authority: string | null
  links: number
  change: string | null
  version: number
  demo: boolean
}

export type FacetField = 'state' | 'unit' | 'leader' | 'due' | 'kind' | 'meeting'
export type Facets = Record<FacetField, { key: string; label: string; count: number }[]>

export type ItemPage = { rows: ItemRow[]; next: string | null; total: number; capped: boolean; facets: Facets }

export type ItemFilter = Partial<Record<FacetField | 'q', string | undefined>>

export type ClosureKind = 'figure' | 'ledger' | 'product' | 'decision' | 'standing'
export type GoalOperator = '>=' | '>' | '<=' | '<'

/** What a person types of the evidence; links and their changes the server reads by itself. */
export type Evidence = {
  number?: string | null
  date?: string | null
  leader?: string | null
  note?: string | null
  file?: string | null
  operator?: GoalOperator
  value?: number
}

export type LinkView = {
  id: string
  ledger: string
  entry: string
  label: string
  state: string
  since: string
  changes: { at: string; by: string; lines: string[] }[]
}

export type FileRef = { id: string; name: string }

export type ProgressView = LatestNote & {
  id: string
  at: string
  by: string
  onBehalfOf: string | null
  signedOffline: boolean
  file: FileRef | null
  closing: string | null
  closingWords: string | null
}

export type NoticeRef = {
  id: string
  kind: string
  number: string
  document: string | null
  issuedOn: string | null
  receivedOn: string | null
}

export type AlikeItem = { id: string; number: string; title: string; authority: string; state: string }

export type ItemMay = {
  edit: boolean
  progress: boolean
  link: boolean
  close: boolean
  ask: boolean
  giveBack: boolean
  check: boolean
  reopen: boolean
  resume: boolean
}

export type ItemView = {
  item: Omit<ItemRow, 'opened'> & {
    /** The finding it was made of, as the page of 研判 finds it. */
    finding: { indicator: string; region: string; period: string } | null
    sentence: { document: string; start: number; end: number; text: string; before: string; after: string } | null
    leadUnitId: string | null
    assistUnitIds: string[]
    kind: string | null
    region: string | null
    meeting: { id: string; title: string } | null
    opened: string
    closed: string | null
    steps: string | null
    nodes: { by: string; words: string }[]
    extension: { to: string; by: string | null; reason: string | null } | null
    pause: { on: string | null; reason: string | null } | null
    referenceOnly: boolean
    minutesNumber: string | null
    evidenceFile: FileRef | null
  }
  links: LinkView[]
  progress: ProgressView[]
  history: HistoryLine[]
  gaps: string[]
  hold: string | null
  notices: NoticeRef[]
  alike: AlikeItem[]
  longestProgress: number
  may: ItemMay
}

export type NewItem = {
  title: string
  leadUnit: string | null
  assistUnits?: string[]
  deadline: string | null
  measure: string | null
  document: string | null
  meeting: string | null
  closureKind?: ClosureKind | null
  leadLeader?: string | null
  quote?: string | null
  sourceOn?: string | null
  feedback?: string | null
  source: { kind: DocumentKind; title: string | null; number: string | null }
}

export type ItemImportRow = {
  id: string
  sheet: string
  row: number
  number: string | null
  title: string
  leadUnit: string | null
  deadline: string | null
  state: string
  kind: 'new' | 'alike' | 'refused'
  alike: string[]
  doubts: { cell: string; label: string; value: string; message: string }[]
}

export type ItemImport = {
  rows: ItemImportRow[]
  accepted: number
  unmatched: { head: string; personal: boolean }[]
  missing: string[]
  skipped: string[]
}

export type ProgressSheetRow = {
  item: string
  number: string
  title: string
  leadUnit: string | null
  deadline: string | null
  state: Judged
  last: LatestNote | null
  now: (Omit<LatestNote, 'asOf'> & { id: string; version: number }) | null
  demo: boolean
}

export type ProgressSheet = {
  asOf: string
  unit: { id: string; name: string }
  onBehalf: boolean
  longest: number
  may: boolean
  rows: ProgressSheetRow[]
}
