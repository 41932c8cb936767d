import type { Named, Place } from './session.ts'

export type RegionRow = {
  code: string
  name: string
  kind: 'nation' | 'province' | 'city' | 'peer' | 'county' | 'zone' | 'town'
  parent: string | null
  order: number
  note: string | null
}

export type UnitRow = { id: string; name: string; shortName: string; region: Place | null; duties?: string[] }
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
export type BlockedName = { id: string; name: string; kind: string; note: string | null }
export type EventRow = {
  stream: string
  /** The stream in the office's words. */
  book: string
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
  /** The 校验码 papers print; null before the first checkpoint. */
  code: string | null
  checkpointAt: string | null
  firstBad: string | null
  state: { checked: number; mismatches: string[] }
}
export type Settings = { businessDay: string; pinned: boolean; city: Place }
