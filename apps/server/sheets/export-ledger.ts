import type { LocalDate } from '@yundiao/kernel'
import type { Filter, LedgerRow, Sort } from '@yundiao/ledgers'
import { csvLines, xlsxBytes } from '@yundiao/office'
import type { Caller, LedgerView, Store } from '@yundiao/store'
import { readNames } from '../views/names.ts'
import { flatRows, printedSheet, readAll, sheetOf } from './export-sheet.ts'
import { reporterOf } from './reporter.ts'

export type ExportFormat = 'xlsx' | 'csv' | 'ndjson'

export type ExportAsk = {
  view: LedgerView
  format: ExportFormat
  on: LocalDate
  filters?: readonly Filter[]
  sort?: Sort | null
  search?: string | null
}

export type Exported = { rows: number; bytes: Uint8Array; media: string }

const MEDIA: Record<ExportFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
}

const TIME = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

const bytesOf = async (
  store: Store,
  caller: Caller,
  { view, format, on }: ExportAsk,
  rows: readonly LedgerRow[],
): Promise<Uint8Array> => {
  const utf8 = (pieces: Iterable<string>): Uint8Array => new TextEncoder().encode([...pieces].join(''))
  if (format === 'ndjson') return utf8(rows.map((row) => `${JSON.stringify(row)}\n`))
  const names = await readNames(store, caller)
  if (format === 'csv') return utf8(csvLines(flatRows(sheetOf(view, caller, rows, names)), { bom: true }))
  const checkpoint = await store.newestCheckpoint(caller)
  const sheet = printedSheet({ view, caller, rows, names, on, reporter: reporterOf(caller, names), checkpoint })
  return xlsxBytes(sheet, { printedAt: TIME.format(store.parts.now()) })
}

/** A list as a file, of what the caller may see; that it was carried out is an event before the file is given. */
export const exportLedger = async (store: Store, caller: Caller, ask: ExportAsk): Promise<Exported> => {
  const { view, format, on, filters = [], sort = null, search = null } = ask
  const rows = await readAll(store, caller, view, { filters, search, on, ...(sort ? { sort } : {}) })
  const bytes = await bytesOf(store, caller, ask, rows)
  const filter = filters.length > 0 ? JSON.stringify(filters) : null
  const body = { rows: rows.length, format, filter, search, on }
  await store.commit(caller, [
    { do: 'note', stream: 'access', kind: 'ledger.exported', subject: view.definition.id, body },
  ])
  return { rows: rows.length, bytes, media: MEDIA[format] }
}
