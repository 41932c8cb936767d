import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import {
  Button,
  Chips,
  DataTable,
  Empty,
  fill,
  Mark,
  Page,
  SearchBox,
  Sheet,
  type SortState,
  useHotkeys,
} from '@yundiao/ui'
import { useState } from 'react'
import { regionsQuery } from '../../api/admin.ts'
import { exportHref, ledgerQuery, readEntries } from '../../api/ledgers.ts'
import type { EntryFilter, LedgerView } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useMe } from '../../shell/session.ts'
import { useWords } from '../../shell/words.ts'
import { ImportDialog } from './import-dialog.tsx'
import { ledgerColumns } from './ledger-columns.tsx'
import { NewEntryDialog } from './new-entry-dialog.tsx'

const readSort = (text: string | undefined): SortState | null => {
  const [field, direction] = text?.split(':') ?? []
  return field ? { field, descending: direction === 'desc' } : null
}

const nextSort = (now: SortState | null, field: string): string | undefined => {
  if (now?.field !== field) return `${field}:asc`
  return now.descending ? undefined : `${field}:desc`
}

type Change = {
  q?: string | undefined
  sort?: string | undefined
  state?: string | undefined
  region?: string | undefined
}

const useFilter = (ledger: string) => {
  const navigate = useNavigate()
  const search = useSearch({ strict: false })
  const set = (change: Change) =>
    void navigate({
      to: '/ledgers/$id',
      params: { id: ledger },
      search: (old) => ({ ...old, ...change }),
      replace: true,
    })
  const filter: Record<string, string> = {}
  if (search.state) filter.state = search.state
  if (search.region) filter.region = search.region
  const query: EntryFilter = { q: search.q, sort: search.sort, filter }
  return { search, set, query }
}

type Filter = ReturnType<typeof useFilter>

const Tools = ({ ledger, filter }: { ledger: LedgerView; filter: Filter }) => {
  const words = useWords()
  const regions = useQuery(regionsQuery)
  const places = (regions.data ?? []).filter((region) => region.kind === 'county' || region.kind === 'zone')
  return (
    <div className="tools">
      <SearchBox
        value={filter.search.q ?? ''}
        label={words.searchEntries}
        onSearch={(q) => filter.set({ q: q || undefined })}
      />
      <select
        className="field search"
        aria-label={words.region}
        value={filter.search.region ?? ''}
        onChange={(event) => filter.set({ region: event.target.value || undefined })}
      >
        <option value="">{words.anyRegion}</option>
        {places.map((region) => (
          <option key={region.code} value={region.code}>
            {region.name}
          </option>
        ))}
      </select>
      <Chips
        label={words.state}
        value={filter.search.state ?? null}
        onChange={(state) => filter.set({ state: state ?? undefined })}
        options={ledger.states.map((state) => ({ key: state, label: state }))}
      />
    </div>
  )
}

const Rows = ({ ledger, filter, onAdd }: { ledger: LedgerView; filter: Filter; onAdd: (() => void) | null }) => {
  const words = useWords()
  const on = useOn()
  const navigate = useNavigate()
  const query = useInfiniteQuery({
    queryKey: ['entries', ledger.id, filter.query, on],
    queryFn: ({ pageParam }) => readEntries(ledger.id, filter.query, pageParam, on),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    select: (data) => ({
      rows: data.pages.flatMap((page) => page.rows),
      count: data.pages[0]?.count ?? { n: 0, capped: false },
      later: data.pages[0]?.later ?? 0,
      totals: data.pages[0]?.totals ?? {},
    }),
  })
  const sort = readSort(filter.search.sort)
  return (
    <Ready query={query} rows={16}>
      {({ rows, count, later, totals }) =>
        rows.length === 0 ? (
          <Empty
            action={
              filter.query.q || Object.keys(filter.query.filter ?? {}).length > 0 ? (
                <Button small onClick={() => filter.set({ q: undefined, state: undefined, region: undefined })}>
                  {words.showAll}
                </Button>
              ) : onAdd ? (
                <Button small onClick={onAdd}>
                  {words.newEntry}
                </Button>
              ) : null
            }
          >
            {words.noEntries}
          </Empty>
        ) : (
          <>
            <div className="sheet-scroll">
              <DataTable
                label={ledger.title}
                className="ledger ruled"
                columns={ledgerColumns(ledger, { count, columns: totals }, words)}
                rows={rows}
                rowKey={(row) => row.id}
                totals
                sort={sort}
                onSort={(field) => filter.set({ sort: nextSort(sort, field) })}
                onOpen={(row) => void navigate({ to: '/ledgers/$id/$entry', params: { id: ledger.id, entry: row.id } })}
              />
            </div>
            <div className="more-row">
              <span className="note">
                {fill(count.capped ? words.countCapped : words.countShown, { n: count.n, m: rows.length })}
                {later > 0 ? `　${fill(words.laterCount, { n: later })}` : ''}
              </span>
              {query.hasNextPage ? (
                <Button small disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {words.more}
                </Button>
              ) : null}
            </div>
          </>
        )
      }
    </Ready>
  )
}

const LedgerSheet = ({ ledger }: { ledger: LedgerView }) => {
  const words = useWords()
  const me = useMe()
  const on = useOn()
  const filter = useFilter(ledger.id)
  const [open, setOpen] = useState<'new' | 'import' | null>(null)
  const mayWrite = ledger.may.write && on === undefined
  useHotkeys(mayWrite ? { c: () => setOpen('new') } : {})
  const exported = (format: 'xlsx' | 'csv') => exportHref(ledger.id, format, filter.query, on)
  return (
    <Page
      className="landscape"
      title={ledger.title}
      facts={
        <>
          {words.leadUnit} {ledger.owner?.name ?? <Mark word="待明确" />} · {words.dataAsOf} {on ?? me.businessDay}
        </>
      }
      actions={
        <>
          {ledger.may.import && on === undefined ? (
            <Button onClick={() => setOpen('import')}>{words.importSheet}</Button>
          ) : null}
          <a className="btn" href={exported('xlsx')} download>
            {words.exportXlsx}
          </a>
          <a className="btn" href={exported('csv')} download>
            {words.exportCsv}
          </a>
          {mayWrite ? (
            <Button primary hotkey="C" onClick={() => setOpen('new')}>
              {words.newEntry}
            </Button>
          ) : null}
        </>
      }
    >
      <Tools ledger={ledger} filter={filter} />
      <Sheet flush>
        <p className="unit-line">
          <span>
            {words.fillingUnit}：{ledger.owner?.name ?? '待明确'}
          </span>
          <span>{ledger.unitLine}</span>
        </p>
        <Rows ledger={ledger} filter={filter} onAdd={mayWrite ? () => setOpen('new') : null} />
      </Sheet>
      {open === 'new' ? <NewEntryDialog ledger={ledger} onClose={() => setOpen(null)} /> : null}
      {open === 'import' ? <ImportDialog ledger={ledger} onClose={() => setOpen(null)} /> : null}
    </Page>
  )
}

/** One ledger as a sheet: title, 单位, frozen columns, merged heads, 合计 first. */
export const LedgerPage = () => {
  const words = useWords()
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(ledgerQuery(id, useOn()))
  if (query.data) return <LedgerSheet key={query.data.id} ledger={query.data} />
  return (
    <Page title={words.ledger}>
      <Ready query={query} rows={16}>
        {() => null}
      </Ready>
    </Page>
  )
}
