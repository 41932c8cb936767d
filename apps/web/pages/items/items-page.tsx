import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, DataTable, Empty, fill, Page, Segment, Sheet, useHotkeys } from '@yundiao/ui'
import { useMemo, useState } from 'react'
import { itemsHref, readItems } from '../../api/items.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useMay } from '../../shell/session.ts'
import { useWords } from '../../shell/words.ts'
import { ImportDocumentDialog } from './import-document-dialog.tsx'
import { ImportItemsDialog } from './import-items-dialog.tsx'
import { ItemsBoard } from './items-board.tsx'
import { itemColumns } from './items-columns.tsx'
import { type ItemsFilter, ItemsTools, useItemsFilter } from './items-filter.tsx'
import { NewItemDialog } from './new-item-dialog.tsx'

type Opened = 'register' | 'import' | 'ledger' | null

const useItemRows = ({ filter }: ItemsFilter) => {
  const on = useOn()
  return useInfiniteQuery({
    queryKey: ['items', filter, on],
    queryFn: ({ pageParam }) => readItems(filter, pageParam, on),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    select: (data) => ({
      rows: data.pages.flatMap((page) => page.rows),
      total: data.pages[0]?.total ?? 0,
      capped: data.pages[0]?.capped ?? false,
    }),
  })
}

const NoItems = ({ held, onRegister }: { held: ItemsFilter; onRegister: (() => void) | null }) => {
  const words = useWords()
  const action = held.isNarrowed ? (
    <Button small onClick={held.clear}>
      {words.showAll}
    </Button>
  ) : onRegister ? (
    <Button small onClick={onRegister}>
      {words.register}
    </Button>
  ) : null
  return <Empty action={action}>{held.isNarrowed ? words.noSuchRows : words.noItems}</Empty>
}

const ItemTable = ({ held, onRegister }: { held: ItemsFilter; onRegister: (() => void) | null }) => {
  const words = useWords()
  const navigate = useNavigate()
  const query = useItemRows(held)
  const columns = useMemo(() => itemColumns(words), [words])
  return (
    <Sheet flush>
      <Ready query={query} rows={14}>
        {({ rows, total, capped }) =>
          rows.length === 0 ? (
            <NoItems held={held} onRegister={onRegister} />
          ) : (
            <>
              <div className="sheet-scroll">
                <DataTable
                  label={words.itemLedger}
                  className="ruled items"
                  columns={columns}
                  rows={rows}
                  rowKey={(row) => row.id}
                  onOpen={(row) => void navigate({ to: '/items/$id', params: { id: row.id } })}
                />
              </div>
              <div className="more-row">
                <span className="note">
                  {fill(capped ? words.countCapped : words.countShown, { n: total, m: rows.length })}
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
    </Sheet>
  )
}

const ViewSwitch = () => {
  const words = useWords()
  const navigate = useNavigate()
  const view = useSearch({ strict: false, select: (search) => search.view }) === 'board' ? 'board' : 'table'
  return (
    <Segment
      label={words.itemLedger}
      value={view}
      options={[
        { key: 'table', label: words.itemsTable },
        { key: 'board', label: words.itemsBoard },
      ]}
      onChange={(key) =>
        void navigate({
          to: '/items',
          search: (old) => ({ ...old, view: key === 'board' ? 'board' : undefined }),
          replace: true,
        })
      }
    />
  )
}

/** The one primary button is the supervision office's 登记一件, and for whoever reports, 本月进展. */
const Actions = ({ held, onOpen }: { held: ItemsFilter; onOpen: (opened: Opened) => void }) => {
  const words = useWords()
  const on = useOn()
  const mayCreate = useMay('item.create')
  const mayReport = useMay('item.progress')
  const mayImport = useMay('document.import')
  return (
    <>
      <ViewSwitch />
      <a className="btn" href={itemsHref(held.filter, on)}>
        {words.exportT4}
      </a>
      <Button onClick={() => window.print()}>{words.printSheet}</Button>
      {mayImport ? <Button onClick={() => onOpen('import')}>{words.importText}</Button> : null}
      {mayCreate ? <Button onClick={() => onOpen('ledger')}>{words.importItems}</Button> : null}
      <Link className="btn" to="/notices">
        {words.notices}
      </Link>
      {mayReport ? (
        <Link className={mayCreate ? 'btn' : 'btn primary'} to="/items/progress">
          {words.monthProgress}
        </Link>
      ) : null}
      {mayCreate ? (
        <Button primary hotkey="C" onClick={() => onOpen('register')}>
          {words.register}
        </Button>
      ) : null}
    </>
  )
}

/** 督办: every item in the reader's sight, worst first as the server orders them, as sheet T4 or as a board. */
export const ItemsPage = () => {
  const words = useWords()
  const on = useOn()
  const held = useItemsFilter()
  const isBoard = useSearch({ strict: false, select: (search) => search.view }) === 'board'
  const mayCreate = useMay('item.create')
  const [open, setOpen] = useState<Opened>(null)
  const facets = useQuery({
    queryKey: ['items', 'facets', held.filter, on],
    queryFn: () => readItems(held.filter, undefined, on, 1),
    placeholderData: (before) => before,
  })
  useHotkeys(mayCreate ? { c: () => setOpen('register') } : {})
  return (
    <Page
      className="a3"
      title={words.itemLedger}
      facts={words.itemLedgerFacts}
      actions={<Actions held={held} onOpen={setOpen} />}
    >
      <ItemsTools facets={facets.data?.facets} held={held} />
      {isBoard ? (
        <ItemsBoard held={held} />
      ) : (
        <ItemTable held={held} onRegister={mayCreate ? () => setOpen('register') : null} />
      )}
      {open === 'register' ? <NewItemDialog meeting={null} onClose={() => setOpen(null)} /> : null}
      {open === 'import' ? <ImportDocumentDialog meeting={null} onClose={() => setOpen(null)} /> : null}
      {open === 'ledger' ? <ImportItemsDialog onClose={() => setOpen(null)} /> : null}
    </Page>
  )
}
