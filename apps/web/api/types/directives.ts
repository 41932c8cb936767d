import type { Named } from './session.ts'

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
