export type ChargeKind = 'unit' | 'region' | 'indicator' | 'ledger-entry'

export type ChargeRow = {
  id: string
  version: number
  kind: ChargeKind
  subject: string
  name: string
  from: string | null
  to: string | null
  /** Who else is in charge of it on the day. */
  alsoBy: string[]
  demo: boolean
}

export type PostRow = {
  id: string
  version: number
  title: string
  holder: string | null
  rank: number | null
  from: string | null
  to: string | null
  state: '现任' | '已结束' | '未到任'
  note: string | null
  demo: boolean
  charges: ChargeRow[]
  /** Open items that still name the post after it ended. */
  left: number
}

export type LeftItem = {
  id: string
  version: number
  number: string
  title: string
  leadUnit: string | null
  deadline: string | null
  demo: boolean
}

export type Demonstration = {
  rows: { name: string; label: string; count: number }[]
  figures: number
  removedOn: string | null
  confirmation: string
  mayLoad: boolean
}
