export type Action =
  | 'item.create'
  | 'item.progress'
  | 'document.import'
  | 'entry.write'
  | 'figure.report'
  | 'figure.release'
  | 'break.declare'
  | 'meeting.write'
  | 'paper.make'
  | 'user.write'
  | 'rule.read'
  | 'audit.read'
  | 'definition.write'
  | 'blocked.write'
  | 'businessDay.write'
  | 'post.write'
  | 'demonstration.keep'

export type Named = { id: string; name: string }
export type Place = { code: string; name: string }
export type Judged = { word: string; reason: string }

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
  /** The 校验码 a printed page bears; null before the first checkpoint. */
  checkCode: string | null
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
