import type { Compare, FieldValues, FieldView, Fig, Refusal } from '@yundiao/ui'

export type Action =
  | 'item.create'
  | 'item.progress'
  | 'document.import'
  | 'entry.write'
  | 'figure.report'
  | 'figure.release'
  | 'meeting.write'
  | 'paper.make'
  | 'user.write'
  | 'rule.read'
  | 'audit.read'
  | 'definition.write'
  | 'blocked.write'
  | 'businessDay.write'

type Named = { id: string; name: string }
type Place = { code: string; name: string }
type Judged = { word: string; reason: string }

export type Me = {
  id: string
  name: string
  username: string
  role: string
  roleLabel: string
  unit: Named | null
  region: Place | null
  clearance: string
  city: Place
  businessDay: string
  pinned: boolean
  demo: boolean
  may: Partial<Record<Action, boolean>>
}

export type Open = {
  city: Place
  demo: boolean
  accounts?: { username: string; password: string; name: string; role: string; roleLabel: string }[]
  businessDay: string
  pinned: boolean
}

export type HistoryLine = { at: string; by: string; what: string; lines: string[] }

// figures
export type PeriodRow = { period: string; words: string }

export type BoardRow = {
  indicator: string
  label: string
  indent: number
  unitShown: string
  leadUnit: string | null
  leader: string | null
  target: { level: string | null; growth: string | null; source: string | null } | null
  level: Fig | null
  growth: Fig | null
  levelApplies: boolean
  shareOfTarget: Fig | Refusal | null
  vsTarget: Compare
  vsLastYear: Compare
  vsLastPeriod: Compare
  vsProvince: Compare
  vsNation: Compare
  provinceGrowth: Fig | null
  nationGrowth: Fig | null
  rankTotal: Fig | null
  rankGrowth: Fig | null
  rankMove: string | null
  required: Compare
  state: Judged
  missing: null | '缺' | '未报送'
  note: string | null
}

export type Board = {
  period: string
  periodWords: string
  asKnownOn: string
  city: Place
  laterCount: number
  rows: BoardRow[]
  /** Indicators the city follows beyond sheet T1. */
  supplement?: BoardRow[]
  notes: string[]
}

export type TargetRow = {
  region: string
  regionName: string
  year: number
  indicator: string
  label: string
  operator: string
  shown: string | null
  text: string
  source: string | null
  knownOn: string
  layer: string
}

export type SeriesPoint = {
  region: string
  period: string
  periodWords: string
  starts: string
  ends: string
  fig: Fig
  vintages: Fig[]
}

export type IndicatorSeries = {
  key: string
  measure: string
  measureLabel: string
  origin: string
  concept: string
  unitShown: string
  points: SeriesPoint[]
}

export type IndicatorView = {
  indicator: { code: string; name: string; unitShown: string; note: string | null; leadUnit: string | null }
  regions: { code: string; name: string; kind: string }[]
  series: IndicatorSeries[]
  breaks: { region: string; period: string; why: string }[]
  targets: TargetRow[]
}

// meetings
export type MeetingPhase = '筹备' | '会中' | '会后'
export type Authority = 'party' | 'government'

export type MeetingRow = {
  id: string
  title: string
  heldOn: string
  kind: string
  authority: Authority
  phase: MeetingPhase
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

// directives
export type DocumentKind = 'readout' | 'minutes' | 'instruction' | 'document' | 'report'
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
  source: { kindLabel: string; title: string; number: string | null }
  links: number
  change: string | null
  version: number
  demo: boolean
}

export type ItemPage = { rows: ItemRow[]; next: string | null; total: number; capped: boolean }

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
    kind: string | null
    opened: string
    closed: string | null
  }
  links: LinkView[]
  progress: ProgressView[]
  history: HistoryLine[]
  gaps: string[]
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

// ledgers
export type LedgerRow = {
  id: string
  title: string
  owner: string | null
  rows: number | null
  capped?: boolean
  may: { write: boolean }
}

export type LedgerView = {
  id: string
  title: string
  owner: { name: string } | null
  key: string
  unitLine: string
  states: string[]
  moves: Record<string, string[]> | null
  fields: FieldView[]
  may: { write: boolean; import: boolean }
}

export type EntryRow = {
  id: string
  version: number
  region: Place | null
  state: string
  knownFrom: string
  demo: boolean
  values: FieldValues
}

export type EntryPage = { rows: EntryRow[]; next: string | null; count: { n: number; capped: boolean }; later: number }

export type EntryView = {
  entry: EntryRow
  history: HistoryLine[]
  items: { id: string; number: string; title: string; state: string }[]
  duplicates: { id: string; label: string }[]
  may: { write: boolean }
}

export type EntryFilter = {
  q?: string | undefined
  sort?: string | undefined
  filter?: Record<string, string> | undefined
}

export type ImportResult = {
  rows: number
  accepted: number
  rejected: { sheet: string; cell: string; value: string; code: string; message: string }[]
  duplicates: { row: number; of: string[] }[]
}

// papers and rules
export type PaperRow = {
  id: string
  kind: string
  title: string
  meeting: string | null
  asKnownOn: string
  madeAt: string
  by: string
  figures: number
  code: string
  file: string
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

// administration
export type RegionRow = {
  code: string
  name: string
  kind: 'nation' | 'province' | 'city' | 'peer' | 'county' | 'zone' | 'town'
  parent: string | null
  order: number
  note: string | null
}

export type UnitRow = { id: string; name: string; duties?: string[] }
export type UserRow = {
  id: string
  name: string
  username: string
  role: string
  roleLabel: string
  unit: Named | null
  region: Place | null
  disabled: boolean
  demo?: boolean
}
export type NewUser = {
  username: string
  name: string
  password: string
  role: string
  unit: string | null
  region: string | null
}
export type PostRow = {
  id: string
  leader: string
  title: string
  units: string[]
  regions?: string[]
  from: string
  to: string | null
}
export type BlockedName = { id: string; name: string; kind: string; note: string | null }
export type EventRow = {
  stream: string
  seq: number
  at: string
  by: string
  kind: string
  subject: string
  summary: string
}
export type EventPage = { rows: EventRow[]; next: string | null }
export type Verification = {
  ok: boolean
  events: number
  streams: number
  rootHash: string
  checkpointAt: string | null
  firstBad: string | null
  state: { checked: number; mismatches: string[] }
}
export type Settings = { businessDay: string; pinned: boolean; city: Place }
