import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Mark, Page, Segment, Sheet, useHotkeys } from '@yundiao/ui'
import { useState } from 'react'
import { exportHref, ledgerQuery } from '../../api/ledgers.ts'
import type { LedgerView } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useMe } from '../../shell/session.ts'
import { useWords } from '../../shell/words.ts'
import { FillSheet } from './fill-sheet.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { LedgerBoard } from './ledger-board.tsx'
import { type Filter, useFilter } from './ledger-filter.ts'
import { LedgerSheet } from './ledger-sheet.tsx'
import { LedgerTools } from './ledger-tools.tsx'
import { MapTab } from './map-tab.tsx'
import { NewEntryDialog } from './new-entry-dialog.tsx'

type View = 'sheet' | 'fill' | 'board' | 'map'

const viewOf = (text: string | undefined, mayWrite: boolean): View => {
  if (text === 'fill' && mayWrite) return 'fill'
  return text === 'board' || text === 'map' ? text : 'sheet'
}

type ActionsProps = { ledger: LedgerView; filter: Filter; view: View; onOpen: (what: 'new' | 'import') => void }

const Actions = ({ ledger, filter, view, onOpen }: ActionsProps) => {
  const words = useWords()
  const on = useOn()
  const exported = (format: 'xlsx' | 'csv') => exportHref(ledger.id, format, filter.query, on)
  return (
    <>
      {ledger.may.import && on === undefined ? (
        <Button onClick={() => onOpen('import')}>{words.importSheet}</Button>
      ) : null}
      <a className="btn" href={exported('xlsx')} download>
        {words.exportXlsx}
      </a>
      <a className="btn" href={exported('csv')} download>
        {words.exportCsv}
      </a>
      {ledger.may.write && on === undefined ? (
        <Button primary={view !== 'fill'} hotkey="C" onClick={() => onOpen('new')}>
          {words.newEntry}
        </Button>
      ) : null}
    </>
  )
}

const LedgerViews = ({ ledger }: { ledger: LedgerView }) => {
  const words = useWords()
  const me = useMe()
  const on = useOn()
  const filter = useFilter(ledger)
  const [open, setOpen] = useState<'new' | 'import' | null>(null)
  const [compares, setCompares] = useState(false)
  const mayWrite = ledger.may.write && on === undefined
  const view = viewOf(filter.search.view, mayWrite)
  const setView = (next: View) => filter.set({ view: next === 'sheet' ? undefined : next })
  useHotkeys(mayWrite ? { c: () => setOpen('new'), F2: () => setView('fill') } : {})
  const views = [
    { key: 'sheet', label: words.viewSheet },
    ...(mayWrite ? [{ key: 'fill', label: words.fillMode } as const] : []),
    { key: 'board', label: words.stateBoard },
    { key: 'map', label: words.asMap },
  ] as const
  return (
    <Page
      className="a3"
      title={ledger.title}
      facts={
        <>
          {words.leadUnit} {ledger.owner?.name ?? <Mark word="待明确" />} · {words.dataAsOf} {on ?? me.businessDay}
        </>
      }
      actions={<Actions ledger={ledger} filter={filter} view={view} onOpen={setOpen} />}
    >
      <LedgerTools ledger={ledger} filter={filter}>
        {view === 'sheet' ? (
          <button type="button" className="chip" aria-pressed={compares} onClick={() => setCompares((old) => !old)}>
            {words.compareLastMonth}
          </button>
        ) : null}
        <Segment label={words.view} value={view} onChange={setView} options={views} />
      </LedgerTools>
      <Sheet flush>
        {view === 'fill' ? null : (
          <p className="unit-line">
            <span>
              {words.fillingUnit}：{ledger.owner?.name ?? '待明确'}
            </span>
            <span>{ledger.unitLine}</span>
          </p>
        )}
        {view === 'fill' ? <FillSheet ledger={ledger} filter={filter} /> : null}
        {view === 'board' ? <LedgerBoard ledger={ledger} filter={filter} mayWrite={mayWrite} /> : null}
        {view === 'map' ? (
          <MapTab
            ledger={ledger}
            query={filter.query}
            region={filter.search.region}
            onRegion={(region) => filter.set({ region })}
          />
        ) : null}
        {view === 'sheet' ? (
          <LedgerSheet
            ledger={ledger}
            filter={filter}
            compares={compares}
            onAdd={mayWrite ? () => setOpen('new') : null}
          />
        ) : null}
      </Sheet>
      {open === 'new' ? <NewEntryDialog ledger={ledger} onClose={() => setOpen(null)} /> : null}
      {open === 'import' ? <ImportDialog ledger={ledger} onClose={() => setOpen(null)} /> : null}
    </Page>
  )
}

/** One ledger: to be read as a sheet, filled in as one, looked at by state, or on the map. */
export const LedgerPage = () => {
  const words = useWords()
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(ledgerQuery(id, useOn()))
  if (query.data) return <LedgerViews key={query.data.id} ledger={query.data} />
  return (
    <Page title={words.ledger}>
      <Ready query={query} rows={16}>
        {() => null}
      </Ready>
    </Page>
  )
}
