import type { RecordName } from './record-tables.ts'

/** A field of one record that names another by id; `field` may hold several (texts). `to` left out: any removed id. */
export type Tie = { from: RecordName; field: string; to?: RecordName | 'entry' }

/** What cannot be without the record it hangs on: it goes where that goes. */
export const PARTS: readonly Tie[] = [
  { from: 'agenda', field: 'meeting', to: 'meeting' },
  { from: 'clause', field: 'document', to: 'document' },
  { from: 'itemLink', field: 'item', to: 'item' },
  { from: 'progress', field: 'item', to: 'item' },
  { from: 'charge', field: 'post', to: 'post' },
  { from: 'charge', field: 'subject' },
  { from: 'revision', field: 'paper', to: 'paper' },
  { from: 'submission', field: 'subject' },
  { from: 'file', field: 'subject' },
  { from: 'earlyReader', field: 'account', to: 'account' },
  { from: 'appeal', field: 'evaluation', to: 'evaluation' },
]

/** What stands by itself and only points: the field is emptied, or what `otherwise` says is set. */
export const POINTERS: readonly (Tie & { otherwise?: Readonly<Record<string, string | boolean | null>> })[] = [
  { from: 'meeting', field: 'previous', to: 'meeting' },
  { from: 'document', field: 'meeting', to: 'meeting' },
  { from: 'clause', field: 'item', to: 'item', otherwise: { item: null, disposition: 'pending' } },
  { from: 'item', field: 'meeting', to: 'meeting' },
  { from: 'item', field: 'document', to: 'document' },
  { from: 'item', field: 'clause', to: 'clause' },
  { from: 'itemLink', field: 'entry', to: 'entry', otherwise: { dropped: true } },
  { from: 'paper', field: 'meeting', to: 'meeting' },
  { from: 'paper', field: 'document', to: 'document' },
  { from: 'notice', field: 'document', to: 'document' },
  { from: 'notice', field: 'items', to: 'item' },
  { from: 'evaluation', field: 'basedOn', to: 'evaluation' },
  { from: 'evaluation', field: 'replacedBy', to: 'evaluation' },
  { from: 'evaluation', field: 'appeal', to: 'appeal' },
  { from: 'appeal', field: 'correction', to: 'evaluation' },
]
