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

export type MeetingView = {
  meeting: MeetingRow & {
    startsAt: string | null
    place: string | null
    chair: string | null
    previous: string | null
    workdaysLeft: number | null
  }
  period: string
  headline: BoardRow[]
  agenda: {
    id: string
    seq: number
    title: string
    reportingUnit: string | null
    minutes: number | null
    materials: string
  }[]
  carryOver: {
    meeting: { id: string; title: string; heldOn: string } | null
    counts: { closed: number; onTime: number; behind: number; overdue: number; unjudged: number; total: number }
    rows: CarryRow[]
  }
  documents: {
    id: string
    title: string
    kind: string
    number: string | null
    referenceOnly: boolean
    clauses: number
    pending: number
  }[]
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
