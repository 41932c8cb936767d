import type { FieldValues, FieldView } from '@yundiao/ui'
import type { HistoryLine, Place } from './session.ts'

export type LedgerRow = {
  id: string
  title: string
  owner: string | null
  rows: number | null
  capped?: boolean
  may: { write: boolean }
}

/** A condition of a list, as the server reads it. */
export type FilterTerm = { field: string; op: 'is' | 'in' | 'range' | 'missing' } & Record<string, unknown>

export type LedgerView = {
  id: string
  title: string
  owner: { name: string } | null
  key: string
  unitLine: string
  states: string[]
  moves: Record<string, string[]> | null
  fields: FieldView[]
  /** Names of the fields filled in each month. */
  monthly: string[]
  filters: { label: string; filter: FilterTerm[] }[]
  /** Personal fields the person may open one at a time, with a reason. */
  personal: { name: string; label: string; kind: string }[]
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

/** One column's 合计 over the whole list, canonical; `lacking` entries have no value. */
export type ColumnTotal = { sum: number | null; lacking: number }

export type EntryPage = {
  rows: EntryRow[]
  next: string | null
  count: { n: number; capped: boolean }
  later: number
  /** With the first page only. */
  totals: Record<string, ColumnTotal> | null
  previous: { on: string; rows: Record<string, LastMonth> } | null
}

/** An entry at the end of last month, and the fields given since. */
export type LastMonth = { state: string; values: FieldValues; given: string[] }

/** A scan or document attached to an entry. */
export type EntryFile = { id: string; name: string; bytes: number; attachedOn: string }

export type EntryView = {
  entry: EntryRow
  history: HistoryLine[]
  items: { id: string; number: string; title: string; state: string }[]
  duplicates: { id: string; label: string }[]
  files: EntryFile[]
  may: { write: boolean }
}

export type EntryFilter = {
  q?: string | undefined
  sort?: string | undefined
  filter?: readonly FilterTerm[] | undefined
}

export type LedgerMap = {
  /** By county or zone; the city's own code holds those 待归属. */
  regions: { code: string; n: number; area: number | null }[]
  city: string
  area: { shownIn: string | null; alsoShownIn: string | null } | null
  shapes: { id: string; label: string; state: string; region: string; demo: boolean; outline: string }[]
}

export type Boundaries = {
  counties: { code: string; name: string; centre: [number, number]; polygons: [number, number][][][] }[]
  zones: { code: string; name: string }[]
  source: string
}

export type ImportResult = {
  rows: number
  accepted: number
  rejected: { sheet: string; cell: string; value: string; code: string; message: string }[]
  updates: { row: number; label: string; lines: string[] }[]
  unchanged: number
  duplicates: { row: number; of: string[] }[]
}

/** What the amend door asks: texts as typed in the units of the sheet. */
export type RowAmend = { entry: string; version: number; set: Record<string, string | null>; state?: string }

export type CellFault = { entry: string; field: string; message: string }
export type StaleRow = { entry: string; name: string; version: number; by: string | null; at: string | null }
