import type { Compare, Fig } from '@yundiao/ui'

export type DragSubject = 'parts' | 'counties' | 'projects' | 'enterprises'

export type DragCell =
  | { kind: 'figure'; fig: Fig; published?: true }
  | { kind: 'compare'; compare: Compare }
  | { kind: 'text'; text: string }
  | { kind: 'hidden'; why: string }

export type DragOpen = { subject: DragSubject; indicator: string; region: string | null; group: string | null }

export type DragRow = {
  key: string
  label: string
  kind: 'part' | 'rest' | 'merged'
  effect: number | null
  shown: string | null
  cells: (DragCell | null)[]
  open: DragOpen | null
  entry: { ledger: string; id: string } | null
  note: string | null
  demo: boolean
}

type DragEnd = { label: string; value: number; shown: string }

export type DragDrawn = {
  kind: 'drag'
  unit: string
  start: DragEnd | null
  end: DragEnd
  heads: string[]
  total: (DragCell | null)[]
  rows: DragRow[]
  proof: string
  notes: string[]
  demo: boolean
}

type DragOption = { key: string; label: string }

export type Drags = {
  subject: DragSubject
  indicator: string
  against: string
  kind: string | null
  period: string
  on: string
  title: string
  options: { subjects: DragOption[]; indicators: DragOption[]; against: DragOption[]; kinds: DragOption[] }
  path: { label: string; open: DragOpen }[]
  outcome: DragDrawn | { kind: 'refused'; code: string; why: string }
}
