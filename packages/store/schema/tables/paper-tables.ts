import type { RecordTable } from '../record-table.ts'
import { day, int, json, LOOP, later, must, needs, text, texts } from './columns.ts'

/** The migration that lets entries of ledgers have files. */
const ENTRY_FILES = '0007-entry-files'
const ofEntry = { type: 'text', since: ENTRY_FILES } as const

/** Papers, copies of them that came back, and kept files. */
export const PAPER_TABLES = {
  paper: {
    table: 'paper',
    stream: 'paper',
    fields: {
      kind: must,
      title: must,
      meeting: text,
      asKnownOn: day,
      file: text,
      figures: texts,
      code: text,
      madeBy: text,
      madeAt: text,
      format: later('text'),
      document: later('text'),
      // 草稿, 送审, 定稿; the file that was settled on, where it is not the one made.
      state: later('text'),
      finalFile: later('text'),
      finalOn: later('day'),
      // File of what was printed as data, for the page that shows it.
      printed: later('text'),
      sentOn: later('day'),
      approver: later('text'),
      // What one must hold to read all it quotes; none where every reader of papers may.
      needs,
    },
    guarded: ['approver'],
    indexed: ['meeting'],
  },
  revision: {
    table: 'revision',
    since: LOOP,
    stream: 'paper',
    fields: {
      paper: must,
      seq: int,
      file: must,
      name: must,
      receivedBy: must,
      receivedOn: day,
      findings: json,
      note: text,
      // 待处理, 已采用, 未采用; what a person said of each changed number, and when.
      state: must,
      decisions: json,
      settledBy: text,
      settledOn: day,
      // Those of its paper.
      needs,
    },
    guarded: ['name', 'note'],
    indexed: ['paper'],
  },
  file: {
    table: 'file',
    stream: 'file',
    fields: {
      sha256: must,
      bytes: int,
      name: must,
      media: text,
      subject: text,
      // Whose readers it shares: the item it proves, the unit whose stamped sheet it is, or the ledger and place of the
      // entry (its subject) it is attached to.
      item: later('text'),
      unit: later('text'),
      ledger: ofEntry,
      region: ofEntry,
      // Why it was taken back; a file that stands has none.
      withdrawn: ofEntry,
      // Those of the paper it holds.
      needs,
    },
    guarded: ['name', 'withdrawn'],
    indexed: ['sha256', 'subject'],
  },
} as const satisfies Record<string, RecordTable>
