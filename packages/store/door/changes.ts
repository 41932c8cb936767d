import type { FigureDraft, FigureRef, ReleaseState } from '@yundiao/figures'
import type { LocalDate } from '@yundiao/kernel'
import type { RecordName } from '../schema/record-tables.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/** Fields of a record by their camelCase names; left out and null are both not known. */
export type RecordValues = Readonly<Record<string, Json | undefined>>

/**
 * What `commit` can be asked to do. Rows of one change go into events of up to 1,000 rows.
 * `scopes` of a record are worked out by the store; `like` names the record whose readers it shares.
 */
export type Change =
  | {
      do: 'add'
      table: RecordName
      rows: readonly { id?: string; values: RecordValues; demo?: boolean; knownFrom?: LocalDate }[]
      note?: string
    }
  | { do: 'change'; table: RecordName; id: string; version: number; set: RecordValues; note?: string }
  | {
      do: 'enter'
      ledger: string
      rows: readonly {
        id?: string
        region: string | null
        state?: string
        values: Readonly<Record<string, unknown>>
        demo?: boolean
        knownFrom?: LocalDate
      }[]
      note?: string
    }
  | {
      do: 'amend'
      ledger: string
      id: string
      version: number
      values?: Readonly<Record<string, unknown>>
      state?: string
      region?: string | null
      note?: string
    }
  | { do: 'report'; figures: readonly FigureDraft[]; releaseAt?: string; backfill?: string }
  | { do: 'release'; refs: readonly FigureRef[]; state: Exclude<ReleaseState, 'reported'>; at?: string }
  | {
      do: 'note'
      stream: 'access' | 'privacy' | 'release' | 'user'
      kind: string
      subject: string
      body: { readonly [key: string]: Json }
    }

/** What a change came to: ids and new versions, in the order asked. */
export type Outcome =
  | { do: 'add' | 'enter'; ids: readonly string[] }
  | { do: 'change' | 'amend'; id: string; version: number }
  | { do: 'report'; refs: readonly FigureRef[]; unchanged: number }
  | { do: 'release'; released: number }
  | { do: 'note' }

/** One row as the database writes it: SQL column names, JSON values. */
export type Row = { [column: string]: Json }

/** An event about to be written, with the rows whose leaves its Merkle root covers. */
export type EventDraft = {
  stream: string
  kind: string
  subject: string | null
  scopes: readonly string[]
  /** What its readers must hold beside a scope: all that the rows it tells of need. */
  needs?: readonly string[]
  body: { [key: string]: Json }
  /** A stream whose head, where this event is written, goes into the body: it orders events of two streams for a replay. */
  follows?: string
  rows: readonly { table: string; row: Row; canonical: string }[]
}

/** A change after its rows were read and locked: what to write, and what to answer. */
export type Planned = {
  events: readonly EventDraft[]
  inserts: readonly { table: string; rows: readonly Row[] }[]
  /** Versioned rows replaced by their next version; the old ones go to `_was`. */
  replacements: readonly { table: string; rows: readonly Row[] }[]
  /** Statements that must run before the inserts, such as closing a vintage. */
  before: readonly { sql: string; params: readonly unknown[] }[]
  outcome: Outcome
}
