import { queryOptions } from '@tanstack/react-query'
import type { FieldValues } from '@yundiao/ui'
import { at, read, withQuery, write } from './request.ts'
import type { EntryFilter, EntryPage, EntryView, ImportResult, LedgerRow, LedgerView } from './types.ts'

type Day = string | undefined

export const ledgersQuery = (on: Day) =>
  queryOptions({ queryKey: ['ledgers', on], queryFn: () => read<LedgerRow[]>('/api/ledgers', { on }) })

export const ledgerQuery = (id: string, on: Day) =>
  queryOptions({ queryKey: ['ledger', id, on], queryFn: () => read<LedgerView>(`/api/ledgers/${at(id)}`, { on }) })

const asQuery = ({ q, sort, filter }: EntryFilter) => ({
  q,
  sort,
  filter: filter && Object.keys(filter).length > 0 ? JSON.stringify(filter) : undefined,
})

export const readEntries = (ledger: string, filter: EntryFilter, after: string | undefined, on: Day, limit = 100) =>
  read<EntryPage>(`/api/ledgers/${at(ledger)}/rows`, { ...asQuery(filter), after, limit, on })

export const entryQuery = (ledger: string, entry: string, on: Day) =>
  queryOptions({
    queryKey: ['entry', ledger, entry, on],
    queryFn: () => read<EntryView>(`/api/ledgers/${at(ledger)}/rows/${at(entry)}`, { on }),
  })

export const addEntry = (ledger: string, body: { region: string | null; values: FieldValues; state?: string }) =>
  write<{ id: string }>('POST', `/api/ledgers/${at(ledger)}/rows`, body)

export type EntryChange = {
  version: number
  values?: FieldValues
  state?: string
  region?: string | null
  note?: string
}

export const changeEntry = (ledger: string, entry: string, body: EntryChange) =>
  write<unknown>('PATCH', `/api/ledgers/${at(ledger)}/rows/${at(entry)}`, body)

/** Takes the rows that can be taken. A dry run tells which those would be and what not, and changes nothing. */
export const importFile = (ledger: string, file: File, dryRun: boolean): Promise<ImportResult> => {
  const form = new FormData()
  form.set('file', file)
  return write<ImportResult>(
    'POST',
    withQuery(`/api/ledgers/${at(ledger)}/import`, { partial: 1, dryRun: dryRun ? 1 : undefined }),
    form,
  )
}

/** One personal value; that it was looked at, and why, goes on record first. */
export const revealField = (ledger: string, entry: string, body: { field: string; reason: string }) =>
  write<{ value: string | null }>('POST', `/api/ledgers/${at(ledger)}/rows/${at(entry)}/reveal`, body)

export const exportHref = (ledger: string, format: 'xlsx' | 'csv', filter: EntryFilter, on: Day): string =>
  withQuery(`/api/ledgers/${at(ledger)}/export`, { format, ...asQuery(filter), on })
