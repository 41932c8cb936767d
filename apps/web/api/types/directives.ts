import type { HistoryLine, Judged, Named } from './session.ts'

export type DocumentKind = 'readout' | 'minutes' | 'instruction' | 'document' | 'report' | 'notes'
export type Disposition = 'pending' | 'item' | 'merged' | 'declined'

export type ClauseRow = {
  id: string
  seq: number
  parent: string | null
  level: number
  start: number
  end: number
  text: string
  simplified: string
  heading: boolean
  theme: string
  themeLabel: string
  responsible: string[]
  deadline: string | null
  measures: string[]
  disposition: Disposition
  reason: string | null
  item: string | null
  suggestions: { leadUnit: Named | null }
  version: number
}

export type DocumentView = {
  document: {
    id: string
    title: string
    kind: DocumentKind
    number: string | null
    issuedOn: string | null
    meeting: string | null
    referenceOnly: boolean
    authority: string | null
    text: string
  }
  counts: {
    requirements: number
    items: number
    merged: number
    declined: number
    pending: number
    gaps: { lead: number; deadline: number; measure: number }
  }
  clauses: ClauseRow[]
}

export type NewDocument = {
  title?: string
  kind: DocumentKind
  number: string | null
  meeting: string | null
  text: string
}

export type ItemRow = {
  id: string
  number: string
  title: string
  leadUnit: string | null
  assistUnits: string[]
  deadline: string | null
  measure: string | null
  theme: string
  state: Judged
  source: { kindLabel: string; title: string | null; number: string | null; on: string | null; quote: string | null }
  links: number
  change: string | null
  version: number
  demo: boolean
}

export type ItemPage = { rows: ItemRow[]; next: string | null; total: number; capped: boolean }

export type ClosureKind = 'figure' | 'ledger' | 'product' | 'decision' | 'standing'

/** What a person types of the evidence; links and their changes the server reads by itself. */
export type Evidence = { number?: string | null; date?: string | null; leader?: string | null; note?: string | null }

export type LinkView = {
  id: string
  ledger: string
  entry: string
  label: string
  state: string
  since: string
  changes: { at: string; by: string; lines: string[] }[]
}

export type ProgressView = {
  id: string
  asOf: string
  at: string
  by: string
  text: string
  percent: number | null
  problems: string | null
  nextSteps: string | null
}

export type ItemView = {
  item: ItemRow & {
    sentence: { document: string; start: number; end: number; text: string; before: string; after: string } | null
    leadUnitId: string | null
    kind: string | null
    opened: string
    closed: string | null
  }
  links: LinkView[]
  progress: ProgressView[]
  history: HistoryLine[]
  gaps: string[]
  longestProgress: number
  may: { edit: boolean; progress: boolean; link: boolean; close: boolean }
}

export type NewItem = {
  title: string
  leadUnit: string | null
  deadline: string | null
  measure: string | null
  document: string | null
  meeting: string | null
  source: { kind: DocumentKind; title: string; number: string | null }
}

export type ItemFilter = { state?: string | undefined; unit?: string | undefined; q?: string | undefined }
