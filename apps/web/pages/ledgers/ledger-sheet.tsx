import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, DataTable, fill, type SortState } from '@yundiao/ui'
import { readEntries } from '../../api/ledgers.ts'
import type { LastMonth, LedgerView } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'
import { ledgerColumns } from './ledger-columns.tsx'
import type { Filter } from './ledger-filter.ts'
import { NoEntries } from './no-entries.tsx'

const readSort = (text: string | undefined): SortState | null => {
  const [field, direction] = text?.split(':') ?? []
  return field ? { field, descending: direction === 'desc' } : null
}

const nextSort = (now: SortState | null, field: string): string | undefined => {
  if (now?.field !== field) return `${field}:asc`
  return now.descending ? undefined : `${field}:desc`
}

const useRows = (ledger: LedgerView, filter: Filter, compares: boolean) => {
  const on = useOn()
  const previous = compares
    ? ledger.fields.filter((field) => field.kind !== 'geometry').map(({ name }) => name)
    : undefined
  return useInfiniteQuery({
    queryKey: ['entries', ledger.id, filter.query, on, previous],
    queryFn: ({ pageParam }) => readEntries(ledger.id, filter.query, on, { after: pageParam, previous }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    select: (data) => ({
      rows: data.pages.flatMap((page) => page.rows),
      count: data.pages[0]?.count ?? { n: 0, capped: false },
      later: data.pages[0]?.later ?? 0,
      totals: data.pages[0]?.totals ?? {},
      previous: compares
        ? (Object.assign({}, ...data.pages.map((page) => page.previous?.rows)) as Record<string, LastMonth>)
        : null,
    }),
  })
}

type LedgerSheetProps = {
  ledger: LedgerView
  filter: Filter
  /** Cells that changed since the end of last month are marked. */
  compares: boolean
  onAdd: (() => void) | null
}

/** The ledger to be read: its sheet, page after page. */
export const LedgerSheet = ({ ledger, filter, compares, onAdd }: LedgerSheetProps) => {
  const words = useWords()
  const navigate = useNavigate()
  const query = useRows(ledger, filter, compares)
  const sort = readSort(filter.search.sort)
  return (
    <Ready query={query} rows={16}>
      {({ rows, count, later, totals, previous }) =>
        rows.length === 0 ? (
          <NoEntries filter={filter} onAdd={onAdd} />
        ) : (
          <>
            <div className="sheet-scroll">
              <DataTable
                label={ledger.title}
                className="ledger ruled"
                columns={ledgerColumns(ledger, { count, columns: totals, previous }, words)}
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
