import type { Compare } from '@yundiao/ui'
import type { BoardRow } from './figures.ts'
import type { Judged } from './session.ts'

export type MeetingPhase = '筹备' | '会中' | '会后'
export type Authority = 'party' | 'government'

export type MeetingRow = {
  id: string
  title: string
  heldOn: string
  kind: string
  authority: Authority
  phase: MeetingPhase
  version: number
  demo: boolean
  /** The meeting whose decisions it hears first. */
  previous: string | null
}

export type CarryRow = {
  item: string
  number: string
  title: string
  leadUnit: string | null
  deadline: string | null
  state: Judged
  change: string | null
  changedOn: string | null
}

export type Materials = '未交' | '送审' | '定稿'

export type AgendaPoint = {
  id: string
  seq: number
  /** Given by the system: 上次议定事项落实情况. */
  given: boolean
  title: string
  reportingUnit: string | null
  minutes: number | null
  materials: string
  /** Whether a person set `materials`; else its paper did. */
  isByHand: boolean
  paper: string | null
  indicators: string[]
  decision: string | null
  worst: { indicator: string; label: string; words: string; state: Judged } | null
  version: number
}

/** Fields of a point as a form sends them; what is left out stays. */
export type PointChange = {
  title?: string
  reportingUnit?: string | null
  minutes?: number | null
  indicators?: string[]
  decision?: string | null
  materials?: Materials | null
  paper?: string | null
  dropped?: true
}

export type CarryOverView = {
  meeting: { id: string; title: string; heldOn: string } | null
  counts: { closed: number; onTime: number; behind: number; overdue: number; unjudged: number; total: number }
  rows: CarryRow[]
  sentences: { text: string; item: string | null }[][]
}

export type NoteLine = {
  clause: string
  speaker: string | null
  words: string
  units: string[]
  deadline: string | null
  deadlineWords: string | null
  disposition: 'pending' | 'item' | 'merged' | 'declined'
}

export type NewNote = { speaker: string; words: string; unit: string | null; day: string | null }

export type CoordinationView = {
  open: number
  unanswered: number
  rows: {
    id: string
    ledger: string
    title: string
    raisedBy: string | null
    level: string | null
    responsible: string | null
    waitingDays: number
    state: string
    demo: boolean
  }[]
}

export type MeetingView = {
  meeting: MeetingRow & {
    startsAt: string | null
    place: string | null
    chair: string | null
    workdaysLeft: number | null
  }
  period: string
  headline: BoardRow[]
  agenda: AgendaPoint[]
  carryOver: CarryOverView
  coordination: CoordinationView | null
  documents: {
    id: string
    title: string
    kind: string
    number: string | null
    referenceOnly: boolean
    clauses: number
    pending: number
  }[]
  notes: { document: string; lines: NoteLine[] } | null
  papers: { id: string; title: string; state: string }[]
  waiting: { label: string; href: string; count: number }[]
}

export type NewMeeting = {
  title: string
  heldOn: string
  kind: string
  authority: Authority
  previous: string | null
  startsAt: string | null
  place: string | null
  chair: string | null
}

/** Growth the rest of the year would need under a target somebody supposes. */
export type Supposition = { answer: Compare; isShareSupposed: boolean }

export type SlideCell = { text: string; mark?: string; isState?: boolean }

export type SlideView = {
  id: string
  title: string
  lead: string | null
  columns: { label: string; align: 'left' | 'center' | 'right' }[]
  rows: { name: string; cells: SlideCell[]; end?: 'first' | 'last'; own?: boolean }[]
  note: string | null
  isInner: boolean
  page: number
  pages: number
}

export type SlidesView = {
  meeting: { id: string; title: string; heldOn: string }
  asKnownOn: string
  demo: boolean
  slides: SlideView[]
}
