import type { Disposition, DocumentKind } from './directives.ts'
import type { ClosureKind } from './items.ts'
import type { Named } from './session.ts'

type Reasoned = { text: string; reason: string }

/** A requirement and its line of sheet T3. */
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
  disposition: Disposition
  reason: string | null
  item: string | null
  itemNumber: string | null
  handedOn: string | null
  /** The line's cells by field; '' is 待明确. */
  cells: Record<string, string>
  deadlineOn: string | null
  editable: boolean
  suggestions: {
    leadUnit: (Named & { reason: string }) | null
    leadLeader: Reasoned | null
    closure: { kind: ClosureKind; label: string; reason: string } | null
    feedback: Reasoned | null
  }
  version: number
  /** The version an edit of the line must name. */
  lineVersion: number
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
    /** 依据 as every output says it. */
    basis: string
    minutesNumber: string | null
    minutesOn: string | null
    authority: string | null
    text: string
    version: number
  }
  nodes: { by: string; label: string }[]
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

export type TableChange = { item: string; number: string; column: string; was: string; now: string }

export type Approval = {
  stage: 'breakdown' | 'submitted' | 'approved' | 'handed'
  submissions: {
    id: string
    state: string
    sentBy: string
    sentOn: string | null
    approver: string | null
    approvedOn: string | null
    signedOffline: boolean
    note: string | null
    version: number
  }[]
  atApproval: TableChange[]
  since: TableChange[]
  tables: { id: string; format: string; madeAt: string }[]
  unclear: { item: string; number: string; title: string }[]
  waiting: number
  refused: { submit: string | null; decide: string | null; table: string | null; handover: string | null }
}

export type Notice = {
  id: string
  kind: string
  number: string
  officialNumber: string | null
  unit: Named
  document: string | null
  items: { id: string; number: string | null; title: string | null }[]
  issuedOn: string | null
  dueOn: string | null
  approver: string | null
  hasScan: boolean
  receivedBy: string | null
  receivedOn: string | null
  may: { fill: boolean; receive: boolean }
  version: number
}
