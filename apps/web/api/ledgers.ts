import { queryOptions } from '@tanstack/react-query'
import type { FieldValues } from '@yundiao/ui'
import { at, read, withQuery, write } from './request.ts'
import type {
  Boundaries,
  EntryFilter,
  EntryPage,
  EntryView,
  ImportResult,
  LedgerMap,
  LedgerRow,
  LedgerView,
  RowAmend,
} from './types.ts'

type Day = string | undefined

export const ledgersQuery = (on: Day) =>
  queryOptions({ queryKey: ['ledgers', on], queryFn: () => read<LedgerRow[]>('/api/ledgers', { on }) })

export const ledgerQuery = (id: string, on: Day) =>
  queryOptions({ queryKey: ['ledger', id, on], queryFn: () => read<LedgerView>(`/api/ledgers/${at(id)}`, { on }) })

const asQuery = ({ q, sort, filter }: EntryFilter) => ({
  q,
  sort,
  filter: filter && filter.length > 0 ? JSON.stringify(filter) : undefined,
})

type PageAsk = { after?: string | undefined; limit?: number; previous?: readonly string[] | undefined }

export const readEntries = (ledger: string, filter: EntryFilter, on: Day, ask: PageAsk = {}) =>
  read<EntryPage>(`/api/ledgers/${at(ledger)}/rows`, {
    ...asQuery(filter),
    after: ask.after,
    limit: ask.limit ?? 100,
    previous: ask.previous?.join(','),
    on,
  })

const PAGE = 200
/** What a sheet to be filled in or a board holds at most. */
export const MOST_ROWS = 500

/** Every entry of a list, up to MOST_ROWS of them; `count` says how many there are. */
export const allEntriesQuery = (ledger: string, filter: EntryFilter, on: Day, previous?: readonly string[]) =>
  queryOptions({
    queryKey: ['entries', ledger, filter, on, 'all', previous],
    queryFn: async () => {
      const first = await readEntries(ledger, filter, on, { limit: PAGE, previous })
      const rows = [...first.rows]
      const before = { ...first.previous?.rows }
      let { next } = first
      while (next !== null && rows.length < MOST_ROWS) {
        const page = await readEntries(ledger, filter, on, { after: next, limit: PAGE, previous })
        rows.push(...page.rows)
        Object.assign(before, page.previous?.rows)
        next = page.next
      }
      return {
        rows: rows.slice(0, MOST_ROWS),
        count: first.count,
        totals: first.totals ?? {},
        previous: before,
        lastMonth: first.previous?.on ?? null,
      }
    },
  })

export const amendEntries = (ledger: string, body: { rows: readonly RowAmend[]; note?: string }) =>
  write<{ rows: { id: string; version: number }[] }>('POST', `/api/ledgers/${at(ledger)}/amend`, body)

export const ledgerMapQuery = (ledger: string, { q, filter }: EntryFilter, on: Day) =>
  queryOptions({
    queryKey: ['ledger-map', ledger, q, filter, on],
    queryFn: () => read<LedgerMap>(`/api/ledgers/${at(ledger)}/map`, { ...asQuery({ q, filter }), on }),
  })

export const boundariesQuery = queryOptions({
  queryKey: ['boundaries'],
  queryFn: () => read<Boundaries>('/api/geo/boundaries'),
  staleTime: Number.POSITIVE_INFINITY,
})

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

const filesOf = (ledger: string, entry: string): string => `/api/ledgers/${at(ledger)}/rows/${at(entry)}/files`

export const attachToEntry = (ledger: string, entry: string, file: File) => {
  const form = new FormData()
  form.set('file', file)
  return write<{ id: string }>('POST', filesOf(ledger, entry), form)
}
export const entryFileHref = (ledger: string, entry: string, file: string): string =>
  `${filesOf(ledger, entry)}/${at(file)}`
export const withdrawEntryFile = (ledger: string, entry: string, file: string, reason: string) =>
  write<unknown>('POST', `${entryFileHref(ledger, entry, file)}/withdraw`, { reason })

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
