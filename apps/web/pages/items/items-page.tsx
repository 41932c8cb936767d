import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { STATES } from '@yundiao/kernel'
import {
  Button,
  type Column,
  DataTable,
  Empty,
  fill,
  Mark,
  Page,
  SearchBox,
  Sheet,
  StateWord,
  useHotkeys,
} from '@yundiao/ui'
import { useState } from 'react'
import { readItems } from '../../api/directives.ts'
import type { ItemRow } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useMay, useMe } from '../../shell/session.ts'
import { useWords } from '../../shell/words.ts'
import { type DueFilter, isDue } from './due-filter.ts'
import { ImportDocumentDialog } from './import-document-dialog.tsx'
import { NewItemDialog } from './new-item-dialog.tsx'
import { UnitSelect } from './unit-select.tsx'

const itemColumns = (words: Words): Column<ItemRow>[] => [
  {
    id: 'number',
    label: words.itemNumber,
    frozen: 'wide',
    width: 172,
    optional: true,
    cell: (r) => (
      <span className="nw">
        {r.number} {r.demo ? <Mark word="演示" /> : null}
      </span>
    ),
  },
  {
    id: 'title',
    label: words.item,
    frozen: 'always',
    width: 280,
    cell: (r) => (
      <>
        <Link to="/items/$id" params={{ id: r.id }}>
          {r.title}
        </Link>
        {r.change ? <div className="note">{r.change}</div> : null}
      </>
    ),
  },
  { id: 'state', label: words.handlingState, cell: (r) => <StateWord state={r.state} /> },
  {
    id: 'unit',
    label: words.leadUnit,
    under: [words.undertaking],
    cell: (r) => <span className="nw">{r.leadUnit ?? <Mark word="待明确" />}</span>,
  },
  {
    id: 'assist',
    label: words.assistUnits,
    under: [words.undertaking],
    optional: true,
    cell: (r) => r.assistUnits.join('、'),
  },
  {
    id: 'deadline',
    label: words.deadline,
    cell: (r) => <span className="nw">{r.deadline ?? <Mark word="待明确" />}</span>,
  },
  { id: 'measure', label: words.measureOrResult, optional: true, cell: (r) => r.measure ?? <Mark word="待明确" /> },
  {
    id: 'source',
    label: words.basis,
    optional: true,
    cell: (r) => (
      <div className="wrap">
        {r.source.kindLabel} {r.source.number} {r.source.title}
      </div>
    ),
  },
  { id: 'links', label: words.links, align: 'right', optional: true, cell: (r) => r.links },
]

const DUES: readonly DueFilter[] = ['overdue', 'month', 'unset']

const useItemFilter = () => {
  const navigate = useNavigate()
  const filter = useSearch({ strict: false, select: ({ state, unit, q }) => ({ state, unit, q }) })
  const set = (change: { state?: string | undefined; unit?: string | undefined; q?: string | undefined }) =>
    void navigate({ to: '/items', search: (old) => ({ ...old, ...change }), replace: true })
  return { filter, set }
}

const ItemTable = () => {
  const words = useWords()
  const me = useMe()
  const on = useOn()
  const { filter, set } = useItemFilter()
  const [due, setDue] = useState<DueFilter | ''>('')
  const navigate = useNavigate()
  const query = useInfiniteQuery({
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
  const dueLabels: Record<DueFilter, string> = {
    overdue: words.dueOverdue,
    month: words.dueMonth,
    unset: words.dueUnset,
  }
  const showAll = () => {
    setDue('')
    set({ state: undefined, unit: undefined, q: undefined })
  }
  return (
    <>
      <div className="tools">
        <SearchBox value={filter.q ?? ''} label={words.searchItems} onSearch={(q) => set({ q: q || undefined })} />
        <select
          className="field search"
          aria-label={words.handlingState}
          value={filter.state ?? ''}
          onChange={(event) => set({ state: event.target.value || undefined })}
        >
          <option value="">{words.anyState}</option>
          {STATES.map((state) => (
            <option key={state}>{state}</option>
          ))}
        </select>
        <UnitSelect
          className="field search"
          label={words.leadUnit}
          empty={words.anyUnit}
          value={filter.unit ?? ''}
          onChange={(unit) => set({ unit: unit || undefined })}
        />
        <select
          className="field search"
          aria-label={words.deadline}
          value={due}
          onChange={(event) => setDue(DUES.find((one) => one === event.target.value) ?? '')}
        >
          <option value="">{words.anyDeadline}</option>
          {DUES.map((one) => (
            <option key={one} value={one}>
              {dueLabels[one]}
            </option>
          ))}
        </select>
      </div>
      <Sheet flush className="landscape">
        <Ready query={query} rows={14}>
          {({ rows, total, capped }) => {
            const shown = due === '' ? rows : rows.filter((row) => isDue(row.deadline, due, on ?? me.businessDay))
            if (shown.length === 0 && !query.hasNextPage)
              return (
                <Empty
                  action={
                    <Button small onClick={showAll}>
                      {words.showAll}
                    </Button>
                  }
                >
                  {total === 0 && !filter.q && !filter.state && !filter.unit ? words.noItems : words.noSuchRows}
                </Empty>
              )
            return (
              <>
                <div className="sheet-scroll">
                  <DataTable
                    label={words.itemLedger}
                    className="ruled"
                    columns={itemColumns(words)}
                    rows={shown}
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
          }}
        </Ready>
      </Sheet>
    </>
  )
}

/** 督办: every item, worst first as the server orders them. */
export const ItemsPage = () => {
  const words = useWords()
  const mayCreate = useMay('item.create')
  const mayImport = useMay('document.import')
  const [open, setOpen] = useState<'register' | 'import' | null>(null)
  useHotkeys(mayCreate ? { c: () => setOpen('register') } : {})
  return (
    <Page
      className="landscape"
      title={words.itemLedger}
      facts={words.itemLedgerFacts}
      actions={
        <>
          {mayImport ? <Button onClick={() => setOpen('import')}>{words.importText}</Button> : null}
          {mayCreate ? (
            <Button primary hotkey="C" onClick={() => setOpen('register')}>
              {words.register}
            </Button>
          ) : null}
        </>
      }
    >
      <ItemTable />
      {open === 'register' ? <NewItemDialog meeting={null} onClose={() => setOpen(null)} /> : null}
      {open === 'import' ? <ImportDocumentDialog meeting={null} onClose={() => setOpen(null)} /> : null}
    </Page>
  )
}
